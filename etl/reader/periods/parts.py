"""What a text can say about a period, and the pieces of which written periods are made."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?"
    r"|nov(?:ember)?|dec(?:ember)?)\.?"
)
YEAR = r"(?:(?:19|20)\d\d)"
SHORT_YEAR = rf"(?:{YEAR}|'?\d\d)"
QUARTER = r"(?:q|qtr|quarter)\s*\.?\s*([1-4])"
SPAN_YEARS = rf"({YEAR}|\d\d)\s*[/-]\s*({YEAR}|\d\d)"
DAY = r"(\d{1,2})(?:st|nd|rd|th)?"
DATE = rf"(?:{DAY}[\s/.-]*(?:of\s+)?({MONTH})[\s/.,-]*({SHORT_YEAR})|(\d{{1,2}})[/.-](\d{{1,2}})[/.-]({SHORT_YEAR}))"
MONTH_FIRST = rf"({MONTH})\s*{DAY},?\s+({YEAR})"
ISO = r"(\d{4})-(\d\d)-(\d\d)(?:[t ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?)?"


@dataclass(frozen=True, slots=True)
class Part:
    """What one text says about the period; several parts together may make one.

    `form`: year (bare), financial, academic, calendar, month, month_name, quarter, quarter_name, quarter_of_year,
    date, year_ending, ytd, rolling, day (a reference day without a year), begun (a year named by its beginning),
    span and other (periods that are not kept). `american`: the month was written before the day, in figures.
    """

    form: str
    start: date | None = None
    end: date | None = None
    year: int | None = None
    month: int | None = None
    quarter: int | None = None
    american: bool = False


def last_day(year: int, month: int) -> date:
    """Find the last day of a month."""
    return date(year, month, monthrange(year, month)[1])


def year_to(end: date) -> date:
    """Find the first day of the twelve months that end on a day."""
    after = end + timedelta(days=1)
    return date(after.year - 1, after.month, min(after.day, 28) if after.month == 2 else after.day)


def month_part(year: int, month: int) -> Part:
    """Make the part of one month."""
    return Part("month", date(year, month, 1), last_day(year, month), year=year, month=month)


def date_part(day: date) -> Part:
    """Make the part of one day."""
    return Part("date", day, day, year=day.year, month=day.month)


def financial_part(first: int) -> Part:
    """Make the part of the financial year that begins in April of a year."""
    return Part("financial", date(first, 4, 1), date(first + 1, 3, 31), year=first + 1)


def quarter_part(first: int, quarter: int) -> Part:
    """Make the part of a quarter of the financial year that begins in April of a year."""
    month = 4 + 3 * (quarter - 1)
    year, month = (first, month) if month <= 12 else (first + 1, month - 12)
    return Part("quarter", date(year, month, 1), last_day(year, month + 2), quarter=quarter)


def month_number(name: str) -> int:
    """Turn the name of a month into its number."""
    return MONTHS.index(name[:3]) + 1


def full_year(text: str) -> int:
    """Complete a year of two figures."""
    number = int(text.strip("'"))
    return number if number > 99 else 2000 + number if number < 70 else 1900 + number


def span_of(first: str, second: str) -> int | None:
    """Give the first year of two that follow each other, or nothing."""
    start = full_year(first)
    return start if (start + 1) % 100 == int(second) % 100 and 1990 <= start <= 2050 else None


def is_american(text: str) -> bool:
    """Tell 4/30/2024, which can only be a month before its day."""
    match = re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](?:\d\d|\d{4})", text)
    return match is not None and int(match[1]) <= 12 < int(match[2]) <= 31


def day_in(text: str) -> date | None:
    """Read a whole date: of figures the day before the month, unless there is no such month."""
    if match := re.fullmatch(ISO, text):
        year, month, day = int(match[1]), int(match[2]), int(match[3])
    elif match := re.fullmatch(DATE, text):
        day, year = int(match[1] or match[4]), full_year(match[3] or match[6])
        month = month_number(match[2]) if match[2] else int(match[5])
        if is_american(text):
            day, month = month, day
    elif match := re.fullmatch(MONTH_FIRST, text):
        day, month, year = int(match[2]), month_number(match[1]), int(match[3])
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None
