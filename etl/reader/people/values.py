"""Values that are of individuals, whatever their heading: identifiers, birth dates in sentences, postcodes."""

import re
from collections.abc import Iterator

from etl.reader.model import Cell, Kind, Place, Sheet
from etl.reader.people.find import CHILDREN, PERSON, Find
from etl.reader.people.headings import HEADS, folded, listed
from etl.reader.people.identifiers import has_identifier, has_personal_text, is_postcode

SHORTEST, SHORTEST_SENTENCE = 5, 9  # letters below which nothing personal can be told
FEWEST_POSTCODES = 3  # one or two are those of an office
LARGE = re.compile(r"\d{8,}(?:\.\d+)?")  # from ten million on
FEWEST_AMOUNTS, MOST_AMOUNTS = 3, 0.75  # one number of ten figures in eleven passes by chance
FEWEST_HEADINGS = 3  # of a list of providers
IDENTIFIER = "a number that pupils, patients or employees have"
POSTCODES = "a column of full postcodes"
NOT_OF_HOMES = "If they are not of people's homes, leave the column out and choose the file again."


def find_value(sheet: Sheet) -> Find | None:
    """Find an identifier of a person or a sentence about one; several identifiers are rows of children."""
    found: list[Place] = []
    for place, cell in _cells(sheet):
        if cell.kind not in (Kind.TEXT, Kind.NUMBER) or len(cell.text) < SHORTEST:
            continue
        if has_identifier(cell.text):
            found.append(place)
        elif len(cell.text) >= SHORTEST_SENTENCE and has_personal_text(cell.text, postcodes=False):
            return Find(PERSON, place, "a birth date or a number of a person within a text")
    if found := [place for place in found if not _is_amount(sheet, place)]:
        return Find(CHILDREN if len(found) > 1 else PERSON, found[0], IDENTIFIER)
    return None if _is_of_providers(sheet) else _find_postcodes(sheet)


def _find_postcodes(sheet: Sheet) -> Find | None:
    """Find a column of several full postcodes."""
    postcodes: dict[int, dict[str, Place]] = {}
    for place, cell in _cells(sheet):
        if cell.kind is Kind.TEXT and is_postcode(cell.text):
            postcodes.setdefault(place[1], {}).setdefault(cell.text, place)
    several = (places for places in postcodes.values() if len(places) >= FEWEST_POSTCODES)
    return next((Find(CHILDREN, next(iter(places.values())), POSTCODES, NOT_OF_HOMES) for places in several), None)


def _is_amount(sheet: Sheet, place: Place) -> bool:
    """Tell a sum of pounds whose ten figures pass as a health number, among large numbers that do not."""
    if not sheet.rows[place[0]][place[1]].text.isdecimal():
        return False
    column = [cell.text for cells in sheet.rows.values() if (cell := cells.get(place[1]))]
    numbers = [text for text in column if LARGE.fullmatch(text)]
    others = [text for text in numbers if not has_identifier(text)]
    return len(others) >= FEWEST_AMOUNTS and len(others) > len(numbers) * MOST_AMOUNTS


def _is_of_providers(sheet: Sheet) -> bool:
    """Tell a list of homes, agencies or schools, whose addresses are public, by three headings of its own."""
    for cells in list(sheet.rows.values())[:HEADS]:
        said = {folded(cell.text) for cell in cells.values() if cell.kind is Kind.TEXT}
        if len(said & listed("providers")) >= FEWEST_HEADINGS and not said & listed("strong"):
            return True
    return False


def _cells(sheet: Sheet) -> Iterator[tuple[Place, Cell]]:
    return (((number, column), cell) for number, cells in sheet.rows.items() for column, cell in cells.items())
