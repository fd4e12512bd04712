"""Written periods of one piece: dates, months, financial, academic and calendar years."""

import re
from dataclasses import replace
from datetime import date

from etl.reader.periods.parts import (
    DAY,
    MONTH,
    MONTHS,
    SHORT_YEAR,
    SPAN_YEARS,
    YEAR,
    Part,
    date_part,
    day_in,
    financial_part,
    full_year,
    is_american,
    last_day,
    month_number,
    month_part,
    span_of,
)
from etl.reader.periods.spans import Parse

FARTHEST_AHEAD = 2  # years: what is planned is of the next year, or the one after


def _date(text: str, _: Parse) -> Part | None:
    day = day_in(text)
    return replace(date_part(day), american=is_american(text)) if day and 1990 <= day.year <= 2050 else None


def _month(text: str, _: Parse) -> Part | None:
    for pattern in (rf"({MONTH})[\s,/-]*({SHORT_YEAR})", rf"({YEAR})[\s,/-]+({MONTH})"):
        if match := re.fullmatch(pattern, text):
            name, year = match.groups() if match[1][:3] in MONTHS else reversed(match.groups())
            return month_part(full_year(year), month_number(name)) if _is_year(year) else None
    if match := re.fullmatch(rf"({MONTH})[\s,/(-]*(?:fy\s*)?{SPAN_YEARS}\)?", text):
        return _month_of(month_number(match[1]), span_of(match[2], match[3]))
    if match := re.fullmatch(
        rf"(?:month|m|period|p)\s*(\d\d?)\s*(?:\(?({MONTH})\)?)?[\s,/-]*(?:fy\s*)?{SPAN_YEARS}", text
    ):
        month = (int(match[1]) + 2) % 12 + 1
        agrees = 1 <= int(match[1]) <= 12 and (not match[2] or month_number(match[2]) == month)
        return _month_of(month, span_of(match[3], match[4])) if agrees else None
    if match := re.fullmatch(rf"({YEAR})-(\d\d)|(\d\d?)/({YEAR})", text):
        year, month = int(match[1] or match[4]), int(match[2] or match[3])
        taken = match[1] and span_of(match[1], match[2])
        return month_part(year, month) if 1 <= month <= 12 and not taken else None
    return None


def _is_year(text: str) -> bool:
    """Tell the year of "Sep 24" from the day of "Sep 30": no figure is of a year that is far ahead."""
    return len(text) == 4 or full_year(text) <= date.today().year + FARTHEST_AHEAD


def _month_of(month: int, first: int | None) -> Part | None:
    """Find a month in the financial year that begins in April of a year."""
    return month_part(first + (month < 4), month) if first else None


def _month_name(text: str, _: Parse) -> Part | None:
    return Part("month_name", month=month_number(text)) if re.fullmatch(MONTH, text) else None


def _financial(text: str, _: Parse) -> Part | None:
    kind = r"(?P<kind>financial year|fy|f/y|academic year|academic|ay|school year|year)?"
    match = re.fullmatch(
        rf"{kind}[\s:,-]*{SPAN_YEARS}(?:\s*\(?(?P<after>financial year|fy|academic year|academic|outturn|actual)\)?)?",
        text,
    )
    first = span_of(match[2], match[3]) if match else None
    if not match and (match := re.fullmatch(rf"{kind}\s*((?:19|20)\d\d)(\d\d)", text)):
        first = span_of(match[2], match[3])
    if not match or not first:
        return None
    named = f"{match['kind'] or ''} {match.groupdict().get('after') or ''}"
    if re.search(r"academic|ay|school", named):
        return Part("academic", date(first, 9, 1), date(first + 1, 8, 31), year=first + 1)
    return financial_part(first)


def _calendar(text: str, _: Parse) -> Part | None:
    match = re.fullmatch(rf"(?:calendar year|cy|calendar)\s*({YEAR})|({YEAR})\s*\(?calendar(?: year)?\)?", text)
    year = int(match[1] or match[2]) if match else 0
    return Part("calendar", date(year, 1, 1), date(year, 12, 31), year=year) if match else None


def _year(text: str, _: Parse) -> Part | None:
    match = re.fullmatch(rf"(?:year\s*)?({YEAR})(?:\.0)?(?: (?:outturn|actual|figures?|data|census))?", text)
    return Part("year", year=int(match[1])) if match and 1990 <= int(match[1]) <= 2050 else None


def _day(text: str, _: Parse) -> Part | None:
    match = re.fullmatch(rf"{DAY}(?:\s+of)?\s+({MONTH})(?:\s+each year)?|({MONTH})\s+{DAY}", text)
    day = int(match[1] or match[4]) if match else 0
    if not match or not 28 <= day <= 31:
        return None
    month = month_number(match[2] or match[3])
    return Part("day", month=month) if day == last_day(2023, month).day else None


YEAR_FORMS = (_date, _month, _month_name, _financial, _calendar, _year, _day)
