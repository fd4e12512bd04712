"""What is wrong with a picture in any of its sizes: words that cover or leave, and letters that its font has not."""

from collections.abc import Iterable, Iterator
from functools import cache

import font_roboto
from fontTools.ttLib import TTFont

from pages.charts.svg.layout import made
from pages.charts.svg.picture import Picture
from pages.charts.svg.scene import Scene, Text, meet
from pages.charts.svg.sizes import PRINT, SIZES, Size

EVERY = (*SIZES.values(), PRINT)


@cache
def letters() -> frozenset[int]:
    """Return the letters that the font of pictures has."""
    return frozenset(TTFont(font_roboto.Roboto).getBestCmap())


def lapses(picture: Picture, sizes: Iterable[Size] = EVERY, *, taller: float = 1.0) -> list[str]:
    """Name for each size what covers another, leaves the picture, has no letters, or asks for more height.

    Parameters
    ----------
    taller
        How often the height of a size a picture of it may have.
    """
    return [f"{size.name}: {lapse}" for size in sizes for lapse in _of(made(picture, size).scene, size, taller)]


def _of(scene: Scene, size: Size, taller: float) -> Iterator[str]:
    texts = [text for text in scene.texts if text.text]
    if scene.height > size.height * taller:
        yield f"{scene.height:.0f} high"
    for n, text in enumerate(texts):
        if not _inside(text, scene):
            yield f"{text.text} leaves"
        if lacking := [letter for letter in text.text if ord(letter) not in letters()]:
            yield f"{text.text} has {lacking}, which the font has not"
        yield from (f"{text.text} on {other.text}" for other in texts[n + 1 :] if meet(text.box, other.box))


def _inside(text: Text, scene: Scene) -> bool:
    left, top, right, bottom = text.box
    return left >= 0 and top >= 0 and right <= scene.width + 0.5 and bottom <= scene.height
