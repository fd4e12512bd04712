"""What is loaded, how fresh, how complete: the tables of `python -m etl status` and `check`."""

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pandas as pd

from data.catalogue import sources
from data.freshness import late, sentence
from etl.checks import results
from etl.errors import BuildError
from etl.fetching.known import NAME
from etl.revision import revision

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


def overview(path: Path, raw: Path) -> list[str]:
    """Tell in a few lines which data and code are served, when publishers were last asked, and what room there is.

    Parameters
    ----------
    path
        The database.
    raw
        The folder of the publishers' files.
    """
    with open_built(path) as con:
        ((version, built_at),) = con.execute(
            "select (select max(published) from source_file), (select built_at from build)"
        ).fetchall()
    asked = raw / NAME
    when = _moment(datetime.fromtimestamp(asked.stat().st_mtime, UTC)) if asked.is_file() else "never, from here"
    files = sum(each.stat().st_size for each in raw.rglob("*") if each.is_file())
    free = shutil.disk_usage(path.parent).free
    return [
        f"Data version {version}, built {_moment(built_at)}.",
        f"Code: {revision()}.",
        f"Publishers last asked: {when}.",
        f"On disk: database {_megabytes(path.stat().st_size)}, publishers' files {_megabytes(files)}; "
        f"free {_megabytes(free)}.",
    ]


def _moment(when: datetime) -> str:
    return f"{when:%Y-%m-%d %H:%M} UTC"


def _megabytes(size: int) -> str:
    return f"{size / 1e6:,.0f} MB"


def sources_held(path: Path, today: date) -> pd.DataFrame:
    """Tell of each source what is held, when the next edition is expected, and whether it is late.

    Parameters
    ----------
    path
        The database.
    today
        The day on which it is told.

    Returns
    -------
    DataFrame
        One row per source: source, late, and what is held and comes next in a sentence.
    """
    with open_built(path) as con:
        held = con.execute("select source_id, edition, published from source_file").fetchall()
    newest = {id: max((each[2], each[1]) for each in held if each[0] == id) for id, _, _ in held}
    rows = [
        (id, "late" if late(source.due, today) else "", sentence(newest[id][1], newest[id][0], source.due,
         source.next_release, today))
        for id, source in sources().items() if id in newest
    ]  # fmt: skip
    return pd.DataFrame(rows, columns=["source", "late", "what is held, and what comes next"])


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
