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
from pages.charts.words import day, figure, listed

MARGIN = {"l": 46, "t": 26, "b": 52}
LINE = 18  # pixels, of a line of words below the axis


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
        Both axes from 0, and so far that only very small authorities can lie outside; those are counted below the
        axis. The first and the last year of each path are written at its ends where there is room.
    """
    drawn = [line for line in lines if line.drawn]
    wide, high = ends_of_axes(rows, lines, asked)
    labels = [label(line, asked) for line in drawn]
    height = max(LEAST_HEIGHT, sum(tall(text) for text in labels))
    out = outside(rows, lines, asked)
    traces = _dots(rows, asked, wide, high)
    for line in reversed(drawn):
        clipped = leaves(line, wide, high)  # else what lies on an axis is drawn whole
        traces += [_trace(line, asked, clipped), *_ends(line, clipped), *_rings(line)]
    words = [*beside(drawn, labels, high, height), *years(drawn, wide, high, height), *_axis_words(asked, out)]
    foot = MARGIN["b"] + LINE * bool(out)
    return go.Figure(
        data=traces,
        layout={
            **plain_layout(),
            "height": height + MARGIN["t"] + foot,
            "margin": MARGIN | {"r": right_margin(labels), "b": foot},
            "annotations": words,
            "xaxis": _axis(asked.other, wide) | {"nticks": 6},
            "yaxis": _axis(asked.about, high) | {"nticks": 7},
        },
    )


def ends_of_axes(rows: pd.DataFrame, lines: Sequence[Line], asked: Asked) -> tuple[float, float]:
    """Return how far the axis across and the upright one reach: beyond every point but those of very small authorities.

    Parameters
    ----------
    rows, lines, asked
        As for `path`.
    """
    dots = behind(rows, asked)
    dots = dots[~dots["tiny"]]

    def top(column: str) -> float:
        drawn = [float(point[column]) for line in measured(lines) for point in line.drawn]
        return max([0.0, *drawn, *dots[column].astype(float)]) * 1.06 or 1.0

    return top("other_value"), top("value")


def behind(rows: pd.DataFrame, asked: Asked) -> pd.DataFrame:
    """Return the rows of the other authorities that have both figures, if they are wanted."""
    others = with_pairs(rows[rows["role"] == "context"])
    return others[others["shown"].notna() & asked.context]


def outside(rows: pd.DataFrame, lines: Sequence[Line], asked: Asked) -> str:
    """Count and name the authorities of which a point lies outside the axes; nothing where none does."""
    wide, high = ends_of_axes(rows, lines, asked)
    points = behind(rows, asked).to_dict("records") + [point for line in lines for point in line.drawn]
    names = {point["asked_name"] for point in points if point["other_value"] > wide or point["value"] > high}
    counted = f"{len(names)} {'authority' if len(names) == 1 else 'authorities'}"
    return f"{counted} outside the axes: {listed(sorted(names))}" if names else ""


def leaves(line: Line, wide: float, high: float) -> bool:
    """Tell whether a point of a line lies outside the axes."""
    return any(point["other_value"] > wide or point["value"] > high for point in line.drawn)


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


def _trace(line: Line, asked: Asked, clipped: bool) -> dict[str, Any]:
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
        "hovertemplate": "%{text}<extra></extra>", "connectgaps": False, "cliponaxis": clipped, "showlegend": False,
        "line": {"color": look.colour, "width": 1.5, "dash": look.dash},
        "marker": {"color": look.colour, "size": 6, "symbol": look.symbol or "circle"},
    }  # fmt: skip


def _ends(line: Line, clipped: bool) -> list[dict[str, Any]]:
    """Mark the last point of a path larger than the others."""
    end = line.drawn[-1]
    return [
        {
            "type": "scatter", "mode": "markers", "x": [end["other_value"]], "y": [end["value"]], "hoverinfo": "skip",
            "showlegend": False, "cliponaxis": clipped,
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


def _dots(rows: pd.DataFrame, asked: Asked, wide: float, high: float) -> list[dict[str, Any]]:
    """Draw every other authority as a grey dot, in the last year; a dot on an axis is drawn whole."""
    dots = behind(rows, asked)
    dots = dots[(dots["other_value"] <= wide) & (dots["value"] <= high)]
    return [
        {
            "type": "scatter", "mode": "markers", "cliponaxis": False,
            "x": dots["other_value"].to_numpy(), "y": dots["value"].to_numpy(),
            "text": [hover(row["asked_name"], row, asked) for row in dots.to_dict("records")],
            "hovertemplate": "%{text}<extra></extra>", "showlegend": False,
            "marker": {"color": "#8c8c8c", "size": 4},
        }
    ] if len(dots) else []  # fmt: skip


def _axis(about: Any, top: float) -> dict[str, Any]:
    return {
        "range": [0, top], "fixedrange": True, "gridcolor": theme.GRID, "zerolinecolor": theme.AXIS,
        "tickformat": "~s" if top >= 10_000 else ",~g", "ticksuffix": "%" if about["unit"] == "%" else "",
        "tickprefix": "£" if about["unit"].startswith("£") else "",
        "tickfont": theme.axis_text(), "tickangle": 0, "ticks": "outside", "ticklen": 6, "tickcolor": theme.BACKGROUND,
        **(pounds(top) if about["unit"] == "£" else {}),
    }  # fmt: skip


def _axis_words(asked: Asked, out: str) -> list[dict[str, Any]]:
    """Name the axes, the upright one above its upper end, the other below its end; count what lies outside them."""
    look = {"xref": "paper", "yref": "paper", "x": 0, "xanchor": "left", "showarrow": False,
            "font": theme.axis_text()}  # fmt: skip
    below = look | {"xshift": -40, "y": 0, "yanchor": "top"}
    counted = [below | {"yshift": -26 - LINE, "text": out}] if out else []
    return [
        look | {"xshift": -40, "y": 1, "yanchor": "bottom", "yshift": 6, "text": f"↑ {asked.about['title']}"},
        below | {"yshift": -26, "text": f"→ {asked.other['title']}"},
        *counted,
    ]
