"""The Local Authority Interactive Tool's table, a parquet file."""

from collections.abc import Iterator
from pathlib import Path

import pyarrow
import pyarrow.parquet

from etl.errors import TruncatedFile

Row = tuple[int, tuple[str, ...]]


def read(path: Path, table: str) -> Iterator[Row]:  # noqa: ARG001
    """Yield the header and the rows of the parquet file as text, numbered from 1 as the file holds them.

    Parameters
    ----------
    path
        The parquet file.
    table
        Not used: the file holds one table.

    Yields
    ------
    tuple of int and tuple of str
        Row number (the header is 0) and cells; a missing cell is ''.

    Raises
    ------
    TruncatedFile
        The file is no whole parquet file.
    """
    try:
        content = pyarrow.parquet.read_table(path)
    except pyarrow.ArrowInvalid as error:
        raise TruncatedFile(f"{path.name}: {error}; fetch the file again") from error
    yield 0, tuple(content.column_names)
    columns = [column.cast("string").fill_null("").to_pylist() for column in content.columns]
    yield from enumerate(zip(*columns, strict=True), 1)
