"""The lines of a picture: those of the comparison, all of them drawn strong and named at their ends."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pages.charts import axes, claimed
from pages.charts.claimed import Claimed
from pages.charts.comparison.around import context
from pages.charts.comparison.axes import cuts, limits, up
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.dots import Row
from pages.charts.comparison.figures import drawn, gaps_of, marks, where
from pages.charts.model import End, Gap, Panel, Upright, number
from pages.charts.model import Line as Drawn
from queries.rows.catalogue import Break

TALL = 300  # pixels of a page
WITHOUT_OTHERS = ("rank", "since")  # views in which the other authorities in grey would have no meaning
NEAR = 0.35  # of a step, that the axis may reach beyond the last round number
BEYOND = ", beyond the axis"
CHOSEN = ("chosen", "own")  # the roles of lines that a picture is of


def plot(
    rows: Sequence[Row], lines: Sequence[Line], breaks: Sequence[Break], asked: Asked, claims: Sequence[Claimed] = ()
) -> Panel:
    """Draw the lines over time, or over the years since an event.

    Parameters
    ----------
    rows, lines, breaks, asked, claims
        As for `pages.charts.comparison.chart.comparison`.
    """
    low, high = reach(lines, asked, claimed.highest(claims, asked.about.unit))
    there = [line for line in lines if line.drawn]
    return Panel(
        up=up(asked, low, high),
        tall=TALL,
        lines=(*grey(rows, asked), *(drawn(line, asked) for line in reversed(there))),
        marks=(*(mark for mark in marks(there, asked) if low <= mark.y <= high), *claimed.marks(claims)),
        gaps=tuple(_gaps(there, asked)),
        ends=tuple(_end(line, lines, asked, low, high) for line in there),
        uprights=_uprights(lines, breaks, asked),
    )


def reach(lines: Sequence[Line], asked: Asked, least: float = 0.0) -> tuple[float, float]:
    """Return the ends of the upright axis: those of the page, so far out that round numbers stand at them.

    Where claims are marked, it reaches at least as high as they do.
    """
    low, high = limits(lines, asked)
    high = max(high, least)
    if asked.measure == "rank":
        return low, high
    steps = axes.even(low, high)
    step = steps[1] - steps[0] if len(steps) > 1 else high - low
    return min(low, steps[0]), steps[-1] + step if steps[-1] < high - NEAR * step else max(high, steps[-1])


def grey(rows: Sequence[Row], asked: Asked) -> list[Drawn]:
    """Draw the other authorities in grey, but very small ones."""
    if asked.measure in WITHOUT_OTHERS:
        return []
    return context([row for row in rows if row.role != "context" or not row.tiny], asked)


def breaks_within(lines: Sequence[Line], breaks: Sequence[Break], asked: Asked) -> list[date]:
    """Return the dates on which the series was broken, between the dates shown."""
    return [] if asked.measure == "since" else cuts(breaks, lines)


def _uprights(lines: Sequence[Line], breaks: Sequence[Break], asked: Asked) -> tuple[Upright, ...]:
    if asked.measure == "since":
        return (Upright(x=0.0),)
    return tuple(
        Upright(x=when, words="break in series", several="breaks in series")
        for when in breaks_within(lines, breaks, asked)
    )


def _gaps(lines: Sequence[Line], asked: Asked) -> list[Gap]:
    """Return the gaps of the lines that a picture is of, named where there are several."""
    named = sum(line.role in CHOSEN for line in lines) > 1
    found = [gap for line in lines if line.role in CHOSEN for gap in gaps_of(line, asked)]
    return found if named else [replace(gap, name="") for gap in found]


def _end(line: Line, lines: Sequence[Line], asked: Asked, low: float, high: float) -> End:
    """Label a line at its last figure, with its year where the axis has a later one."""
    point = line.end(asked)
    basis = f", {point.of_how_many}" if point.averaged is not None else ""
    beyond = "" if low <= point.height <= high else BEYOND
    newest = max(each.period_end for other in lines for each in other.points)
    late = point.period_end == newest and asked.measure != "since"
    year = "" if late else f" ({asked.year(point.period_end)})"
    return End(
        name=line.name, figure=f"{asked.written(point)}{basis}{year}{beyond}",
        x=where(point, asked), y=point.height, look=line.look, early=_early(line, lines, asked),
    )  # fmt: skip


def _early(line: Line, lines: Sequence[Line], asked: Asked) -> bool:
    """Tell whether a line has no figure at the end of an axis of more than one date."""
    places = [number(where(point, asked)) for other in lines for point in other.points]
    return min(places) == max(places) or number(where(line.end(asked), asked)) < max(places)
