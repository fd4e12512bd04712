"""One indicator against another: the path of each authority from year to year."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme
from pages.charts.comparison.axes import measured, plain_layout, pounds
from pages.charts.comparison.chart import LEAST_HEIGHT, right_margin, tall
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.path_labels import beside, label, years
from pages.charts.words import day, figure

MARGIN = {"l": 46, "t": 26, "b": 52}


def path(rows: pd.DataFrame, lines: Sequence[Line], asked: Asked) -> go.Figure:
    """Draw the path of each authority and of England.

    Parameters
    ----------
    rows
        Rows of `queries.compare.against`; those of the role context are grey dots.
    lines
        The lines, as of `path_lines`.
    asked
        How the comparison is asked for.

    Returns
    -------
    Figure
        Both axes from 0; the first and the last year of each path are written at its ends where there is room.
    """
    drawn = [line for line in lines if line.drawn]
    wide, high = _top(drawn, "other_value"), _top(drawn, "value")
    labels = [label(line, asked) for line in drawn]
    height = max(LEAST_HEIGHT, sum(tall(text) for text in labels))
    traces = _dots(rows, asked)
    for line in reversed(drawn):
        traces += [_trace(line, asked), *_ends(line), *_rings(line)]
    words = [*beside(drawn, labels, high, height), *years(drawn, wide, high, height), *_axis_words(asked)]
    return go.Figure(
        data=traces,
        layout={
            **plain_layout(),
            "height": height + MARGIN["t"] + MARGIN["b"],
            "margin": MARGIN | {"r": right_margin(labels)},
            "annotations": words,
            "xaxis": _axis(asked.other, wide) | {"nticks": 6},
            "yaxis": _axis(asked.about, high) | {"nticks": 7},
        },
    )


def _top(lines: Sequence[Line], column: str) -> float:
    """Return the end of an axis: from the paths, not from the grey dots."""
    return max([0.0, *(float(point[column]) for line in measured(lines) for point in line.drawn)]) * 1.1 or 1.0


def with_pairs(rows: pd.DataFrame) -> pd.DataFrame:
    """Add `shown`, which lines ask for: the figure where both are there."""
    return rows.assign(shown=rows["value"].where(rows["other_value"].notna()))


def hover(name: str, point: dict[str, Any], asked: Asked) -> str:
    """Write both figures of a point with their dates."""
    other = figure(
        point["other_value"], point["other_status"], unit=asked.other["unit"], decimals=asked.other["decimals"]
    )
    own = figure(point["value"], point["status"], unit=asked.about["unit"], decimals=asked.about["decimals"])
    odd = "<br>unusual value, see notes" if point["unusual"] else ""
    return (
        f"<b>{name}</b><br>{asked.about['short_title']}: {own}, {day(point['period_end'])}<br>"
        f"{asked.other['short_title']}: {other}, {day(point['other_period_end'])}{odd}"
    )


def _trace(line: Line, asked: Asked) -> dict[str, Any]:
    x: list[float] = []
    y: list[float] = []
    text: list[str] = []
    for run in line.stretches():
        x += [*(float(point["other_value"]) for point in run), np.nan]
        y += [*(float(point["value"]) for point in run), np.nan]
        text += [*(hover(line.name, point, asked) for point in run), ""]
    look = line.look
    return {
        "type": "scatter", "mode": "lines+markers", "x": np.array(x), "y": np.array(y), "text": text,
        "hovertemplate": "%{text}<extra></extra>", "connectgaps": False, "cliponaxis": line.tiny, "showlegend": False,
        "line": {"color": look.colour, "width": 1.5, "dash": look.dash},
        "marker": {"color": look.colour, "size": 6, "symbol": look.symbol or "circle"},
    }  # fmt: skip


def _ends(line: Line) -> list[dict[str, Any]]:
    """Mark the last point of a path larger than the others."""
    end = line.drawn[-1]
    return [
        {
            "type": "scatter", "mode": "markers", "x": [end["other_value"]], "y": [end["value"]], "hoverinfo": "skip",
            "showlegend": False, "cliponaxis": line.tiny,
            "marker": {"color": line.look.colour, "size": 12, "symbol": line.look.symbol or "circle"},
        }
    ]  # fmt: skip


def _rings(line: Line) -> list[dict[str, Any]]:
    odd = [point for point in line.drawn if point["unusual"]]
    return [
        {
            "type": "scatter", "mode": "markers", "hoverinfo": "skip", "showlegend": False, "cliponaxis": False,
            "x": [point["other_value"] for point in odd], "y": [point["value"] for point in odd],
            "marker": {"symbol": "circle-open", "size": 17, "color": line.look.colour, "line": {"width": 1.5}},
        }
    ] if odd else []  # fmt: skip


def _dots(rows: pd.DataFrame, asked: Asked) -> list[dict[str, Any]]:
    """Draw every other authority as a grey dot, in the last year."""
    behind = with_pairs(rows[rows["role"] == "context"])
    behind = behind[behind["shown"].notna()]
    if not asked.context or not len(behind):
        return []
    return [
        {
            "type": "scatter", "mode": "markers",
            "x": behind["other_value"].to_numpy(), "y": behind["value"].to_numpy(),
            "text": [hover(row["asked_name"], row, asked) for row in behind.to_dict("records")],
            "hovertemplate": "%{text}<extra></extra>", "showlegend": False,
            "marker": {"color": "#8c8c8c", "size": 4},
        }
    ]  # fmt: skip


def _axis(about: Any, top: float) -> dict[str, Any]:
    return {
        "range": [0, top], "fixedrange": True, "gridcolor": theme.GRID, "zerolinecolor": theme.AXIS,
        "tickformat": "~s" if top >= 10_000 else ",~g", "ticksuffix": "%" if about["unit"] == "%" else "",
        "tickprefix": "£" if about["unit"].startswith("£") else "",
        "tickfont": theme.axis_text(), "tickangle": 0, "ticks": "outside", "ticklen": 6, "tickcolor": theme.BACKGROUND,
        **(pounds(top) if about["unit"] == "£" else {}),
    }  # fmt: skip


def _axis_words(asked: Asked) -> list[dict[str, Any]]:
    """Name the axes: the upright one above its upper end, the other below its end."""
    look = {"xref": "paper", "yref": "paper", "x": 0, "xanchor": "left", "showarrow": False,
            "font": theme.axis_text()}  # fmt: skip
    return [
        look | {"xshift": -40, "y": 1, "yanchor": "bottom", "yshift": 6, "text": f"↑ {asked.about['title']}"},
        look | {"xshift": -40, "y": 0, "yanchor": "top", "yshift": -26, "text": f"→ {asked.other['title']}"},
    ]
