"""More authorities than one chart can hold: a small panel for each, all on one scale, in columns."""

import math
import textwrap
from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme
from pages.charts.comparison.axes import limits, plain_layout, y_axis
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.looks import AUTHORITY_LOOKS, GROUP_LOOKS
from pages.charts.comparison.traces import CONTEXT, across, foot_marks, line_traces
from pages.charts.own.draft import beside

PANEL, TITLE, FOOT = 96, 34, 22
MARGIN = {"l": 40, "r": 60, "t": 4, "b": 4}
TITLE_WIDTH = 38


def multiples(lines: Sequence[Line], asked: Asked) -> list[go.Figure]:
    """Draw a panel for each authority and each group, with England's line in all of them.

    Parameters
    ----------
    lines
        The lines, as of `compared`: authorities by name, then groups; England's, if there, is drawn in each panel.
    asked
        How the comparison is asked for. With `context`, the other chosen authorities stand behind each in grey.

    Returns
    -------
    list of Figure
        The columns, from left to right; the panels run down each. All have the same axes.
    """
    england = [line for line in lines if line.role in ("england", "own")]
    own = sorted((line for line in lines if line.role == "chosen"), key=lambda line: line.name)
    panels = [*own, *(line for line in lines if line.role == "group")]
    columns = min(4, math.ceil(len(panels) / 5)) or 1
    deep = math.ceil(len(panels) / columns)
    low, high = limits(lines, asked)
    return [
        _column(panels[start : start + deep], england, own, asked, low, high) for start in range(0, len(panels), deep)
    ]


def _column(
    panels: Sequence[Line], england: Sequence[Line], own: Sequence[Line], asked: Asked, low: float, high: float
) -> go.Figure:
    """Stack panels, each under its name."""
    pitch = TITLE + PANEL + FOOT
    height = pitch * len(panels)
    layout: dict[str, Any] = plain_layout() | {"height": height + MARGIN["t"] + MARGIN["b"], "margin": MARGIN}
    traces: list[dict[str, Any]] = []
    words: list[dict[str, Any]] = []
    span = x_span([*panels, *england, *own], asked)
    for number, line in enumerate(panels):
        axis = "" if number == 0 else str(number + 1)
        top = 1 - (number * pitch + TITLE) / height
        layout[f"yaxis{axis}"] = y_axis(asked, low, high) | {"domain": [top - PANEL / height, top], "nticks": 4}
        layout[f"xaxis{axis}"] = span | {"anchor": f"y{axis}"}
        traces += _behind([other for other in own if other is not line], asked, axis) if asked.context else []
        traces += [trace for other in beside(line, england) for trace in line_traces(other, asked, axis=axis)]
        traces += line_traces(_plain(line), asked, axis=axis)
        traces += foot_marks([_plain(line)], asked, low=low, high=high, axis=axis)
        words += [_title(line.name, top), *_end(line, asked, axis, high)]
    return go.Figure(data=traces, layout=layout | {"annotations": words})


def _plain(line: Line) -> Line:
    """Give every panel's own line the same look: its name stands above it."""
    look = GROUP_LOOKS[0] if line.role == "group" else AUTHORITY_LOOKS[0]
    return Line(name=line.name, role=line.role, look=look, points=line.points)


def _behind(others: Sequence[Line], asked: Asked, axis: str) -> list[dict[str, Any]]:
    """Draw the other chosen authorities as one thin grey trace."""
    x: list[Any] = []
    y: list[float] = []
    for run in (run for other in others for run in other.stretches()):
        x += [across(point, asked) for point in [*run, run[-1]]]
        y += [*(float(point["shown"]) for point in run), np.nan]
    return [
        {
            "type": "scatter", "xaxis": f"x{axis}", "yaxis": f"y{axis}", "mode": "lines", "line": CONTEXT,
            "hoverinfo": "skip", "connectgaps": False, "showlegend": False, "opacity": 0.6, "x": x, "y": np.array(y),
        }
    ]  # fmt: skip


def x_span(lines: Sequence[Line], asked: Asked) -> dict[str, Any]:
    """Return the x-axis of a panel: the first and the last year, or every fifth year since an event."""
    look = {"fixedrange": True, "showgrid": False, "ticks": "outside", "ticklen": 4, "tickangle": 0, "zeroline": False,
            "tickcolor": theme.AXIS, "linecolor": theme.AXIS, "tickfont": theme.axis_text(11)}  # fmt: skip
    points = [point for line in lines for point in line.points]
    if not points:
        return look
    if asked.measure == "since":
        years = [float(point["years_since"]) for point in points]
        return look | {"range": [min(years) - 0.4, max(years) + 0.4], "nticks": 4, "zeroline": True,
                       "zerolinecolor": theme.GUIDE}  # fmt: skip
    dates = sorted({point["period_end"] for point in points})
    edge = max((dates[-1] - dates[0]) * 0.03, pd.Timedelta(days=40))
    named = list(dict.fromkeys([dates[0], dates[-1]]))
    return look | {
        "type": "date",
        "range": [(dates[0] - edge).isoformat(), (dates[-1] + edge).isoformat()],
        "tickvals": [when.isoformat() for when in named],
        "ticktext": [asked.year(when) for when in named],
    }


def _title(name: str, top: float) -> dict[str, Any]:
    """Write a panel's name above it, over two lines at most."""
    lines = textwrap.wrap(name, TITLE_WIDTH)
    text = "<br>".join(lines if len(lines) < 3 else [lines[0], f"{lines[1][: TITLE_WIDTH - 1]}…"])
    return {
        "xref": "paper", "x": 0, "xanchor": "left", "xshift": -36, "yref": "paper", "y": top, "yanchor": "bottom",
        "yshift": 3, "showarrow": False, "align": "left", "text": text,
        "font": {"family": theme.FONT, "size": 12, "color": theme.TEXT},
    }  # fmt: skip


def _end(line: Line, asked: Asked, axis: str, high: float) -> list[dict[str, Any]]:
    """Write the figure at the end of a panel's line; its year below where it is not the last shown."""
    if not line.drawn:
        return [
            {"xref": f"x{axis} domain", "x": 0.5, "yref": f"y{axis} domain", "y": 0.5, "showarrow": False,
             "text": "no figure", "font": {"family": theme.FONT, "size": 12, "color": theme.SECONDARY_TEXT}}
        ]  # fmt: skip
    end = line.end(asked)
    last = end["period_end"] == line.points[-1]["period_end"]
    year = "" if last or asked.measure == "since" else f"<br>({asked.year(end['period_end'])})"
    return [
        {
            "xref": "paper", "x": 1, "xanchor": "left", "xshift": 7, "showarrow": False, "align": "left",
            "yref": f"y{axis}", "y": min(float(end["shown"]), high), "yanchor": "middle",
            "text": asked.written(end["shown"], row=end).replace(" of ", "<br>of ")
            .replace(" points", "<br>points")
            .replace("rounds to 0", "rounds<br>to 0")
            + year,
            "font": {"family": theme.FONT, "size": 12, "color": theme.TEXT},
        }
    ]  # fmt: skip
