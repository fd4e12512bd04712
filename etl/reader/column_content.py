"""What stands in a column, where its heading is silent or wrong."""

from collections.abc import Callable

from etl.reader.authorities import find_authority
from etl.reader.formats.looks import day_of
from etl.reader.grid import could_be_year, is_figure
from etl.reader.headings import Column, vocabulary, year_of
from etl.reader.indicators import name_indicator
from etl.reader.model import Cell, Kind
from etl.reader.periods import parse_period
from etl.reader.tables import Table
from etl.reader.text import words

SAMPLE = 200
MOSTLY = 0.6
BY_CONTENT = ("authority", "code", "measure", "period")


def read_content(table: Table, column: Column) -> None:
    """Correct or complete a role by what stands in the column."""
    cells = [cell for row in table.rows[:SAMPLE] if (cell := table.grid.at(row, column.number))]
    if not cells or column.role in ("ignored", "level", "identifier", "unit"):
        return
    if column.role == "value" and (column.named or column.parts or column.authority):
        return
    shares = {
        "authority": _share(cells, _is_place),
        "measure": _share(cells, lambda cell: cell.kind is Kind.TEXT and name_indicator(cell.text) is not None),
        "period": _share(cells, _is_period),
    }
    best = max(shares, key=lambda role: shares[role])
    if column.role in BY_CONTENT:
        if shares.get(column.role, 1.0) < 0.2 and shares[best] >= MOSTLY:
            column.role = best
        elif column.role == "period" and shares["period"] < 0.2 and _share(cells, _is_figure_only) >= MOSTLY:
            column.role = "value"
    elif shares[best] >= MOSTLY and not (best == "period" and column.role == "value"):
        column.role = best
    elif not column.role:
        column.role = "value" if _share(cells, lambda cell: is_figure(cell) or could_be(cell)) >= 0.5 else "text"


def complete(table: Table, columns: list[Column]) -> None:
    """Set right what only all columns together show: a second period, authorities under a strange heading."""
    declared = [column for column in columns if column.role == "period" and column.declared]
    for column in columns:
        if column.role == "period" and not column.declared and column.texts:
            events = {word for text in column.texts for word in words(text)} & vocabulary("events")
            if declared or events:
                column.role = "text"
    if not any(column.role in ("authority", "code") for column in columns):
        for column in columns:
            cells = [cell for row in table.rows[:SAMPLE] if (cell := table.grid.at(row, column.number))]
            if column.role in ("ignored", "text") and cells and _share(cells, _is_place) >= MOSTLY:
                column.role = "authority"
                return


def keep_one_authority(table: Table, columns: list[Column]) -> None:
    """Keep one column of names: of several the one with most authorities in it."""
    found = [column for column in columns if column.role == "authority"]
    if len(found) < 2:
        return
    cells = {
        column.number: [cell for row in table.rows[:SAMPLE] if (cell := table.grid.at(row, column.number))]
        for column in found
    }
    best = max(found, key=lambda column: sum(map(_is_place, cells[column.number])))
    for column in found:
        if column is not best:
            column.role = "code" if _share(cells[column.number] or [Cell(Kind.TEXT, "")], _is_place) > 0.5 else "text"


def _is_figure_only(cell: Cell) -> bool:
    """Tell a figure that is not a date without its format: the first or one of the last days of a month."""
    day = day_of(cell.number) if cell.number and 36_000 < cell.number < 55_000 else None
    return is_figure(cell) and not (day and (day.day == 1 or day.day >= 28))


def could_be(cell: Cell) -> bool:
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
    return (
        cell.day is not None
        or (not cell.text.isdecimal() or len(cell.text) in (4, 6))
        and parse_period(cell.text) is not None
    )
