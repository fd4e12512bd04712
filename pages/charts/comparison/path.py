"""One indicator against another: the path of each authority from year to year."""

from collections.abc import Sequence
from dataclasses import replace

from pages.charts import axes, series
from pages.charts.comparison.axes import measured
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.dots import Dot, Row, dots
from pages.charts.comparison.path_labels import label, tall, years
from pages.charts.comparison.said import pair
from pages.charts.model import Across, Drawing, Look, Mark, Panel, Point, Tick, Up
from pages.charts.model import Line as Drawn
from pages.charts.words import listed, number_of

LEAST_HEIGHT = 400  # pixels: less crowds the years that are written along the path
DOTS = Look(colour="#8c8c8c", symbol="circle", width=0, size=3)
STEPS = 5  # at the axis across: more touch on a narrow screen
END, RING = 12, 17  # pixels across
ROOM = 1.06  # of the largest figure, that an axis reaches


def path(rows: Sequence[Row], lines: Sequence[Line], asked: Asked) -> Drawing:
    """Draw the path of each authority and of England.

    Parameters
    ----------
    rows
        Rows of `queries.compare.against`; those of the role context are grey dots.
    lines
        The lines, as of `path_lines`.
    asked
        How the comparison is asked for.

    Returns
    -------
    Drawing
        Both axes from 0, and so far that only very small authorities can lie outside; those are counted below the
        axis. The first and the last year of each path are written at its ends where there is room.
    """
    there = [line for line in lines if line.drawn]
    wide, high = ends_of_axes(rows, lines, asked)
    ends = [label(line, asked) for line in there]
    height = max(LEAST_HEIGHT, tall(ends))
    panel = Panel(
        title=f"↑ {asked.about.title}",
        tall=height,
        up=_up(high, asked.about.unit),
        lines=(*_dots(rows, asked, wide, high), *(_path(line, asked, wide, high) for line in reversed(there))),
        marks=tuple(mark for line in reversed(there) for mark in _marks(line, wide, high)),
        labels=tuple(years(there, wide, high, height)),
        ends=tuple(ends),
    )
    return Drawing(panels=(panel,), across=_across(wide, asked, outside(rows, lines, asked)))


def ends_of_axes(rows: Sequence[Row], lines: Sequence[Line], asked: Asked) -> tuple[float, float]:
    """Return how far the axis across and the upright one reach: beyond every point but those of very small authorities.

    Parameters
    ----------
    rows, lines, asked
        As for `path`.
    """
    large = (dot.pair for dot in behind(rows, asked) if not dot.tiny)
    drawn = (dot.pair for line in measured(lines) for dot in line.drawn)
    pairs = [(0.0, 0.0), *large, *drawn]
    wide, high = (max(values) * ROOM or 1.0 for values in zip(*pairs, strict=True))
    return wide, high


def behind(rows: Sequence[Row], asked: Asked) -> tuple[Dot, ...]:
    """Return the other authorities that have both figures, if they are wanted."""
    return dots(row for row in rows if asked.context and row.role == "context" and row.shown is not None)


def outside(rows: Sequence[Row], lines: Sequence[Line], asked: Asked) -> str:
    """Count and name the authorities of which a point lies outside the axes; nothing where none does."""
    wide, high = ends_of_axes(rows, lines, asked)
    points = (*behind(rows, asked), *(point for line in lines for point in line.drawn))
    names = {point.asked_name for point in points if not _inside(point, wide, high)}
    counted = number_of(len(names), "authority")
    return f"{counted} outside the axes: {listed(sorted(names))}" if names else ""


def _inside(point: Dot, wide: float, high: float) -> bool:
    across, up = point.pair
    return across <= wide and up <= high


def _point(name: str, point: Dot, asked: Asked) -> Point:
    across, up = point.pair
    return Point(x=across, y=up, said=pair(name, point, asked))


def _path(line: Line, asked: Asked, wide: float, high: float) -> Drawn:
    """Draw a path; cut where a point of it lies outside the axes, else what lies on an axis is drawn whole."""
    runs = tuple(tuple(_point(line.name, point, asked) for point in run) for run in line.stretches())
    clipped = not all(_inside(point, wide, high) for point in line.drawn)
    look = replace(line.look, width=1.5, size=6, symbol=line.look.symbol or "circle")
    return Drawn(name=line.name, look=look, runs=runs, clipped=clipped)


def _marks(line: Line, wide: float, high: float) -> list[Mark]:
    """Mark the last point of a path larger than the others, and unusual values with a ring."""
    last = line.drawn[-1]
    return [
        Mark(
            x=point.pair[0], y=point.pair[1], size=size, colour=line.look.colour, hollow=hollow,
            symbol="circle" if hollow else line.look.symbol or "circle",
        )
        for point in line.drawn
        for size, hollow, wanted in ((END, False, point is last), (series.RING, True, point.unusual))
        if wanted and _inside(point, wide, high)
    ]  # fmt: skip


def _dots(rows: Sequence[Row], asked: Asked, wide: float, high: float) -> list[Drawn]:
    """Draw every other authority as a grey dot, in the last year; a dot on an axis is drawn whole."""
    inside = [dot for dot in behind(rows, asked) if _inside(dot, wide, high)]
    runs = tuple((_point(dot.asked_name, dot, asked),) for dot in inside)
    return [Drawn(name="the other authorities", look=DOTS, runs=runs)] if runs else []


def _up(top: float, unit: str) -> Up:
    steps = axes.even(0, top)
    return Up(low=0, high=top, ticks=tuple(Tick(at=at, words=axes.label(at, unit, top)) for at in steps))


def _across(top: float, asked: Asked, out: str) -> Across:
    """Return the axis across, named below it with the count of what lies outside."""
    steps = axes.even(0, top, STEPS)
    ticks = tuple(Tick(at=at, words=axes.label(at, asked.other.unit, top)) for at in steps)
    title = f"→ {asked.other.title}" + (f"\n{out}" if out else "")
    return Across(first=0.0, last=top, ticks=ticks, title=title, grid=True)
