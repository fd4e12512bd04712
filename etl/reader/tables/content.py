"""What stands in a column, where its heading is silent or wrong."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from etl.reader.cells.looks import lost_day
from etl.reader.cells.numbers import read_value
from etl.reader.cells.text import words
from etl.reader.model import Cell, Kind
from etl.reader.periods.cells import year_of
from etl.reader.periods.parse import parse_period
from etl.reader.tables.column import Column
from etl.reader.tables.find import Table
from etl.reader.tables.grid import could_be_year, is_figure
from etl.reader.words.authorities import find_authority
from etl.reader.words.explained import is_category, is_filter, is_part_of_area, is_whole
from etl.reader.words.headings import read_heading, vocabulary
from etl.reader.words.indicators import by_id, name_indicator

SAMPLE = 200  # rows that are looked at
MOSTLY, HARDLY = 0.6, 0.2  # shares of a column's cells: some are gaps, some are sums
BY_CONTENT = ("authority", "code", "measure", "period")
EMPTY = Cell(Kind.TEXT, "")
AS_SAID = ("text", "ignored", "level", "identifier", "unit")


def by_content(table: Table, column: Column) -> Column:
    """Correct or complete a role by what stands in the column."""
    cells = _sample(table, column)
    if holds_ids(column) and cells and all(by_id(cell.text) for cell in cells):
        return replace(column, role="measure")
    if not cells or column.role in AS_SAID:
        return column
    if column.role != "value" or not (column.named or column.parts or column.authority):
        return replace(column, role=_role(column.role, cells))
    if _is_corner(table, column, cells):
        return replace(column, role=_role("", cells))
    return replace(column, role=_role_of_labels(cells)) if _holds_labels(table, column, cells) else column


def holds_ids(column: Column) -> bool:
    """Tell the column of the dashboard's downloads that has the ids of measures, by its heading."""
    return [words(text) for text in column.texts] == [("indicator", "id")]


def _holds_labels(table: Table, column: Column, cells: list[Cell]) -> bool:
    """Tell the labels of rows below the name of a measure in the corner: each says of what its figures are."""
    return _is_first(table, column) and _share(cells, _is_label) >= MOSTLY


def _is_label(cell: Cell) -> bool:
    return cell.kind is Kind.TEXT and read_value(cell, {}).problem == "NOT_A_NUMBER" and not is_whole(cell.text)


def _role_of_labels(cells: list[Cell]) -> str:
    if any(map(_is_place, cells)):
        return "authority"
    role = _role("", cells)
    return "measure" if role == "text" else role


def _is_first(table: Table, column: Column) -> bool:
    """Tell a column that has no year or part of one and stands before all others with a heading."""
    dated = any(part.form != "day" for part in column.parts)
    heads = (number for row in table.header for number in table.grid.rows.get(row, ()))
    return not dated and column.number == min(heads, default=column.number)


def _is_corner(table: Table, column: Column, cells: list[Cell]) -> bool:
    """Tell the names of authorities, or periods beside them, below the name of a measure in the corner of a table."""
    if not _is_first(table, column):
        return False
    heads = [cell for row in table.header for cell in table.grid.rows.get(row, {}).values()]
    across = sum(bool(read_heading(cell).authority) for cell in heads) * 2 >= len(heads) - 1 > 0
    return _share(cells, _is_place) >= MOSTLY or (across and _share(cells, _is_period) >= MOSTLY)


def _role(role: str, cells: list[Cell]) -> str:
    shares = {
        "authority": _share(cells, _is_place),
        "measure": _share(cells, lambda cell: cell.kind is Kind.TEXT and name_indicator(cell.text) is not None),
        "period": _share(cells, _is_period),
    }
    best = max(shares, key=lambda role: shares[role])
    if role in BY_CONTENT:
        if shares.get(role, 1.0) < HARDLY and shares[best] >= MOSTLY:
            return best
        figures = role == "period" and shares["period"] < HARDLY and _share(cells, _is_figure_only) >= MOSTLY
        return "value" if figures else role
    if shares[best] >= MOSTLY and not (best == "period" and role == "value"):
        return best
    return role or ("value" if _share(cells, lambda cell: is_figure(cell) or _could_be(cell)) >= 0.5 else "text")


