"""The newest figures of an authority in words: what they are, how they changed, and their place."""

from typing import Any

import pandas as pd

from pages.charts.words import day, figure


def headline(rows: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Write the newest figures as a table.

    Parameters
    ----------
    rows, indicators
        Rows of `queries.headline` and `indicators`.

    Returns
    -------
    DataFrame
        One row per indicator: Indicator, Newest, England, Since a year before, Since the last intervention began,
        Since it ended, Place. A change across a break in the series is not given.
    """
    found = {row["indicator_id"]: row for row in rows.to_dict("records")}
    table = pd.DataFrame(
        [_headline(about, found.get(about["indicator_id"])) for about in indicators.to_dict("records")]
    )
    return table.fillna("").loc[:, lambda columns: (columns != "").any()]


def _headline(about: dict[str, Any], row: dict[str, Any] | None) -> dict[str, str]:
    if row is None:
        return {"Indicator": about["title"], "Newest": "no figure"}
    written = figure(row["value"], "published", unit=about["unit"], decimals=about["decimals"])
    england = row["england_value"]
    return {
        "Indicator": about["title"],
        "Newest": f"{written}, {day(row['period_end'])}" + (" (small numbers)" if row["small"] else ""),
        "England": ""
        if pd.isna(england)
        else figure(england, "published", unit=about["unit"], decimals=about["decimals"]),
        "Since a year before": _change(row["change_year"], about),
        "Since the last intervention began": _since(
            row["change_began"], row["began_period_end"], row["began_on"], about
        ),
        "Since it ended": _since(row["change_ended"], row["ended_period_end"], row["ended_on"], about),
        "Place, 1 = lowest": _place(row),
    }


def _change(change: float, about: dict[str, Any]) -> str:
    """Write a change with its direction, and which direction is wanted where the catalogue says one."""
    if pd.isna(change):
        return "not comparable: a gap or a break"
    size = f"{abs(change):,.{about['decimals']}f}"
    if float(size.replace(",", "")) == 0:
        return "no change"
    unit = {"%": " points", "number": "", "£": " pounds"}.get(about["unit"], f" {about['unit']}")
    wanted = "" if about["better"] == "neither" else f" ({about['better']} is wanted)"
    return f"{'up' if change > 0 else 'down'} {size}{unit}{wanted}"


def _since(change: float, before: pd.Timestamp, event: pd.Timestamp, about: dict[str, Any]) -> str:
    if pd.isna(event):
        return ""
    return "no figure before" if pd.isna(before) else f"{_change(change, about)}, from {day(before)}"


def _place(row: dict[str, Any]) -> str:
    """Write a rank with its range, never alone and never for tiny or small numbers."""
    if pd.isna(row["rank"]):
        return "not ranked"
    if row["small"]:
        return "not ranked: small numbers"
    span = "" if pd.isna(row["rank_low"]) else f" (range {row['rank_low']} to {row['rank_high']})"
    return f"{row['rank']} of {row['ranked_of']}{span}"
