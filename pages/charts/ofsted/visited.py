"""Ofsted's visits between inspections: authority by date, each visit a mark; in a table; and in sentences."""

import textwrap
from datetime import timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme
from pages.charts.ofsted import grades
from pages.charts.timeline import visits
from pages.charts.words import day, listed

ROW = 27
MARGIN = {"l": 128, "r": 12, "t": 30, "b": 4}
NO_GRADE = "A visit carries no grade, changes none, and is not counted as an inspection here."
COUNTED = {
    "focused": ("focused visit", "focused visits"),
    "assurance": ("focused visit in the pandemic", "focused visits in the pandemic"),
    "monitoring": ("monitoring visit", "monitoring visits"),
}
EDGE = timedelta(days=75)  # room for a mark on the first and the last day
HELD = {"letter": "Ofsted's letter", "list": "Ofsted's list", "letter and list": "Ofsted's letter and Ofsted's list"}


def visited(rows: pd.DataFrame) -> go.Figure:
    """Draw the visits of some authorities, one row each: rows of `queries.ofsted.visits`."""
    names = sorted(rows["authority_name"].unique())
    at = {name: number for number, name in enumerate(names)}
    first, last = rows["first_day"].min(), rows["first_day"].max()
    return go.Figure(
        data=visits.marks(rows, axis="y", at=at),
        layout=grades.layout(
            max(len(names), 2) * ROW + MARGIN["t"] + MARGIN["b"], margin=MARGIN,
            xaxis={
                "side": "top", "type": "date", "range": [(first - EDGE).isoformat(), (last + EDGE).isoformat()],
                "dtick": "M24", "tick0": "2018-01-01", "tickformat": "%Y", "tickangle": 0, "fixedrange": True,
                "gridcolor": theme.GRID, "tickfont": theme.axis_text(),
            },
            yaxis={
                "tickvals": list(range(len(names))), "range": [max(len(names), 2) - 0.5, -0.5], "fixedrange": True,
                "ticktext": ["<br>".join(textwrap.wrap(name, 22)) for name in names], "tickfont": theme.axis_text(11),
                "gridcolor": theme.GRID, "zeroline": False,
            },
        ),
    )  # fmt: skip


def table(rows: pd.DataFrame) -> pd.DataFrame:
    """Write visits as a table, the newest first: rows of `queries.ofsted.visits`."""
    return pd.DataFrame(
        [
            {
                "Authority": row["authority_name"],
                "First day": day(row["first_day"]),
                "Kind": visits.KINDS[row["look"]],
                "Subject, in the letter's words": row["subject"],
                "Theme in Ofsted's list": row["theme"],
                "Dates in the letter": f"{row['dates_as_given']}{_note(row)}",
                "Published": day(row["published_on"]) or "not in the list",
                "Source": _source(row),
            }
            for row in rows.sort_values(["first_day", "authority_name"], ascending=[False, True]).to_dict("records")
        ]
    )


def _note(row: dict[str, Any]) -> str:
    return f" ({row['note']})" if row["note"] else ""


def _source(row: dict[str, Any]) -> str:
    listed_at = f", {row['source_file']}, row {row['source_row']:.0f}" if row["source_file"] else ""
    return f"{HELD[row['basis']]}{listed_at}"


def said(rows: pd.DataFrame) -> str:
    """Say how many visits are shown, of which kinds: rows of `queries.ofsted.visits`."""
    number = rows["look"].value_counts()
    parts = [
        f"{number[look]} {one if number[look] == 1 else many}"
        for look, (one, many) in COUNTED.items()
        if look in number
    ]
    span = f", {day(rows['first_day'].min())} to {day(rows['first_day'].max())}" if len(rows) else ""
    every = f"{len(rows)} visit{'s' * (len(rows) != 1)}"
    return f"{every}{span}: {', '.join(parts)}. {NO_GRADE}" if parts else f"No visit is held. {NO_GRADE}"


def notes(held: pd.DataFrame) -> list[str]:
    """Say what is held of visits, and what is missing: rows of `queries.ofsted.visits_held`."""
    by = held.set_index("look").to_dict("index")
    focused, assurance, monitoring = (by[look] for look in visits.KINDS)
    return [
        NO_GRADE,
        f"Focused visits are from Ofsted's letters, {day(focused['first_on'])} to {day(focused['last_on'])}, as "
        f"collected by Data to Insight, and from Ofsted's lists of inspections and visits for 2021-22 to 2024-25; "
        f"{focused['in_both'] + assurance['in_both']} stand in both and are shown once.",
        f"Monitoring visits are from Ofsted's lists alone, {day(monitoring['first_on'])} to "
        f"{day(monitoring['last_on'])}: those before and after are not held, so that no mark does not say that there "
        "was no visit.",
        f"Visits marked as in the pandemic, {day(assurance['first_on'])} to {day(assurance['last_on'])}, were made to "
        "authorities of every grade; their letters name no subject.",
        f"No letters are held of authorities that have ended: {listed(list(focused['ended']))}.",
        "The subject is in the words of the letter, the theme in those of Ofsted's list.",
    ]


def alternative(rows: pd.DataFrame) -> str:
    """Describe the marks for those who do not see them."""
    return f"Marks on a date axis, one row per authority. {said(rows)} All of it is in the table below."
