"""Written periods that are more than one word: to date, rolling, ending, quarters and ranges."""

import re
from collections.abc import Callable
from datetime import date

from etl.reader.periods.parts import (
    DAY,
    MONTH,
    QUARTER,
    SHORT_YEAR,
    SPAN_YEARS,
    YEAR,
    Part,
    day_in,
    full_year,
    last_day,
    month_number,
    month_part,
    quarter_part,
    span_of,
    year_to,
)

Parse = Callable[[str], Part | None]
NOT_PERIODS = r"half|h[12]|average|latest|current|previous|baseline|hy|mid-?year|projected|forecast|estimate"
COUNTED = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "eight": 8, "nine": 9, "ten": 10}
SO_FAR = r"ytd|year to date|to date|so far|cumulative|cum"
WHOLE = ("financial", "academic", "calendar", "year")
WEEKS_AND_TERMS = (
    r"(?:autumn|spring|summer|winter)\s+(?:half[\s-])?term.*|.*\bterm\s*\d.*|term\b.*"
    r"|(?:week|wk)\s*(?:no\.?\s*|number\s*)?\d.*|.*\b(?:week|wk)\s*\d{1,2}|w/?[bce]\b.*"
    r"|(?:week|fortnight|four weeks|4 weeks)\s+(?:ending|commencing|beginning|to|ended)\b.*"
    rf"|{YEAR}\s*(?:to|-)\s*{YEAR}"
)


def _to_date(text: str, parse: Parse) -> Part | None:
    match = re.fullmatch(rf"(?:fytd|{SO_FAR})\b[\s:(]*(?:(?:at|to|as at|for)\s+)?(.*?)\)?", text)
    if not match:
        match = re.fullmatch(rf"(.+?)\s*[(,-]*\s*(?:{SO_FAR})\)?", text)
    if not match and (until := re.fullmatch(rf"(?:fy\s*)?{SPAN_YEARS}\s*(?:to|up to|until)\s+({MONTH})", text)):
        first, month = span_of(until[1], until[2]), month_number(until[3])
        return Part("ytd", end=last_day(first + (month < 4), month)) if first else None
    if not match:
        return None
    inner = parse(match[1].strip(" :-")) if match[1] else None
    if match[1] and (inner is None or inner.form in ("other", "span")):
        return None
    whole = inner is not None and inner.form in WHOLE  # the year, whose end is not the date meant
    return Part("ytd", end=None if inner is None or whole else inner.end, year=inner.year if inner else None)


def _months_to(text: str, parse: Parse) -> Part | None:
    """Read "3 months to December 2024" as its quarter; six or nine months are no period that is kept."""
    match = re.fullmatch(rf"(\d{{1,2}}|{'|'.join(COUNTED)})[\s-]*months?\s+(?:to|ending|ended|up to)\s+(.+)", text)
    if not match or not (inner := parse(match[2])) or inner.form not in ("month", "date", "month_name"):
        return None
    count = COUNTED.get(match[1]) or int(match[1])
    if count == 12:
        return None
    return (_quarter_to(inner) if count == 3 else None) or Part("span")


def _week_or_term(text: str, _: Parse) -> Part | None:
    """Tell weeks, terms and runs of years: none is a month, quarter or year."""
    return Part("span") if re.fullmatch(WEEKS_AND_TERMS, text) and re.search(r"\d", text) else None


def _begun(text: str, parse: Parse) -> Part | None:
    """Read "year beginning 2022" and "year from April 2022"."""
    match = re.fullmatch(
        r"(?:the\s+)?(?:financial |fiscal |calendar |academic )?(?:year|yr|12 months|twelve months)\s+"
        r"(?:beginning|begins|begun|starting|starts|started|start|commencing|from)[\s:]+(?:in\s+)?(.+)",
        text,
    )
    inner = parse(match[1]) if match else None
    if inner is None or inner.form not in ("year", "month", "date", "financial"):
        return None
    if inner.form == "year":
        return Part("begun", year=inner.year)
    if inner.form == "financial":
        return inner
    start = inner.start or date.min
    if start.day != 1:
        return Part("span")
    end = last_day(start.year + (start.month > 1), (start.month + 10) % 12 + 1)
    return Part("year_ending", start, end, year=end.year)


def _rolling(text: str, parse: Parse) -> Part | None:
    match = re.fullmatch(
        r"(?:rolling|last|previous|latest)\s+(?:12|twelve)[\s-]*(?:months?|m)\b(.*)|rolling\s+year(.*)|r12m?(.*)"
        r"|(?:12|twelve)[\s-]*months?\s+(?:rolling)?((?:to|ending|ended)\b.*)|(?:12|twelve)[\s-]*months?\s+rolling(.*)",
        text,
    )
    if not match:
        return None
    rest = next((group for group in match.groups() if group), "")
    inner = parse(re.sub(r"^[\s:(-]*(?:to|ending|ended|at)?\s*", "", rest).strip(" )"))
    if inner and inner.form == "month_name" and not text.startswith(("last", "previous", "latest")):
        return Part("day", month=inner.month)
    return Part("rolling", end=inner.end if inner and inner.form in ("month", "date") else None)


