"""One table, read: its columns, its rows, and all that is known of them before the first figure is taken."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from etl.reader.cells.markers import Marker
from etl.reader.cells.text import words
from etl.reader.choices import left_out_columns, left_out_rows, periods_of_columns
from etl.reader.figures.to_come import columns_to_come
from etl.reader.model import Cell, Place
from etl.reader.periods.dating import dating_of, financial_year_of
from etl.reader.periods.kinds import Dating
from etl.reader.periods.parse import parse_period
from etl.reader.periods.parts import Part
from etl.reader.tables.column import Column
from etl.reader.tables.columns import read_columns
from etl.reader.tables.find import Table
from etl.reader.tables.row import Row
from etl.reader.tables.rows import read_rows
from etl.reader.tables.surroundings import Surrounded
from etl.reader.words.headings import vocabulary
from etl.reader.words.indicators import Named, is_of_staff
from etl.reader.words.titles import Around, find_one, read_around

NEAR = ("title", "tab", "file")  # texts that govern a whole table; a cover or a note speaks of much else
GOVERNING = re.compile(r"(?:notes?:? |\* ?)?(?:all |the |these )*(?:figures|data|numbers|rates|table)\b", re.I)
LEAVING_OUT = re.compile(r"\b(?:exclud\w*|except|without|not|no)\b", re.I)
OPEN_DATA = {"geographic_level", "time_period", "time_identifier", "new_la_code", "old_la_code"}  # to the letter
OWN_DOWNLOAD = {"indicator_id", "reference_date", "denominator_file"}  # likewise: no other file has all three


@dataclass(frozen=True, slots=True)
class Given:
    """What holds for the whole file: the visitor's answers, what its signs mean, the month it was made for."""

    answers: Mapping[str, str]
    legend: Mapping[str, Marker]
    month: date | None


@dataclass(frozen=True, slots=True)
class KnownTable:
    """One table with its columns and rows and all that stands around it, nearest first.

    `outer`: what the texts around it say of periods. `to_come`: columns of months that had not come yet.
    `sub_areas`: its rows are parts of the one authority that it is about. `official`: it has the headings of a
    publisher's coded file. `in_points`: of such a file or of our own, whose percentages are in points.
    `mixed`: it has measures of children beside those of staff, so that the name of a service is that of a topic.
    `near`: those of the texts around it that govern all its figures. `unwanted_columns`, `unwanted_rows`: those that
    the visitor left out.
    """

    number: int
    given: Given
    table: Table
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    around: tuple[tuple[Around, ...], ...]
    sections: Mapping[int, Around]
    dating: Dating
    outer: tuple[tuple[Part, ...], ...]
    to_come: frozenset[int]
    sub_areas: bool
    official: bool
    in_points: bool
    near: tuple[Around, ...]
    mixed: bool = False
    unwanted_columns: frozenset[int] = frozenset()
    unwanted_rows: frozenset[int] = frozenset()

    @property
    def sheet(self) -> str | None:
        """The name of its sheet."""
        return self.table.grid.name


@dataclass(frozen=True, slots=True)
class Spot:
    """One filled cell of a column of figures, with its row and the sub-heading above."""

    known: KnownTable
    row: Row
    column: Column
    section: Around | None

    @property
    def place(self) -> Place:
        """Where it is."""
        return self.row.number, self.column.number

    @property
    def cell(self) -> Cell:
        """What stands there."""
        return self.known.table.grid.rows[self.row.number][self.column.number]


def known_table(number: int, found: Surrounded, given: Given) -> KnownTable:
    """Find all that is known of a table before its first figure: each fact from those before it."""
    sheet = found.table.grid.name
    columns = _as_said(read_columns(found.table), periods_of_columns(sheet, given.answers))
    rows = tuple(read_rows(found.table, columns))
    parts = [part for column in columns for part in column.parts]
    headings = [text for column in columns for text in column.texts]
    hints = {hint for level in found.around for around in level for hint in around.hints}
    outer = [tuple(part for around in level for part in around.parts) for level in found.around]
    return KnownTable(
        number=number,
        given=given,
        table=found.table,
        columns=columns,
        rows=rows,
        around=found.around,
        sections=found.sections,
        dating=dating_of(parts, headings, hints),
        outer=(*outer, financial_year_of(parts)),
        to_come=columns_to_come(found.table, columns, given.legend),
        sub_areas=_has_sub_areas(rows, found.around),
        official=_has_two(headings, "publishers"),
        near=(*(around for level in found.around for around in level if around.origin in NEAR), *_notes(found.table)),
        mixed=any(named.sure and not is_of_staff(named.indicator) for named in _named(columns, rows)),
        in_points=len(set(headings) & OPEN_DATA) >= 2 or set(headings) >= OWN_DOWNLOAD,
        unwanted_columns=left_out_columns(sheet, given.answers),
        unwanted_rows=left_out_rows(sheet, given.answers),
    )


def _as_said(columns: tuple[Column, ...], periods: Mapping[int, str]) -> tuple[Column, ...]:
    """Put the periods that the visitor said of columns in the place of what their headings say."""
    if not periods:
        return columns
    said = {number: parse_period(text) for number, text in periods.items()}
    return tuple(
        replace(column, parts=(part,), role="value") if (part := said.get(column.number)) else column
        for column in columns
    )


def _notes(table: Table) -> Iterator[Around]:
    """Give the notes that say of what all figures above them are."""
    for row, column in table.notes:
        text = table.grid.rows[row][column].text
        if GOVERNING.match(text) and not LEAVING_OUT.search(text):
            yield read_around(text, "note", (row, column))


def _named(columns: Sequence[Column], rows: Sequence[Row]) -> Iterator[Named]:
    yield from (column.named for column in columns if column.named)
    yield from (row.measure.named for row in rows if row.measure.named)


def _has_two(headings: Sequence[str], listed: str) -> bool:
    """Tell a layout by two headings of its own."""
    return len({" ".join(words(text)) for text in headings} & vocabulary(listed)) >= 2


def _has_sub_areas(rows: Sequence[Row], around: Sequence[Sequence[Around]]) -> bool:
    """Tell a table about one authority in which most rows bear names that are none."""
    whole, _, _ = find_one(around)
    names = [row.authority.answer for row in rows if row.authority.at and not row.authority.answer.summary]
    unknown = [answer for answer in names if not (answer.authority or answer.candidates or answer.foreign)]
    return whole is not None and len(unknown) * 2 >= len(names) > 0
