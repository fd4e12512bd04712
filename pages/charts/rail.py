"""The two ribbons above a timeline: government intervention, and Ofsted's grades."""

from datetime import date, timedelta
from typing import Any

import pandas as pd

from pages.charts import theme
from pages.charts.words import day

STATES = {"in_force": "still in force", "end_unknown": "end not known"}
OPEN_END = timedelta(days=270)
MILLISECONDS = 86_400_000


def _bar(
    row: dict[str, Any], *, axis: str, text: str, hover: str, fill: str, ink: str, pattern: str = ""
) -> dict[str, Any]:
    """Return one bar of a ribbon, from `row["from"]` to `row["to"]`."""
    return {
        "type": "bar",
        "orientation": "h",
        "yaxis": axis,
        "y": [0],
        "width": [1],
        "base": [row["from"].isoformat()],
        "x": [(row["to"] - row["from"]).days * MILLISECONDS],
        "text": [text],
        "textposition": "inside",
        "insidetextanchor": "middle",
        "textangle": 0,
        "textfont": {"family": theme.FONT, "size": 12, "color": ink},
        "marker": {
            "color": fill,
            "line": {"color": theme.BACKGROUND if fill != theme.BACKGROUND else theme.GRADE_EDGE, "width": 1.5},
            "pattern": {"shape": pattern, "fgcolor": theme.GUIDE, "size": 6, "solidity": 0.25},
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
        Plotly traces: a dark bar as far as each phase is evidenced; hatched to the end of the axis where it is in
        force; a short hatched end with a question mark where its end is not known.
    """
    traces = []
    for phase in phases.to_dict("records"):
        began, known_to, is_open = phase["began_on"], phase["known_to"], phase["state"] != "ended"
        hover = f"<b>{phase['title']}</b><br>from {day(began, phase['began_precision'])}" + (
            f" to {day(phase['ended_on'], phase['ended_precision'])}" if not is_open else f"; {STATES[phase['state']]}"
        )
        if known_to > began:
            span = {"from": began, "to": known_to}
            traces.append(
                _bar(span, axis=axis, text=phase["title"], hover=hover, fill=theme.RAIL, ink=theme.BACKGROUND)
            )
        if is_open:
            in_force = phase["state"] == "in_force"
            span = {"from": known_to, "to": pd.Timestamp(until) if in_force else known_to + OPEN_END}
            text = "" if in_force else "<b>?</b>"
            traces.append(
                _bar(span, axis=axis, text=text, hover=hover, fill=theme.BACKGROUND, ink=theme.TEXT, pattern="/")
            )
    return traces


def grade_bars(ribbon: pd.DataFrame, *, axis: str, compact: bool = False) -> list[dict[str, Any]]:
    """Draw the grades that stood, each from the publication of its report to that of the next.

    Parameters
    ----------
    ribbon
        Rows of `queries.ribbon`, or of one row of `queries.ribbons`.
    axis
        The y-axis to draw on.
    compact
        Write the grade alone, on one line, for a low row.

    Returns
    -------
    list of dict
        Plotly traces with the grade and the framework written in each bar.
    """
    traces = []
    for row in ribbon.to_dict("records"):
        grade = row["grade"]
        inspected = f"inspected {day(row['inspected_on'])}, " if not pd.isna(row["inspected_on"]) else ""
        hover = (
            f"<b>{grade.capitalize()}</b>: {row['graded']}<br>{row['framework']}, {row['inspection_type']}<br>"
            f"{inspected}published {day(row['published_on'])}"
            + ("<br>compiled from the report" if row["basis"] == "compiled" else "")
        )
        traces.append(
            _bar(
                {"from": row["published_on"], "to": row["until"]},
                axis=axis,
                text=grade.capitalize() if compact else _named(grade, row["framework"]),
                hover=hover,
                fill=theme.GRADE_FILL[grade],
                ink=theme.GRADE_TEXT.get(grade, theme.TEXT),
                pattern=theme.GRADE_PATTERN.get(grade, ""),
            )
        )
    return traces


def _named(grade: str, framework: str) -> str:
    """Write a grade, over two lines where it has two words, and the framework under it."""
    return f"{grade.capitalize().replace(' ', '<br>', 1)}<br><i>{framework.replace(' re-inspection', ', again')}</i>"
