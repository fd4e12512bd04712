"""The figures of an authority on the newest date in words: what they are, how they changed, and their rank."""

from typing import Any

import pandas as pd

from pages.charts.ranks import ranked
from pages.charts.words import PER_CHILD, figure, newest

REFUSED = {
    "no_figure": "not worked out: no figure",
    "gap": "not worked out: no figure a year before",
    "break": "not comparable: a break in the series lies between",
    "joint": "not comparable: a joint return only at one of the two dates",
    "rounds_to_zero": "not worked out: one of the two figures rounds to 0",
}


def headline(rows: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Write the newest figures as a table.

    Parameters
    ----------
    rows, indicators
        Rows of `queries.headline` and `indicators`.

    Returns
    -------
    DataFrame
        One row per indicator: Indicator, Newest, England on that date, Since a year before, Rank. A change across a
        break in the series is not given.
    """
    found = {row["indicator_id"]: row for row in rows.to_dict("records")}
    table = pd.DataFrame(
        [_headline(about, found.get(about["indicator_id"])) for about in indicators.to_dict("records")]
    )
    return table.fillna("").loc[:, lambda columns: (columns != "").any()]


def _headline(about: dict[str, Any], row: dict[str, Any] | None) -> dict[str, str]:
    if row is None:
        return {"Indicator": about["title"], "Newest": "no figure"}
    england = row["england_value"]
    return {
        "Indicator": about["title"],
        "Newest": newest(_points(row), unit=about["unit"], decimals=about["decimals"])
        + " (small numbers)" * bool(row["small"] and row["status"] == "published"),
        "England on that date": ""
        if pd.isna(england)
        else figure(england, "published", unit=about["unit"], decimals=about["decimals"]),
        "Since a year before": REFUSED.get(row["change_refused"]) or _change(row["change_year"], about),
        "Rank, 1 = lowest": ranked(row),
    }


def _points(row: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the figure of the newest date, and the last one before it where it is not given."""
    last = {"period_end": row["last_period_end"], "value": row["last_value"], "status": row["last_status"]}
    return [row] if pd.isna(row["last_period_end"]) else [last, row]


def _change(moved: float, about: dict[str, Any]) -> str:
    """Write a change with its direction, and which direction is wanted where the catalogue says one."""
    size = f"{abs(moved):,.{about['decimals']}f}"
    if float(size.replace(",", "")) == 0:
        return "no change"
    in_words = {"%": " points", "number": "", "£": " pounds"}.get(about["unit"], f" {about['unit']}")
    unit = " pounds per child" if about["unit"].startswith(PER_CHILD) else in_words
    wanted = "" if about["better"] == "neither" else f" ({about['better']} is wanted)"
    return f"{'up' if moved > 0 else 'down'} {size}{unit}{wanted}"
