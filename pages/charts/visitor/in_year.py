"""A visitor's own months and quarters, drawn as what they are: parts of a year, with whole years beside as steps."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

from data.catalogue import Indicator
from pages.charts import axes, theme
from pages.charts.draft import watermark
from pages.charts.model import Across, Drawing, Entry, Line, Look, Panel, Point, Tick
from pages.charts.visitor import years_beside
from pages.charts.words import MONTHS, day, figure_of, number_of
from queries.rows.figures import Trend
from queries.rows.visitor import WithPublished

HEIGHT = 300  # pixels
SYMBOLS = {"month": "triangle-up-open", "quarter": "square-open", "other": "diamond-open"}
LONGEST = {"month": 45, "quarter": 120, "other": 550}  # days between two figures that a line may join
WHOLE = ("year", "snapshot", "rolling")  # kinds of periods that are no part of a year
WORDS = {"month": "Your months", "quarter": "Your quarters", "other": "Your figures at other dates"}
PART = "Parts of a year: each is drawn at its last day."
WARNINGS = {
    "month": PART,
    "quarter": PART,
    "other": "At dates other than those that are published: drawn by themselves, and compared with nothing.",
}
MOST_TICKS = 6  # at the axis across: more touch on a narrow screen


def key(kind: str) -> Entry:
    """Say what the sign of own figures of a kind stands for."""
    return Entry(words=f"{WORDS[kind].lower()}, DRAFT", look=Look(colour=theme.OWN, dash="dot", symbol=SYMBOLS[kind]))


def of_kind(rows: Sequence[WithPublished], kind: str) -> list[WithPublished]:
    """Return the rows that a chart draws, by date: months, quarters, or years and days to other dates; with a value."""
    valued = sorted((row for row in rows if row.value is not None), key=_end)
    if kind != "other":
        return [row for row in valued if row.kind == kind]
    return [row for row in valued if row.kind in WHOLE and not row.comparable]


def _end(row: WithPublished) -> date:
    return row.period_end


def alternative(
    rows: Sequence[WithPublished], indicator: Indicator, kind: str, name: str, published: Sequence[Trend] = ()
) -> str:
    """Describe the chart: what it shows, from when to when, and where the figures are."""
    first, last = day(rows[0].period_end), day(rows[-1].period_end)
    number, newest = number_of(len(rows), "figure"), figure_of(rows[-1].value, indicator)
    figures = f"{number} from {first} to {last}, the last {newest}" if len(rows) > 1 else f"{number}, {last}: {newest}"
    return (
        f"{WORDS[kind]}, DRAFT: {indicator.title}, {name}, {figures}."
        f"{years_beside.described(_near(rows, published, kind), indicator)} All are in the table below."
    )


def in_year(rows: Sequence[WithPublished], indicator: Indicator, kind: str, published: Sequence[Trend] = ()) -> Drawing:
    """Draw the months, the quarters or the figures at other dates of one measure of one authority.

    Parameters
    ----------
    rows
        As of `of_kind`.
    indicator
        The measure.
    kind
        month, quarter or other.
    published
        Rows of `queries.figures.trend` of the authority: those near in time stand beside months and quarters.

    Returns
    -------
    Drawing
        A dotted line with hollow marks, one at the last day of each period. Whole years stand beside it as level
        strokes: on the same scale where that can be, else on one of their own below.
    """
    near = _near(rows, published, kind)
    drawn = Line(
        name=WORDS[kind], look=Look(colour=theme.OWN, dash="dot", symbol=SYMBOLS[kind], size=9),
        runs=tuple(tuple(_point(row, indicator) for row in run) for run in _runs(rows, kind)),
    )  # fmt: skip
    beside = near if years_beside.together(indicator) else []
    below = [years_beside.panel(near, indicator)] if near and not beside else []
    axis = _across([row.period_end for row in rows], years_beside.days(near, indicator))
    return Drawing(
        panels=(_panel(drawn, beside, indicator, axis), *below), across=axis, left=52, right=108 if near else 20
    )


def _near(rows: Sequence[WithPublished], published: Sequence[Trend], kind: str) -> list[Trend]:
    return [] if kind == "other" else years_beside.near(published, rows[0].period_end)


def _panel(drawn: Line, beside: Sequence[Trend], indicator: Indicator, axis: Across) -> Panel:
    values = [point.y for point in drawn.points] + [row.value or 0.0 for row in beside]
    up = axes.figures_up(values, indicator.unit, most=5)
    whole = (years_beside.line(beside, indicator),) if beside else ()
    return Panel(
        tall=HEIGHT, up=up, lines=(*whole, drawn), ends=years_beside.end(beside, indicator),
        labels=(watermark(axis, up.high / 2),),
    )  # fmt: skip


def _across(dates: Sequence[date], published: Sequence[date]) -> Across:
    """Return the axis of dates, as far as whole years reach: six at most are named."""
    first, last = min([*dates, *published]), max([*dates, *published])
    edge = max((last - first) * 0.04, timedelta(days=15))
    named = _years(first, last) if published else dates[:: -(-len(dates) // MOST_TICKS)]
    ticks = tuple(Tick(at=when, words=_short(when)) for when in named)
    return Across(first=first - edge, last=last + edge, ticks=ticks)


def _years(first: date, last: date) -> list[date]:
    """Return the month of the last figure in each year, so that names stand apart as evenly as years do."""
    every = [date(year, last.month, 1) for year in range(first.year, last.year + 1)]
    return [when for when in every if first <= when][-MOST_TICKS:]


def _point(row: WithPublished, indicator: Indicator) -> Point:
    written = figure_of(row.value, indicator)
    return Point(x=row.period_end, y=row.value or 0.0, said=(f"{part(row)}: {written} (DRAFT)",))


def part(row: WithPublished) -> str:
    """Name a part of a year: 'April 2025', 'quarter to June 2025'."""
    month = f"{MONTHS[row.period_end.month - 1]} {row.period_end.year}"
    named = {"month": month, "quarter": f"quarter to {month}", "ytd": f"year to date, to {month}"}
    return named.get(row.kind, day(row.period_end))


def _short(when: date) -> str:
    return f"{MONTHS[when.month - 1][:3]}\n{when.year}"


def _runs(rows: Sequence[WithPublished], kind: str) -> list[list[WithPublished]]:
    """Return the figures that a line may join, run by run."""
    runs = [list(rows[:1])]
    for before, after in pairwise(rows):
        if (after.period_end - before.period_end).days > LONGEST[kind]:
            runs.append([])
        runs[-1].append(after)
    return runs
