"""The keys of each row of a table: its authority, measure and periods, filled down where they stand only once."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from etl.reader.authorities import UNKNOWN, Answer, find_authority
from etl.reader.headings import Column, vocabulary
from etl.reader.indicators import Named, name_indicator
from etl.reader.model import Cell, Place
from etl.reader.period_parts import Part
from etl.reader.periods import find_periods
from etl.reader.row_periods import date_columns, part_of
from etl.reader.tables import Table
from etl.reader.text import plain

LA_LEVELS = (
    "local authority",
    "la",
    "unitary",
    "county",
    "metropolitan",
    "london borough",
    "upper tier",
    "local",
    "single tier",
    "authority",
    "council",
)
OWN_KINDS = ("ytd", "rolling", "other")
FILLED = ("authority", "code", "measure", "period", "identifier")


@dataclass(slots=True)
class Row:
    """One row of figures and its keys."""

    number: int
    place: Answer = UNKNOWN
    place_at: Place | None = None
    place_text: str = ""
    measure: Named | None = None
    measure_text: str = ""
    measure_at: Place | None = None
    parts: tuple[Part, ...] = ()
    said: tuple[Part, ...] = ()
    identifier: str = ""
    unit: str = ""
    skipped: str = ""
    undated: bool = False
    clash: bool = False
    keys: dict[int, Cell] = field(default_factory=dict)


def read_rows(table: Table, columns: list[Column]) -> Iterator[Row]:
    """Read the keys of every row.

    Returns
    -------
    Iterator of Row
        `skipped` says why a row is no authority's figure: a sum, a region, a breakdown.
    """
    keys = [column for column in columns if column.role in FILLED]
    totals = _filters(table, columns)
    dates = date_columns(table, columns)
    names = {column.number for column in keys if column.role in ("authority", "code")}
    above: dict[int, Cell] = {}
    for number in table.rows:
        own = {column.number: cell for column in keys if (cell := table.grid.at(number, column.number))}
        if own and any(column.role in ("authority", "measure", "period") and column.number in own for column in keys):
            if own.keys() & names:
                above = {column: cell for column, cell in above.items() if column not in names}
            above |= own
            cells = dict(above)
        else:
            cells = dict(above) if not own and len(keys) > 1 and table.grid.covered else own
        row = Row(number, keys=cells)
        _read_place(row, columns, cells)
        _read_measure(row, columns, cells)
        _read_parts(row, columns, cells, dates)
        _read_others(row, table, columns, totals)
        yield row


def _read_place(row: Row, columns: list[Column], cells: dict[int, Cell]) -> None:
    """Read name and code of the authority together: the code decides, unless the name is another's."""
    answers: list[tuple[Answer, Place, str]] = []
    for column in columns:
        if column.role in ("authority", "code") and (cell := cells.get(column.number)):
            answer = find_authority(cell.text)
            answers.append((answer, (row.number, column.number), cell.text))
            if column.role == "authority":
                row.place_at, row.place_text = (row.number, column.number), cell.text
    sure = [(answer, place, text) for answer, place, text in answers if answer.authority]
    if not row.place_at and answers:
        row.place_at, row.place_text = answers[0][1], answers[0][2]
    if len({answer.authority.dfe_code for answer, _, _ in sure if answer.authority}) > 1:
        row.clash = True
    elif sure:
        row.place = sure[0][0]
    elif answers:
        told = [answer for answer, _, _ in answers if answer != UNKNOWN]
        row.place = next((answer for answer in told if answer.summary or answer.foreign), (told or [UNKNOWN])[0])


def _read_measure(row: Row, columns: list[Column], cells: dict[int, Cell]) -> None:
    for column in columns:
        if column.role == "measure" and (cell := cells.get(column.number)):
            named = name_indicator(cell.text)
            if row.measure_text and not (named and named.sure and not (row.measure and row.measure.sure)):
                continue
            row.measure, row.measure_text, row.measure_at = named, cell.text, (row.number, column.number)


def _read_parts(row: Row, columns: list[Column], cells: dict[int, Cell], dates: dict[int, dict[Part, Part]]) -> None:
    parts: list[Part] = []
    for column in columns:
        if column.role == "period" and (cell := cells.get(column.number)):
            parts += [part for part in column.parts if part.form == "day"]
            if part := part_of(cell, column):
                parts.append(dates.get(column.number, {}).get(part, part))
            elif find_authority(cell.text).summary:
                row.skipped = "a sum or an average"
            else:
                row.undated = True
    row.said = find_periods(row.measure_text)[0]
    row.parts = (*parts, *(part for part in row.said if not parts or part.form in OWN_KINDS))


def _filters(table: Table, columns: list[Column]) -> dict[int, bool]:
    """Find the columns that break figures down, and have a word for the total."""
    found = {}
    for column in columns:
        if column.role == "text":
            texts = {plain(cell.text) for number in table.rows if (cell := table.grid.at(number, column.number))}
            totals = texts & vocabulary("total_like")
            found[column.number] = bool(totals) and len(texts) > len(totals)
    return found


def _read_others(row: Row, table: Table, columns: list[Column], totals: dict[int, bool]) -> None:
    if row.place.summary:
        row.skipped = "a sum, an average or a region"
    for column in columns:
        cell = table.grid.at(row.number, column.number)
        text = plain(cell.text) if cell else ""
        if column.role == "level" and text and not text.startswith(LA_LEVELS):
            row.skipped = "not a local authority"
        elif column.role == "text" and text in vocabulary("not_actual"):
            row.skipped = "a target or a comparison"
        elif totals.get(column.number) and text and text not in vocabulary("total_like"):
            row.skipped = "a part of the whole"
        elif column.role == "identifier":
            row.identifier = text
        elif column.role == "unit":
            row.unit = text
