"""A visitor's own months and quarters, drawn as what they are: parts of a year, with no annual figure beside them."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd

from pages.charts import axes, theme
from pages.charts.comparison.compared import Dot
from pages.charts.model import Across, Drawing, Line, Look, Panel, Point, Tick
from pages.charts.visitor.draft import watermark
from pages.charts.words import MONTHS, day, figure

HEIGHT = 300
SYMBOLS = {"month": "triangle-up-open", "quarter": "square-open", "other": "diamond-open"}
LONGEST = {"month": 45, "quarter": 120, "other": 550}  # days between two figures that a line may join
WORDS = {"month": "Your months", "quarter": "Your quarters", "other": "Your figures at other dates"}
PART = "Parts of a year: drawn by themselves, never set beside the figure of a year as if equal."
WARNINGS = {
    "month": PART,
    "quarter": PART,
    "other": "At dates other than those that are published: drawn by themselves, and compared with nothing.",
}
MOST_TICKS = 6


def of_kind(rows: pd.DataFrame, kind: str) -> pd.DataFrame:
    """Return the rows that a chart draws: months, quarters, or years and days to other dates; with a value."""
    valued = rows[rows["value"].notna()]
    if kind != "other":
        return valued[valued["kind"] == kind]
    return valued[
        valued["kind"].isin(["year", "snapshot", "rolling"]) & ~valued["comparable"].fillna(False).astype(bool)
    ]


def alternative(rows: pd.DataFrame, about: Dot, kind: str, name: str) -> str:
    """Describe the chart: what it shows, from when to when, and where the figures are."""
    rows = rows.sort_values("period_end")
    first, last = rows["period_end"].iloc[0], rows["period_end"].iloc[-1]
    return (
        f"{WORDS[kind]}, DRAFT: {about['title']}, {name}, {len(rows)} figures from {day(first)} to {day(last)}, "
        f"the last {figure(rows['value'].iloc[-1], 'published', unit=about['unit'], decimals=about['decimals'])}. All "
        "are in the table below."
    )


def in_year(rows: pd.DataFrame, about: Dot, kind: str) -> Drawing:
    """Draw the months, the quarters or the figures at other dates of one measure of one authority.

    Parameters
    ----------
    rows
        As of `of_kind`.
    about
        The row of `queries.catalogue.indicators` of the measure.
    kind
        month, quarter or other.

    Returns
    -------
    Drawing
        A dotted line with hollow marks, one at the last day of each period.
    """
    rows = rows.sort_values("period_end").to_dict("records")
    axis = _across([row["period_end"].date() for row in rows])
    up = axes.figures_up([float(row["value"]) for row in rows], about["unit"], most=5)
    look = Look(colour=theme.OWN, dash="dot", symbol=SYMBOLS[kind], size=9)
    runs = tuple(tuple(_point(row, about) for row in run) for run in _runs(rows, kind))
    return Drawing(
        panels=(
            Panel(
                tall=HEIGHT, up=up, lines=(Line(name=WORDS[kind], look=look, runs=runs),),
                labels=(watermark(axis, up.high / 2),),
            ),
        ),
        across=axis,
        left=52,
        right=20,
    )  # fmt: skip


def _across(dates: Sequence[date]) -> Across:
    """Return the axis of dates: each has a mark, and six at most are named."""
    edge = max((dates[-1] - dates[0]) * 0.04, timedelta(days=15))
    named = dates[:: -(-len(dates) // MOST_TICKS)]
    ticks = tuple(Tick(at=when, words=_short(when)) for when in named)
    return Across(first=dates[0] - edge, last=dates[-1] + edge, ticks=ticks)


def _point(row: Dot, about: Dot) -> Point:
    written = figure(row["value"], "published", unit=about["unit"], decimals=about["decimals"])
    return Point(x=row["period_end"].date(), y=float(row["value"]), said=(f"{part(row)}: {written} (DRAFT)",))


def part(row: Dot) -> str:
    """Name a part of a year: 'April 2025', 'quarter to June 2025'."""
    month = f"{MONTHS[row['period_end'].month - 1]} {row['period_end'].year}"
    named = {"month": month, "quarter": f"quarter to {month}", "ytd": f"year to date, to {month}"}
    return named.get(row["kind"], day(row["period_end"]))


def _short(when: date) -> str:
    return f"{MONTHS[when.month - 1][:3]}\n{when.year}"


def _runs(rows: Sequence[Dot], kind: str) -> list[list[Dot]]:
    """Return the figures that a line may join, run by run."""
    runs = [list(rows[:1])]
    for before, after in pairwise(rows):
        if (after["period_end"] - before["period_end"]).days > LONGEST[kind]:
            runs.append([])
        runs[-1].append(after)
    return runs
