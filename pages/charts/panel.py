"""One indicator over time in one panel of a timeline: its lines, and their gaps and marks."""

from datetime import timedelta
from typing import Any

import numpy as np
import pandas as pd

from pages.charts import theme
from pages.charts.labels import PITCH, beside_names, label_name
from pages.charts.words import day, figure

COUNTS = ("number", "FTE", "£")
A_YEAR_AND_A_HALF = timedelta(days=550)
MINIMUM_HEIGHT = 118


def shown(rows: pd.DataFrame, unit: str) -> pd.DataFrame:
    """Return the rows a panel draws: counts of a country, a region or a group dwarf those of one authority."""
    return rows[rows["role"].isin(["chosen", "other"])] if unit in COUNTS else rows


def styles(rows: pd.DataFrame) -> dict[str, dict[str, Any]]:
    """Return colour, dash and marker of each area beside the chosen one, by its name."""
    found: dict[str, dict[str, Any]] = {}
    others = 0
    for role, name in beside_names(rows):
        found[name] = theme.BESIDE_STYLE.get(role) or theme.OTHER_STYLES[others % len(theme.OTHER_STYLES)]
        others += role == "other"
    return found


def height(rows: pd.DataFrame) -> int:
    """Return the height of a panel in pixels: room for the labels of all that can stand beside the chosen line."""
    return max(MINIMUM_HEIGHT, PITCH * (2 + sum(1 + len(label_name(name)) for _, name in beside_names(rows))))


def upper_limit(rows: pd.DataFrame) -> float:
    """Return the top of the y-axis: room above the largest figure shown."""
    largest = rows["value"].max()
    return float(largest) * 1.18 if largest > 0 else 1.0


def lines(rows: pd.DataFrame, *, axis: str, unit: str, decimals: int) -> list[dict[str, Any]]:
    """Draw the chosen authority and the areas beside it.

    Parameters
    ----------
    rows
        Rows of `queries.trend` for one indicator, as `shown` returns them.
    axis
        The y-axis to draw on.
    unit, decimals
        From the indicator.

    Returns
    -------
    list of dict
        Plotly traces. No line crosses a gap or a break; figures that round to zero are hollow marks at zero;
        figures that a note calls unusual have a ring.
    """
    looks = styles(rows)
    traces = []
    for role, name in beside_names(rows):
        series = rows[(rows["role"] == role) & (rows["area_name"] == name)]
        traces.append(_line(series, axis=axis, unit=unit, decimals=decimals, look=looks[name]))
    chosen = rows[rows["role"] == "chosen"]
    if len(chosen):
        traces.append(_line(chosen, axis=axis, unit=unit, decimals=decimals, look=None))
        traces += _rings(rows[rows["unusual"]], axis=axis)
        traces += _zeros(chosen[chosen["status"] == "rounds_to_zero"], axis=axis)
    return traces


def _line(series: pd.DataFrame, *, axis: str, unit: str, decimals: int, look: dict[str, Any] | None) -> dict[str, Any]:
    """Return a line with a hole wherever no line may be drawn."""
    x: list[Any] = []
    y: list[float | None] = []
    text: list[str] = []
    before = None
    for row in series.to_dict("records"):
        if before is not None and (
            row["segment"] != before["segment"]
            or row["area_code"] != before["area_code"]
            or row["period_end"] - before["period_end"] > A_YEAR_AND_A_HALF
        ):
            x, y, text = [*x, row["period_end"]], [*y, None], [*text, ""]
        x.append(row["period_end"])
        y.append(row["value"] if row["status"] == "published" else None)
        written = figure(row["value"], row["status"], unit=unit, decimals=decimals)
        of = f" (median of {row['averaged']} of {row['averaged_of']})" if row["role"] == "neighbours" else ""
        text.append(f"{row['area_name']}{of}: {written}, {day(row['period_end'])}")
        before = row
    return {
        "type": "scatter",
        "mode": "lines" if look and look["dash"] != "solid" else "lines+markers",
        "yaxis": axis,
        "x": [when.isoformat() for when in x],
        "y": np.array([np.nan if value is None else value for value in y]),
        "text": text,
        "hovertemplate": "%{text}<extra></extra>",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": look["color"], "width": 2, "dash": look["dash"]}
        if look
        else {"color": theme.CHOSEN, "width": 2.5},
        "marker": {"color": look["color"], "size": 7, "symbol": look["symbol"]}
        if look
        else {"color": theme.CHOSEN, "size": 7},
        "showlegend": False,
    }


def _rings(unusual: pd.DataFrame, *, axis: str) -> list[dict[str, Any]]:
    return [_marks(unusual, unusual["value"], axis=axis, size=15)] if len(unusual) else []


def _zeros(zeros: pd.DataFrame, *, axis: str) -> list[dict[str, Any]]:
    return [_marks(zeros, zeros["value"].fillna(0), axis=axis, size=8)] if len(zeros) else []


def _marks(rows: pd.DataFrame, y: pd.Series, *, axis: str, size: int) -> dict[str, Any]:
    """Return hollow circles."""
    return {
        "type": "scatter",
        "mode": "markers",
        "yaxis": axis,
        "x": [when.isoformat() for when in rows["period_end"]],
        "y": y.to_numpy(),
        "hoverinfo": "skip",
        "cliponaxis": False,
        "marker": {"symbol": "circle-open", "size": size, "color": theme.CHOSEN, "line": {"width": 1.5}},
        "showlegend": False,
    }
