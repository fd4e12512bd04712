"""A database that is served elsewhere, by DuckDB's own protocol: the whole question is sent, its answer returns."""

import logging
import os
import time
from collections.abc import Mapping

import duckdb

from data.quack import extensions
from queries.errors import AnotherEdition, QueryError
from queries.written import written

LOG = logging.getLogger(__name__)  # says where the server is, which visitors are not told
# Of one question, with the pauses between them in seconds: a server that was ended is there again, or the next takes
# its place, within that. Questions only read, so that one asked twice does no harm.
PAUSES = (0.0, 0.2, 1.0, 3.0)
# What the protocol says of its own trouble; all else is said of the question.
TROUBLE = ("connect", "connection id", "HTTP", "Failed to send", "closed pending")
ANSWER = "create temp table answer as from quack_query($address, $statement, token = $token)"
EDITION = "select database_name from duckdb_databases() where starts_with(database_name, 'edition_')"


def _client() -> duckdb.DuckDBPyConnection:
    con = duckdb.connect(":memory:", config={"threads": 1, "autoinstall_known_extensions": False})
    try:
        for each in extensions():
            con.execute(f"load '{each}'")
    except duckdb.Error as error:
        raise QueryError("DuckDB's extension quack is not there: `install quack` in DuckDB, once") from error
    con.execute("set httpfs_connection_caching = true")
    return con


class Remote:
    """A server of the built database, held to the edition that it had when it was opened.

    Attributes
    ----------
    edition
        The name under which the server holds it: another build has another.
    """

    def __init__(self, address: str, edition: str) -> None:
        self._address, self._token = address, os.environ.get("DASHBOARD_DATABASE_TOKEN", "")
        self._con = _client()
        self.edition = edition or self.newest()

    def newest(self) -> str:
        """Ask which edition the server holds now."""
        held = self._sent(EDITION).fetchall()
        if not held:
            raise QueryError("The server holds no edition of the database: see `python -m etl serve`.")
        return str(held[0][0])

    def ask(self, sql: str, parameters: Mapping[str, object] | None = None) -> duckdb.DuckDBPyConnection:
        """Send a statement with its parameters, and return a cursor on the whole answer.

        Raises
        ------
        AnotherEdition
            The server holds another edition by now.
        QueryError
            The server does not answer.
        """
        return self._sent(f'use "{self.edition}"; {written(sql, parameters or {})}')

    def _sent(self, statement: str) -> duckdb.DuckDBPyConnection:
        for pause in PAUSES:
            time.sleep(pause)
            try:
                return self._once(statement)
            except duckdb.Error as error:
                self._judge(str(error))
                trouble = error
        LOG.warning("The server of the database, %s, does not answer", self._address)
        raise QueryError("The server of the database does not answer.") from trouble

    def _once(self, statement: str) -> duckdb.DuckDBPyConnection:
        """Ask once, and take the answer whole, for a server may end while it is being read."""
        cursor = self._con.cursor()
        asked = {"address": self._address, "statement": statement, "token": self._token}
        cursor.execute(ANSWER, asked)
        return cursor.execute("from answer")

    def _judge(self, said: str) -> None:
        """Raise what an error of the protocol says, unless it is one that may be gone when asked again."""
        if "edition_" in said and "No catalog" in said:
            raise AnotherEdition("The figures have just been renewed: load the page again.")
        if "Authentication" in said:
            raise QueryError("The server of the database does not know this token: see DASHBOARD_DATABASE_TOKEN.")
        if not any(each in said for each in TROUBLE):
            raise QueryError(said)
