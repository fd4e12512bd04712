"""Rows and columns of a table whose figures are not looked at, and why."""

from collections.abc import Iterable, Iterator

from etl.reader.figures.known_table import KnownTable, Spot
from etl.reader.remarks import Left
from etl.reader.tables.column import Column
from etl.reader.tables.grid import is_figure
from etl.reader.tables.row import Row
from etl.reader.words.titles import Around


def unread_row(known: KnownTable, row: Row, section: Around | None) -> str:
    """Give the kind of reason for which no figure of a row is read; nothing where they are."""
    if row.number in known.unwanted_rows:
        return "you"
    if row.shifted:
        return "shifted"
    if row.skipped:
        return "part" if row.part else "summary"
    return "plan" if _is_planned(known, section) else ""


def unread_column(known: KnownTable, column: Column) -> str:
    """Give the kind of reason for which no figure of a column of figures is read."""
    if column.number in known.unwanted_columns:
        return "you"
    return "to_come" if column.number in known.to_come else ""


def unread_cells(known: KnownTable, row: Row, ignored: Iterable[Column]) -> Iterator[Left]:
    """Count the numbers of a row under headings that are left out."""
    if row.skipped:
        return
    cells = known.table.grid.rows[row.number]
    for column in ignored:
        if (cell := cells.get(column.number)) and is_figure(cell):
            yield Left("column", known.sheet, (row.number, column.number), " / ".join(column.texts))


def unchosen(known: KnownTable) -> Iterator[Left]:
    """Count the figures of a table on a sheet that the visitor did not choose."""
    values = [column for column in known.columns if column.role == "value"]
    for row in known.rows:
        cells = known.table.grid.rows[row.number]
        for column in (column for column in values if column.number in cells):
            yield Left("sheet", known.sheet, (row.number, column.number), known.sheet or "")


def left_unread(spot: Spot, kind: str) -> Left:
    """Count a figure that was not looked at."""
    row = spot.row
    beside = row.authority.text or row.measure.text
    heading = beside if kind in ("summary", "part", "shifted") and beside else " / ".join(spot.column.texts) or beside
    return Left(kind, spot.known.sheet, spot.place, heading)


def _is_planned(known: KnownTable, section: Around | None) -> bool:
    """Tell targets and forecasts, by the sub-heading or the nearest title."""
    nearest = section or next((around for level in known.around[:1] for around in level), None)
    return nearest is not None and "plans" in nearest.hints
