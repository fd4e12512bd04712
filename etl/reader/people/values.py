"""Values that are of individuals, whatever their heading: identifiers, birth dates in sentences, postcodes."""

from collections.abc import Iterator

from etl.reader.model import Cell, Kind, Place, Sheet
from etl.reader.people.find import CHILDREN, PERSON, Find
from etl.reader.people.identifiers import has_identifier, has_personal_text, is_postcode

SHORTEST, SHORTEST_SENTENCE = 5, 9  # letters below which nothing personal can be told
FEWEST_POSTCODES = 3  # one or two are those of an office


def find_value(sheet: Sheet) -> Find | None:
    """Find an identifier of a person or a sentence about one; several identifiers are rows of children."""
    found: list[Place] = []
    for place, cell in _cells(sheet):
        if cell.kind not in (Kind.TEXT, Kind.NUMBER) or len(cell.text) < SHORTEST:
            continue
        if has_identifier(cell.text):
            found.append(place)
        elif len(cell.text) >= SHORTEST_SENTENCE and has_personal_text(cell.text, postcodes=False):
            return Find(PERSON, place)
    if found:
        return Find(CHILDREN if len(found) > 1 else PERSON, found[0])
    return _find_postcodes(sheet)


def _find_postcodes(sheet: Sheet) -> Find | None:
    """Find a column of several full postcodes."""
    postcodes: dict[int, dict[str, Place]] = {}
    for place, cell in _cells(sheet):
        if cell.kind is Kind.TEXT and is_postcode(cell.text):
            postcodes.setdefault(place[1], {}).setdefault(cell.text, place)
    several = (places for places in postcodes.values() if len(places) >= FEWEST_POSTCODES)
    return next((Find(CHILDREN, next(iter(places.values()))) for places in several), None)


def _cells(sheet: Sheet) -> Iterator[tuple[Place, Cell]]:
    return (((number, column), cell) for number, cells in sheet.rows.items() for column, cell in cells.items())
