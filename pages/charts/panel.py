"""One indicator over time in one panel of a timeline: lines, gaps, breaks and labels at the line ends."""

from datetime import timedelta
from typing import Any

import numpy as np
import pandas as pd

from pages.charts import theme
from pages.charts.words import day, figure, short_figure

COUNTS = ("number", "FTE", "£")
A_YEAR_AND_A_HALF = timedelta(days=550)
LABEL_PITCH = 17


def shown(rows: pd.DataFrame, unit: str) -> pd.DataFrame:
    """Return the rows a panel draws: beside counts of one authority no other area is drawn, only in the table."""
    return rows[rows["role"] == "chosen"] if unit in COUNTS else rows


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
    traces = []
    beside = rows[rows["role"] == "beside"]
    for name, series in beside.groupby("area_name", sort=False):
        traces.append(_line(series, str(name), axis=axis, unit=unit, decimals=decimals, chosen=False))
    chosen = rows[rows["role"] == "chosen"]
    if len(chosen):
        name = str(chosen["area_name"].iloc[-1])
        traces.append(_line(chosen, name, axis=axis, unit=unit, decimals=decimals, chosen=True))
        traces += _rings(chosen[chosen["unusual"]], axis=axis)
        traces += _zeros(chosen[chosen["status"] == "rounds_to_zero"], axis=axis)
    return traces


def _line(series: pd.DataFrame, name: str, *, axis: str, unit: str, decimals: int, chosen: bool) -> dict[str, Any]:
    """Return a line with a hole wherever no line may be drawn."""
    x: list[Any] = []
    y: list[float | None] = []
    text: list[str] = []
    before = None
    for row in series.to_dict("records"):
        if before is not None and (
            row["segment"] != before["segment"] or row["period_end"] - before["period_end"] > A_YEAR_AND_A_HALF
        ):
            x, y, text = [*x, row["period_end"]], [*y, None], [*text, ""]
        x.append(row["period_end"])
        y.append(row["value"] if row["status"] == "published" else None)
        written = figure(row["value"], row["status"], unit=unit, decimals=decimals)
        text.append(f"{name}: {written}, {day(row['period_end'])}")
        before = row
    return {
        "type": "scatter",
        "mode": "lines+markers" if chosen else "lines",
        "yaxis": axis,
        "x": [when.isoformat() for when in x],
        "y": np.array([np.nan if value is None else value for value in y]),
        "text": text,
        "hovertemplate": "%{text}<extra></extra>",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": theme.CHOSEN, "width": 2.5} if chosen else {"color": theme.BESIDE, "width": 2, "dash": "dot"},
        "marker": {"color": theme.CHOSEN if chosen else theme.BESIDE, "size": 7 if chosen else 5},
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


def end_labels(
    rows: pd.DataFrame, *, axis: str, unit: str, decimals: int, top: float, height: int
) -> list[dict[str, Any]]:
    """Label each line at its end, in the order of the figures, never one over the other.

    Parameters
    ----------
    rows
        As for `lines`.
    axis, unit, decimals
        As for `lines`.
    top
        The upper limit of the y-axis, in the indicator's unit.
    height
        The height of the panel in pixels.

    Returns
    -------
    list of dict
        Plotly annotations to the right of the plot: the chosen figure bold, the others with their names.
    """
    published = rows[rows["status"] == "published"].sort_values("period_end")
    ends = published.groupby(["role", "area_name"], sort=False).tail(1) if len(published) else published
    chosen = ends[ends["role"] == "chosen"].tail(1)
    ends = pd.concat([chosen, ends[ends["role"] == "beside"]]).sort_values("value")
    last = rows["period_end"].max()
    labels = []
    occupied = 0.0
    for row in ends.to_dict("records"):
        bold, year = row["role"] == "chosen", f"({row['period_end'].year})" if row["period_end"] != last else ""
        tall = LABEL_PITCH if bold and not year else 2 * LABEL_PITCH
        pixel = max(row["value"] / top * height, occupied + tall / 2)
        occupied = pixel + tall / 2
        written = short_figure(row["value"], unit=unit, decimals=decimals)
        labels.append(
            {
                "xref": "paper",
                "x": 1,
                "xanchor": "left",
                "xshift": 4,
                "yref": axis,
                "y": pixel / height * top,
                "yanchor": "middle",
                "showarrow": False,
                "align": "left",
                "text": (f"<b>{written}</b>" if bold else f"{row['area_name']} {year}<br>{written}")
                + (f"<br>{year}" if bold and year else ""),
                "font": {"family": theme.FONT, "size": 12, "color": theme.CHOSEN if bold else theme.SECONDARY_TEXT},
            }
        )
    return labels


def gap_labels(rows: pd.DataFrame, *, axis: str) -> list[dict[str, Any]]:
    """Write into each gap of the chosen series why it is there; years one after another share a label."""
    chosen = rows[rows["role"] == "chosen"].sort_values("period_end")
    runs: list[list[dict[str, Any]]] = []
    for row in chosen.to_dict("records"):
        if row["status"] == "published":
            runs.append([])
        elif runs and runs[-1] and runs[-1][-1]["status"] == row["status"]:
            runs[-1].append(row)
        else:
            runs.append([row])
    return [_gap_label(run, axis) for run in runs if run]


def _gap_label(run: list[dict[str, Any]], axis: str) -> dict[str, Any]:
    first, last = run[0]["period_end"], run[-1]["period_end"]
    years = f"{first.year}" if first.year == last.year else f"{first.year} to {last.year}"
    return {
        "x": (first + (last - first) / 2).isoformat(),
        "yref": axis,
        "y": 0,
        "yanchor": "bottom",
        "yshift": 3,
        "showarrow": False,
        "text": f"{years}:<br>{theme.STATUS_WORDS[run[0]['status']].replace(' to protect', '<br>to protect')}",
        "font": {"family": theme.FONT, "size": 11, "color": theme.SECONDARY_TEXT},
        "bgcolor": theme.BACKGROUND,
        "bordercolor": theme.BESIDE,
        "borderwidth": 1,
        "borderpad": 2,
    }
