"""The whole database to take away as one ZIP: a file per view, what its columns mean, and checksums."""

import hashlib
from collections.abc import Callable, Mapping
from types import MappingProxyType

import pandas as pd

from pages.charts.words import number_of
from pages.takeaway.csv import as_csv
from pages.takeaway.table import ATTRIBUTION, STANDING, Table
from pages.takeaway.zip import zipped


def archive(
    tables: Mapping[str, Table],
    write: Callable[[Table], bytes],
    *,
    ending: str,
    more: Mapping[str, bytes] = MappingProxyType({}),
) -> bytes:
    """Put tables into a ZIP.

    Parameters
    ----------
    tables
        By the name of the file, without its ending.
    write
        The writer: rows to bytes.
    ending
        Of the files, as parquet.
    more
        Other files, by name.

    Returns
    -------
    bytes
        A ZIP with one file per table, README.txt, columns.csv (what every column means) and SHA256SUMS.txt.
    """
    files = {f"{name}.{ending}": write(table) for name, table in tables.items()} | dict(more)
    any_table = next(iter(tables.values()))
    files["columns.csv"] = as_csv(Table(title="Columns", rows=_columns(tables), described=any_table.described))
    files["README.txt"] = _readme(tables, ending).encode("utf-8")
    sums = "".join(f"{hashlib.sha256(content).hexdigest()}  {name}\n" for name, content in files.items())
    return zipped(files | {"SHA256SUMS.txt": sums.encode("ascii")})


def _columns(tables: Mapping[str, Table]) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {"table": name, "column": column, "meaning": table.described.meaning(column)}
            for name, table in tables.items()
            for column in table.columns
        ]
    )


def _readme(tables: Mapping[str, Table], ending: str) -> str:
    rows = "".join(
        f"{name}.{ending}: {table.described.row}. {number_of(len(table.rows), 'row')}.\n"
        for name, table in tables.items()
    )
    built = next(iter(tables.values())).built
    return (
        "Children's services in England, on one date axis\n"
        f"{STANDING} {ATTRIBUTION}\n"
        + (f"Database built on {built.isoformat()}.\n" if built else "")
        + "columns.csv says what every column means.\n"
        "A value and its status are two columns: missing is never nought.\n\n" + rows
    )
