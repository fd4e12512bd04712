"""Ofsted's tables of the latest judgements on 31 March, without their titles."""

from collections.abc import Iterator
from pathlib import Path

from etl.workbook import Row, sheet_tables


def read(path: Path, table: str) -> Iterator[Row]:
    """Read one authority a row.

    Parameters
    ----------
    path
        Underlying data of the release of that year.
    table
        The sheet.

    Returns
    -------
    Iterator of (int, tuple of str)
        The header row, wherever it stands, then the rows below it.
    """
    (rows,) = sheet_tables(path, table, first_header="Web link")
    return iter(rows)
