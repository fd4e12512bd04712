"""Serving the built database to dashboards on other machines, by DuckDB's own protocol: `python -m etl serve`."""

import os
from pathlib import Path
from threading import Event

import duckdb

from data.quack import extensions
from etl.errors import BuildError


class NotServed(BuildError):
    """The database cannot be served."""


def serve(path: Path, address: str) -> duckdb.DuckDBPyConnection:
    """Serve one build, read-only and fenced in, while the connection that is returned is open.

    It is held under a name of its build, by which each question asks for it: a dashboard that began a page with
    one build is never answered from another.

    Parameters
    ----------
    path
        The database. A later build is served by whoever serves it anew.
    address
        As `host:port`. Beyond this machine a proxy that speaks TLS belongs before it.

    Raises
    ------
    NotServed
        Without a token, without the protocol, or without a database.
    """
    token = os.environ.get("DASHBOARD_DATABASE_TOKEN", "")
    if not token:
        raise NotServed("DASHBOARD_DATABASE_TOKEN is not set: whoever has it may ask")
    con = duckdb.connect(":memory:", config={"threads": 1, "autoinstall_known_extensions": False})
    try:
        _open(con, path)
        con.execute("from quack_serve($address, token = $token)", {"address": f"quack:{address}", "token": token})
    except duckdb.Error as error:
        raise NotServed(f"{path.name} cannot be served: {error}") from error
    return con


def _open(con: duckdb.DuckDBPyConnection, path: Path) -> None:
    for each in extensions():
        con.execute(f"load '{each}'")
    file = str(path).replace("'", "''")  # DuckDB 1.5 takes no parameter there
    con.execute(f"attach '{file}' as built (read_only)")
    edition = con.execute("select strftime(built_at, '%Y%m%d%H%M%S%f') from built.build").fetchall()[0][0]
    con.execute("detach built")
    con.execute(f"attach '{file}' as \"edition_{edition}\" (read_only)")
    con.execute("set enable_external_access = false")
    con.execute("set lock_configuration = true")


def serve_on(path: Path, address: str) -> None:
    """Serve until the process is ended."""
    with serve(path, address):
        Event().wait()
