"""A visitor's own figures as rows of a timeline and lines of a comparison: dotted, hollow, and called DRAFT."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from pages.charts import theme
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.looks import GROUP_LOOKS, IN_ONE_CHART, SYMBOLS, Look

COUNTS = ("number", "FTE", "£")
ROLES = {"month": "own_month", "quarter": "own_quarter"}
KINDS = {"own": "", "own_other": ", other dates", "own_month": ", months", "own_quarter": ", quarters"}
MEASURES = ("published", "difference", "index", "rank")


def role(row: Mapping[str, Any], about: Mapping[str, Any]) -> str:
    """Tell how a figure may be drawn among annual ones.

    Parameters
    ----------
    row
        A row of `queries.own.beside`.
    about
        The row of `queries.indicators` of its indicator.

    Returns
    -------
    str
        own: a year or a day that is reported. own_other: another date. own_month, own_quarter: of a part of a year.
        Nothing where it cannot stand beside annual figures: what is counted over a month or up to a month is a part.
    """
    if pd.isna(row["value"]) or row["kind"] == "ytd":
        return ""
    if row["kind"] in ROLES:
        in_parts = about["basis"] == "year" and about["unit"] != "%"
        return "" if in_parts else ROLES[row["kind"]]
    return "own" if row["comparable"] else "own_other"


def with_own(trend: pd.DataFrame, own: pd.DataFrame, indicators: pd.DataFrame, names: Mapping[str, str]) -> Any:
    """Add a visitor's own figures to the rows of a timeline.

    Parameters
    ----------
    trend
        Rows of `queries.trend`.
    own
        Rows of `queries.own.beside` of authorities of the timeline.
    indicators
        Rows of `queries.indicators`.
    names
        What to call each authority's own figures: nothing for the chosen one.

    Returns
    -------
    DataFrame
        The rows of the trend, and one more per own figure that can stand beside annual ones, with a role that
        begins with own.
    """
    abouts = {about["indicator_id"]: about for about in indicators.to_dict("records")}
    rows = [
        _row(row, role(row, abouts[row["indicator_id"]]), names[row["asked_code"]])
        for row in own.to_dict("records")
        if row["indicator_id"] in abouts and role(row, abouts[row["indicator_id"]])
    ]
    if not rows:
        return trend
    added = pd.DataFrame(rows).astype({"period_end": trend["period_end"].dtype})
    return pd.concat([trend, added.sort_values("period_end")], ignore_index=True)


def _row(row: Mapping[str, Any], role: str, name: str) -> dict[str, Any]:
    return {
        "indicator_id": row["indicator_id"], "role": role, "area_code": row["asked_code"],
        "area_name": f"Own {name}, DRAFT{KINDS[role]}".replace(" ,", ","), "area_level": "own",
        "period_start": row["period_end"], "period_end": row["period_end"], "value": row["value"],
        "status": "published", "derived": False, "note": "", "unusual": False,
        "segment": -1 if pd.isna(row["segment"]) else row["segment"], "source_file": "", "source_row": 0,
    }  # fmt: skip


def own_lines(own: pd.DataFrame, names: Mapping[str, str], asked: Asked) -> list[Line]:
    """Return a line of a visitor's own figures for each authority that has some on the dates that are reported.

    Parameters
    ----------
    own
        Rows of `queries.own.beside`, asked with the measure of the comparison.
    names
        Of the authorities that are compared, by code, in their order.
    asked
        How the comparison is asked for.
    """
    if asked.refused or asked.measure not in MEASURES:
        return []
    rows = own[own["comparable"].fillna(False) & (own["indicator_id"] == asked.about["indicator_id"])]
    lines = []
    for place, (code, name) in enumerate(names.items()):
        points = rows[(rows["asked_code"] == code) & rows["shown"].notna()].sort_values("period_end")
        if len(points):
            look = Look(colour=theme.OWN, dash="dot", symbol=f"{SYMBOLS[place % len(SYMBOLS)]}-open", width=2)
            drawn = tuple(_point(point, name) for point in points.to_dict("records"))
            lines.append(Line(name=f"{name}, own DRAFT", role="own", look=look, points=drawn))
    return lines[:IN_ONE_CHART]


def _point(row: dict[str, Any], name: str) -> dict[str, Any]:
    return row | {
        "area_code": row["asked_code"], "area_name": f"{name}, own figure", "area_level": "own", "status": "published",
        "shown_status": "published", "rank": row["own_rank"], "ranked_of": row["own_ranked_of"], "tiny": False,
        "segment": -1 if pd.isna(row["segment"]) else row["segment"], "unusual": False, "derived": False,
        "note": "DRAFT, unpublished", "source_file": "", "source_row": 0,
    }  # fmt: skip


def neighbours_line(trend: pd.DataFrame) -> list[Line]:
    """Return the line of the median of statistical neighbours, from rows of `queries.trend`, if there is one."""
    rows = trend[trend["role"] == "neighbours"].sort_values("period_end").to_dict("records")
    points = tuple(
        row | {"shown": row["value"], "shown_status": "published", "basis": "median", "members": "",
               "left_out": row["averaged_of"] - row["averaged"], "group_id": "neighbours",
               "group_name": "Statistical neighbours"}
        for row in rows
    )  # fmt: skip
    return [Line(name="Statistical neighbours", role="group", look=GROUP_LOOKS[0], points=points)] if points else []
