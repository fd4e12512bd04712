"""How the lines of a comparison become traces: gaps, breaks, marks at what is missing or unusual, grey behind."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd

from pages.charts import theme
from pages.charts.comparison.compared import REASONS, Asked, Line
from pages.charts.words import basis_words, day, figure

CONTEXT = {"color": "#8c8c8c", "width": 0.5}
SIZES = {"chosen": 8, "own": 12}  # pixels of a mark; a hollow one stands around what it is compared with
CASING = 3  # pixels of white around a line, so that it stands out from what is behind it
FOOT_PITCH = 0.025  # of the height of the plot, between marks of two lines without a figure on one date


def across(point: dict[str, Any], asked: Asked) -> Any:
    """Return where a point stands on the x-axis: at its reference date, or at years since an event."""
    return point["years_since"] if asked.measure == "since" else point["period_end"].isoformat()


def line_traces(line: Line, asked: Asked, *, axis: str = "") -> list[dict[str, Any]]:
    """Draw one line.

    Parameters
    ----------
    line
        The line.
    asked
        How the comparison is asked for.
    axis
        The number of the panel's axes, as '2'; empty for the first.

    Returns
    -------
    list of dict
        Plotly traces: the line with a hole wherever no line may be drawn, and rings around unusual values.
    """
    x: list[Any] = []
    y: list[float] = []
    text: list[str] = []
    for run in line.stretches():
        x += [across(point, asked) for point in run] + [across(run[-1], asked)]
        y += [float(point["shown"]) for point in run] + [np.nan]
        text += [hover(line.name, point, asked) for point in run] + [""]
    look = line.look
    chosen = line.role == "chosen"
    trace = {
        **_scatter(axis, clipped=line.tiny),
        "mode": "lines+markers" if look.symbol else "lines",
        "x": x, "y": np.array(y), "text": text,
        "hovertemplate": "%{text}<extra></extra>", "connectgaps": False,
        "line": {"color": look.colour, "width": look.width, "dash": look.dash},
        "marker": {"color": look.colour, "size": SIZES.get(line.role, 7), "symbol": look.symbol or "circle",
                   "line": {"width": 1.5, "color": look.colour}},
    }  # fmt: skip
    casing = {**_scatter(axis, clipped=line.tiny), "mode": "lines", "x": x, "y": trace["y"], "hoverinfo": "skip",
              "connectgaps": False, "line": {"color": theme.BACKGROUND, "width": look.width + CASING}}  # fmt: skip
    unusual = [point for point in line.drawn if point.get("unusual")] if chosen else []
    return [
        *([] if line.role == "own" else [casing]),
        trace,
        *([_rings(unusual, look.colour, asked, axis)] if unusual else []),
    ]


def _scatter(axis: str, *, clipped: bool = False) -> dict[str, Any]:
    """Begin a trace; what leaves the axis is clipped, what only touches it is not."""
    return {"type": "scatter", "xaxis": f"x{axis}", "yaxis": f"y{axis}", "showlegend": False, "cliponaxis": clipped}


def _rings(points: list[dict[str, Any]], colour: str, asked: Asked, axis: str) -> dict[str, Any]:
    return {
        **_scatter(axis), "mode": "markers", "hoverinfo": "skip",
        "x": [across(point, asked) for point in points], "y": np.array([float(p["shown"]) for p in points]),
        "marker": {"symbol": "circle-open", "size": 17, "color": colour, "line": {"width": 1.5}},
    }  # fmt: skip


def published_words(point: dict[str, Any], asked: Asked) -> str:
    """Write the figure behind a point in full, or the reason why there is none."""
    if point["status"] != "published":
        return REASONS[point["status"]]
    return figure(point["value"], "published", unit=asked.about["unit"], decimals=asked.about["decimals"])


def hover(name: str, point: dict[str, Any], asked: Asked) -> str:
    """Write what is said of a point under the pointer: the figure drawn, the published one, and its date."""
    published = published_words(point, asked)
    lines = [f"<b>{name}</b>: {published}"]
    if asked.measure in ("difference", "index", "rank"):
        drawn = REASONS.get(point["shown_status"]) or asked.written(point["shown"], row=point)
        lines = lines if drawn == published else [f"<b>{name}</b>: {drawn}", f"figure: {published}"]
    lines.append(day(point["period_end"]))
    lines += [f"{point['years_since']:+.1f} years".replace("-", "−")] if asked.measure == "since" else []
    lines += [basis_words(point)] if "basis" in point else []
    lines += ["unusual value, see notes"] if point.get("unusual") else []
    return "<br>".join(lines)


def foot_marks(lines: Sequence[Line], asked: Asked, *, low: float, high: float, axis: str = "") -> list[dict[str, Any]]:
    """Mark at the foot of the chart where a chosen line has no figure, with the reason under the pointer."""
    traces = []
    marked: dict[Any, int] = {}
    for line in (line for line in lines if line.role == "chosen" and line.drawn and line.gaps):
        places = []
        for point in line.gaps:
            where = across(point, asked)
            marked[where] = marked.get(where, 0) + 1
            places.append(0.0 if asked.at_zero(point) else low + (high - low) * FOOT_PITCH * (marked[where] - 0.4))
        traces.append(
            {
                **_scatter(axis), "mode": "markers",
                "x": [across(point, asked) for point in line.gaps], "y": np.array(places),
                "text": [hover(line.name, point, asked) for point in line.gaps],
                "hovertemplate": "%{text}<extra></extra>",
                "marker": {"symbol": "x-thin", "size": 7, "line": {"width": 1.5, "color": line.look.colour}},
            }
        )  # fmt: skip
    return traces


def context_trace(rows: pd.DataFrame, asked: Asked, *, axis: str = "") -> list[dict[str, Any]]:
    """Draw all other authorities as one thin grey trace, with a hole wherever no line may be drawn."""
    behind = rows[(rows["role"] == "context") & rows["period_end"].notna()]
    if not asked.context or behind["shown"].isna().all() or asked.measure == "rank":
        return []
    values = behind["shown"].to_numpy(dtype=float)
    places = behind["years_since"].to_numpy() if asked.measure == "since" else (
        behind["period_end"].dt.strftime("%Y-%m-%d").to_numpy(dtype=object)
    )  # fmt: skip
    codes, segments = behind["asked_code"].to_numpy(), behind["segment"].to_numpy()
    cut = np.flatnonzero((codes[1:] != codes[:-1]) | (segments[1:] != segments[:-1])) + 1
    return [
        {
            **_scatter(axis), "cliponaxis": True, "mode": "lines", "line": CONTEXT, "hoverinfo": "skip",
            "opacity": 0.6, "connectgaps": False,
            "x": np.insert(places, cut, places[cut]), "y": np.insert(values, cut, np.nan),
        }
    ]  # fmt: skip
