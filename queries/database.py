"""Opening the built database for reading, and reading a table of it whole."""

from pathlib import Path
from typing import Final

import duckdb
import pandas as pd

from data.fingerprint import fingerprint
from queries.asked import Connection, asked
from queries.errors import DatabaseMissing, DatabaseStale
from queries.remote import Remote

# One thread, for questions take milliseconds and many are asked at once; nothing is fetched or found by a name in the
# program; no more memory than a hundred times the data has taken; and nothing is laid down on the disk.
SETTINGS: Final[dict[str, str | bool | int | float | list[str]]] = {
    "threads": 1,
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
    "allow_community_extensions": False,
    "memory_limit": "2GB",
    "temp_directory": "",
}


def open_database(path: Path) -> duckdb.DuckDBPyConnection:
    """Open the built database, read-only and fenced in.

    The file is attached to a private instance, so that a new build under the same name is seen by whoever
    opens it next, while those who have the old one open go on reading it.

    Parameters
    ----------
    path
        The file that `python -m etl build` made.

    Returns
    -------
    DuckDBPyConnection
        To be shared; each question takes one cursor of it.

    Raises
    ------
    DatabaseMissing
        There is no file at `path`.
    DatabaseStale
        The file was built from other versions of data/indicators.toml and data/sources.toml.
    """
    if not path.is_file():
        raise DatabaseMissing(f"{path.name} is not there: run `python -m etl build`")
    con = duckdb.connect(":memory:", config=SETTINGS)
    try:
        con.execute("attach $path as dashboard (read_only)", {"path": str(path)})
    except duckdb.Error as error:
        raise DatabaseStale(f"{path.name} cannot be read as a database: run `python -m etl build`") from error
    con.execute("set enable_external_access = false")
    con.execute("set lock_configuration = true")
    try:
        _check(con)
    except duckdb.CatalogException as error:
        raise DatabaseStale(f"{path.name} is not of this version: run `python -m etl build`") from error
    return con


def open_server(address: str, edition: str = "") -> Remote:
    """Open a database that `python -m etl serve` serves.

    Parameters
    ----------
    address
        As `quack:host:port`.
    edition
        Which is to be read, or nothing for the one that is there.

    Raises
    ------
    QueryError
        There is none, it has another edition, or it does not let us in.
    DatabaseStale
        It was built from other versions of what it is built from here.
    """
    con = Remote(address, edition)
    _check(con)
    return con


def _check(con: Connection) -> None:
    if asked(con, "select catalogue from build").fetchall() != [(fingerprint(),)]:
        raise DatabaseStale("The database was built from another catalogue: run `python -m etl build`")


def whole(con: Connection, *, view: str) -> pd.DataFrame:
    """Read a whole view or table, for downloads.

    Parameters
    ----------
    view
        Its name: a declared one, never a visitor's words.

    Returns
    -------
    DataFrame
        Its columns, in their order.
    """
    return asked(con, "from query_table($view)", {"view": view}).df()
