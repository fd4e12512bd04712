"""What must be known of single figures and of breaks, in sentences."""

from typing import Any

import pandas as pd

from pages.charts.words import day, listed


def notes(trend: pd.DataFrame, breaks: pd.DataFrame, indicators: pd.DataFrame) -> list[str]:
    """Write the notes on the figures and series that are shown.

    Parameters
    ----------
    trend, breaks, indicators
        Rows of `queries.trend`, `breaks` and `indicators`.

    Returns
    -------
    list of str
        First the notes on figures of the chosen authority, years with the same note together; then the breaks,
        series with the same break together.
    """
    titles = dict(zip(indicators["indicator_id"], indicators["title"], strict=True))
    noted = trend[(trend["role"] == "chosen") & (trend["note"] != "")]
    figures = [
        f"{titles[str(indicator)]}, {_span(rows['period_end'].to_list())}: {note}"
        for (indicator, note), rows in noted.groupby(["indicator_id", "note"], sort=False)
    ]
    cuts = [
        f"{listed([titles[id] for id in rows['indicator_id']])}, break in series between {day(before)} and "
        f"{day(after)}: {detail}"
        for (before, after, detail), rows in breaks.groupby(["from_period_end", "to_period_end", "detail"], sort=False)
    ]
    return figures + cuts


def _span(dates: list[Any]) -> str:
    """Write one date, or the first and last of several years."""
    if len(dates) == 1:
        return day(dates[0])
    if dates[-1].year - dates[0].year == len(dates) - 1:
        return f"{dates[0].year} to {dates[-1].year}"
    return ", ".join(str(when.year) for when in dates)
