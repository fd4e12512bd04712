"""Rows about persons without any heading that says so: birth dates, names, one row for each."""

from datetime import date
from functools import cache
from pathlib import Path

from etl.reader.cells.text import plain, words
from etl.reader.model import Cell, Kind, Place, Sheet
from etl.reader.periods.parse import parse_period
from etl.reader.periods.parts import last_day
from etl.reader.words.authorities import find_authority
from etl.reader.words.indicators import is_named

FIRST_NAMES = Path(__file__).parent / "first_names.txt"
FEWEST_ROWS = 8  # fewer dates or names are those of a contents page
FEWEST_MEASURES = 3  # rows that name a measure make a scorecard
FEWEST_NAMES = 2  # one may be the officer who sends the file
HEADS = 30  # rows of a sheet among which its headings are
EVENTS = (
    "inspect",
    "publi",
    "visit",
    "report",
    "meeting",
    "updated",
    "closed",
    "opened",
    "collection",
    "released",
    "judgement",
)
YOUNGEST, OLDEST = 0, 26  # years: of children and of care leavers up to 25


@cache
def first_names() -> frozenset[str]:
    """Read common first names, folded."""
    return frozenset(FIRST_NAMES.read_text(encoding="utf-8").split())


def one_row_per_person(sheet: Sheet) -> Place | None:
    """Find a column of many different birth dates, or of names, in rows that are of no authority."""
    if len(sheet.rows) < FEWEST_ROWS:
        return None
    columns = _columns(sheet)
    if any(_share_of_places(listed) > 0.3 or _names_measures(listed) for listed in columns.values()):
        return None
    for column, listed in columns.items():
        if _are_births(listed) or _are_names(listed):
            return listed[0][0], column
    return None


def named_workers(sheet: Sheet, headings: frozenset[str]) -> Place | None:
    """Find a column of workers under one of some headings, each cell below it a person's name."""
    for number, cells in list(sheet.rows.items())[:HEADS]:
        for column, cell in cells.items():
            if cell.kind is Kind.TEXT and " ".join(words(cell.text)) in headings:
                below = [under.text for row in sheet.rows if row > number and (under := sheet.rows[row].get(column))]
                named = sum(map(_is_name, below))
                if named >= FEWEST_NAMES and named * 2 > len(below):
                    return number, column
    return None


def has_authorities(sheet: Sheet) -> bool:
    """Tell whether the rows of a sheet are of authorities."""
    return any(_share_of_places(listed) > 0.3 for listed in _columns(sheet).values())


def _columns(sheet: Sheet) -> dict[int, list[tuple[int, Cell]]]:
    columns: dict[int, list[tuple[int, Cell]]] = {}
    for number, cells in list(sheet.rows.items())[:500]:
        for column, cell in cells.items():
            columns.setdefault(column, []).append((number, cell))
    return columns


def _share_of_places(cells: list[tuple[int, Cell]]) -> float:
    sure = sum(bool(find_authority(cell.text).authority) for _, cell in cells if cell.kind is Kind.TEXT)
    return sure / len(cells) if len(cells) > 2 else 0.0


def _names_measures(cells: list[tuple[int, Cell]]) -> bool:
    """Tell the rows of a scorecard, which name a measure each and may name the officer who leads on it."""
    return sum(cell.kind is Kind.TEXT and is_named(cell.text) for _, cell in cells) >= FEWEST_MEASURES


def _are_births(cells: list[tuple[int, Cell]]) -> bool:
    """Tell birth dates: many, all different, on any day of the month, of people up to 26 years old, over years."""
    if any(word in plain(cell.text) for _, cell in cells[:3] for word in EVENTS):
        return False
    days = [day for _, cell in cells if (day := _day(cell))]
    if len(days) < FEWEST_ROWS or len(set(days)) < len(days) * 0.8:
        return False
    odd = sum(day.day != 1 and day != last_day(day.year, day.month) for day in days)
    ages = [date.today().year - day.year for day in days]
    return odd > len(days) * 0.7 and max(ages) - min(ages) >= 5 and all(YOUNGEST <= age <= OLDEST for age in ages)


def _day(cell: Cell) -> date | None:
    if cell.day:
        return None if cell.month else cell.day
    part = parse_period(cell.text) if cell.kind is Kind.TEXT and len(cell.text) <= 20 else None
    return part.end if part and part.form == "date" else None


def _are_names(cells: list[tuple[int, Cell]]) -> bool:
    """Tell names of people: two or three words, the first (or the one after a comma) a common first name."""
    texts = [cell.text for _, cell in cells if cell.kind is Kind.TEXT]
    named = [text for text in texts if _is_name(text)]
    return len(set(named)) >= FEWEST_ROWS and len(named) > len(texts) * 0.6


def _is_name(text: str) -> bool:
    pieces = text.replace(",", " , ").split()
    if "," in pieces and pieces.index(",") + 1 < len(pieces):
        pieces = pieces[pieces.index(",") + 1 :] + pieces[: pieces.index(",")]
    return 2 <= len(pieces) <= 4 and plain(pieces[0]) in first_names() and all(piece[:1].isalpha() for piece in pieces)
