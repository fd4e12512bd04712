"""The ribbon of government intervention above a timeline, and the bar that ribbons are made of."""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

import pandas as pd

from pages.charts import theme
from pages.charts.words import day

A_YEAR = timedelta(days=365)
OPEN_END = timedelta(days=270)
MILLISECONDS = 86_400_000


def ending(phase: dict[str, Any]) -> str:
    """Write how an intervention ended, or what is known of that: a row of `queries.interventions`."""
    if phase["state"] == "in_force":
        return f"in force when last reported ({day(phase['last_reported'], 'month')})"
    if phase["state"] == "end_unknown":
        return "end not known"
    return f"ended {day(phase['ended_on'], phase['ended_precision'])}"


def bar(
    span: tuple[date, date],
    *,
    axis: str,
    text: str,
    hover: str,
    fill: str,
    ink: str,
    pattern: str = "",
    lines: str = "",
) -> dict[str, Any]:
    """Return one bar of a ribbon over a span of days."""
    return {
        "type": "bar",
        "orientation": "h",
        "yaxis": axis,
        "y": [0],
        "width": [1],
        "base": [span[0].isoformat()],
        "x": [(span[1] - span[0]).days * MILLISECONDS],
        "text": [text],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"family": theme.FONT, "size": 12, "color": ink},
        "marker": {
            "color": fill,
            "line": {"color": theme.BACKGROUND if ink == theme.BACKGROUND else theme.GRADE_EDGE, "width": 1},
            "pattern": {
                "shape": pattern,
                "bgcolor": fill,
                "fgcolor": lines or theme.GUIDE,
                "size": 7,
                "solidity": 0.2,
            },
        },
        "hovertemplate": hover + "<extra></extra>",
        "showlegend": False,
    }


def intervention_bars(phases: pd.DataFrame, *, axis: str, until: date) -> list[dict[str, Any]]:
    """Draw the phases of intervention as bars.

    Parameters
    ----------
    phases
        Rows of `queries.interventions`.
    axis
        The y-axis to draw on, as 'y6'.
    until
        Where the date axis ends.

    Returns
    -------
    list of dict
        Plotly traces: a dark bar as far as each phase is evidenced, hatched over a year of which the day is not
        known; a pale hatched end where it was in force when last reported, and with a question mark where its end
        is not known.
    """
    traces = []
    for phase in phases.to_dict("records"):
        hover = (
            f"<b>{phase['title']}</b><br>from {day(phase['began_on'], phase['began_precision'])}, {ending(phase)}<br>"
            f"confidence: {phase['confidence']}"
        )
        for first, last, sure in _spans(phase):
            text = phase["title"] if sure else ""
            pattern = "" if sure else "/"
            traces.append(
                bar(
                    (first, last), axis=axis, text=text, hover=hover, fill=theme.RAIL, ink=theme.BACKGROUND,
                    pattern=pattern, lines=theme.BACKGROUND,
                )
            )  # fmt: skip
        if phase["state"] != "ended":
            end = min(max(phase["last_reported"], phase["known_to"]) + OPEN_END, pd.Timestamp(until), _closed(phase))
            text = "" if phase["state"] == "in_force" else "<b>?</b>"
            span = (phase["known_to"], end)
            traces.append(
                bar(span, axis=axis, text=text, hover=hover, fill=theme.BACKGROUND, ink=theme.TEXT, pattern="/")
            )
    return traces


def _closed(phase: dict[str, Any]) -> pd.Timestamp:
    """Return when the authority ended; nothing of it is drawn beyond."""
    return pd.Timestamp.max if pd.isna(phase["closed_on"]) else phase["closed_on"]


def _spans(phase: dict[str, Any]) -> Iterator[tuple[date, date, bool]]:
    """Yield the parts of a phase in order, and whether each is sure: a year alone leaves twelve months open."""
    began, ended = phase["began_on"], phase["known_to"]
    if phase["began_precision"] == "year":
        sure_from = min(began + A_YEAR, max(ended, began + A_YEAR / 2))
        yield began, sure_from, False
        began = sure_from
    if ended > began:
        yield began, ended, True
    if phase["state"] == "ended" and phase["ended_precision"] == "year":
        yield max(ended, began), min(ended + A_YEAR, _closed(phase)), False
