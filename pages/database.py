"""The only door to the database: it is built at the first start, opened once, and opened anew after a new build."""

import gc
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

import streamlit as st
from duckdb import DuckDBPyConnection
from pandas import DataFrame

import queries
from data.catalogue import CatalogueError
from data.paths import database
from etl.build import build
from etl.errors import BuildError
from pages.choosing.authority import Authority, authorities
from queries.database import DatabaseMissing, DatabaseStale, QueryError, open_database

Answer = TypeVar("Answer")


@st.cache_resource(max_entries=2, show_spinner=False)
def _connection(path: Path, made: int) -> DuckDBPyConnection:  # noqa: ARG001
    """Open the database once per build: the moment it was made is part of the key."""
    return open_database(path)


@st.cache_resource(max_entries=1, show_spinner=False)
def _built(path: Path, made: int) -> None:  # noqa: ARG001
    """Build the database in place of the one made then, once, however many visitors arrive at the same time."""
    build(path)


def _made(path: Path) -> int:
    return path.stat().st_mtime_ns if path.is_file() else 0


@st.cache_resource(max_entries=1024, show_spinner=False)
def _remembered(
    name: str,  # noqa: ARG001
    parameters: Mapping[str, Any],
    _question: Callable[..., Answer],
    path: Path,
    made: int,
) -> Answer:
    return _question(_connection(path, made), **parameters)


def answer_once(question: Callable[..., Answer], **parameters: Any) -> Answer:
    """Ask once per build what many visits need alike, in few rows; all visitors share the answer: only read it.

    Parameters
    ----------
    question
        A function of the database.
    **parameters
        Its keywords.

    Returns
    -------
    Answer
        As the question says.
    """
    _open()
    name = f"{question.__module__}.{question.__name__}"
    return _remembered(name, parameters, question, database(), _made(database()))


def _authorities(con: DuckDBPyConnection) -> dict[str, Authority]:
    return authorities(queries.authorities(con))


def every_authority() -> dict[str, Authority]:
    """Return every authority, past ones too, by area code; all visitors share it."""
    return answer_once(_authorities)


@st.cache_resource(show_spinner=False)
def settle() -> None:
    """Leave what has been loaded out of every later collection of garbage: a run of a page then takes half the time."""
    gc.collect()
    gc.freeze()


def answer(question: Callable[..., DataFrame], **parameters: Any) -> DataFrame:
    """Ask the database one question; build it first where it is missing or from another version.

    Parameters
    ----------
    question
        One of the functions of `queries`.
    **parameters
        Its keywords.

    Returns
    -------
    DataFrame
        As the question says.

    Raises
    ------
    QueryError
        The database cannot be opened, or cannot be built.
    """
    return question(_open(), **parameters)


def _open() -> DuckDBPyConnection:
    path = database()
    try:
        return _connection(path, _made(path))
    except (DatabaseMissing, DatabaseStale):
        with st.spinner("Building the database from the published figures. This takes a few seconds, once."):
            try:
                _built(path, _made(path))
            except (BuildError, CatalogueError) as error:
                raise QueryError(str(error)) from error
    return _connection(path, _made(path))
