"""Panels in columns side by side: each column is laid out as a narrow picture of its own, then set in its place."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest
from math import ceil

from pages.charts.model import Drawing, End
from pages.charts.svg.heights import MARGIN, Heights, heights, needed
from pages.charts.svg.panel import Unplaced
from pages.charts.svg.panels import draw_panels, ends_room, labels
from pages.charts.svg.scene import Circle, Path, Scene, Shape, Text
from pages.charts.svg.sizes import Size


@dataclass(frozen=True, kw_only=True)
class Column:
    """A part of a drawing, the width that it is drawn in, and how far from the left edge it begins."""

    drawing: Drawing
    size: Size
    left: float


def columns(drawing: Drawing, size: Size) -> list[Column]:
    """Part a drawing into its columns, from left to right; the panels run down each."""
    number = max(1, min(drawing.columns, len(drawing.panels)))
    if number == 1:
        return [Column(drawing=drawing, size=size, left=0.0)]
    deep = ceil(len(drawing.panels) / number)
    number = ceil(len(drawing.panels) / deep)  # 20 panels in 6 columns of 4 would leave the sixth empty
    margin = MARGIN * size.base  # which each column keeps on both sides: between two of them it stands once
    wide = (size.width - margin * (number + 1)) / number
    return [
        Column(
            drawing=replace(drawing, panels=drawing.panels[start : start + deep], columns=1),
            size=replace(size, width=round(wide + 2 * margin)),
            left=place * (wide + margin),
        )
        for place, start in enumerate(range(0, len(drawing.panels), deep))
    ]


def least_needed(drawing: Drawing, size: Size) -> float:
    """Return the least height of the highest column."""
    return max(needed(column.drawing, column.size) for column in columns(drawing, size))


def draw_columns(
    scene: Scene, drawing: Drawing, top: float, bottom: float, size: Size, outside: frozenset[End]
) -> tuple[Unplaced, bool]:
    """Draw every column between two heights; return what found no room, and whether all have the height they need."""
    parts = columns(drawing, size)
    shared = _shared([heights(part.drawing, part.size, bottom - top) for part in parts])
    found = Unplaced()
    right = max(
        ends_room(labels(part.drawing, rows, part.size, outside), part.size)
        for part, rows in zip(parts, shared, strict=True)
    )
    for part, rows in zip(parts, shared, strict=True):
        drawn_on = scene if len(parts) == 1 else Scene(width=part.size.width, height=scene.height)
        found = found.and_also(draw_panels(drawn_on, part.drawing, rows, top, part.size, outside, right=right))
        if drawn_on is not scene:
            scene.add(*_moved(drawn_on, part.left))
    return found, all(rows.least for rows in shared)


def _shared(rows: Sequence[Heights]) -> list[Heights]:
    """Give the panels that stand beside one another the same room for titles, and the same height."""
    deepest = max(rows, key=lambda each: len(each.panels))
    titles = tuple(max(each) for each in zip_longest(*(row.titles for row in rows), fillvalue=0.0))
    more = (sum(titles) - sum(deepest.titles)) / len(titles)
    panels = tuple(tall - more for tall in deepest.panels)
    return [replace(each, titles=titles[: len(each.titles)], panels=panels[: len(each.panels)]) for each in rows]


def _moved(scene: Scene, across: float) -> Iterator[Shape | Text]:
    """Yield all that stands in a scene, farther to the right."""
    for shape in (*scene.shapes, *scene.texts):
        if isinstance(shape, Path):
            yield replace(shape, points=[(x + across, y) for x, y in shape.points])
        elif isinstance(shape, Circle | Text):
            yield replace(shape, x=shape.x + across)
