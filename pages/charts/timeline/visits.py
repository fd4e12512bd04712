"""Ofsted's visits between inspections as marks on a date axis: never filled as a grade is, for none carries one."""

from typing import Any

import pandas as pd

from pages.charts import theme
from pages.charts.words import day

KINDS = {
    "focused": "Focused visit",
    "assurance": "Focused visit in the pandemic (2020 and 2021)",
    "monitoring": "Monitoring visit",
}
SYMBOLS = {"focused": "circle", "assurance": "circle-open", "monitoring": "triangle-up-open"}
SIGNS = {"focused": "&#9679;", "assurance": "&#9675;", "monitoring": "&#9651;"}
TITLE = "<b>Ofsted visits</b>  without a grade, on their first day"


def marks(rows: pd.DataFrame, *, axis: str, at: dict[str, int] | None = None) -> list[dict[str, Any]]:
    """Mark visits on their first days.

    Parameters
    ----------
    rows
        Rows of `queries.ofsted.visits`.
    axis
        The y-axis to draw on.
    at
        How high each authority stands, by name; all on one line without it.

    Returns
    -------
    list of dict
        One Plotly trace per kind that occurs.
    """
    return [
        {
            "type": "scatter", "mode": "markers", "yaxis": axis,
            "x": [when.isoformat() for when in part["first_day"]],
            "y": [(at or {}).get(name, 0) for name in part["authority_name"]],
            "customdata": [_hover(row) for row in part.to_dict("records")],
            "hovertemplate": "%{customdata}<extra></extra>", "showlegend": False,
            "marker": {"symbol": SYMBOLS[look], "size": 9, "color": theme.TEXT},
        }
        for look in KINDS
        if len(part := rows[rows["look"] == look])
    ]  # fmt: skip


def _hover(row: dict[str, Any]) -> str:
    about = row["theme"] or row["subject"][:60]
    return f"<b>{KINDS[row['look']]}</b>, no grade<br>{row['authority_name']}, first day {day(row['first_day'])}" + (
        f"<br>{about}" if about else ""
    )
