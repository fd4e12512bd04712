"""Rows that have more cells than there are headings: a comma within a name or a number moved their figures."""

from collections.abc import Mapping

from etl.reader.model import Cell, Kind, Place
from etl.reader.tables.find import Table
from etl.reader.tables.grid import is_figure


def shifted_rows(table: Table) -> Mapping[int, Place]:
    """Find the rows whose figures may stand under the wrong headings.

    Returns
    -------
    Mapping of int to Place
        The row's number → its first cell beyond the last heading. In a text file every longer row counts; in a
        workbook only one whose surplus is a figure and most others' is not, for a note may stand beside a table.
    """
    last = max((number for row in table.header for number in _heads(table, row)), default=0)
    if not last:
        return {}
    longer = {row: max(cells) for row in table.rows if (cells := table.grid.rows.get(row)) and max(cells) > last}
    if not longer or (table.grid.name is not None and len(longer) * 2 > len(table.rows)):
        return {}
    found = {row: _first(table.grid.rows[row], last) for row in longer}
    return {row: (row, number) for row, number in found.items() if _moves(table, row, number)}


def _heads(table: Table, row: int) -> list[int]:
    """Give the columns that a row of the header reaches, merged cells to their last."""
    return [max(number, table.grid.wide.get((row, number), 0)) for number in table.grid.rows.get(row, {})]


def _first(cells: Mapping[int, Cell], last: int) -> int:
    return min(number for number in cells if number > last)


def _moves(table: Table, row: int, number: int) -> bool:
    """Tell a surplus that is a figure from a note at the end of a row."""
    cell = table.grid.rows[row][number]
    return is_figure(cell) or cell.kind is not Kind.TEXT
