"""Ofsted's lists of a year's inspections and visits, without their titles."""

from collections.abc import Iterator
from pathlib import Path

from etl.workbook import Row, sheet_tables


def read(path: Path, table: str) -> Iterator[Row]:
    """Read one inspection or visit a row.

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
