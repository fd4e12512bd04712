"""The keys of each row of a table: its authority, measure and periods, filled down where they stand only once."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from etl.reader.cells.text import plain
from etl.reader.model import Cell
from etl.reader.periods.cells import part_of
from etl.reader.periods.parts import Part
from etl.reader.periods.series import dates_in
from etl.reader.tables.column import Column
from etl.reader.tables.find import Table
from etl.reader.tables.longer_rows import shifted_rows
from etl.reader.tables.row import Row, RowMeasure
from etl.reader.tables.row_keys import Dates, authority_of, heading_of, measure_of, noted_in, periods_of
from etl.reader.words.explained import (
    is_age,
    is_category,
    is_filter,
    is_other_service,
    is_part_of_area,
    is_total_of,
    is_whole,
    not_ours,
    part_in,
)
from etl.reader.words.headings import vocabulary
from etl.reader.words.indicators import words_of

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
    "counties",
    "ctyua",
)
KINDS = ("level", "text", "identifier", "unit")  # roles of columns that say what kind of row it is
PARTS = ("text", "unit")  # roles of columns that may say that a row is a part of the whole
LONGEST_LABEL = 6  # words: longer ones are remarks
FILLED = ("authority", "code", "measure", "period", "identifier")


def read_rows(table: Table, columns: Sequence[Column]) -> Iterator[Row]:
    """Read the keys of every row.

    Returns
    -------
    Iterator of Row
        `skipped` where a row is no authority's figure: a sum, a region, a breakdown.
    """
    dates, broken_down = _dates(table, columns), _broken_down(table, columns)
    wider = _of_several_services(table, columns)
    kinds, names = _of_role(columns, *KINDS), _of_role(columns, "authority", "code")
    categories = [column for column in _of_role(columns, "ignored") if is_category(heading_of(column))]
    measures, dated = _of_role(columns, "measure"), _of_role(columns, "period")
    remarks, shifted = _of_role(columns, "ignored", "text", "identifier", "unit"), shifted_rows(table)
    for number, cells in _keys(table, _of_role(columns, *FILLED)):
        authority, measure = authority_of(number, names, cells), measure_of(number, measures, cells)
        periods = replace(
            periods_of(dated, cells, dates, measure.text), noted=noted_in(remarks, table.grid.rows[number])
        )
        texts = _texts(table, kinds, number)
        left_out = [column for column in kinds if _leaves_out(column, texts[column.number], broken_down, wider)]
        part = next(
            (column for column in left_out if column.role in PARTS), _category(categories, measure, table, number)
        )
        yield Row(
            number,
            authority,
            measure,
            periods,
            identifier=_last(kinds, texts, "identifier"),
            unit=_unit(kinds, texts),
            skipped=bool(periods.summed or authority.answer.summary or left_out or part or number in shifted),
            part=(number, part.number) if part and not authority.answer.summary else None,
            shifted=shifted.get(number),
        )


def _keys(table: Table, keys: Sequence[Column]) -> Iterator[tuple[int, Mapping[int, Cell]]]:
    """Give the key cells of each row, filled down from above; a new name of an authority begins anew."""
    names = {column.number for column in _of_role(keys, "authority", "code")}
    telling = {column.number for column in _of_role(keys, "authority", "measure", "period")}
    above: dict[int, Cell] = {}
    for number in table.rows:
        own = {column.number: cell for column in keys if (cell := table.grid.at(number, column.number))}
        if own.keys() & telling:
            if own.keys() & names:
                above = {column: cell for column, cell in above.items() if column not in names}
            above |= own
            yield number, dict(above)
        else:
            yield number, dict(above) if not own and len(keys) > 1 and table.grid.covered else own


def _dates(table: Table, columns: Sequence[Column]) -> Dates:
    """Decide for each period column whether its dates are months."""
    return {column.number: dates_in(_said(table, column), heading_of(column)) for column in _of_role(columns, "period")}


def _said(table: Table, column: Column) -> set[Part]:
    heading = heading_of(column)
    cells = (cell for number in table.rows if (cell := table.grid.at(number, column.number)))
    return {part for cell in cells if (part := part_of(cell, heading))}


def _broken_down(table: Table, columns: Sequence[Column]) -> set[int]:
    """Find the columns that break figures down, and have a word for the total."""
    found = set()
    for column in _of_role(columns, "text"):
        texts = {plain(cell.text) for number in table.rows if (cell := table.grid.at(number, column.number))}
        totals = texts & vocabulary("total_like")
        if totals and len(texts) > len(totals):
            found.add(column.number)
    return found


def _of_several_services(table: Table, columns: Sequence[Column]) -> set[int]:
    """Find the columns that name other services too, so that their total is of more than ours."""
    labels = {
        column.number: [cell.text for number in table.rows if (cell := table.grid.at(number, column.number))]
        for column in _of_role(columns, "text")
    }
    return {column for column, texts in labels.items() if any(map(is_other_service, texts))}


def _texts(table: Table, columns: Sequence[Column], number: int) -> Mapping[int, str]:
    """Give the folded texts of the columns that say what kind of row it is."""
    cells = {column.number: table.grid.at(number, column.number) for column in columns}
    return {column: plain(cell.text) if cell else "" for column, cell in cells.items()}


def _leaves_out(column: Column, text: str, broken_down: set[int], wider: set[int]) -> bool:
    """Tell a row that is not of a local authority, a target or a comparison, or a part of the whole."""
    if not text:
        return False
    if column.role == "level":
        return not text.startswith(LA_LEVELS)
    if column.role == "unit":
        return bool(not_ours(text))
    if column.role != "text":
        return False
    if column.number in wider and text in vocabulary("total_like"):
        return True
    if text in vocabulary("not_actual") or (column.number in broken_down and text not in vocabulary("total_like")):
        return True
    return _is_part(" ".join(column.texts), text)


@lru_cache(maxsize=100_000)
def _is_part(heading: str, text: str) -> bool:
    """Tell by a column of filters or of teams, or by a label of another service, a part from the whole."""
    if is_whole(text) or is_total_of(text):
        return False
    if is_filter(heading) or is_part_of_area(heading):
        return any(letter.isalpha() for letter in text) or is_age(heading)
    return len(text.split()) <= LONGEST_LABEL and bool(not_ours(text))


def _category(columns: Sequence[Column], measure: RowMeasure, table: Table, number: int) -> Column | None:
    """Find the column of categories that makes a row a part of the whole: one that its measure does not name."""
    known = words_of(measure.named.indicator) if measure.named else frozenset()
    texts = ((column, cell.text) for column in columns if (cell := table.grid.at(number, column.number)))
    return next((column for column, text in texts if (word := part_in(text)) and not set(word.split()) <= known), None)


def _unit(columns: Sequence[Column], texts: Mapping[int, str]) -> str:
    """Join what stands in the columns of units: "Rate per 10,000" beside "Persons" is a rate."""
    said = [texts[column.number] for column in columns if column.role == "unit" and not is_whole(texts[column.number])]
    return " ".join(said)


def _last(columns: Sequence[Column], texts: Mapping[int, str], role: str) -> str:
    """Give what stands in the last column of a role."""
    return next((texts[column.number] for column in reversed(columns) if column.role == role), "")


def _of_role(columns: Sequence[Column], *roles: str) -> list[Column]:
    return [column for column in columns if column.role in roles]
