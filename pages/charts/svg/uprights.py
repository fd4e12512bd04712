"""Upright lines of a panel, and what they mean: once for those of one meaning that stand near one another."""

from collections.abc import Iterator, Sequence

from pages.charts import theme
from pages.charts.cuts import gathered
from pages.charts.model import Panel, Upright
from pages.charts.svg.frame import Frame
from pages.charts.svg.lettering import width
from pages.charts.svg.scene import Box, Path, Scene, Text, meets_any, rectangle
from pages.charts.svg.sizes import Size
from pages.charts.svg.strokes import PIXEL

APART = 1.1  # of the width of what is said of several: nearer to one another they share it


def draw_uprights(scene: Scene, panel: Panel, frame: Frame, size: Size) -> None:
    """Draw the upright lines of a panel."""
    for upright in panel.uprights:
        if _within(upright, frame):
            _line(scene, upright, frame, size)


def _within(upright: Upright, frame: Frame) -> bool:
    return frame.left - 1 <= frame.x(upright.x) <= frame.right + 1


def _line(scene: Scene, upright: Upright, frame: Frame, size: Size) -> None:
    x = frame.x(upright.x)
    dots = f"{2 * size.unit:.1f} {4 * size.unit:.1f}" if upright.dash != "solid" else ""
    wide = round(1.6 * upright.width * size.unit, 2)
    scene.add(Path(points=[(x, frame.top), (x, frame.bottom)], stroke=upright.colour, width=wide, dash=dots))


def draw_words(scene: Scene, panel: Panel, frame: Frame, lines: Sequence[Box], size: Size) -> None:
    """Say what upright lines mean where nothing else is written or drawn: above the panel, else in it."""
    for x, words in _meanings([each for each in panel.uprights if _within(each, frame)], frame, size):
        _write(scene, x, words, panel, frame, lines, size)


def _meanings(uprights: Sequence[Upright], frame: Frame, size: Size) -> Iterator[tuple[float, str]]:
    """Yield where words stand, and which."""
    alone = [each for each in uprights if each.words and not each.several]
    yield from ((frame.x(each.x), each.words) for each in alone)
    for one, several in dict.fromkeys((each.words, each.several) for each in uprights if each.several):
        places = [frame.x(each.x) for each in uprights if each.words == one]
        for group in gathered(places, APART * width(several, size.small)):
            yield (group[0] + group[-1]) / 2, one if len(group) == 1 else several


def _around(x: float, y: float, across: float) -> Box:
    return x - across / 2, y - across / 2, x + across / 2, y + across / 2


def _write(scene: Scene, x: float, words: str, panel: Panel, frame: Frame, lines: Sequence[Box], size: Size) -> None:
    half = width(words, size.small) / 2
    middle = min(max(x, frame.left + half), frame.right - half)
    taken = [*(text.box for text in scene.texts), *([] if panel.lanes else lines)]
    taken += [_around(frame.x(mark.x), frame.y(mark.y), mark.size * PIXEL * size.unit) for mark in panel.marks]
    above = [frame.top - 1.6 * size.base] * frame.across.top  # over the figures of an axis that stands at the top
    for down in (*above, frame.top - 0.4 * size.small, frame.top + size.small, frame.bottom - 0.4 * size.small):
        text = Text(x=middle, y=down, text=words, size=size.small, anchor="middle", colour=theme.SECONDARY_TEXT)
        if not meets_any(text.box, taken):
            if down > frame.top:
                scene.add(rectangle(text.box, fill=theme.BACKGROUND))
            scene.add(text)
            return
