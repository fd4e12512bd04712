"""Ofsted's history of inspections since 2018, without its titles."""

from collections.abc import Iterator
from pathlib import Path

from etl.workbook import Row, sheet_tables


def read(path: Path, table: str) -> Iterator[Row]:
    """Read the inspections.

    Parameters
    ----------
    path
        Underlying data of *Local authority inspection outcomes*.
    table
        The sheet.

    Returns
    -------
    Iterator of (int, tuple of str)
        The header row, wherever it stands, then the rows below it.
    """
    (rows,) = sheet_tables(path, table, first_header="Web link")
    return iter(rows)
