"""What must be known of single figures and of breaks, in sentences."""

from typing import Any

import pandas as pd

from pages.charts.timeline.panel import shown
from pages.charts.words import day, listed
from pages.charts.years import date_said, year_mark


def notes(trend: pd.DataFrame, breaks: pd.DataFrame, indicators: pd.DataFrame) -> list[str]:
    """Write the notes on the figures and series that are shown.

    Parameters
    ----------
    trend, breaks, indicators
        Rows of `queries.trend`, `breaks` and `indicators`.

    Returns
    -------
    list of str
        First the notes on figures of the chosen authority, then on those of England and the region that are drawn
        beside it, series and years with the same note together; then the breaks, series with the same break together.
    """
    titles = dict(zip(indicators["indicator_id"], indicators["title"], strict=True))
    basis = dict(zip(indicators["indicator_id"], indicators["basis"], strict=True))
    noted: dict[tuple[str, str, str], list[str]] = {}
    for (place, note, indicator), rows in _noted(trend, indicators).groupby(
        ["place", "note", "indicator_id"], sort=False
    ):
        span = _span(rows["period_end"].to_list(), basis[str(indicator)])
        noted.setdefault((place, span, note), []).append(titles[str(indicator)])
    figures = [f"{place}{listed(named)}, {span}: {note}" for (place, span, note), named in noted.items()]
    cuts = [
        f"{listed([titles[id] for id in rows['indicator_id']])}, break in series between {day(before)} and "
        f"{day(after)}: {detail}"
        for (before, after, detail), rows in breaks.groupby(["from_period_end", "to_period_end", "detail"], sort=False)
    ]
    return figures + cuts


def _noted(trend: pd.DataFrame, indicators: pd.DataFrame) -> pd.DataFrame:
    """Return the rows that are drawn and have a note, with the place named where it is not the chosen authority."""
    units = dict(zip(indicators["indicator_id"], indicators["unit"], strict=True))
    rows = trend[(trend["note"] != "") & trend["role"].isin(["chosen", "england", "region"])]
    seen = [bool(shown([row], units[row["indicator_id"]])) for row in rows.to_dict("records")]
    drawn = rows[pd.Series(seen, index=rows.index, dtype=bool)]  # an empty list would choose columns
    beside = drawn["role"] != "chosen"
    ordered = drawn.assign(place=(drawn["area_name"] + ": ").where(beside, ""), beside=beside)
    return ordered.sort_values("beside", kind="stable")


def _span(dates: list[Any], basis: str) -> str:
    """Write one date, or the first and last of several years."""
    if len(dates) == 1:
        return date_said(dates[0], basis=basis)
    if dates[-1].year - dates[0].year == len(dates) - 1:
        return f"{year_mark(dates[0], basis=basis)} to {year_mark(dates[-1], basis=basis)}"
    return ", ".join(year_mark(when, basis=basis) for when in dates)
