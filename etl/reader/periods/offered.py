"""Periods that are offered where a file does not say of which its figures are: those that have ended, newest first."""

from collections.abc import Iterator
from datetime import date
from functools import lru_cache

from etl.reader.periods.parts import last_day

YEARS, QUARTERS, MONTHS = 4, 4, 6  # of each kind: what a council still reports on; any other can be typed
OUTTURN = (3, 31)  # month and day on which the financial year of councils ends
Option = tuple[str, str]


@lru_cache(maxsize=8)
def offered(year_end: tuple[int, int], today: date) -> tuple[Option, ...]:
    """Offer periods: what is written → what it is called.

    Parameters
    ----------
    year_end
        Month and day on which the year of the measure ends, as its publisher has it.
    today
        No period is offered that has not ended.
    """
    return (*_published(year_end, today), *_financial(today), *_quarters(today), *_months(today))


def _published(year_end: tuple[int, int], today: date) -> Iterator[Option]:
    """Offer the publisher's years where they are not the councils'."""
    if year_end == OUTTURN:
        return
    last = today.year - (today <= date(today.year, *year_end))
    for year in range(last, last - YEARS, -1):
        day = _day(date(year, *year_end))
        yield day, f"{day}, as it is published"


def _day(day: date) -> str:
    return f"{day.day} {day:%B %Y}"


def _financial(today: date) -> Iterator[Option]:
    last = today.year - (today <= date(today.year, *OUTTURN))
    for year in range(last, last - YEARS, -1):
        yield f"{year - 1}/{year % 100:02d}", f"{year - 1}/{year % 100:02d} (April to March)"


def _quarters(today: date) -> Iterator[Option]:
    """Offer quarters of the financial year."""
    ends = [last_day(year, month) for year in (today.year, today.year - 1) for month in (12, 9, 6, 3)]
    for end in [end for end in ends if end < today][:QUARTERS]:
        begun = end.year - (end.month < 4)
        name = f"Q{(end.month - 4) % 12 // 3 + 1} {begun}/{(begun + 1) % 100:02d}"
        yield name, f"{name} ({date(end.year, end.month - 2, 1):%B} to {end:%B %Y})"


def _months(today: date) -> Iterator[Option]:
    count = today.year * 12 + today.month - 1
    for month in range(count - 1, count - 1 - MONTHS, -1):
        name = f"{date(month // 12, month % 12 + 1, 1):%B %Y}"
        yield name, name