def _not_kept(text: str, parse: Parse) -> Part | None:
    if re.fullmatch(rf"{SPAN_YEARS}\s*(?:-|to)\s*{SPAN_YEARS}", text):
        return Part("span")
    if re.fullmatch(r"(?:latest|current|previous)|.*\d.*(?:-year|year) average.*|h[12]", text):
        return Part("other")
    match = re.fullmatch(rf"(?:{NOT_PERIODS})(?:[\s-]*year)?\b[\s,:(-]*(?:of |for )?(.+?)\)?", text)
    if not match:
        match = re.fullmatch(r"(.+?)[\s,:(-]*(?:h[12]|half[\s-]year(?:ly)?|first half|second half)\)?", text)
    dated = match and (re.fullmatch(r"[\d/\s-]+", match[1]) or parse(match[1]))
    return Part("other") if dated else None


def _ending(text: str, parse: Parse) -> Part | None:
    match = re.fullmatch(
        r"(ye|y/e|yr end|yr ending|year end|year ending|year ended|year to|the year to"
        r"|(?:quarter|qtr|q) (?:end|ending|ended|to)|month (?:end|ending|ended|to))[\s:]+(.+)",
        text,
    )
    if not match:
        return None
    inner = parse(match[2])
    if match[1].startswith("month"):
        return month_part(inner.end.year, inner.end.month) if inner and inner.end else None
    if match[1].startswith("q"):
        return _quarter_to(inner)
    if inner and inner.form in ("day", "month_name"):
        return Part("day", month=inner.month)
    if inner and inner.form in ("month", "date") and inner.end:
        return Part("year_ending", year_to(inner.end), inner.end, year=inner.end.year)
    return None


def _quarter_to(inner: Part | None) -> Part | None:
    if not inner or inner.form not in ("month", "date") or not inner.end or inner.end.month % 3:
        return None
    end = last_day(inner.end.year, inner.end.month)
    return Part("quarter", date(end.year, end.month - 2, 1), end, quarter=(end.month - 4) // 3 % 4 + 1)


def _quarter(text: str, _: Parse) -> Part | None:
    months = rf"(?:\s*[(:,-]?\s*(?:{MONTH})\s*(?:-|to)\s*(?:{MONTH})\)?)?"
    years = rf"\(?(?:fy\s*)?{SPAN_YEARS}\)?"
    for pattern in (rf"{QUARTER}{months}[\s,:/-]*{years}", rf"(?:fy\s*)?{SPAN_YEARS}[\s,:/-]*\(?{QUARTER}\)?{months}"):
        if match := re.fullmatch(pattern, text):
            a, b, c = match.groups()
            quarter, first = (int(a), span_of(b, c)) if len(a) == 1 else (int(c), span_of(a, b))
            return quarter_part(first, quarter) if first else None
    for pattern in (rf"{QUARTER}{months}[\s,:/-]*({YEAR})", rf"({YEAR})[\s,:/-]*{QUARTER}{months}"):
        if match := re.fullmatch(pattern, text):
            one, two = sorted(match.groups(), key=len)
            return Part("quarter_of_year", year=int(two), quarter=int(one))
    match = re.fullmatch(rf"{QUARTER}{months}", text)
    return Part("quarter_name", quarter=int(match[1])) if match else None


def _between(text: str, _: Parse) -> Part | None:
    """Read two whole dates with "to" or a dash between them; whole months make a month, a quarter or a year."""
    match = re.fullmatch(r"(?:from|between)?\s*(\S+(?: \S+ \S+)?)\s*(?:-|to|until|and)\s+(\S+(?: \S+ \S+)?)", text)
    start, end = (day_in(match[1]), day_in(match[2])) if match else (None, None)
    if not start or not end:
        return None
    length = (end.year - start.year) * 12 + end.month - start.month + 1
    if start.day != 1 or end != last_day(end.year, end.month) or length not in (1, 3, 12):
        return Part("span")
    if length == 1:
        return month_part(end.year, end.month)
    if length == 3:
        return _quarter_to(Part("date", end, end)) or Part("span")
    return Part("year_ending", start, end, year=end.year)


def _range(text: str, _: Parse) -> Part | None:
    match = re.fullmatch(
        rf"(?:{DAY}\s+)?({MONTH})\s*({SHORT_YEAR})?\s*(?:-|to|/|until)\s*(?:{DAY}\s+)?({MONTH})\s*({SHORT_YEAR})", text
    )
    if not match:
        return None
    first, last = month_number(match[2]), month_number(match[5])
    end_year = full_year(match[6])
    start_year = full_year(match[3]) if match[3] else end_year - (first > last)
    start, end = date(start_year, first, 1), last_day(end_year, last)
    length = (end.year - start.year) * 12 + end.month - start.month + 1
    if length == 3 and start.month % 3 == 1:
        return Part("quarter", start, end, quarter=(start.month - 4) // 3 % 4 + 1)
    return Part("year_ending", start, end, year=end.year) if length == 12 else Part("span")


SPAN_FORMS = (_to_date, _rolling, _months_to, _begun, _week_or_term, _not_kept, _ending, _quarter, _between, _range)
