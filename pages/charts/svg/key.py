"""The key of a picture, under its subtitle: what fills, lines and signs stand for, one after another."""

from collections.abc import Sequence

from pages.charts import theme
from pages.charts.model import Entry, Look
from pages.charts.svg.bars import fill_box
from pages.charts.svg.lettering import width, wrapped
from pages.charts.svg.scene import Path, Scene, Text, rectangle
from pages.charts.svg.sizes import Size
from pages.charts.svg.strokes import DASHES, PIXEL, sign

SYMBOLS = {character: symbol for symbol, character in theme.SIGNS.items() if symbol} | {
    "│": "line-ns",
    "◯": "circle-open",
}
PITCH = 1.45  # of the height of the letters, from line to line
BOX, STROKE = 1.15, 2.2  # of the height of the letters: how wide a swatch is, and the piece of a line
NEAR, APART = 0.4, 1.3  # of the height of the letters: from a sign to its words, and to the next sign


def draw_key(scene: Scene, entries: Sequence[Entry], top: float, left: float, room: float, size: Size) -> float:
    """Write the key over as many lines as it needs; return where it ends."""
    letters, across, down = size.small, left, top
    for entry in entries:
        signed = _sign_width(entry, letters) + NEAR * letters
        whole = signed + width(entry.words, letters)
        if across > left and across + whole > left + room:
            across, down = left, down + PITCH * letters
        _draw_sign(scene, entry, across, down + 0.5 * PITCH * letters, letters, size)
        lines = wrapped(entry.words, letters, room - signed)
        for n, line in enumerate(lines):
            y = down + (0.5 + n) * PITCH * letters + 0.34 * letters
            scene.add(Text(x=across + signed, y=y, text=line, size=letters))
        down += PITCH * letters * (len(lines) - 1)
        across += whole + APART * letters
    return down + PITCH * letters if entries else top


def _sign_width(entry: Entry, letters: float) -> float:
    if entry.fill:
        return BOX * letters + (0.3 * letters + width(entry.sign, letters, bold=True) if entry.sign else 0.0)
    if entry.look:
        return STROKE * letters
    return 0.8 * letters if entry.sign in SYMBOLS else width(entry.sign, letters, bold=True)


def _draw_sign(scene: Scene, entry: Entry, left: float, middle: float, letters: float, size: Size) -> None:
    if entry.fill:
        half = BOX * letters / 2
        box = (left, middle - half, left + 2 * half, middle + half)
        scene.add(rectangle(box, fill=entry.fill.colour, stroke=theme.AXIS, width=round(size.unit, 2)))
        fill_box(scene, entry.fill, box, size)
        _letters(scene, entry.sign, left + (BOX + 0.3) * letters, middle, letters)
    elif entry.look:
        _piece(scene, entry.look, left, middle, letters, size)
    elif entry.sign in SYMBOLS:
        scene.add(*sign(SYMBOLS[entry.sign], left + 0.4 * letters, middle, entry.colour, size, across=8))
    else:
        _letters(scene, entry.sign, left, middle, letters)


def _letters(scene: Scene, words: str, left: float, middle: float, letters: float) -> None:
    if words:
        scene.add(Text(x=left, y=middle + 0.34 * letters, text=words, size=letters, bold=True))


def _piece(scene: Scene, look: Look, left: float, middle: float, letters: float, size: Size) -> None:
    """Draw a piece of a line with its mark."""
    stroke = look.width * PIXEL * size.unit
    dash = " ".join(f"{part * stroke:.1f}" for part in DASHES[look.dash])
    points = [(left, middle), (left + STROKE * letters, middle)]
    scene.add(Path(points=points, stroke=look.colour, width=round(stroke, 2), dash=dash))
    if look.symbol:
        scene.add(*sign(look.symbol, left + STROKE * letters / 2, middle, look.colour, size, across=look.size))
