"""Which texts say of a figure its measure, population, period, unit and authority."""

from collections.abc import Iterator

from etl.reader.cells.looks import lost_day
from etl.reader.cells.names import a1, letters
from etl.reader.cells.text import words
from etl.reader.choices import period_of_column
from etl.reader.figures.known_table import Spot
from etl.reader.figures.measure_text import RATES, measure_said
from etl.reader.model import Cell, Kind, Place
from etl.reader.tables.columns import stack
from etl.reader.tables.row_keys import OWN_KINDS
from etl.reader.understood import Evidence, Says
from etl.reader.words.explained import is_filter, unexplained
from etl.reader.words.headings import read_heading
from etl.reader.words.titles import Around, find_one

UNITS = RATES | {"count", "number", "numbers", "headcount", "fte", "wte", "pounds"}
PEOPLE = {"child", "children", "workers", "worker", "staff", "persons", "people", "families", "aged", "under"}
NAMES_ONLY = {"month_name", "quarter_name", "quarter_of_year", "ytd", "rolling"}  # periods that need a year beside them
ANSWERED = {"indicator": Says.MEASURE, "period": Says.PERIOD, "authority": Says.AUTHORITY}
Found = tuple[Evidence, Place | None, bool]


def evidence_of(spot: Spot) -> Iterator[Found]:
    """Find what says something of a figure.

    Yields
    ------
    tuple of (Evidence, Place or None, bool)
        The nearest first; whether each row has its own.
    """
    near = [*_over(spot), *_in_row(spot), *_sub_heading(spot)]
    yield from near
    yield from _farther(spot, {evidence.says for evidence, _, _ in near})
    if spot.cell.percent:
        yield _found(spot, Says.UNIT, spot.cell.text, "cell", spot.place)


def _found(spot: Spot, says: Says, text: str, origin: str, place: Place | None, *, each: bool = False) -> Found:
    return Evidence(says, text, origin, spot.known.sheet, a1(place) if place else None), place, each


def _over(spot: Spot) -> Iterator[Found]:
    for place, cell in stack(spot.known.table, spot.column.number):
        for says in _said(cell):
            yield _found(spot, says, cell.text, "heading", place)


def _said(cell: Cell) -> Iterator[Says]:
    """Give what a heading says; one that says nothing known would be a measure."""
    heading, spoken = read_heading(cell), set(words(cell.text))
    if heading.named or (cell.text and not heading.parts and unexplained(cell.text)):
        yield Says.MEASURE
    if heading.parts or (cell.kind is Kind.NUMBER and lost_day(cell.number)):
        yield Says.PERIOD
    if heading.authority:
        yield Says.AUTHORITY
    if spoken & UNITS:
        yield Says.UNIT
    if heading.named and spoken & PEOPLE:
        yield Says.POPULATION


def _in_row(spot: Spot) -> Iterator[Found]:
    """Give the keys of its row; those that are filled down from above are said where they stand."""
    row, roles = spot.row, {"period": Says.PERIOD, "unit": Says.UNIT}
    if row.authority.at:
        yield _found(spot, Says.AUTHORITY, row.authority.text, "row", row.authority.at, each=True)
    if row.measure.at:
        yield _found(spot, Says.MEASURE, row.measure.text, "row", row.measure.at, each=True)
    for column in spot.known.columns:
        filters = column.role == "text" and is_filter(" ".join(column.texts))
        says = Says.POPULATION if filters else roles.get(column.role)
        cell = spot.known.table.grid.at(row.number, column.number) if says else None
        if says and cell:
            yield _found(spot, says, cell.text, "row", (row.number, column.number), each=True)


def _sub_heading(spot: Spot) -> Iterator[Found]:
    section = spot.section
    if section is None:
        return
    if section.named:
        yield _found(spot, Says.MEASURE, section.text, "sub-heading", section.place)
    if section.parts:
        yield _found(spot, Says.PERIOD, section.text, "sub-heading", section.place)
    if section.authorities:
        yield _found(spot, Says.AUTHORITY, section.text, "sub-heading", section.place)


def _farther(spot: Spot, said: set[str]) -> Iterator[Found]:
    """Give what the texts around the table say where nothing nearer does."""
    if Says.MEASURE not in said:
        yield from _measure(spot)
    parts = [part for part in (*spot.column.parts, *spot.row.periods.parts) if part.form != "day"]
    if not parts or {part.form for part in parts} <= NAMES_ONLY | set(OWN_KINDS):
        yield from _period(spot)
    if Says.AUTHORITY not in said and (around := find_one(spot.known.around)[2]):
        yield _around(spot, Says.AUTHORITY, around)
    yield from _answers(spot, said)


def _measure(spot: Spot) -> Iterator[Found]:
    """Give the heading that lends its measure, or the title that names it."""
    place = measure_said(spot).place
    cell = spot.known.table.grid.at(*place) if place else None
    named = (around for level in spot.known.around for around in level if around.named)
    if place and cell and place[0] in spot.known.table.header:
        yield _found(spot, Says.MEASURE, cell.text, "heading", place)
    elif around := next(named, None):
        yield _around(spot, Says.MEASURE, around)


def _period(spot: Spot) -> Iterator[Found]:
    for level in spot.known.around:
        dated = [around for around in level if any(part.form != "day" for part in around.parts)]
        if dated:
            yield from (_around(spot, Says.PERIOD, around) for around in dated)
            return


def _around(spot: Spot, says: Says, around: Around) -> Found:
    return _found(spot, says, around.text, around.origin, around.place if around.origin != "cover" else None)


def _answers(spot: Spot, said: set[str]) -> Iterator[Found]:
    """Give what the visitor said of a column, or of the whole sheet where the file does not."""
    answers, sheet = spot.known.given.answers, spot.known.sheet
    if answer := answers.get(period_of_column(sheet, letters(spot.column.number))):
        yield _found(spot, Says.PERIOD, answer, "answer", None)
    for kind, says in ANSWERED.items():
        if says not in said and (answer := answers.get(f"{kind}:{sheet}")):
            yield _found(spot, says, answer, "answer", None)
