"""The ribbon of government intervention above a timeline, and the bar that ribbons are made of."""

from datetime import date
from typing import Any

import pandas as pd

from pages.charts import spans, theme
from pages.charts.words import day

MILLISECONDS = 86_400_000


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
            f"<b>{phase['title']}</b><br>from {day(phase['began_on'], phase['began_precision'])}, "
            f"{spans.ending(phase)}<br>confidence: {phase['confidence']}"
        )
        for part in spans.of_phase(phase):
            if part.began < until:
                traces.append(_phase_bar(part, phase["title"], hover, axis=axis, until=until))
    return traces


def _phase_bar(part: spans.Span, title: str, hover: str, *, axis: str, until: date) -> dict[str, Any]:
    """Return the bar of a part of a phase: an open end is pale, and has a question mark where it is not known."""
    is_open = part.look in ("in_force", "end_unknown")
    return bar(
        (part.began, min(part.ended, until)),
        axis=axis,
        text={"sure": title, "end_unknown": "<b>?</b>"}.get(part.look, ""),
        hover=hover,
        fill=theme.BACKGROUND if is_open else theme.RAIL,
        ink=theme.TEXT if is_open else theme.BACKGROUND,
        pattern="" if part.look == "sure" else "/",
        lines="" if is_open else theme.BACKGROUND,
    )
