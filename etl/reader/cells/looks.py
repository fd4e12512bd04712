"""What a number format makes of a number: a percentage, money, a date, a month."""

import re
from datetime import date, datetime, timedelta
from functools import cache, lru_cache
from math import isfinite

from etl.reader.cells.text import shown
from etl.reader.model import Cell, Kind

BUILT_IN = {
    5: "£0", 6: "£0", 7: "£0", 8: "£0", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 42: "£0", 44: "£0",
    45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss",
}  # fmt: skip
NOT_CODES = re.compile(r'"[^"]*"|\\.|_.|\*.|\[(?!h|m|s)[^\]]*\]')
EPOCHS = {False: datetime(1899, 12, 30), True: datetime(1904, 1, 1)}


@cache
def looks(code: str) -> tuple[bool, bool, bool, bool]:
    """Tell whether a number format shows percentages, money, dates, and dates without a day."""
    first = code.split(";")[0]
    money = bool(re.search(r"[£$€]", first))
    bare = NOT_CODES.sub("", first).casefold()
    percent = "%" in bare
    dated = bool(re.search(r"[dy]|mmm|m(?![ms:]*s)", bare)) and not percent and "general" not in bare
    clock = bool(re.search(r"[hs]", bare)) and not re.search(r"[dy]", bare)
    return percent, money and not dated, dated and not clock, dated and not clock and "d" not in bare


@lru_cache(maxsize=100_000)
def number_cell(number: float, code: str = "General", *, from_1904: bool = False, text: str | None = None) -> Cell:
    """Make a cell of a stored number and its format; one beyond all numbers is a text."""
    if not isfinite(number):
        return Cell(kind=Kind.TEXT, text=str(number))
    percent, money, dated, month = looks(code)
    if dated and (day := day_of(number, from_1904=from_1904)):
        if re.fullmatch(r"y+", NOT_CODES.sub("", code.split(";")[0]).casefold().strip()):
            return Cell(kind=Kind.NUMBER, text=str(day.year), number=float(day.year))
        seen = text or day.strftime("%b-%y" if month else "%d/%m/%Y")
        return Cell(kind=Kind.DATE, text=seen, number=number, day=day, month=month)
    text = text or (f"{plain_number(number * 100)}%" if percent else plain_number(number))
    return Cell(kind=Kind.NUMBER, text=text, number=number, percent=percent, money=money)


def day_of(number: float, *, from_1904: bool = False) -> date | None:
    """Turn a serial number into its day, or nothing outside 1990 to 2100."""
    if not 0 < number < 80_000:
        return None
    found = (EPOCHS[from_1904] + timedelta(days=number)).date()
    return found if 1990 <= found.year <= 2100 else None


def lost_day(number: float | None) -> date | None:
    """Read a number without a format as a day: from mid-1998 to mid-2050, where no year and hardly a figure is."""
    return day_of(number) if number and 36_000 < number < 55_000 else None


@lru_cache(maxsize=100_000)
def text_cell(text: str, *, raised: bool = False) -> Cell | None:
    """Make a cell of a text, or nothing of white space."""
    seen = shown(text)
    return Cell(kind=Kind.TEXT, text=seen, raised=raised) if seen else None


def error_cell(text: str) -> Cell:
    """Make a cell of an error such as #DIV/0!."""
    return Cell(kind=Kind.ERROR, text=shown(text)[:20] or "#ERROR!")


def plain_number(number: float) -> str:
    """Write a number as a person would: 12.3, not 12.299999999999999."""
    return f"{number:.10g}" if abs(number) < 1e15 else f"{number:.6g}"
