"""The checks of a finished database: each .sql file beside this one returns the rows that offend."""

from collections.abc import Iterator
from pathlib import Path

import duckdb

CHECKS = Path(__file__).parent


def results(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, str, list[tuple[object, ...]]]]:
    """Run every check.

    Yields
    ------
    tuple of str, str and list of tuple
        The name of a check, what it says in its first line, and the offending rows.
    """
    for path in sorted(CHECKS.glob("*.sql")):
        query = path.read_text(encoding="utf-8")
        yield path.stem, query.splitlines()[0].removeprefix("-- "), con.execute(query).fetchall()


def failures(con: duckdb.DuckDBPyConnection) -> Iterator[tuple[str, list[tuple[object, ...]]]]:
    """Yield the name and the offending rows of each check that returned any."""
    yield from ((name, rows) for name, _, rows in results(con) if rows)
