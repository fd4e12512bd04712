"""Published reviews, laws, policies and other events as marks on a date axis: one row per kind, none counted."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme
from pages.charts.register import plotted
from pages.charts.words import day

KINDS = {
    "practice_review": "Case reviews, inquiries",
    "policy": "Policy",
    "legislation": "Legislation",
    "inspection_framework": "Inspection frameworks",
    "statistical_break": "Changes in the statistics",
    "annual_assessment": "Yearly ratings (not inspections)",
    "joint_inspection": "Joint inspections",
    "council": "Of the council",
    "improvement_board": "Improvement boards",
    "delivery_change": "Who runs services",
    "new_council": "New councils",
    "data_incident": "Incidents that touch the data",
    "statement": "Statements",
}
ROW = 46
MARGIN = {"l": 10, "r": 14, "t": 4, "b": 28}


def happenings(rows: pd.DataFrame) -> go.Figure:
    """Draw events as diamonds: filled where they are of one authority, hollow where of the country.

    Parameters
    ----------
    rows
        Rows of `queries.register.happenings`.

    Returns
    -------
    Figure
        A row per kind. Marks stand at their dates; their number means nothing.
    """
    kinds = [kind for kind in KINDS if kind in set(rows["kind"])]
    return go.Figure(
        data=[_row(rows[rows["kind"] == kind], n) for n, kind in enumerate(kinds)],
        layout=plotted.layout(
            len(kinds) * ROW + MARGIN["t"] + MARGIN["b"], margin=MARGIN,
            annotations=[_title(KINDS[kind], n) for n, kind in enumerate(kinds)],
            xaxis={
                "type": "date", "fixedrange": True, "gridcolor": theme.GRID, "dtick": "M48", "tick0": "2002-01-01",
                "tickformat": "%Y", "tickangle": 0, "tickfont": theme.axis_text(), "linecolor": theme.AXIS,
            },
            yaxis={"visible": False, "fixedrange": True, "range": [len(kinds) - 0.5, -0.6]},
        ),
    )  # fmt: skip


def _row(part: pd.DataFrame, number: int) -> dict[str, Any]:
    rows = part.to_dict("records")
    return {
        "type": "scatter", "mode": "markers", "x": [row["event_on"].isoformat() for row in rows],
        "y": [number + 0.12] * len(rows), "cliponaxis": False,
        "hovertext": [
            f"<b>{row['title']}</b><br>{row['authority_name']}, {day(row['event_on'], row['date_precision'])}<br>"
            f"confidence: {row['confidence']}"
            for row in rows
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "symbol": ["diamond-open" if row["scope"] == "national" else "diamond" for row in rows], "size": 11,
            "color": theme.RAIL, "line": {"width": 1.5},
        },
    }  # fmt: skip


def _title(text: str, number: int) -> dict[str, Any]:
    return {
        "xref": "paper", "x": 0, "xanchor": "left", "y": number - 0.28, "showarrow": False, "text": f"<b>{text}</b>",
        "font": {"family": theme.FONT, "size": 12, "color": theme.TEXT}, "bgcolor": theme.BACKGROUND,
    }  # fmt: skip
