"""What the Ofsted page draws, as tables in words."""

from itertools import groupby
from typing import Any

import pandas as pd

from pages.charts.ofsted import grades, moved, shares
from pages.charts.words import UNGRADED, basis_words, day, figure

REASON = {"no_weights": "no denominators", "not_available": "not available"}


def in_force(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the shares as a table: Date, What was graded, one column per grade, Authorities of the date.

    Parameters
    ----------
    rows
        Rows of `queries.ofsted.in_force`.
    """
    found = shares.counted(rows)
    held = [grade for grade in shares.DRAWN if grade in set(found["grade"])]
    written = []
    for (when, graded), part in found.sort_values("as_at", ascending=False).groupby(["as_at", "graded"], sort=False):
        of = int(part["of"].iloc[0])
        number = dict(zip(part["grade"], part["authorities"], strict=True))
        row = {"Date": day(when), "What was graded": grades.GRADED.get(str(graded), "None held yet")}
        row |= {grade.capitalize(): grades.share(int(number[grade]), of) if grade in number else "" for grade in held}
        if not graded:
            row["None held"] = grades.share(int(part["authorities"].sum()), of)
        written.append(row | {"Authorities then": str(of)})
    return pd.DataFrame(written).fillna("")


def ungraded(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the areas judged where there is no overall grade: Authority, Published, and one column per area.

    Parameters
    ----------
    rows
        Rows of `queries.ofsted.in_force`.
    """
    return pd.DataFrame(
        [
            {
                "Authority": row["authority_name"],
                "Inspected": day(row["inspected_on"]),
                "Published": day(row["published_on"]),
            }
            | {area.capitalize(): grade for area, grade in _areas(row["judgements"])}
            for row in grades.ungraded(rows).to_dict("records")
        ]
    ).fillna("")


def _areas(judgements: str) -> list[tuple[str, str]]:
    return [(area, grade) for area, _, grade in (part.partition(": ") for part in judgements.split("; "))]


def runs(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the grid as a table: Authority, Region, Grade in force on 31 March of.

    Parameters
    ----------
    rows
        Rows of `queries.ofsted.in_force`.
    """
    written = []
    for (name, region), part in rows.groupby(["authority_name", "region_name"]):
        records = part.sort_values("as_at").to_dict("records")
        spans = [list(same) for _, same in groupby(records, key=lambda row: (row["grade"], row["framework"]))]
        written.append({"Authority": name, "Region": region, "Grade in force": "; ".join(map(_span, spans))})
    return pd.DataFrame(written)


def _span(rows: list[dict[str, Any]]) -> str:
    first, last = shares.label(rows[0]["as_at"]), shares.label(rows[-1]["as_at"])
    when = (first if first == last else f"{first} to {last}").replace("<br>", " ")
    framework = f" ({rows[0]['framework']})" if rows[0]["framework"] else ""
    return f"{rows[0]['grade']}{framework} {when}"


def matrix(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the moves of overall effectiveness as a table: From, To, Inspections, Median, shortest and longest time."""
    kept = moved.compared(rows)
    pairs = [(a, b) for a in moved.SCALE for b in moved.SCALE]
    found = {pair: kept[(kept["grade_before"] == pair[0]) & (kept["grade"] == pair[1])]["days"] for pair in pairs}
    return pd.DataFrame(
        [
            {
                "From": before.capitalize(),
                "To": after.capitalize(),
                "Inspections": str(len(days)),
                "Median time between reports": grades.years(days.median()) if len(days) else "",
                "Shortest": grades.years(days.min()) if len(days) else "",
                "Longest": grades.years(days.max()) if len(days) else "",
            }
            for (before, after), days in found.items()
        ]
    )


def moves(rows: pd.DataFrame) -> pd.DataFrame:
    """Write moves one by one: Authority, From, To, Move, Time between, Region."""
    return pd.DataFrame(
        [
            {
                "Authority": row["authority_name"],
                "From": f"{row['grade_before']} ({row['framework_before']}, {day(row['published_before'])})",
                "To": f"{row['grade']} ({row['framework']}, {day(row['published_on'])})",
                "Move": row["move"],
                "Time between reports": grades.years(row["days"]),
                "Region": row["region_name"],
            }
            for row in rows.to_dict("records")
        ]
    )


def since(rows: pd.DataFrame) -> pd.DataFrame:
    """Write the waits: Authority, Time since, Inspected, Published, Framework, Grade, Region, Ofsted's page.

    Where the last inspection gave no overall grade, the grades of its areas stand there.
    """
    return pd.DataFrame(
        [
            {
                "Authority": row["authority_name"],
                "Time since": "no graded inspection held"
                if pd.isna(row["days"])
                else grades.years(row["days"], full=True),
                "Inspected": grades.inspected(row),
                "Published": day(row["published_on"]),
                "Framework": f"{row['framework']}, {row['inspection_type']}",
                "Grade": f"{row['grade']}; {row['judgements']}" if row["grade"] == UNGRADED else row["grade"],
                "Region": row["region_name"],
                "Ofsted's page": row["page_url"],
            }
            for row in rows.to_dict("records")
        ]
    )


def rated(states: pd.DataFrame, england: pd.DataFrame, indicator: dict[str, Any]) -> pd.DataFrame:
    """Write an indicator by grade: Date, Inadequate at that date, Other grade, England."""
    wide: dict[pd.Timestamp, dict[str, str]] = {}
    for row in [*states.to_dict("records"), *england.assign(group_name="England").to_dict("records")]:
        record = wide.setdefault(row["period_end"], {})
        record[row["group_name"]] = _written(row, indicator)
    columns = list(dict.fromkeys(name for record in wide.values() for name in record))
    ordered = ["Inadequate at that date", "Other grade at that date", "England"]
    return pd.DataFrame(
        [
            {"Date": day(when)} | {name: wide[when].get(name, "none") for name in ordered if name in columns}
            for when in sorted(wide)
        ]
    )


def _written(row: dict[str, Any], indicator: dict[str, Any]) -> str:
    if row["status"] in REASON:
        return REASON[row["status"]]
    written = figure(row["value"], row["status"], unit=indicator["unit"], decimals=indicator["decimals"])
    return f"{written}, {basis_words(row)}" if row["group_name"] != "England" else written
