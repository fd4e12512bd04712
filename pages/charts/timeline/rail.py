"""The two ribbons above a timeline: government intervention, and Ofsted's grades."""

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


def _bar(
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
                _bar(
                    (first, last), axis=axis, text=text, hover=hover, fill=theme.RAIL, ink=theme.BACKGROUND,
                    pattern=pattern, lines=theme.BACKGROUND,
                )
            )  # fmt: skip
        if phase["state"] != "ended":
            end = min(max(phase["last_reported"], phase["known_to"]) + OPEN_END, pd.Timestamp(until), _closed(phase))
            text = "" if phase["state"] == "in_force" else "<b>?</b>"
            span = (phase["known_to"], end)
            traces.append(
                _bar(span, axis=axis, text=text, hover=hover, fill=theme.BACKGROUND, ink=theme.TEXT, pattern="/")
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
        Plotly traces with the grade and the framework written in each bar, but for the grade of the last one, which
        `standing_label` writes beside it; and a tick on each day on which an inspection began.
    """
    rows = ribbon.to_dict("records")
    traces = []
    for number, row in enumerate(rows, 1):
        grade, last = row["grade"], number == len(rows) and not compact
        inspected = f"inspected {day(row['inspected_on'])}, " if not pd.isna(row["inspected_on"]) else ""
        hover = (
            f"<b>{grade.capitalize()}</b>{'' if grade == 'no overall grade' else ': ' + row['graded']}<br>"
            f"{row['framework']}, {row['inspection_type']}<br>{inspected}published {day(row['published_on'])}"
            + ("<br>compiled from the report" if row["basis"] == "compiled" else "")
        )
        traces.append(
            _bar(
                (row["published_on"], row["until"]),
                axis=axis,
                text=grade.capitalize() if compact else _named("" if last else grade, row),
                hover=hover,
                fill=theme.GRADE_FILL[grade],
                ink=theme.GRADE_TEXT.get(grade, theme.TEXT),
                pattern=theme.GRADE_PATTERN.get(grade, ""),
                lines=theme.GRADE_LINES.get(grade, ""),
            )
        )
    return traces if compact else [*traces, _inspected(rows, axis)]


def standing_label(ribbon: pd.DataFrame, *, axis: str) -> list[dict[str, Any]]:
    """Write the last grade beside its bar, where there is room for it on every screen."""
    return [
        {
            "x": row["until"].isoformat(), "yref": axis, "y": 0, "xanchor": "left", "xshift": 3, "showarrow": False,
            "align": "left", "text": f"<b>{row['grade'].capitalize().replace(' ', '<br>')}</b>",
            "font": {"family": theme.FONT, "size": 11, "color": theme.TEXT},
        }
        for row in ribbon.tail(1).to_dict("records")
    ]  # fmt: skip


def _inspected(rows: list[dict[str, Any]], axis: str) -> dict[str, Any]:
    """Return a tick above the ribbon for each day on which an inspection began, where that is known."""
    days = [row["inspected_on"].isoformat() for row in rows if not pd.isna(row["inspected_on"])]
    return {
        "type": "scatter", "mode": "markers", "yaxis": axis, "x": days, "y": [0.5] * len(days), "hoverinfo": "skip",
        "cliponaxis": False, "showlegend": False,
        "marker": {"symbol": "line-ns-open", "size": 9, "color": theme.TEXT, "line": {"width": 2}},
    }  # fmt: skip


def _named(grade: str, row: dict[str, Any]) -> str:
    """Write a grade, over two lines where it has two words, and under it the framework and what it graded."""
    framework = row["framework"].replace(" re-inspection", ", again")
    framework += ", short" if row["inspection_type"] == "short" else ""
    graded = {"safeguarding": "<br>safeguarding", "child protection": "<br>child protection"}.get(row["graded"], "")
    above = f"{grade.capitalize().replace(' ', '<br>', 1)}<br>" if grade else ""
    return f"{above}<i>{framework}{graded}</i>"
