"""Headings of data about individuals; the words are in personal.toml."""

import tomllib
from collections.abc import Mapping
from functools import cache, lru_cache
from pathlib import Path

from etl.reader.cells.text import words
from etl.reader.model import Cell, Kind, Sheet
from etl.reader.people.find import CHILDREN, PERSON, Find
from etl.reader.people.rows import has_authorities

WORDS = Path(__file__).parent / "personal.toml"
DEPTH = 6  # cells below a heading that are looked at
HEADS = 30  # rows of a sheet among which its headings are
LONGEST = 60  # letters of a heading: a sentence is none
SHORT, DATE_LONG = 40, 12  # letters of a cell in a list of people, of a written date
NOT_OF_PEOPLE = (
    "If what stands under this heading is not of a person, such as the name of a region or of a team, rename it or "
    "leave the column out, and choose the file again."
)
NOT_OF_CHILDREN = "If each row is a total of an authority, put its name or code in a column of its own."
IDENTIFIERS = set("id number no num upn uln nhsnumber childid personid lachildid formerupn identifier".split())


@cache
def listed(kind: str) -> frozenset[str]:
    """Read one list of headings of personal.toml."""
    return frozenset(tomllib.loads(WORDS.read_text(encoding="utf-8"))[kind].split("|"))


@lru_cache(maxsize=100_000)
def folded(text: str) -> str:
    """Fold a heading to its words; nothing of a sentence."""
    return " ".join(words(text)) if len(text) < LONGEST else ""


def find_heading(sheet: Sheet) -> Find | None:
    """Find the first heading of a row that has two such, or one with its like below."""
    for number, cells in sheet.rows.items():
        strong = _columns(cells, "strong")
        others = len(strong) + len(_columns(cells, "weak")) > 1 if strong else False
        for column in strong:
            if (others and len(cells) > 2) or _alike_below(sheet, number, column):
                return _named(number, column, cells, strong)
    return None


def _columns(cells: Mapping[int, Cell], kind: str) -> list[int]:
    found = {column: folded(cell.text) for column, cell in cells.items() if cell.kind is Kind.TEXT}
    of_areas = set(found.values()) & listed("geography")
    return [
        column
        for column, heading in found.items()
        if heading in listed(kind) and not (of_areas and heading in listed("parents"))
    ]


def _named(number: int, column: int, cells: Mapping[int, Cell], strong: list[int]) -> Find:
    """Name a heading, one that needs no explanation first; that of a list of staff is about a person."""
    named = [other for other, cell in cells.items() if folded(cell.text) in listed("named")]
    staff = all(folded(cells[other].text) in listed("staff") for other in strong)
    found = min(column, *named) if named else column
    return Find(
        PERSON if staff else CHILDREN, (number, found), f"the heading {called(cells[found])}", _way_out(cells, found)
    )


def called(cell: Cell) -> str:
    """Give the words of a heading that is one of ours to the letter: nothing else of the file is repeated."""
    heading = folded(cell.text)
    known = heading in listed("strong") | listed("weak") | listed("workers") | listed("sexes") | listed("origins")
    return f"“{cell.text if cell.text.isalpha() else heading}”" if known else "of a person"


def _way_out(cells: Mapping[int, Cell], column: int) -> str:
    """Say what to do where a heading may be that of something else than a person."""
    return NOT_OF_PEOPLE if folded(cells[column].text) in listed("doubtful") else ""


def _alike_below(sheet: Sheet, number: int, column: int) -> bool:
    rows = range(number + 1, number + 1 + DEPTH)
    below = [cell for row in rows if (cell := sheet.rows.get(row, {}).get(column))]
    return bool(below) and _alike(folded(sheet.rows[number][column].text), below)


def _alike(heading: str, below: list[Cell]) -> bool:
    """Tell a column of people from a word in a list: dates under a birth date, else something short in each cell."""
    if heading in listed("dated"):
        return any(cell.day or (_has_figure(cell) and len(cell.text) <= DATE_LONG) for cell in below)
    if set(heading.split()) & IDENTIFIERS:
        return sum(map(_has_figure, below)) >= min(2, len(below))
    known = listed("strong") | listed("weak")
    return len(below) >= 2 and all(len(cell.text) <= SHORT and folded(cell.text) not in known for cell in below)


def _has_figure(cell: Cell) -> bool:
    return any(letter.isdecimal() for letter in cell.text)


def find_description(sheet: Sheet) -> Find | None:
    """Find gender beside ethnicity over rows that are of no authority."""
    for number, cells in list(sheet.rows.items())[:HEADS]:
        heads = {folded(cell.text): column for column, cell in cells.items() if cell.kind is Kind.TEXT}
        sexes, origins = heads.keys() & listed("sexes"), heads.keys() & listed("origins")
        if sexes and origins and number + 1 in sheet.rows and not has_authorities(sheet):
            column = min(heads[heading] for heading in sexes | origins)
            what = f"the headings {' and '.join(called(cells[heads[each]]) for each in (min(sexes), min(origins)))}"
            return Find(CHILDREN, (number, column), what, NOT_OF_CHILDREN)
    return None
