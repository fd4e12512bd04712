"""Data to Insight's overview of the latest inspection reports."""

from collections.abc import Iterator
from pathlib import Path

from etl.workbook import Row, sheet_tables


def read(path: Path, table: str) -> Iterator[Row]:
    """Read one authority a row.

    Parameters
    ----------
    path
        The compiled workbook.
    table
        The sheet.

    Returns
    -------
    Iterator of (int, tuple of str)
        The header row, then the authorities.
    """
    (rows,) = sheet_tables(path, table, first_header="urn")
    return iter(rows)
