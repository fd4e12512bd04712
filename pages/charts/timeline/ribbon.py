"""The ribbon of Ofsted's grades above a timeline: what stood for the whole, and for each area judged."""

from datetime import date, timedelta
from typing import Any

import pandas as pd

from pages.charts import spans, theme, words
from pages.charts.timeline.rail import bar
from pages.charts.words import day

A_WORD = timedelta(days=500)  # a bar shorter than this holds no word
BASIS = {"compiled": "compiled from the report by software", "confirmed": "compiled from the report, which we read"}


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
        grade, last, stood = row["grade"], number == len(rows) and not compact, spans.of_grade(row)
        inspected = f"inspected {day(row['inspected_on'])}, " if not pd.isna(row["inspected_on"]) else ""
        hover = (
            f"<b>{words.headed(grade)}</b>{_judged(row)}<br>"
            f"{row['framework']}, {row['inspection_type']}<br>{inspected}published {day(row['published_on'])}"
            + (f"<br>{BASIS[row['basis']]}" if row["basis"] in BASIS else "")
        )
        traces.append(
            bar(
                (stood.began, stood.ended),
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


def _judged(row: dict[str, Any]) -> str:
    """Write what a grade is of; where there is none for the whole, the grade of each area."""
    if row["grade"] != words.UNGRADED:
        return f": {row['graded']}"
    return "".join(f"<br>{area}" for area in row["judgements"].split("; "))


def short_label(part: pd.DataFrame, *, axis: str, until: date) -> list[dict[str, Any]]:
    """Write the last grade of a low row beside its bar, if it still stands and the bar is too short for the word."""
    last = part.iloc[-1]
    short = last["until"] == until and last["until"] - last["published_on"] < A_WORD
    return standing_label(part, axis=axis) if short else []


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
