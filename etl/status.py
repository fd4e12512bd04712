"""What is loaded, how fresh, how complete: the tables of `python -m etl status` and `check`."""

from pathlib import Path

import duckdb
import pandas as pd

from etl.checks import results
from etl.errors import BuildError

STATUS = Path(__file__).parent / "schema" / "status.sql"


class DatabaseMissing(BuildError):
    """There is no database yet: run `python -m etl build`."""


def open_built(path: Path) -> duckdb.DuckDBPyConnection:
    """Open the built database for reading.

    Raises
    ------
    DatabaseMissing
        There is none at `path`, or the file is something else.
    """
    if not path.is_file():
        raise DatabaseMissing(f"{path.name}: not found; run `python -m etl build`")
    try:
        return duckdb.connect(str(path), read_only=True)
    except duckdb.IOException as error:
        raise DatabaseMissing(f"{path.name}: {error}; run `python -m etl build`") from error


def status(path: Path) -> pd.DataFrame:
    """Tell what the database holds.

    Returns
    -------
    DataFrame
        One row per indicator: indicator, first and last reference date, authorities with a figure on the last
        date, authorities expected then, figures in all, gaps in all, publication and edition of the last date.
    """
    with open_built(path) as con:
        return con.execute(STATUS.read_text(encoding="utf-8")).df()


def checks(path: Path) -> pd.DataFrame:
    """Run every check on the database again.

    Returns
    -------
    DataFrame
        One row per check: check, says, offending rows, first of them.
    """
    with open_built(path) as con:
        rows = [(name, says, len(found), str(found[0]) if found else "") for name, says, found in results(con)]
    return pd.DataFrame(rows, columns=["check", "a row here would be", "rows", "first"])


def doubts(path: Path) -> pd.DataFrame:
    """List what is not certain in the register.

    Returns
    -------
    DataFrame
        One row per row and doubt: doubt, kind, authority_name, title, row_id.
    """
    with open_built(path) as con:
        return con.execute("select doubt, kind, authority_name, title, row_id from register_doubt order by all").df()
