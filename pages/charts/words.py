"""How dates, figures and gaps are written on charts and in tables."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

import pandas as pd

from data.catalogue import Indicator
from data.dates import published as published
from data.kinds import Unit
from pages.charts.theme import STATUS_WORDS

UNGRADED = "no overall grade"  # what stands where Ofsted graded areas alone
KNOWN = ("published", "rounds_to_zero")  # the statuses of a figure of which the size is known
# the unit of money per child says whose and in which prices: too long to follow every figure
PER_CHILD = "£ per child"
VERY_SMALL = "A very small authority: its rates swing with a handful of posts or children."
ONE: dict[str, str] = {Unit.PEOPLE: "person", Unit.DAYS: "day"}
MONTHS = "January February March April May June July August September October November December".split()


def day(when: date | pd.Timestamp | None, precision: str = "day") -> str:
    """Write a date as exactly as it is known.

    Parameters
    ----------
    when
        A date, or None or NaT for a date that is not known.
    precision
        day, month or year.

    Returns
    -------
    str
        '17 January 2019', 'January 2021', 'in 2010' as '2010', or ''.
    """
    if when is None or pd.isna(when):
        return ""
    return {"day": f"{when.day} ", "month": "", "year": ""}[precision] + (
        f"{when.year}" if precision == "year" else f"{MONTHS[when.month - 1]} {when.year}"
    )


def year_said(when: date | pd.Timestamp, *, basis: str) -> str:
    """Write the reference date of a figure as people say its year.

    Parameters
    ----------
    when
        The reference date.
    basis
        From the indicator: snapshot for what was counted on that day, year for a total of the year that ends on it.

    Returns
    -------
    str
        'September 2025' or 'March 2025' for a count on a day, '2024-25' for a year to 31 March, which is the financial
        year, and 'year to September 2025' for any other: a bare '2025' would be read as the calendar year.
    """
    if basis == "year" and (when.month, when.day) == (3, 31):
        return f"{when.year - 1}-{when.year % 100:02}"
    return f"{'year to ' if basis == 'year' else ''}{MONTHS[when.month - 1]} {when.year}"


def years_said(first: date | pd.Timestamp, last: date | pd.Timestamp, *, basis: str) -> str:
    """Write two reference dates as the ends of a time: '2019-20 to 2024-25', 'September 2024 to September 2025'.

    Parameters
    ----------
    first, last
        The reference dates.
    basis
        As for `year_said`.

    Returns
    -------
    str
        For years that do not end in March 'years to September 2020 to September 2025'; for one date the date alone.
    """
    begun, ended = (year_said(when, basis=basis) for when in (first, last))
    if begun == ended:
        return ended
    return f"{begun.replace('year to', 'years to')} to {ended.removeprefix('year to ')}"


def grade(name: str) -> str:
    """Write a grade in a key or a table: the lack of an overall grade with its reason."""
    return f"{name} (inspected since April 2026)" if name == UNGRADED else name


def headed(name: str) -> str:
    """Write a grade where a line begins: the first letter large, the others as they are."""
    written = grade(name)
    return written[:1].upper() + written[1:]


def figure(value: float | None, status: str, *, unit: str, decimals: int) -> str:
    """Write a figure with its unit, or the reason why there is none.

    Parameters
    ----------
    value
        The figure; not read unless `status` is published.
    status
        published, or why there is no figure.
    unit, decimals
        From the indicator.

    Returns
    -------
    str
        '12.4%', '16,324', '£184,480,853', '£630 per child', '557.4 per 10,000' or 'low reliability'.
    """
    if status != "published" or value is None:
        return STATUS_WORDS[status]
    number = f"{value:,.{decimals}f}"
    if unit.startswith(PER_CHILD):
        return f"£{number} per child"
    short: dict[str, str] = {Unit.PER_CENT: f"{number}%", Unit.POUNDS: f"£{number}", Unit.NUMBER: number}
    if unit in ONE and number == "1":
        return f"1 {ONE[unit]}"
    return short.get(unit, f"{number} {unit}")


def figure_of(value: float | None, indicator: Indicator) -> str:
    """Write a figure of an indicator with its unit, or that there is none."""
    return "none" if value is None else figure(value, "published", unit=indicator.unit, decimals=indicator.decimals)


def averaged(indicator: Indicator) -> Indicator:
    """Return an indicator as a mean, a median or a mix of its figures is written: of whole ones half a one tells."""
    whole = indicator.decimals == 0 and indicator.unit in (Unit.PER_CENT, Unit.DAYS)
    return replace(indicator, decimals=1) if whole else indicator


def short_figure(value: float, *, unit: str, decimals: int) -> str:
    """Write a figure as short as a label allows: the unit only where it is one sign."""
    if unit == Unit.POUNDS:
        return f"£{value / 1_000_000:,.1f}m"
    number = f"{value:,.{decimals}f}"
    return f"£{number}" if unit.startswith(PER_CHILD) else f"{number}%" if unit == Unit.PER_CENT else number


def signed(value: float, *, unit: str, decimals: int) -> str:
    """Write a difference with its sign: '+3.1 percentage points', '−12.4 per 10,000', '+£31 per child', '−270'."""
    number = f"{abs(value):,.{decimals}f}"
    nought = float(number.replace(",", "")) == 0
    sign = "" if nought else "+" if value > 0 else "−"
    if unit.startswith("£"):
        return f"{sign}£{number}{' per child' if unit.startswith(PER_CHILD) else ''}"
    spoken: dict[str, str] = {Unit.PER_CENT: "percentage points", Unit.NUMBER: ""}
    if unit in ONE and number == "1":
        return f"{sign}1 {ONE[unit]}"
    return f"{sign}{number} {spoken.get(unit, unit)}".strip()


def noted(indicators: Iterable[Indicator]) -> list[str]:
    """Say what indicators could be taken for and are not, as their caveats that stand with each chart do."""
    return [f"{each.title}: {lowered(caveat)}" for each in indicators for caveat in each.caveats[: each.noted]]


def number_of(number: int, one: str, several: str = "") -> str:
    """Count things: '1 figure', '1,200 figures', '152 authorities'."""
    regular = f"{one[:-1]}ies" if one.endswith("ity") else f"{one}s"
    return f"{number:,} {one if number == 1 else several or regular}"


def listed(names: Sequence[str]) -> str:
    """Write names as a sentence does."""
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def lowered(title: str) -> str:
    """Begin a title with a small letter, but where it begins with an abbreviation or a name."""
    return title if title[:2].isupper() or title.startswith("Section") else title[0].lower() + title[1:]
