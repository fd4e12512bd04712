"""The two tables of Ofsted's sheet of inspections from 2009 to 2023, read as one."""

from collections.abc import Iterator
from pathlib import Path

from etl.errors import ColumnsChanged
from etl.workbook import Row, sheet_tables


def read(path: Path, table: str) -> Iterator[Row]:
    """Read the authorities of 2023, then the four abolished before.

    Parameters
    ----------
    path
        Underlying data of *Children's social care in England 2023*.
    table
        The sheet.

    Returns
    -------
    Iterator of (int, tuple of str)
        The header of the first table, then the authorities of both.

    Raises
    ------
    ColumnsChanged
        If the second table has other columns than the first.

    Notes
    -----
    "Table 11: History of inspections of local authorities that existed before the restructure" has one
    inspection under the current framework where the first table has two, and so no such columns.
    """
    current, abolished = sheet_tables(path, table, first_header="Web link", count=2)
    (_, header), (number, second_header) = current[0], abolished[0]
    for first, second in zip(header, second_header, strict=True):
        if not _same_column(first, second):
            raise ColumnsChanged(
                f"{path.name}, sheet {table}, row {number}: {second!r} stands under {first!r}: "
                "move the column in read.py before the two tables are joined."
            )
    return iter(current + abolished[1:])


def _same_column(first: str, second: str) -> bool:
    if not second:
        return first.startswith("Second ILACS framework")
    return second in (first, first.replace("First ILACS", "ILACS", 1))
