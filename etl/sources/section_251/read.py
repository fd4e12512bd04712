"""Table A1 of the section 251 outturn: one row per authority and line, in later years without titles above."""

from collections.abc import Iterator
from pathlib import Path

from etl.errors import ColumnsChanged
from etl.workbook import Row, sheet_rows

# What heads the column of authority numbers, year by year.
HEADS = ("LEA Number:", "LEA", "LA")


def read(path: Path, table: str) -> Iterator[Row]:
    """Yield the header, wherever it stands, then the rows below it.

    Parameters
    ----------
    path
        Table A1 of one financial year.
    table
        The sheet.

    Yields
    ------
    tuple of int and tuple of str
        The row number as the sheet has it, and the cells.

    Raises
    ------
    ColumnsChanged
        No row of the sheet is the header.
    """
    rows = ((number, cells) for number, cells in sheet_rows(path, table) if any(cells))
    for number, cells in rows:
        if cells[0] in HEADS:
            yield number, cells
            yield from rows
            return
    raise ColumnsChanged(f"{path.name}, sheet {table}: no header begins with {' or '.join(HEADS)}; correct read.py")
