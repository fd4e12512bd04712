"""How many interventions were in force on each 31 March, and how surely that is known."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme
from pages.charts.register import models, plotted
from pages.charts.words import day

HEIGHT = 300
MARGIN = {"l": 34, "r": 8, "t": 8, "b": 26}
LOOKS: dict[str, dict[str, Any]] = {
    "evidenced": {"fill": theme.CHOSEN, "ink": theme.BACKGROUND, "pattern": "", "lines": theme.GUIDE},
    "reported": {"fill": "#cae1f5", "ink": theme.TEXT, "pattern": "", "lines": theme.GUIDE},
    "unknown": {"fill": theme.BACKGROUND, "ink": theme.TEXT, "pattern": "/", "lines": "#bfbfbf"},
}


def counted(rows: pd.DataFrame) -> pd.DataFrame:
    """Count interventions by date: a column each for evidenced, reported and unknown; rows of `in_force`."""
    wide = rows.groupby(["as_at", "standing"]).size().unstack(fill_value=0)
    return wide.reindex(columns=list(models.STANDING), fill_value=0)


def standing_bars(rows: pd.DataFrame) -> go.Figure:
    """Draw the number of interventions on each 31 March.

    Parameters
    ----------
    rows
        Rows of `queries.register.in_force`.

    Returns
    -------
    Figure
        Stacked bars: in force with evidence, counted as in force, and those that may have been.
    """
    wide = counted(rows)
    years = [when.year for when in wide.index]
    top = max(4, int(wide.sum(axis=1).max()))
    traces = []
    for standing, look in LOOKS.items():
        numbers = [int(number) for number in wide[standing]]
        traces.append(
            {
                "type": "bar", "x": years, "y": numbers,
                "text": [str(number) if number >= max(2, top / 20) else "" for number in numbers],
                "textposition": "inside", "insidetextanchor": "middle", "textangle": 0, "constraintext": "none",
                "textfont": {"family": theme.FONT, "size": 11, "color": look["ink"]},
                "hovertext": [
                    f"{day(when)}: {number}. {models.STANDING[standing]}"
                    for when, number in zip(wide.index, numbers, strict=True)
                ],
                "hovertemplate": "%{hovertext}<extra></extra>",
                "marker": {
                    "color": look["fill"], "line": {"color": theme.GRADE_EDGE, "width": 1},
                    "pattern": {
                        "shape": look["pattern"], "bgcolor": look["fill"], "fgcolor": look["lines"], "size": 7,
                        "solidity": 0.2,
                    },
                },
            }
        )  # fmt: skip
    return go.Figure(
        data=traces,
        layout=plotted.layout(
            HEIGHT, margin=MARGIN, barmode="stack", bargap=0.12,
            xaxis={
                "fixedrange": True, "dtick": 3, "tick0": 2010, "tickangle": 0, "tickfont": theme.axis_text(),
                "showgrid": False, "linecolor": theme.AXIS, "ticks": "outside",
            },
            yaxis={
                "fixedrange": True, "rangemode": "tozero", "nticks": 5, "gridcolor": theme.GRID,
                "zerolinecolor": theme.AXIS, "tickfont": theme.axis_text(),
            },
        ),
    )  # fmt: skip
