"""The local authority tables on children looked after: one sheet under titles, above notes."""

from collections.abc import Iterator
from pathlib import Path

from etl.errors import ColumnsChanged
from etl.workbook import Row, sheet_rows


def read(path: Path, table: str) -> Iterator[Row]:
    """Yield the row of years, then one area a row; titles, empty rows and notes are left out.

    Parameters
    ----------
    path
        Local authority tables of a release.
    table
        The sheet.

    Yields
    ------
    tuple of int and tuple of str
        The row number as the sheet has it, and the cells.

    Raises
    ------
    ColumnsChanged
        No row of the sheet holds the years alone.
    """
    rows = ((number, cells) for number, cells in sheet_rows(path, table) if sum(map(bool, cells)) > 1)
    for number, cells in rows:
        if all(cell.isdigit() for cell in cells if cell):
            yield number, cells
            yield from rows
            return
    raise ColumnsChanged(f"{path.name}, sheet {table}: no row of years; correct the source's read.py")
