"""One indicator over time in one panel of a timeline: its lines, and their gaps and marks."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

import numpy as np
import pandas as pd

from pages.charts import theme
from pages.charts.labels import PITCH, Row, beside_names, label_name
from pages.charts.words import day, figure

COUNTS = ("number", "FTE", "£")
A_YEAR_AND_A_HALF = timedelta(days=550)
MINIMUM_HEIGHT = 118
ONE_LINE = 70  # letters
DRAWN = [
    "indicator_id", "role", "area_code", "area_name", "area_level", "period_end", "value", "status", "unusual",
    "segment", "averaged", "averaged_of",
]  # fmt: skip


def panels(
    indicators: pd.DataFrame, trend: pd.DataFrame
) -> list[tuple[dict[str, Any], list[Row], pd.Timestamp | None]]:
    """Return each indicator with the rows that its panel draws and its newest date."""
    found: dict[str, list[Row]] = {about: [] for about in indicators["indicator_id"]}
    for row in trend[DRAWN].to_dict("records"):
        found[row["indicator_id"]].append(row)
    return [
        (
            about,
            shown(found[about["indicator_id"]], about["unit"]),
            max((row["period_end"] for row in found[about["indicator_id"]]), default=None),
        )
        for about in indicators.to_dict("records")
    ]


def head(about: dict[str, Any], rows: Sequence[Row]) -> str:
    """Head a panel: the title, and what is counted; in two lines where a telephone would cut the unit off.

    It says that its figures are those of a joint return, and that a visitor's own figures are among the lines.
    """
    joint = any(row["role"] == "chosen" and row["area_level"] == "joint return" for row in rows)
    draft = " and own DRAFT" if any(row["role"].startswith("own") for row in rows) else ""
    counted = f"{about['unit']}, {about['reference']}{'; joint return' if joint else ''}"
    between = "<br>" if len(about["title"] + draft + counted) > ONE_LINE else "  "
    return f"<b>{about['title']}</b>{draft}{between}{counted}"


def shown(rows: Sequence[Row], unit: str) -> list[Row]:
    """Return the rows a panel draws: counts of a country, a region or a group dwarf those of one authority."""
    return [row for row in rows if unit not in COUNTS or row["role"].startswith(("chosen", "other", "own"))]


def styles(rows: Sequence[Row]) -> dict[str, dict[str, Any]]:
    """Return colour, dash and marker of each area beside the chosen one, by its name."""
    found: dict[str, dict[str, Any]] = {}
    others = 0
    for role, name in beside_names(rows):
        found[name] = theme.BESIDE_STYLE.get(role) or theme.OTHER_STYLES[others % len(theme.OTHER_STYLES)]
        others += role == "other"
    return found


def height(rows: Sequence[Row]) -> int:
    """Return the height of a panel in pixels: room for the labels of all that can stand beside the chosen line."""
    return max(MINIMUM_HEIGHT, PITCH * (2 + sum(1 + len(label_name(name)) for _, name in beside_names(rows))))


def upper_limit(rows: Sequence[Row]) -> float:
    """Return the top of the y-axis: room above the largest figure shown."""
    largest = max((row["value"] for row in rows if row["status"] == "published"), default=0)
    return float(largest) * 1.18 if largest > 0 else 1.0


def lines(rows: Sequence[Row], *, axis: str, unit: str, decimals: int) -> list[dict[str, Any]]:
    """Draw the chosen authority and the areas beside it.

    Parameters
    ----------
    rows
        Rows of `queries.trend` for one indicator, as `shown` returns them, each a dict.
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
    traces: list[dict[str, Any]] = []
    above: list[dict[str, Any]] = []
    for role, name in beside_names(rows):
        series = [row for row in rows if row["role"] == role and row["area_name"] == name]
        line = _line(series, axis=axis, unit=unit, decimals=decimals, look=looks[name])
        (above if role.startswith("own") else traces).append(line)
    chosen = [row for row in rows if row["role"] == "chosen"]
    if chosen:
        traces.append(_line(chosen, axis=axis, unit=unit, decimals=decimals, look=None))
        unusual = [(row["period_end"], row["value"]) for row in rows if row["unusual"]]
        zeros = [(row["period_end"], 0.0) for row in chosen if row["status"] == "rounds_to_zero"]
        traces += [_marks(places, axis=axis, size=size) for places, size in ((unusual, 15), (zeros, 8)) if places]
    return traces + above


def _line(series: Sequence[Row], *, axis: str, unit: str, decimals: int, look: dict[str, Any] | None) -> dict[str, Any]:
    """Return a line with a hole wherever no line may be drawn."""
    x: list[Any] = []
    y: list[float | None] = []
    text: list[str] = []
    before = None
    for row in series:
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
        "mode": "lines+markers" if not look or look["dash"] == "solid" or "open" in look["symbol"] else "lines",
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
        "marker": {"color": look["color"], "size": look.get("size", 7), "symbol": look["symbol"]}
        if look
        else {"color": theme.CHOSEN, "size": 7},
        "showlegend": False,
    }


def _marks(places: Sequence[tuple[Any, float]], *, axis: str, size: int) -> dict[str, Any]:
    """Return hollow circles."""
    return {
        "type": "scatter",
        "mode": "markers",
        "yaxis": axis,
        "x": [when.isoformat() for when, _ in places],
        "y": np.array([value for _, value in places]),
        "hoverinfo": "skip",
        "cliponaxis": False,
        "marker": {"symbol": "circle-open", "size": size, "color": theme.CHOSEN, "line": {"width": 1.5}},
        "showlegend": False,
    }
