"""How reference dates are written: short on axes and labels, in full in tables, and within what is measured."""

import re
from collections.abc import Sequence
from datetime import date

import pandas as pd

from data.catalogue import Indicator
from pages.charts.words import KNOWN, day, figure, year_said


def year_mark(when: date | pd.Timestamp, *, basis: str) -> str:
    """Write a year as short as an axis or a label needs it, where the day of the year is said beside it.

    Parameters
    ----------
    when
        The reference date.
    basis
        As for `year_said`.

    Returns
    -------
    str
        '2024-25' for a year to 31 March, else '2025'.
    """
    return year_said(when, basis=basis) if basis == "year" and (when.month, when.day) == (3, 31) else f"{when.year}"


def date_said(when: date | pd.Timestamp, *, basis: str) -> str:
    """Write a reference date in full: '30 September 2025', and of a total '2024-25, year to 31 March 2025'."""
    if basis != "year":
        return day(when)
    mark = year_mark(when, basis=basis)
    return f"{f'{mark}, ' if '-' in mark else ''}year to {day(when)}"


def year_of(year: int, indicator: Indicator) -> str:
    """Write the year of a reference date as its figures are of: 2024-25 where they are of the year to 31 March 2025."""
    return year_mark(date(year, *indicator.year_end), basis=indicator.basis)


def dated(when: date | pd.Timestamp, indicator: Indicator) -> str:
    """Write what a figure is of: '30 September 2025', and of a total 'year to 30 September 2025'."""
    return f"{'year to ' if indicator.basis == 'year' else ''}{day(when)}"


def newest_said(points: Sequence[tuple[date, float | None, str]], indicator: Indicator) -> str:
    """Write the figure of the last date, whatever its status.

    Parameters
    ----------
    points
        Date, value and status of each figure of one series.
    indicator
        What they are of.

    Returns
    -------
    str
        '12.4%, 30 September 2025', of a total '11.8%, year to 30 September 2025'; where none is given on that date
        also the last one that is: 'not available, 30 September 2025; last figure 0.7%, 30 September 2021'.
    """
    ordered = sorted(points, key=lambda point: point[0])
    if not ordered:
        return "no figure"
    known = [point for point in ordered if point[2] in KNOWN]
    newest = [ordered[-1]] if ordered[-1][2] in KNOWN else [ordered[-1], *known[-1:]]
    return "; last figure ".join(
        f"{figure(value, status, unit=indicator.unit, decimals=indicator.decimals)}, {dated(when, indicator)}"
        for when, value, status in newest
    )


def last_day(when: str) -> pd.Timestamp:
    """Return the last day that a date of publication may be of, given as exactly as it is known."""
    return pd.Period(when).end_time.normalize()


def measured(indicator: Indicator) -> str:
    """Write what an indicator measures and to which date it refers, neither said twice.

    Parameters
    ----------
    indicator
        Its measure may name the date, or the year that ends on it, already.

    Returns
    -------
    str
        'Children looked after at 31 March', 'Referrals to children's social care in the year to 31 March', 'Cases per
        social worker who holds cases (full-time equivalent), at 30 September'.
    """
    measure, reference = indicator.measure, indicator.reference
    if re.search(rf"\b{reference}\b", measure):
        return measure
    if reference.startswith("year ") and (named := re.search(r"\bin the (financial )?year\b", measure)):
        return f"{measure[: named.end()]}{reference.removeprefix('year')}{measure[named.end() :]}"
    return f"{measure}, {reference}"
