"""The summaries of the indices of deprivation by authority: the sheet of income deprivation affecting children."""

from collections.abc import Iterator
from pathlib import Path

from etl.workbook import Row, sheet_rows


def read(path: Path, table: str) -> Iterator[Row]:
    """Yield the header and one authority a row.

    Parameters
    ----------
    path
        The summaries of one release, by upper-tier authority.
    table
        The sheet.

    Yields
    ------
    tuple of int and tuple of str
        The row number as the sheet has it, and the cells.
    """
    yield from ((number, cells) for number, cells in sheet_rows(path, table) if any(cells))
