"""Rows as text, a line each: CSV, or any other sign between the cells."""

import csv
import io
from collections.abc import Sequence

from data.spreadsheet import Cell, defused
from pages.takeaway.table import Table, cells


def as_csv(table: Table, *, delimiter: str = ",") -> bytes:
    """Write a table as CSV.

    Parameters
    ----------
    table
        The rows.
    delimiter
        Between cells.

    Returns
    -------
    bytes
        UTF-8 with a byte order mark and CRLF, as Excel reads it; an empty cell where a value is missing; dates as
        2025-09-30; true and false; an apostrophe before texts that a spreadsheet would run.
    """
    return lines(table.columns, cells(table.rows), delimiter=delimiter)


def lines(head: Sequence[str], rows: Sequence[Sequence[Cell]], *, delimiter: str = ",") -> bytes:
    """Write a head and rows, as `as_csv` does."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter)
    writer.writerow([defused(name) for name in head])
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 2**53:
        return str(int(cell))
    return defused(cell) if isinstance(cell, str) else str(cell)
