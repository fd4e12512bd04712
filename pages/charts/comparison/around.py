"""What stands behind the lines of a comparison: between which figures all authorities lie, or each of them in grey."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from pages.charts import axes, series
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.dots import Row
from pages.charts.comparison.figures import behind
from pages.charts.model import Band, Entry, Fill
from pages.charts.model import Line as Drawn
from queries.rows.compare import Compared, Pair, Since
from queries.rows.figures import Percentiles

WIDE, HALF = "#ebeff3", "#d5dee7"  # pale: the lines and their labels stand before them
BANDS = (
    ("middle four fifths of all authorities", WIDE, "tenth", "ninetieth"),
    ("middle half of all authorities", HALF, "lower_quarter", "upper_quarter"),
)


def within(among: Sequence[Percentiles], lines: Sequence[Line], asked: Asked) -> list[Percentiles]:
    """Return what is known of all authorities on the dates that are drawn; none where it is not wanted."""
    if not asked.context or asked.measure != "published" or asked.past:
        return []
    dates = {point.period_end for line in lines for point in line.points}
    return [row for row in among if row.period_end in dates]


def among_bands(among: Sequence[Percentiles], lines: Sequence[Line], asked: Asked) -> tuple[Band, ...]:
    """Draw the middle four fifths and the middle half of all authorities, broken where the series is."""
    runs = _runs(within(among, lines, asked))
    return tuple(
        Band(
            name=name, colour=colour,
            runs=tuple(tuple((row.period_end, getattr(row, low), getattr(row, high)) for row in run) for run in runs),
        )
        for name, colour, low, high in BANDS
        if runs
    )  # fmt: skip


def _runs(among: Sequence[Percentiles]) -> list[list[Percentiles]]:
    """Part what is known of all authorities where the series breaks or a year is missing."""
    runs = [[row] for row in among[:1]]
    for before, after in pairwise(among):
        if before.segment == after.segment and after.period_end - before.period_end < series.LONGEST_STEP:
            runs[-1].append(after)
        else:
            runs.append([after])
    return runs


def highest(bands: Sequence[Band], asked: Asked) -> float:
    """Return how far the axis must reach for the bands; no further than the whole where that is 100%."""
    most = max((high for band in bands for run in band.runs for _, _, high in run), default=0.0)
    top = most * axes.HEADROOM
    return min(top, 100.0) if asked.about.unit == "%" and most <= 100 else top


def key(bands: Sequence[Band]) -> list[Entry]:
    """Say what the bands are, the narrower first."""
    return [Entry(words=band.name, fill=Fill(colour=band.colour)) for band in reversed(bands)]


def context(rows: Sequence[Row], asked: Asked) -> list[Drawn]:
    """Draw all other authorities as one thin grey line, with a hole wherever no line may be drawn."""
    others = [row for row in rows if row.role == "context" and not isinstance(row, Pair)]
    if not asked.context or all(row.shown is None for row in others) or asked.measure == "rank":
        return []
    by_area: dict[str, list[series.Figure]] = {}
    for row in others:
        if row.period_end is not None:
            by_area.setdefault(row.asked_code, []).append(_figure(row, row.period_end))
    return [behind("all other authorities", [series.line("", figures, _LOOK) for figures in by_area.values()])]


_LOOK = behind("", []).look


def _figure(row: Compared | Since, on: date) -> series.Figure:
    x = (row.years_since or 0.0) if isinstance(row, Since) else on
    return series.Figure(x=x, on=on, value=row.shown, status="", segment=row.segment, area=row.area_code)
