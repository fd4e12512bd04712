"""The months at the end of a table that had not come yet when the file was made."""

from collections.abc import Mapping, Sequence

from etl.reader.cells.markers import Marker
from etl.reader.cells.numbers import read_value
from etl.reader.model import Cell, Kind
from etl.reader.tables.column import Column
from etl.reader.tables.find import Table

DATED = ("month", "quarter", "month_name")


def columns_to_come(table: Table, columns: Sequence[Column], legend: Mapping[str, Marker]) -> frozenset[int]:
    """Find the months at the end of a table that hold only noughts and errors."""
    dated = [column for column in columns if any(part.form in DATED for part in column.parts)]
    found: set[int] = set()
    for column in reversed(dated):
        states = _states(table, column, legend)
        if "figure" in states or (states.count("nought") == 1 and "error" not in states):
            break
        if states and not (set(states) <= {"error", "gap"} and "error" not in states):
            found.add(column.number)
    return frozenset(found) if len(found) < len(dated) else frozenset()


def _states(table: Table, column: Column, legend: Mapping[str, Marker]) -> list[str]:
    cells = (table.grid.rows[number].get(column.number) for number in table.rows)
    return [_state(cell, legend) for cell in cells if cell]


def _state(cell: Cell, legend: Mapping[str, Marker]) -> str:
    """Tell figure, nought, gap and the error with which a chart is made to stop."""
    value = read_value(cell, legend)
    if cell.kind is Kind.ERROR and cell.text == "#N/A":
        return "error"
    if value.number is None:
        return "gap" if value.marker and value.marker.kept == "missing" else "figure"
    return "figure" if value.number else "nought"
