"""One indicator for England in one small chart."""

import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme, words
from pages.charts.timeline import panel

HEIGHT = 130


def national(rows: pd.DataFrame, indicator: dict[str, object]) -> go.Figure:
    """Draw the figure of England over time.

    Parameters
    ----------
    rows
        Rows of `queries.national`.
    indicator
        A row of `queries.indicators`.

    Returns
    -------
    Figure
        One line from 0 up; no line crosses a gap or a break.
    """
    mine = (
        rows[rows["indicator_id"] == indicator["indicator_id"]].assign(role="chosen", unusual=False).to_dict("records")
    )
    unit = str(indicator["unit"])
    lines = panel.lines(mine, axis="y", unit=unit, decimals=int(str(indicator["decimals"])))
    return go.Figure(
        data=lines,
        layout={
            "height": HEIGHT,
            "margin": {"l": 40, "r": 8, "t": 6, "b": 22},
            "paper_bgcolor": theme.BACKGROUND,
            "plot_bgcolor": theme.BACKGROUND,
            "hoverlabel": {"bgcolor": theme.BACKGROUND, "font": {"family": theme.FONT, "color": theme.TEXT}},
            "xaxis": {
                "type": "date",
                "fixedrange": True,
                "showgrid": False,
                "dtick": "M48",
                "tick0": "2013-01-01",
                "tickformat": "%Y",
                "tickangle": 0,
                "tickfont": theme.axis_text(),
                "linecolor": theme.AXIS,
            },
            "yaxis": {
                "range": [0, panel.upper_limit(mine)],
                "fixedrange": True,
                "nticks": 4,
                "tickformat": "~s",
                "ticksuffix": "%" if unit == "%" else "",
                "tickprefix": "£" if unit.startswith("£") else "",
                "gridcolor": theme.GRID,
                "zerolinecolor": theme.AXIS,
                "zerolinewidth": 1,
                "tickfont": theme.axis_text(),
            },
        },
    )


def newest(rows: pd.DataFrame, indicator: dict[str, object]) -> str:
    """Write England's figure of the newest date in words."""
    mine = rows[rows["indicator_id"] == indicator["indicator_id"]].to_dict("records")
    return words.newest(mine, unit=str(indicator["unit"]), decimals=int(str(indicator["decimals"])))
