"""How wide letters are: measured in the font that the pictures are drawn with, which comes as a library."""

from functools import lru_cache

import font_roboto
from PIL import ImageFont

FILES = {False: font_roboto.Roboto, True: font_roboto.RobotoBold}
FAMILY = "Roboto, Arial, Helvetica, sans-serif"
NO_BREAK = "\u00a0"
ARROWS = (
    "↑→ "  # before the titles of axes on pages: the font has none, and a picture says which axis it is in its subtitle
)
UNITS = 1000  # letters are measured at this height, then scaled


@lru_cache(maxsize=2)
def _font(bold: bool) -> ImageFont.FreeTypeFont:
    return ImageFont.truetype(FILES[bold], UNITS)


@lru_cache(maxsize=20_000)
def _units(text: str, bold: bool) -> float:
    return float(_font(bold).getlength(text))


def width(text: str, size: float, *, bold: bool = False) -> float:
    """Return the width of a text in pixels."""
    return _units(text, bold) * size / UNITS


def forget() -> None:
    """Forget every text that was measured: those of a visitor's own figures may not outlast them."""
    _units.cache_clear()
    _wrapped.cache_clear()


def wrapped(text: str, size: float, room: float, *, bold: bool = False) -> list[str]:
    """Break a text into lines no wider than the room: between words, and within one only where it is wider itself."""
    return list(_wrapped(text, size, room, bold))


@lru_cache(maxsize=2_000)  # a picture is laid out several times until all fits, with the same words
def _wrapped(text: str, size: float, room: float, bold: bool) -> tuple[str, ...]:
    lines: list[str] = []
    for word in filter(None, text.split(" ")):  # a space that may not be broken stays within its word
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and width(longer, size, bold=bold) <= room:
            lines[-1] = longer
        else:
            lines += _pieces(word, size, room, bold=bold)
    return tuple(lines)


def _pieces(word: str, size: float, room: float, *, bold: bool) -> list[str]:
    """Break a word, as an address is, into pieces that fit: mostly one."""
    if word and width(word, size, bold=bold) <= room:
        return [word]
    pieces = [""]
    for letter in word:
        if pieces[-1] and width(pieces[-1] + letter, size, bold=bold) > room:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def cut(text: str, size: float, room: float, *, bold: bool = False) -> str:
    """Shorten a text to the room, with an ellipsis if it is too wide."""
    if width(text, size, bold=bold) <= room:
        return text
    while text and width(f"{text}…", size, bold=bold) > room:
        text = text[:-1]
    return f"{text.rstrip()}…"
