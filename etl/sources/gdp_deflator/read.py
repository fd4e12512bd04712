"""A time series of the Office for National Statistics: titles above, then years, quarters and no header."""

from collections.abc import Iterator
from pathlib import Path

from etl.errors import ColumnsChanged
from etl.staging import read_csv

Row = tuple[int, tuple[str, ...]]

TITLE = ("Title", "Gross domestic product at market prices:Implied deflator:SA")


def read(path: Path, table: str) -> Iterator[Row]:  # noqa: ARG001
    """Yield the title as the header, then every row of the file: what it says of itself, years, quarters.

    Parameters
    ----------
    path
        The series as a CSV file.
    table
        Not used: the file holds one series.

    Yields
    ------
    tuple of int and tuple of str
        The row number and its two cells.

    Raises
    ------
    ColumnsChanged
        The file is of another series.
    """
    rows = read_csv(path)
    number, title = next(rows, (0, ()))
    if title != TITLE:
        raise ColumnsChanged(f"{path.name}: its title is {title}, not {TITLE}; fetch series YBGB")
    yield number, title
    yield from rows
