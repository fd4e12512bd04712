"""Data about individuals: recognised by headings, by values with valid check digits, and refused.

The message names the sheet and the cell, and never what stands there.
"""

import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from pathlib import Path

from etl.reader.model import Cell, Kind, Place, Refused, Sheet, Workbook
from etl.reader.personal_rows import has_authorities, named_workers, one_row_per_person
from etl.reader.personal_values import has_identifier, has_personal_text, is_postcode
from etl.reader.places import a1
from etl.reader.text import words

WORDS = Path(__file__).parent / "words" / "personal.toml"
CHILD = (
    "This looks like data about individual children. It was not kept. Upload totals only. For checks of child-level "
    "data use your authority's own tools or Data to Insight's browser tools."
)
PERSON = "This looks like data about an individual. It was not kept. Take it out, or upload totals only."
DEPTH = 6
FEWEST_POSTCODES = 3
SHORTEST = 5
HEADS = 30
IDENTIFIERS = set("id number no num upn uln nhsnumber childid personid lachildid formerupn identifier".split())


@cache
def _headings(kind: str) -> frozenset[str]:
    return frozenset(tomllib.loads(WORDS.read_text(encoding="utf-8"))[kind].split("|"))


def refuse_personal(workbook: Workbook) -> None:
    """Refuse a workbook with personal data anywhere in it, hidden sheets, comments and caches included.

    Raises
    ------
    Refused
        CHILD_LEVEL_DATA for rows about children; PERSONAL_DATA for other people and for single finds.
    """
    for sheet in workbook.sheets:
        _refuse_headings(sheet)
    for sheet in workbook.sheets:
        _refuse_values(sheet)
        if place := _describes_persons(sheet):
            raise _refused("CHILD_LEVEL_DATA", CHILD, sheet.name, a1(place), "headings")
        if place := named_workers(sheet, _headings("workers")):
            raise _refused("PERSONAL_DATA", PERSON, sheet.name, a1(place), "a heading")
        if place := one_row_per_person(sheet):
            raise _refused("CHILD_LEVEL_DATA", CHILD, sheet.name, a1(place))
    _refuse_beside(workbook)


def _refuse_beside(workbook: Workbook) -> None:
    """Refuse by what lies beside the sheets: comments, caches, properties."""
    for name, cell, text in workbook.comments:
        if has_personal_text(text):
            raise _refused("PERSONAL_DATA", PERSON, name, cell, "a comment")
    for part, text in workbook.buried:
        if has_identifier(text):
            raise _refused("PERSONAL_DATA", PERSON, None, None, _name_of(part))
        if "pivotCache" in part and _fold(text) in _headings("strong"):
            raise _refused("CHILD_LEVEL_DATA", CHILD, None, None, _name_of(part))


def _refused(code: str, message: str, sheet: str | None, cell: str | None, what: str = "") -> Refused:
    where = (
        f"sheet “{sheet}”, cell {cell}"
        if sheet and cell
        else f"cell {cell}"
        if cell
        else f"sheet “{sheet}”"
        if sheet
        else ""
    )
    place = ", ".join(part for part in (what, where) if part)
    return Refused(code, f"{message} Found in: {place}.", sheet, cell)


def _name_of(part: str) -> str:
    names = {
        "pivotCache": "the store of a pivot table",
        "docProps": "the properties of the file",
        "meta": "the properties of the file",
    }
    names |= {
        "externalLinks": "the store of a link to another workbook",
        "omments": "a comment",
        "drawings": "a text box",
    }
    return next((name for key, name in names.items() if key in part), "a part of the file that no sheet shows")


@lru_cache(maxsize=100_000)
def _fold(text: str) -> str:
    return " ".join(words(text)) if len(text) < 60 else ""


def _refuse_headings(sheet: Sheet) -> None:
    """Refuse at the first heading of a row that has two such, or one with its like below."""
    for number, cells in sheet.rows.items():
        strong = [
            column
            for column, cell in cells.items()
            if cell.kind is Kind.TEXT and _fold(cell.text) in _headings("strong")
        ]
        if not strong:
            continue
        weak = [
            column for column, cell in cells.items() if cell.kind is Kind.TEXT and _fold(cell.text) in _headings("weak")
        ]
        for column in strong:
            below = [
                cell for row in range(number + 1, number + 1 + DEPTH) if (cell := sheet.rows.get(row, {}).get(column))
            ]
            if len(strong) + len(weak) > 1 and len(cells) > 2 or (below and _alike(cells[column].text, below)):
                named = [other for other, cell in cells.items() if _fold(cell.text) in _headings("named")]
                column = min(column, *named) if named else column
                staff = all(_fold(cells[other].text) in _headings("staff") for other in strong)
                code, message = ("PERSONAL_DATA", PERSON) if staff else ("CHILD_LEVEL_DATA", CHILD)
                raise _refused(code, message, sheet.name, a1((number, column)), "a heading")


def _describes_persons(sheet: Sheet) -> Place | None:
    """Find gender beside ethnicity over rows that are of no authority."""
    for number, cells in list(sheet.rows.items())[:HEADS]:
        folded = {_fold(cell.text): column for column, cell in cells.items() if cell.kind is Kind.TEXT}
        sexes, origins = folded.keys() & _headings("sexes"), folded.keys() & _headings("origins")
        if sexes and origins and number + 1 in sheet.rows and not has_authorities(sheet):
            return number, min(folded[heading] for heading in sexes | origins)
    return None


def _alike(heading: str, below: list[Cell]) -> bool:
    """Tell a column of people from a word in a list: dates under a birth date, else something short in each cell."""
    if _fold(heading) in _headings("dated"):
        return any(
            cell.day or any(letter.isdecimal() for letter in cell.text) and len(cell.text) <= 12 for cell in below
        )
    if set(_fold(heading).split()) & IDENTIFIERS:
        return sum(any(letter.isdecimal() for letter in cell.text) for cell in below) >= min(2, len(below))
    listed = _headings("strong") | _headings("weak")
    return len(below) >= 2 and all(len(cell.text) <= 40 and _fold(cell.text) not in listed for cell in below)


def _refuse_values(sheet: Sheet) -> None:
    found: list[Place] = []
    for number, column, cell in _cells(sheet):
        if cell.kind not in (Kind.TEXT, Kind.NUMBER) or len(cell.text) < SHORTEST:
            continue
        if has_identifier(cell.text):
            found.append((number, column))
        elif len(cell.text) > 8 and has_personal_text(cell.text, postcodes=False):
            raise _refused("PERSONAL_DATA", PERSON, sheet.name, a1((number, column)))
    if found:
        code, message = ("CHILD_LEVEL_DATA", CHILD) if len(found) > 1 else ("PERSONAL_DATA", PERSON)
        raise _refused(code, message, sheet.name, a1(found[0]))
    _refuse_postcodes(sheet)


def _refuse_postcodes(sheet: Sheet) -> None:
    """Refuse a column of several full postcodes."""
    postcodes: dict[int, dict[str, Place]] = {}
    for number, column, cell in _cells(sheet):
        if cell.kind is Kind.TEXT and is_postcode(cell.text):
            postcodes.setdefault(column, {}).setdefault(cell.text, (number, column))
    for places in postcodes.values():
        if len(places) >= FEWEST_POSTCODES:
            raise _refused("CHILD_LEVEL_DATA", CHILD, sheet.name, a1(next(iter(places.values()))))


def _cells(sheet: Sheet) -> Iterator[tuple[int, int, Cell]]:
    return ((number, column, cell) for number, cells in sheet.rows.items() for column, cell in cells.items())
