"""What a visitor's own figures would change, in words: beside the published ones, in rank, and in the series."""

from collections.abc import Mapping
from typing import Any

import pandas as pd

from data.kinds import Unit
from pages.charts.theme import STATUS_WORDS
from pages.charts.visitor.in_year import part
from pages.charts.visitor.lines import role
from pages.charts.visitor.written import as_given
from pages.charts.words import day, figure, signed

Row = Mapping[str, Any]
NOT_COMPARED = {
    "month": "not compared: a month", "quarter": "not compared: a quarter", "ytd": "not compared: a part of a year",
    "rolling": "not compared: a year to another date",
}  # fmt: skip


def written(value: float, about: Row) -> str:
    """Write an own figure of an indicator."""
    return as_given(value, unit=about["unit"], decimals=about["decimals"])


def when(row: Row, about: Row) -> str:
    """Write the period of a figure: what is counted on a day is at it."""
    if row["kind"] in ("month", "quarter", "ytd"):
        return part(row)
    kind = "snapshot" if about["basis"] == "snapshot" and row["kind"] == "year" else row["kind"]
    return {"year": "year to ", "rolling": "12 months to "}.get(kind, "at ") + day(row["period_end"])


def by_date(rows: pd.DataFrame) -> pd.DataFrame:
    """Put the figures of each measure and authority in the order of their dates, whatever that of the file."""
    place = rows.groupby(["asked_code", "indicator_id"], sort=False).ngroup()
    return rows.assign(place=place).sort_values(["place", "period_end"], kind="stable").drop(columns="place")


def differences(rows: pd.DataFrame, abouts: Mapping[str, Row], names: Mapping[str, str]) -> pd.DataFrame:
    """Write own and published figures side by side.

    Parameters
    ----------
    rows
        Rows of `queries.visitor.with_published`.
    abouts
        Rows of `queries.catalogue.indicators` by id.
    names
        Of authorities, by code.

    Returns
    -------
    DataFrame
        Authority, Measure, Period, Yours (DRAFT), Published, Difference, Within rounding?, England, Neighbours. One row
        per figure, by date; what is not compared says why.
    """
    ordered = by_date(rows).to_dict("records")
    table = pd.DataFrame([_difference(row, abouts[row["indicator_id"]], names) for row in ordered])
    return table.loc[:, lambda columns: (columns != "").any()] if len(table) else table


def _difference(row: Row, about: Row, names: Mapping[str, str]) -> dict[str, str]:
    told = {
        "Authority": names[row["asked_code"]],
        "Measure": about["title"],
        "Period": when(row, about),
        "Yours (DRAFT)": "no figure" if pd.isna(row["value"]) else written(row["value"], about),
    }
    if not row["comparable"]:
        why = NOT_COMPARED.get(row["kind"], f"not compared: published {about['reference']}")
        return told | {"Published": why, "Difference": "", "Within rounding?": "", "England": "", "Neighbours": ""}
    return told | {
        "Published": _published(row, about),
        "Difference": "" if pd.isna(row["difference"]) else _signed(row["difference"], about),
        "Within rounding?": "" if pd.isna(row["within_rounding"]) else "yes" if row["within_rounding"] else "no",
        "England": "" if pd.isna(row["england_value"]) or _counted(about) else _plain(row["england_value"], about),
        "Neighbours": ""
        if pd.isna(row["neighbours_value"]) or _counted(about)
        else f"{_plain(row['neighbours_value'], about)} ({_median(row)})",
    }


def _median(row: Row) -> str:
    return f"median of {row['neighbours_of']:.0f} of {row['neighbours_among']:.0f}"


def _published(row: Row, about: Row) -> str:
    if pd.isna(row["published_status"]):
        return "none of this date"
    if row["published_status"] != "published":
        return STATUS_WORDS[row["published_status"]]
    joint = f" (joint return of {row['published_area']}: not compared)" if row["joint"] else ""
    return _plain(row["published_value"], about) + joint


def _plain(value: float, about: Row) -> str:
    return figure(value, "published", unit=about["unit"], decimals=about["decimals"])


