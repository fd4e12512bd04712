"""How long ago the last graded inspection of each authority was, the longest first."""

import textwrap

import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme
from pages.charts.ofsted import grades

MOST = 30
ROW = 26
MARGIN = {"l": 140, "r": 12, "t": 30, "b": 4}


def waited(rows: pd.DataFrame) -> go.Figure:
    """Draw the years since the last graded inspection, no more than thirty authorities.

    Parameters
    ----------
    rows
        Rows of `queries.ofsted.since`.

    Returns
    -------
    Figure
        Bars from 0, each with its length in words.
    """
    shown = rows[rows["days"].notna()].head(MOST)
    names = shown["authority_name"].to_list()
    return go.Figure(
        data=[
            {
                "type": "bar", "orientation": "h", "y": list(range(len(names))),
                "x": [days / grades.DAYS_A_YEAR for days in shown["days"]],
                "text": [_short(days) for days in shown["days"]],
                "textposition": "auto", "insidetextanchor": "start", "constraintext": "none",
                "insidetextfont": {"family": theme.FONT, "size": 12, "color": theme.BACKGROUND},
                "outsidetextfont": {"family": theme.FONT, "size": 12, "color": theme.TEXT},
                "marker": {"color": theme.CHOSEN}, "hoverinfo": "skip",
            }
        ],
        layout=grades.layout(
            len(names) * ROW + MARGIN["t"] + MARGIN["b"], margin=MARGIN, bargap=0.18,
            xaxis={
                "side": "top", "rangemode": "tozero", "dtick": 1, "ticksuffix": " yr", "gridcolor": theme.GRID,
                "fixedrange": True, "tickfont": theme.axis_text(11),
            },
            yaxis={
                "tickvals": list(range(len(names))),
                "ticktext": ["<br>".join(textwrap.wrap(name, 22)) for name in names], "autorange": "reversed",
                "fixedrange": True, "tickfont": theme.axis_text(11),
            },
        ),
    )  # fmt: skip


def _short(days: float) -> str:
    """Write a time as short as a bar allows: '3 yr 4 mo'."""
    return (
        grades.years(days, full=True)
        .replace("years", "yr")
        .replace("year", "yr")
        .replace("months", "mo")
        .replace("month", "mo")
    )
