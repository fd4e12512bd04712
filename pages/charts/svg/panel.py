"""One panel of a picture: its axis, and everything in it from the back to the front."""

from collections.abc import Sequence
from dataclasses import replace

from pages.charts import theme
from pages.charts.model import Label, Panel, Upright
from pages.charts.svg.bars import draw_bars
from pages.charts.svg.ends import Written, draw_ends
from pages.charts.svg.frame import Frame, named, thinned
from pages.charts.svg.gaps import draw_gaps
from pages.charts.svg.lettering import cut, width, wrapped
from pages.charts.svg.scene import Path, Scene, Text, meet, rectangle
from pages.charts.svg.sizes import Size
from pages.charts.svg.strokes import PIXEL, along, draw_band, draw_line, draw_mark

MOST_NAME = 0.24  # of the width of a picture, that the names of rows may take


def up_room(panel: Panel, size: Size) -> float:
    """Return the room that the labels of the upright axis need, in pixels."""
    letters = up_letters(panel, size)
    wide = [width(line, letters) for tick in panel.up.ticks for line in _row_lines(tick.words, panel)]
    return min(max(wide, default=0.0), MOST_NAME * size.width if panel.lanes else size.width) + 0.35 * size.base


def _row_lines(words: str, panel: Panel) -> list[str]:
    """Break the name of a row as it is given where rows are two letters high or more; else it has one line."""
    high = panel.lanes and panel.lanes >= 2 * len(panel.up.ticks)
    return words.split("\n") if high else [words.replace("\n", " ")]


def up_letters(panel: Panel, size: Size) -> float:
    """Return the height of the letters of the upright axis."""
    return size.small if panel.lanes else size.base


def draw_panel(scene: Scene, panel: Panel, frame: Frame, made: Sequence[Written], size: Size) -> list[str]:
    """Draw a panel; return what found no room in it and must be said in a note."""
    if panel.shade != theme.BACKGROUND:
        scene.add(rectangle((frame.left, frame.top, frame.right, frame.bottom), fill=panel.shade))
    for band in panel.bands:
        draw_band(scene, band, frame)
    _grid(scene, panel, frame, size)
    for upright in panel.uprights:
        _upright(scene, upright, frame, size)
    unsaid = draw_bars(scene, panel.bars, frame, size)
    for line in panel.lines:
        draw_line(scene, line, frame, size)
    for mark in panel.marks:
        draw_mark(scene, mark, frame, size)
    for upright in panel.uprights:
        _upright_words(scene, upright, panel, frame, size)
    right = frame.right if made else scene.width
    unsaid += [
        " ".join(label.lines) + "." for label in panel.labels if not _label(scene, label, panel, frame, size, right)
    ]
    draw_ends(scene, made, frame, size)
    return unsaid + draw_gaps(scene, panel, frame, size)


def _grid(scene: Scene, panel: Panel, frame: Frame, size: Size) -> None:
    """Draw level lines with their figures, or the names of rows; and upright lines where the axis across has them."""
    letters = up_letters(panel, size)
    ticks = panel.up.ticks if panel.lanes else thinned(panel.up.ticks, frame.bottom - frame.top, size)
    for tick in ticks:
        y = frame.y(float(tick.at))  # type: ignore[arg-type]
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


def _tick_words(scene: Scene, words: str, panel: Panel, right: float, y: float, letters: float, size: Size) -> None:
    """Write what stands at a tick; the name of a row is cut where it takes too much of the width."""
    lines = _row_lines(words, panel)
    first = y + 0.34 * letters - 0.55 * letters * (len(lines) - 1)
    for row, line in enumerate(lines):
        text = cut(line, letters, MOST_NAME * size.width) if panel.lanes else line
        scene.add(Text(x=right, y=first + 1.1 * letters * row, text=text, size=letters, anchor="end"))


def _upright(scene: Scene, upright: Upright, frame: Frame, size: Size) -> None:
    x = frame.x(upright.x)
    if not frame.left - 1 <= x <= frame.right + 1:
        return
    dots = f"{2 * size.unit:.1f} {4 * size.unit:.1f}" if upright.dash != "solid" else ""
    wide = round(1.6 * upright.width * size.unit, 2)
    scene.add(Path(points=[(x, frame.top), (x, frame.bottom)], stroke=upright.colour, width=wide, dash=dots))


def _upright_words(scene: Scene, upright: Upright, panel: Panel, frame: Frame, size: Size) -> None:
    """Say what an upright line means where nothing else is written or drawn: above the panel, else in it."""
    x = frame.x(upright.x)
    if not upright.words or not frame.left - 1 <= x <= frame.right + 1:
        return
    half = width(upright.words, size.small) / 2
    middle = min(max(x, frame.left + half), frame.right - half)
    taken = [text.box for text in scene.texts] + ([] if panel.lanes else along(panel, frame))
    for down in (frame.top - 0.4 * size.small, frame.top + size.small, frame.bottom - 0.4 * size.small):
        text = Text(x=middle, y=down, text=upright.words, size=size.small, anchor="middle", colour=theme.SECONDARY_TEXT)
        if not any(meet(text.box, other) for other in taken):
            if down > frame.top:
                scene.add(rectangle(text.box, fill=theme.BACKGROUND))
            scene.add(text)
            return


def _label(scene: Scene, label: Label, panel: Panel, frame: Frame, size: Size, right: float) -> bool:
    """Write words at their place, on its other side, or in a plot at its foot; tell whether they stand clear there."""
    taken = [text.box for text in scene.texts] + ([] if panel.lanes else along(panel, frame))
    other = [] if panel.lanes else [_mirrored(label)]
    feet = [] if panel.lanes else [replace(place, y=panel.up.low, down="bottom") for place in (label, *other)]
    for place in (label, *other, *feet):
        texts = _written(place, frame, size)
        within = all(text.box[0] >= 0 and text.box[2] <= right for text in texts)
        if within and not any(meet(text.box, other) for text in texts for other in taken):
            scene.add(*(rectangle(text.box, fill=label.behind) for text in texts if label.behind), *texts)
            return True
    return False


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


def draw_across(scene: Scene, frame: Frame, size: Size) -> None:
    """Draw the axis across under a panel, or above it, as many of its ticks named as stand apart."""
    if not frame.across.ticks:
        return
    top = frame.across.top
    y = frame.top if top else frame.bottom
    away = -1 if top else 1
    scene.add(Path(points=[(frame.left, y), (frame.right, y)], stroke=theme.AXIS, width=1.6 * size.unit))
    for tick in named(frame, size):
        x = frame.x(tick.at)
        scene.add(Path(points=[(x, y), (x, y + away * 6 * size.unit)], stroke=theme.AXIS, width=1.4 * size.unit))
        lines = tick.words.split("\n")
        for row, line in enumerate(lines):
            down = (
                y - (0.55 + 1.15 * (len(lines) - 1 - row)) * size.base if top else y + (1.38 + 1.15 * row) * size.base
            )
            scene.add(Text(x=x, y=down, text=line, size=size.base, anchor="middle"))
    if frame.across.title:
        middle = (frame.left + frame.right) / 2
        room = frame.right - frame.left
        said = [line for part in frame.across.title.split("\n") for line in wrapped(part, size.base, room)]
        for row, line in enumerate(said[:2]):
            down = y + (2.6 + 1.2 * row) * size.base
            scene.add(Text(x=middle, y=down, text=line, size=size.base, anchor="middle"))
