"""The axes of the before and after chart, and the line that marks the event."""

from typing import Any

import pandas as pd

from pages.charts import theme
from pages.charts.before_after import labels

MARGIN = {"l": 48, "r": 108, "t": 4, "b": 56}
CROWDED = 9  # more years than this are numbered every second one


def upright(rows: pd.DataFrame, event: dict[str, Any], axis: str) -> dict[str, Any]:
    """Draw the event as a line at its own date: dotted where that is approximate."""
    at = rows["event_at"].iloc[-1]
    dash = "solid" if event["date_precision"] == "day" else "dot"
    return {
        "type": "line", "x0": at, "x1": at, "yref": f"{axis} domain", "y0": 0, "y1": 1,
        "layer": "below" if axis == "y" else "above", "line": {"color": theme.GUIDE, "width": 1.5, "dash": dash},
    }  # fmt: skip


def vertical(about: dict[str, Any]) -> dict[str, Any]:
    """Return a vertical axis in the unit of the indicator."""
    return {
        "fixedrange": True, "nticks": 6, "tickformat": ",",
        "ticksuffix": "%" if about["unit"] == "%" else "", "tickprefix": "£" if about["unit"].startswith("£") else "",
        "gridcolor": theme.GRID, "zerolinecolor": theme.AXIS, "zerolinewidth": 1, "tickfont": theme.axis_text(),
    }  # fmt: skip


def layout(rows: pd.DataFrame) -> dict[str, Any]:
    """Return the layout: white, without tools, numbered by years since the event."""
    years = rows["years_since"].to_list()
    shown = [year for year in years if len(years) <= CROWDED or year % 2 == 0]
    return {
        "margin": MARGIN,
        "paper_bgcolor": theme.BACKGROUND,
        "plot_bgcolor": theme.BACKGROUND,
        "font": {"family": theme.FONT, "color": theme.TEXT},
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": theme.BACKGROUND, "font": {"family": theme.FONT, "size": 13, "color": theme.TEXT}},
        "xaxis": {
            "range": [min(years) - 0.6, max(years) + 0.6], "fixedrange": True, "anchor": "y2", "showgrid": False,
            "zeroline": False, "ticks": "outside", "tickcolor": theme.AXIS, "linecolor": theme.AXIS,
            "tickvals": shown, "ticktext": [f"{year}".replace("-", "−") for year in shown], "tickangle": 0,
            "tickfont": theme.axis_text(),
            "title": {"text": labels.years(rows), "standoff": 4, "font": theme.axis_text()},
        },
    }  # fmt: skip
