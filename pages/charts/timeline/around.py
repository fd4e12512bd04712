"""The figures around an intervention in words: the last before it began or ended, the first after, and the newest."""

from typing import Any

import pandas as pd

from pages.charts.words import day, figure

HEADS = {
    ("began", "before"): "Last before it began",
    ("began", "after"): "First after it began",
    ("ended", "before"): "Last before it ended",
    ("ended", "after"): "First after it ended",
}
REFUSED = {
    "break": "not comparable with the newest: a break in the series lies between",
    "joint": "not comparable with the newest: a joint return only at one of the two dates",
}


def around_intervention(rows: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Write the figures around the last intervention as a table.

    Parameters
    ----------
    rows, indicators
        Rows of `queries.around_intervention` and `indicators`.

    Returns
    -------
    DataFrame
        One row per indicator: the last figure before the intervention began and the first after, the same of its end,
        and the newest, each with its date. A beginning or an end without any figure before it is left out; empty
        where nothing remains.
    """
    found = {(row["indicator_id"], row["turn"], row["moment"]): row for row in rows.to_dict("records")}
    turned = {
        turn: day(row["turned_on"], row["turned_precision"])
        for (_, turn, moment), row in found.items()
        if moment == "before"
    }
    if not turned:
        return pd.DataFrame()
    written = [
        {"Indicator": about["title"]}
        | {f"{head} ({turned[turn]})": _cell(found.get((about["indicator_id"], turn, moment)), about)
           for (turn, moment), head in HEADS.items() if turn in turned}
        | {"Newest": _cell(found.get((about["indicator_id"], next(iter(turned)), "newest")), about)}
        for about in indicators.to_dict("records")
    ]  # fmt: skip
    return pd.DataFrame(written)


def _cell(row: dict[str, Any] | None, about: dict[str, Any]) -> str:
    """Write a figure with its date, or why it is not given; then the nearest that is."""
    if row is None:
        return "no figure"
    if row["refused"]:
        return REFUSED[row["refused"]]
    words = f"{_figure(row['value'], row['status'], about)}, {day(row['period_end'])}"
    if not pd.isna(row["known_end"]) and row["known_end"] != row["period_end"]:
        nearest = "first figure" if row["moment"] == "after" else "last figure"
        words += f"; {nearest} {_figure(row['known_value'], row['known_status'], about)}, {day(row['known_end'])}"
    return words + " (a year that had begun before)" * bool(row["straddles"])


def _figure(value: float, status: str, about: dict[str, Any]) -> str:
    return figure(value, status, unit=about["unit"], decimals=about["decimals"])
