"""Ofsted's sheets of authorities as it publishes them under titles: each row has a link to the authority's page."""

from collections.abc import Iterator
from pathlib import Path

from etl.workbook import Row, sheet_tables


def read(path: Path, table: str) -> Iterator[Row]:
    """Read the one table of a sheet.

    Parameters
    ----------
    path
        Underlying data of a release.
    table
        The sheet.

    Returns
    -------
    Iterator of (int, tuple of str)
        The header row, wherever it stands, then the rows below it.
    """
    (rows,) = sheet_tables(path, table, first_header="Web link")
    return iter(rows)
