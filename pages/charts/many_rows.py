"""Rows that are too many for the height of a picture: set in columns, or as thin as a wall, named by their groups."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from math import ceil

from pages.charts.model import Bar, Drawing, Entry, Panel, Tick
from pages.charts.svg.picture import Picture

COLUMNS = (2, 3)  # tried in this order: in four the names of rows would leave no room for their bars
APART = 2.0  # rows left free between two groups of a wall
THICK = 0.92  # of a row of a wall, that its thickest bar takes
ROW_IS = "Each thin row is one authority, by region; the table at the link names them all."
TALL = 300  # pixels of a wall; in a picture it takes the height that there is


def in_columns(drawing: Drawing, number: int) -> Drawing:
    """Part the rows of a drawing of one panel into columns, each with its own axis across.

    Parameters
    ----------
    drawing
        Of one panel whose rows stand at 0, 1, 2 and on, from the top down.
    number
        How many columns, at most.
    """
    (panel,) = drawing.panels
    deep = ceil(panel.lanes / number)
    panels = tuple(_part(panel, start, deep) for start in range(0, panel.lanes, deep))
    return replace(drawing, panels=panels, columns=len(panels))


def _part(panel: Panel, start: int, deep: int) -> Panel:
    """Return so many rows of a panel; what stands in them keeps its place."""

    def within(at: float) -> bool:
        return start - 0.5 <= at < start + deep - 0.5

    return replace(
        panel,
        tall=panel.tall * deep / panel.lanes,
        lanes=deep,
        up=replace(
            panel.up, low=start + deep - 0.5, high=start + panel.up.high,
            ticks=tuple(tick for tick in panel.up.ticks if within(_number(tick.at))),
        ),
        bars=tuple(bar for bar in panel.bars if within((bar.low + bar.high) / 2)),
        marks=tuple(mark for mark in panel.marks if within(mark.y)),
    )  # fmt: skip


def _number(at: object) -> float:
    return float(at)  # type: ignore[arg-type]  # rows stand at numbers


def walled(drawing: Drawing, groups: Sequence[str]) -> Drawing:
    """Draw every row as thin as it must be: bars without words, and in place of the names of rows those of groups.

    Parameters
    ----------
    drawing
        Of one panel, as of `in_columns`.
    groups
        The group of each row, in the order of the rows: those of one group follow one another.
    """
    (panel,) = drawing.panels
    moved, ticks, row = [], [], 0
    for place, (name, rows) in enumerate(groupby(groups)):
        rows_here = len(list(rows))
        moved += [place * APART] * rows_here
        ticks += [Tick(at=row + place * APART + (rows_here - 1) / 2, words=f"{name} ({rows_here})")] if name else []
        row += rows_here
    high = -0.5 - APART / 2
    up = replace(panel.up, low=row + moved[-1] + APART / 2, high=high, ticks=tuple(ticks), grid=False, zero=False)
    thickest = max(abs(bar.high - bar.low) for bar in panel.bars)
    bars = tuple(_thin(bar, moved, THICK / thickest) for bar in panel.bars)
    return replace(drawing, panels=(replace(panel, up=up, tall=TALL, lanes=0, bars=bars, marks=()),), columns=1)


def _thin(bar: Bar, moved: Sequence[float], grown: float) -> Bar:
    """Let a bar stand in the middle of its row, without words, thicker by so much."""
    row = round((bar.low + bar.high) / 2)
    middle, half = row + moved[row], abs(bar.high - bar.low) * grown / 2
    return replace(bar, low=middle + half, high=middle - half, words=(), sign="", over=False, untold="")


def in_any_size(picture: Picture, wall: tuple[Drawing, Sequence[Entry]]) -> Picture:
    """Return a picture that is drawn in columns where a size is too low for its rows, and else as a wall.

    Parameters
    ----------
    picture
        With its rows one under the other.
    wall
        The same as a wall, and its key.
    """
    parted = tuple(replace(picture, drawing=in_columns(picture.drawing, number)) for number in COLUMNS)
    drawing, key = wall
    thin = replace(picture, drawing=drawing, key=tuple(key), notes=(ROW_IS, *picture.notes))
    return replace(picture, simpler=(*parted, thin))
