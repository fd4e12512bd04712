"""The axes of a comparison: how far they reach, what is written at them, and where a series was broken."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pages.charts import axes
from pages.charts.claimed import Claimed
from pages.charts.comparison.compared import Asked, Line
from pages.charts.model import Across, Tick, Up
from queries.rows.catalogue import Break

EDGE = 0.08  # of the time shown, free before it: the sign of a gap on the first date stands clear of the axis


def measured(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines that set the scale: very small authorities do so only where no other is chosen."""
    larger = [line for line in lines if not line.tiny]
    return larger if any(line.role == "chosen" and line.drawn for line in larger) else lines


def limits(lines: Sequence[Line], asked: Asked) -> tuple[float, float]:
    """Return the ends of the y-axis: from 0 for figures, else around what is drawn.

    Grey lines do not count, nor do very small authorities beside others.
    """
    points = [point for line in measured(lines) for point in line.drawn]
    values = [point.height for point in points]
    if asked.measure == "rank":
        most = max([float(point.ranked_of or 1) for point in points] or [1.0])
        return 1 - most * 0.04, most * 1.04
    if asked.measure in ("published", "since"):
        most = max([0.0, *values])
        whole = asked.about.unit == "%" and most <= 100
        return min([0.0, *values]), (min(most * 1.08, 100.0) if whole else most * 1.08) or 1.0
    anchor = 100.0 if asked.measure == "index" else 0.0
    least, most = min([anchor, *values]), max([anchor, *values])
    room = (most - least) * 0.08 or 1.0
    return least - room, most + room


def beyond(lines: Sequence[Line], asked: Asked) -> list[str]:
    """Return the names of the very small authorities whose figures leave the axis."""
    low, high = limits(lines, asked)
    return [line.name for line in lines if line.tiny and any(not low <= point.height <= high for point in line.drawn)]


def cuts(breaks: Sequence[Break], lines: Sequence[Line]) -> list[date]:
    """Return the dates, halfway, of the breaks that lie between the dates shown."""
    dates = sorted({point.period_end for line in lines for point in line.points})
    return [
        row.from_period_end + (row.to_period_end - row.from_period_end) / 2
        for row in breaks
        if dates and dates[0] < row.to_period_end <= dates[-1]
    ]


def across(lines: Sequence[Line], asked: Asked, claims: Sequence[Claimed] = ()) -> Across:
    """Return the axis across: a tick at each reference date, claims' too, or at each year since the event."""
    points = [point for line in lines for point in line.points]
    if asked.measure == "since":
        return axes.since([point.since for point in points], f"years since intervention {asked.event}")
    dates = sorted({*(point.period_end for point in points), *(each.on for each in claims)})
    edge = (dates[-1] - dates[0]) * EDGE
    axis = axes.dated(dates, [asked.year(when) for when in dates])
    return replace(axis, first=min(axis.first, dates[0] - edge))


def up(asked: Asked, low: float, high: float, most: int = axes.MOST_STEPS) -> Up:
    """Return the upright axis, with the unit on its labels where it is one sign."""
    figures = asked.measure in ("published", "since")
    if asked.measure == "rank":
        ticks = [(float(rank), str(rank)) for rank in (ranks(high) if most == axes.MOST_STEPS else ranks(high)[::2])]
    elif asked.measure == "difference":
        ticks = [(step, axes.plus_minus(step)) for step in axes.even(low, high, most)]
    else:
        unit = asked.about.unit if figures else ""
        ticks = [(step, axes.label(step, unit, high)) for step in axes.even(low, high, most)]
    return Up(
        low=low, high=high, ticks=tuple(Tick(at=at, words=words) for at, words in ticks),
        zero=figures or asked.measure == "difference",
    )  # fmt: skip


def ranks(high: float) -> list[int]:
    """Return the ranks that are labelled: from 1 to the number there are."""
    most = round(high / 1.04)
    return [1, *(rank for rank in range(50, most, 50) if most - rank > 10), most]