def _counted(about: Row) -> bool:
    return Unit(about["unit"]).is_count


def _signed(value: float, about: Row) -> str:
    unit = "" if about["unit"] == "number" else about["unit"]
    places = (
        about["decimals"] if abs(value) >= 0.5 * 10.0 ** -about["decimals"] or value == 0 else about["decimals"] + 2
    )
    return signed(value, unit=unit, decimals=places)


def effects(rows: pd.DataFrame, about: Row, name: str) -> list[str]:
    """Say what the newest own figure on a reported date would change.

    Parameters
    ----------
    rows
        Rows of `queries.visitor.with_published` for one measure and one authority.
    about
        The row of `queries.catalogue.indicators` of the measure.
    name
        Of the authority.

    Returns
    -------
    list of str
        Plain sentences, without a judgement; one that says why where there is nothing to compare.
    """
    kinds = [role(row, about) for row in rows.to_dict("records")]
    newest = [row for row, kind in zip(rows.to_dict("records"), kinds, strict=True) if kind == "own"]
    if not newest:
        return [f"None of your figures of {name} is of a published date ({about['reference']}): none is compared."]
    row = max(newest, key=lambda row: row["period_end"])
    head = f"Your figure for {name}, {when(row, about)}, is {written(row['value'], about)}."
    return [head, *_beside(row, about), *_rank(row), *_trend(row, about)]


def _beside(row: Row, about: Row) -> list[str]:
    if row["joint"]:
        return [
            f"The published figure is that of a joint return ({row['published_area']}): it is not compared with yours."
        ]
    if pd.isna(row["published_status"]):
        return ["No figure of this date has been published yet."]
    if pd.isna(row["difference"]):
        return [f"No figure of this date is published: {STATUS_WORDS[row['published_status']]}."]
    if row["within_rounding"]:
        return [f"It agrees with the published {_plain(row['published_value'], about)}, within rounding."]
    return [
        f"The published figure is {_plain(row['published_value'], about)}: yours differs by "
        f"{_signed(row['difference'], about)}."
    ]


def _rank(row: Row) -> list[str]:
    if pd.isna(row["own_rank"]):
        return []
    among = (
        f"rank {row['own_rank']:.0f} of {row['own_ranked_of']:.0f} (1 = the lowest) among the figures of "
        f"{day(row['ranked_on'])}"
    )
    if pd.isna(row["published_rank"]):
        return [f"It would have {among}."]
    if row["published_rank"] == row["own_rank"]:
        return [f"It would leave the rank as it is: {among}."]
    return [
        f"It would move {among}; the published figure has rank {row['published_rank']:.0f}.".replace(
            "move rank", "give rank"
        )
    ]


def _moved(row: Row, about: Row) -> str:
    """Say how far it is from the last published figure before it."""
    if pd.isna(row["before_value"]):
        return f"The published figure of {day(row['before_end'])} rounds to 0: no change is worked out."
    before = f"the published {_plain(row['before_value'], about)} of {day(row['before_end'])}"
    moved = "the same as" if abs(row["change"]) < 1e-9 else f"{_signed(row['change'], about)} from"
    return f"That is {moved} {before}." + (" A change of more than 40%: please check it." if row["large"] else "")


def _trend(row: Row, about: Row) -> list[str]:
    if pd.isna(row["before_end"]) or row["joint"]:
        return []
    if row["broken"]:
        return ["A break in the series lies before it: no change is worked out."]
    said = [_moved(row, about)]
    if row["newest_before_end"] != row["before_end"]:
        since = f"{day(row['newest_before_end'])} is not given: {STATUS_WORDS[row['newest_before_status']]}"
        said.append(f"That figure is not the newest before it: the one of {since}.")
    if row["figures_before"] >= 4:
        if pd.isna(row["as_high_on"]):
            said.append(f"It would be higher than every figure before it, back to {day(row['since'])}.")
        elif pd.isna(row["as_low_on"]):
            said.append(f"It would be lower than every figure before it, back to {day(row['since'])}.")
        else:
            said.append(f"It would be within the range of the series since {day(row['since'])}.")
    return said
