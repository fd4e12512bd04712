"""Asking: one statement with its parameters, of the file that is open here or of a server that has it."""

from collections.abc import Mapping
from typing import TypeAlias

from duckdb import DuckDBPyConnection

from queries.remote import Remote

Connection: TypeAlias = DuckDBPyConnection | Remote


def asked(con: Connection, sql: str, parameters: Mapping[str, object] | None = None) -> DuckDBPyConnection:
    """Ask, and return a cursor on the answer.

    Parameters
    ----------
    con
        Of `queries.database`; it is shared, and each question takes a cursor of its own.
    sql, parameters
        The statement, and what its `$names` stand for.
    """
    if isinstance(con, Remote):
        return con.ask(sql, parameters)
    cursor = con.cursor()  # a shared one would give readers each other's rows
    cursor.execute("use dashboard")
    return cursor.execute(sql, parameters)