def completed(table: Table, columns: Sequence[Column]) -> Sequence[Column]:
    """Set right what only all columns together show: a second period, authorities under a strange heading."""
    declared = any(column.role == "period" and column.declared for column in columns)
    columns = [
        replace(column, role="text") if _is_other_period(column, declared=declared) else column for column in columns
    ]
    columns = _with_units(table, columns)
    if any(column.role in ("authority", "code") for column in columns):
        return columns
    found = next((column for column in columns if _holds_authorities(table, column)), None)
    if found:
        return [replace(column, role="authority") if column is found else column for column in columns]
    return _with_labels(table, columns)


def _with_labels(table: Table, columns: Sequence[Column]) -> Sequence[Column]:
    """Take the texts before all figures for labels of rows, where nothing else beside them says of what these are."""
    found = next((column for column in columns[:2] if _may_label(column)), None)
    beside = any(column.role == "measure" for column in columns)
    if found is None or beside or _share(_sample(table, found) or [EMPTY], _is_label) < MOSTLY:
        return columns
    return [replace(column, role="measure") if column is found else column for column in columns]


def _may_label(column: Column) -> bool:
    """Tell a column of texts, headed with nothing that says whose or which part its rows are."""
    heading = " ".join(column.texts)
    if column.role == "ignored":
        return is_category(heading)
    return column.role == "text" and not (is_filter(heading) or is_part_of_area(heading))


def _with_units(table: Table, columns: Sequence[Column]) -> Sequence[Column]:
    """Tell, of two columns that name measures, the one that says only how each is counted."""
    measures = [column for column in columns if column.role == "measure"]
    if len(measures) < 2:
        return columns
    units = {column.number for column in measures if _share(_sample(table, column) or [EMPTY], _is_unit) == 1}
    return [replace(column, role="unit") if column.number in units else column for column in columns]


def _is_unit(cell: Cell) -> bool:
    return bool(cell.text) and set(words(cell.text)) <= vocabulary("counted")


def _is_other_period(column: Column, *, declared: bool) -> bool:
    """Tell dates of events, or beside the declared period, from the period of the figures."""
    if column.role != "period" or column.declared or not column.texts:
        return False
    return declared or bool({word for text in column.texts for word in words(text)} & vocabulary("events"))


def _holds_authorities(table: Table, column: Column) -> bool:
    cells = _sample(table, column) if column.role in ("ignored", "text") else []
    return bool(cells) and _share(cells, _is_place) >= MOSTLY


def with_one_authority(table: Table, columns: Sequence[Column]) -> Sequence[Column]:
    """Keep one column of names: of several the one with most authorities in it."""
    found = [column for column in columns if column.role == "authority"]
    if len(found) < 2:
        return columns
    best = max(found, key=lambda column: sum(map(_is_place, _sample(table, column))))
    others = [column for column in found if column is not best]
    return [replace(each, role=_second(table, each)) if each in others else each for each in columns]


def _second(table: Table, column: Column) -> str:
    cells = _sample(table, column) or [EMPTY]
    return "code" if _share(cells, _is_place) > 0.5 else "text"


def _sample(table: Table, column: Column) -> list[Cell]:
    return [cell for row in table.rows[:SAMPLE] if (cell := table.grid.at(row, column.number))]


def _is_figure_only(cell: Cell) -> bool:
    """Tell a figure that is not a date without its format: the first or one of the last days of a month."""
    day = lost_day(cell.number)
    return is_figure(cell) and not (day and (day.day == 1 or day.day >= 28))


def _could_be(cell: Cell) -> bool:
    """Tell whether a cell may be a figure in the range of years."""
    return cell.kind is Kind.NUMBER and could_be_year(cell)


def _share(cells: list[Cell], test: Callable[[Cell], bool]) -> float:
    return sum(map(test, cells)) / len(cells)


def _is_place(cell: Cell) -> bool:
    if cell.kind is not Kind.TEXT or cell.text.isdecimal():
        return False
    answer = find_authority(cell.text)
    return bool(answer.authority or answer.candidates or answer.foreign)


def _is_period(cell: Cell) -> bool:
    if cell.kind is Kind.NUMBER:
        return year_of(cell) is not None
    if cell.day is not None:
        return True
    return (not cell.text.isdecimal() or len(cell.text) in (4, 6)) and parse_period(cell.text) is not None
