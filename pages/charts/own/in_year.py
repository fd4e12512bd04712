"""A visitor's own months and quarters, drawn as what they are: parts of a year, with no annual figure beside them."""

from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme
from pages.charts.comparison.axes import plain_layout
from pages.charts.own.draft import watermark
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


def alternative(rows: pd.DataFrame, about: dict[str, Any], kind: str, name: str) -> str:
    """Describe the chart: what it shows, from when to when, and where the figures are."""
    rows = rows.sort_values("period_end")
    first, last = rows["period_end"].iloc[0], rows["period_end"].iloc[-1]
    return (
        f"{WORDS[kind]}, DRAFT: {about['title']}, {name}, {len(rows)} figures from {day(first)} to {day(last)}, "
        f"the last {figure(rows['value'].iloc[-1], 'published', unit=about['unit'], decimals=about['decimals'])}. All "
        "are in the table below."
    )


def in_year(rows: pd.DataFrame, about: dict[str, Any], kind: str) -> go.Figure:
    """Draw the months, the quarters or the figures at other dates of one measure of one authority.

    Parameters
    ----------
    rows
        As of `of_kind`.
    about
        The row of `queries.indicators` of the measure.
    kind
        month, quarter or other.

    Returns
    -------
    Figure
        Of a fixed height and any width: a dotted line with hollow marks, one at the last day of each period.
    """
    rows = rows.sort_values("period_end")
    dates = [when.isoformat() for when in rows["period_end"]]
    named = rows["period_end"].tolist()[:: -(-len(rows) // MOST_TICKS)]
    texts = [
        f"{part(row)}: {figure(row['value'], 'published', unit=about['unit'], decimals=about['decimals'])} (DRAFT)"
        for row in rows.to_dict("records")
    ]
    gaps = rows["period_end"].diff().dt.days.fillna(0) > LONGEST[kind]
    traces = [
        {
            "type": "scatter", "mode": "lines+markers", "x": dates[start:end], "showlegend": False, "cliponaxis": False,
            "y": np.array(rows["value"].tolist()[start:end]), "text": texts[start:end],
            "hovertemplate": "%{text}<extra></extra>", "line": {"color": theme.OWN, "width": 2, "dash": "dot"},
            "marker": {"symbol": SYMBOLS[kind], "size": 9, "color": theme.OWN, "line": {"width": 1.5}},
        }
        for start, end in _runs(gaps.tolist())
    ]  # fmt: skip
    return go.Figure(
        data=traces,
        layout={
            **plain_layout(), "height": HEIGHT, "margin": {"l": 52, "r": 20, "t": 14, "b": 46},
            "annotations": [watermark()],
            "xaxis": {
                "type": "date", "fixedrange": True, "showgrid": False, "linecolor": theme.AXIS, "ticks": "outside",
                "tickvals": [when.isoformat() for when in named], "ticktext": [_short(when) for when in named],
                "tickfont": theme.axis_text(), "tickangle": 0, "zeroline": False,
            },
            "yaxis": {
                "range": [0, (float(rows["value"].max()) or 1.0) * 1.15], "fixedrange": True, "nticks": 5,
                "tickformat": ",~g", "ticksuffix": "%" if about["unit"] == "%" else "", "gridcolor": theme.GRID,
                "tickfont": theme.axis_text(), "zerolinecolor": theme.AXIS,
            },
        },
    )  # fmt: skip


def part(row: Any) -> str:
    """Name a part of a year: 'April 2025', 'quarter to June 2025'."""
    month = f"{MONTHS[row['period_end'].month - 1]} {row['period_end'].year}"
    named = {"month": month, "quarter": f"quarter to {month}", "ytd": f"year to date, to {month}"}
    return named.get(row["kind"], day(row["period_end"]))


def _short(when: pd.Timestamp) -> str:
    return f"{MONTHS[when.month - 1][:3]}<br>{when.year}"


def _runs(gaps: list[bool]) -> list[tuple[int, int]]:
    """Return the stretches without a gap, as first and last plus one."""
    starts = [0, *(n for n, gap in enumerate(gaps) if gap)]
    return list(zip(starts, [*starts[1:], len(gaps)], strict=True))
