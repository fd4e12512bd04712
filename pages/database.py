"""The only door to the database: it is built at the first start, opened once, and opened anew after a new build."""

import gc
from collections.abc import Callable, Hashable, Mapping
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import streamlit as st
from duckdb import DuckDBPyConnection
from pandas import DataFrame
from streamlit.runtime.scriptrunner import get_script_run_ctx

import queries.catalogue
from data.catalogue import CatalogueError
from data.paths import database, server
from etl.build import build
from etl.errors import BuildError
from pages.opened import OPENED, SERVED
from pages.opened import made as when_made
from queries.asked import Connection
from queries.database import open_database, open_server, whole
from queries.errors import DatabaseMissing, DatabaseStale, QueryError
from queries.question import Question
from queries.remote import Remote
from queries.rows.catalogue import Authority

Answer = TypeVar("Answer")
Row = TypeVar("Row", bound=NamedTuple)
BUILD, SHOWN = "database.build", "database.shown"  # what a session holds of it


@st.cache_resource(max_entries=2, show_spinner=False)
def _connection(path: Path, made: int) -> DuckDBPyConnection:
    """Open the database once per build: the moment it was made is part of the key."""
    con = open_database(path)
    OPENED.add((path, made))
    return con


@st.cache_resource(max_entries=2, show_spinner=False)
def _served(address: str, edition: str) -> Remote:
    """Open a served database once per edition; without one to learn which the server has."""
    return open_server(address, edition)


@st.cache_resource(max_entries=1, show_spinner=False)
def _built(path: Path, made: int) -> None:  # noqa: ARG001
    """Build the database in place of the one made then, once, however many visitors arrive at the same time."""
    build(path)


class Build(NamedTuple):
    """A database as it was built at one moment: whoever holds it goes on reading it when another takes its place."""

    where: str
    made: int | str
    con: Connection


@lru_cache(maxsize=1024)
def _remembered(ask: Callable[..., Any], parameters: tuple[tuple[str, Hashable], ...], build: Build) -> Any:
    """Ask once per build, which is part of the key. Streamlit's own cache would hash each anew."""
    return ask(build.con, **{name: list(each) if isinstance(each, tuple) else each for name, each in parameters})


def _once(ask: Callable[..., Answer], parameters: Mapping[str, Any]) -> Answer:
    """Ask once per build; all visitors share the answer, which may only be read."""
    wanted = ((name, tuple(each) if isinstance(each, list) else each) for name, each in parameters.items())
    answer: Answer = _remembered(ask, tuple(wanted), _build())
    return answer


def rows_once(question: Question[..., Row], **parameters: Any) -> list[Row]:
    """Ask once per build what many visits need alike, in few rows; all visitors share them.

    Parameters
    ----------
    question
        One of `queries`.
    **parameters
        Its keywords.

    Returns
    -------
    list of Row
        As the question says.
    """
    return _once(question, parameters)


def _authorities(con: Connection) -> dict[str, Authority]:
    return {each.area_code: each for each in queries.catalogue.authorities(con)}


def every_authority() -> dict[str, Authority]:
    """Return every authority, past ones too, by area code; all visitors share it."""
    return _once(_authorities, {})


@st.cache_resource(show_spinner=False)
def settle() -> None:
    """Leave what has been loaded out of every later collection of garbage: a run of a page then takes half the time."""
    gc.collect()
    gc.freeze()


def rows(question: Question[..., Row], **parameters: Any) -> list[Row]:
    """Ask the database one question as `rows_once` does; build it first where it is missing or from another version.

    Raises
    ------
    QueryError
        The database cannot be opened, or cannot be built.
    """
    return question(_open(), **parameters)


def answer(question: Question[..., Any], **parameters: Any) -> DataFrame:
    """Ask as `rows` does, for the rows as a DataFrame."""
    return question.frame(_open(), **parameters)


def part(question: Question[..., Row], *, limit: int, offset: int, **parameters: Any) -> tuple[list[Row], int]:
    """Ask for some of the rows as `rows` does, in their order, and how many there are in all."""
    con = _open()
    return question.part(con, limit=limit, offset=offset, **parameters), question.count(con, **parameters)


def made() -> int | str:
    """Return what tells the database that is read from any other build, for what is kept per build."""
    return _build().made


def whole_table(view: str) -> DataFrame:
    """Read a whole view of the database, for a download."""
    return whole(_open(), view=view)


def renew() -> bool:
    """Take the newest database for the run of a page that begins, and keep to it until the next: also in its parts.

    Returns
    -------
    bool
        Whether it is another than that of the page this visitor saw last.
    """
    st.session_state[BUILD] = newest = _newest()
    return bool(st.session_state.get(SHOWN, newest.made) != newest.made)


def note_shown() -> None:
    """Note that a page has been shown whole, with whatever it says of a new database."""
    st.session_state[SHOWN] = st.session_state[BUILD].made


def _build() -> Build:
    """Return what the run of this page reads; outside of any page the newest."""
    held = st.session_state.get(BUILD) if get_script_run_ctx(suppress_warning=True) else None
    return held if held and held.where == (server() or str(database())) else _newest()


def _open() -> Connection:
    return _build().con


def _newest() -> Build:
    return _newest_served(server()) if server() else _newest_file(database())


def _newest_served(address: str) -> Build:
    edition = _served(address, "").newest()
    SERVED[address] = int(edition.removeprefix("edition_"))
    return Build(address, edition, _served(address, edition))


def _newest_file(path: Path) -> Build:
    while True:
        made = when_made(path)
        con = _connected(path, made)
        if made and made == when_made(path):  # else another moved in meanwhile, and this may be either
            return Build(str(path), made, con)


def _connected(path: Path, made: int) -> DuckDBPyConnection:
    try:
        return _connection(path, made)
    except (DatabaseMissing, DatabaseStale):
        with st.spinner("Building the database from the published figures. This takes a few seconds, once."):
            try:
                _built(path, made)
            except (BuildError, CatalogueError) as error:
                raise QueryError(str(error)) from error
    return _connection(path, when_made(path))
