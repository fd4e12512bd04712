"""One panel of a picture: its axis, and everything in it from the back to the front."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pages.charts import theme
from pages.charts.model import End, Label, Panel, Tick
from pages.charts.spread import spread
from pages.charts.svg.areas import draw_areas
from pages.charts.svg.bars import draw_bars, explained
from pages.charts.svg.ends import Written, draw_ends
from pages.charts.svg.ends_within import draw_within
from pages.charts.svg.frame import Frame, named, thinned
from pages.charts.svg.gaps import draw_gaps
from pages.charts.svg.lettering import cut, width
from pages.charts.svg.scene import Box, Path, Scene, Text, meets_any, rectangle
from pages.charts.svg.sizes import Size
from pages.charts.svg.strokes import PIXEL, along, around, draw_band, draw_line, draw_mark
from pages.charts.svg.uprights import draw_uprights, draw_words

MOST_NAME = 0.24  # of the width of a picture, that the names of rows may take
PITCH = 1.25  # of the height of letters, from the name of one group of rows to the next
LEAST_NAME = 11  # of the height of small letters: "Herefordshire, County of" in a column, where that share is less


def up_room(panel: Panel, size: Size) -> float:
    """Return the room that the labels of the upright axis need, in pixels."""
    letters = up_letters(panel, size)
    wide = [width(line, letters) for tick in panel.up.ticks for line in _row_lines(tick.words, panel)]
    return min(max(wide, default=0.0), name_room(size) if panel.lanes else size.width) + 0.35 * size.base


def name_room(size: Size) -> float:
    """Return the room that the names of rows may take, in pixels."""
    return max(MOST_NAME * size.width, LEAST_NAME * size.small)


def _row_lines(words: str, panel: Panel) -> list[str]:
    """Break the name of a row as it is given where rows are two letters high or more; else it has one line."""
    high = panel.lanes and panel.lanes >= 2 * len(panel.up.ticks)
    return words.split("\n") if high else [words.replace("\n", " ")]


def up_letters(panel: Panel, size: Size) -> float:
    """Return the height of the letters of the upright axis: names have small ones."""
    return size.small if panel.lanes or not panel.up.grid else size.base


@dataclass(frozen=True, kw_only=True)
class Unplaced:
    """What found no room in panels, or is not plain in them.

    Attributes
    ----------
    words
        What a note must say.
    ends
        Labels that must stand beside the plot.
    explained
        What a note should say of patterns and signs.
    """

    words: tuple[str, ...] = ()
    ends: tuple[End, ...] = ()
    explained: tuple[str, ...] = ()

    def and_also(self, other: "Unplaced") -> "Unplaced":
        """Return both together."""
        return Unplaced(
            words=self.words + other.words, ends=self.ends + other.ends, explained=self.explained + other.explained
        )


def draw_panel(
    scene: Scene, panel: Panel, frame: Frame, made: Sequence[Written], within: Sequence[End], size: Size
) -> Unplaced:
    """Draw a panel.

    Parameters
    ----------
    made
        The labels that stand beside it.
    within
        The labels that stand in it, where there is room.
    """
    if panel.shade != theme.BACKGROUND:
        scene.add(rectangle((frame.left, frame.top, frame.right, frame.bottom), fill=panel.shade))
    for band in panel.bands:
        draw_band(scene, band, frame)
    draw_areas(scene, panel.areas, frame, size)
    _grid(scene, panel, frame, size)
    draw_uprights(scene, panel, frame, size)
    unsaid = draw_bars(scene, panel.bars, frame, size)
    for line in panel.lines:
        draw_line(scene, line, frame, size)
    for mark in panel.marks:
        draw_mark(scene, mark, frame, size)
    lines = along(panel, frame)
    draw_words(scene, panel, frame, lines, size)
    right = frame.right if made else scene.width
    untold = [label for label in panel.labels if not _label(scene, label, panel, frame, lines, size, right)]
    unsaid += [" ".join(label.lines) + "." for label in untold if not label.optional]
    lost = draw_within(scene, within, lines, frame, size)
    draw_ends(scene, made, frame, size)
    unsaid += draw_gaps(scene, panel, frame, lines, size)
    return Unplaced(words=tuple(unsaid), ends=tuple(lost), explained=explained(panel.bars, frame, size))


def _grid(scene: Scene, panel: Panel, frame: Frame, size: Size) -> None:
    """Draw level lines with their figures, or the names of rows; and upright lines where the axis across has them."""
    letters = up_letters(panel, size)
    for tick, y in _places(panel, frame, letters, size):
        strong = panel.up.zero and tick.at == 0
        if panel.up.grid:
            colour, stroke = (theme.AXIS, 1.4) if strong else (theme.GRID, 1.0)
            scene.add(
                Path(points=[(frame.left, y), (frame.right, y)], stroke=colour, width=round(stroke * size.unit, 2))
            )
        _tick_words(scene, tick.words, panel, frame.left - 0.35 * size.base, y, letters, size)
    if frame.across.grid:
        for tick in named(frame, size):
            x = frame.x(tick.at)
            scene.add(Path(points=[(x, frame.top), (x, frame.bottom)], stroke=theme.GRID, width=round(size.unit, 2)))


def _places(panel: Panel, frame: Frame, letters: float, size: Size) -> list[tuple[Tick, float]]:
    """Return the ticks with their heights: names of groups of rows stand as near their middles as the others allow."""
    tall = frame.bottom - frame.top
    pitches = [PITCH * letters] * len(panel.up.ticks)
    apart = not panel.lanes and not panel.up.grid and sum(pitches) <= tall  # more names than that are left out in turn
    ticks = panel.up.ticks if panel.lanes or apart else thinned(panel.up.ticks, tall, size)
    ticks = sorted(ticks, key=lambda tick: frame.y(float(tick.at)))  # type: ignore[arg-type]
    heights = [frame.y(float(tick.at)) for tick in ticks]  # type: ignore[arg-type]
    if apart:
        heights = [frame.top + each for each in spread([y - frame.top for y in heights], pitches, tall)]
    return list(zip(ticks, heights, strict=True))


def _tick_words(scene: Scene, words: str, panel: Panel, right: float, y: float, letters: float, size: Size) -> None:
    """Write what stands at a tick; the name of a row is cut where it takes too much of the width."""
    lines = _row_lines(words, panel)
    first = y + 0.34 * letters - 0.55 * letters * (len(lines) - 1)
    for row, line in enumerate(lines):
        text = cut(line, letters, name_room(size)) if panel.lanes else line
        scene.add(Text(x=right, y=first + 1.1 * letters * row, text=text, size=letters, anchor="end"))


def _label(
    scene: Scene, label: Label, panel: Panel, frame: Frame, lines: Sequence[Box], size: Size, right: float
) -> bool:
    """Write words at their place, on its other side, or in a plot at its foot; tell whether they stand clear there."""
    taken = [*(text.box for text in scene.texts), *([] if panel.lanes else lines)]
    other = [] if panel.lanes else [_mirrored(label)]
    taken += _marks(label, panel, frame, size) if label.near else []
    feet = (
        []
        if panel.lanes or label.near
        else [replace(place, y=panel.up.low, down="bottom") for place in (label, *other)]
    )
    for place in (label, *other, *feet):
        texts = _written(place, frame, size)
        within = all(text.box[0] >= 0 and text.box[2] <= right for text in texts)
        if within and not any(meets_any(text.box, taken) for text in texts):
            scene.add(*(rectangle(text.box, fill=label.behind) for text in texts if label.behind), *texts)
            return True
    return False


def _marks(label: Label, panel: Panel, frame: Frame, size: Size) -> list[Box]:
    """Return where the marks of a panel stand, but that at the place of a label."""
    reach = PIXEL * size.unit / 2
    others = [mark for mark in panel.marks if (mark.x, mark.y) != (label.x, label.y)]
    return [around(frame.x(mark.x), frame.y(mark.y), reach * mark.size) for mark in others]


def _mirrored(label: Label) -> Label:
    """Set words on the other side of their place."""
    across = {"left": "right", "right": "left"}.get(label.across, label.across)
    return replace(label, across=across, shift=(-label.shift[0], label.shift[1]))


def _written(label: Label, frame: Frame, size: Size) -> list[Text]:
    letters = size.small * label.size / 11
    pitch = 1.2 * letters
    x = frame.x(label.x) + label.shift[0] * PIXEL * size.unit
    y = frame.y(label.y) - label.shift[1] * PIXEL * size.unit
    first = y + {"top": 0.8 * letters, "middle": 0.36 * letters - pitch * (len(label.lines) - 1) / 2,
                 "bottom": -0.25 * letters - pitch * (len(label.lines) - 1)}[label.down]  # fmt: skip
    anchor = {"left": "start", "middle": "middle", "right": "end"}[label.across]
    return [
        Text(x=x, y=first + n * pitch, text=line, size=letters, bold=label.bold, colour=label.colour, anchor=anchor)
        for n, line in enumerate(label.lines)
    ]
