"""Visitors while a new database takes the old one's place: each is told once, and no page shows figures of both."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

from pages import database
from tests.pages.opened import opened

VISITORS = 10
TOLD = "The data has been renewed since your last page"


@pytest.fixture
def swapped(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Path, Path]]:
    """Give a copy of the database as the one in use, and another to come, built a day later."""
    old, new = tmp_path / "dashboard.duckdb", tmp_path / "new.duckdb"
    shutil.copy(built, old)
    shutil.copy(built, new)
    with duckdb.connect(str(new)) as con:
        con.execute("update build set built_at = built_at + interval 1 day")
    monkeypatch.setenv("DASHBOARD_DATABASE", str(old))
    yield old, new
    database._connection.clear()
    database._remembered.cache_clear()


def told(app: AppTest) -> int:
    return sum(TOLD in each.value for each in app.info)


def test_each_visitor_is_told_once_at_the_next_question(swapped: tuple[Path, Path]) -> None:
    old, new = swapped
    visitors = [opened("accessibility") for _ in range(VISITORS)]
    assert [told(visitor) for visitor in visitors] == [0] * VISITORS
    os.replace(new, old)
    assert [told(visitor.run()) for visitor in visitors] == [1] * VISITORS
    assert [told(visitor.run()) for visitor in visitors] == [0] * VISITORS
    assert told(opened("accessibility")) == 0


PAGE = """
import os
import streamlit as st
from pages import database
from queries import pictures

database.renew()
shown = [database.rows(pictures.version)[0].published, database.rows_once(pictures.version)[0].published]
if st.session_state.pop("swap", None):
    os.replace(*st.session_state["swapped"])
con = database._open()
built = {str(con.cursor().execute("select built_at from dashboard.build").fetchall()) for _ in range(2)}
database.note_shown()
st.session_state["built"] = built
st.session_state["made"] = {database._build().made}
"""


def test_a_swap_in_the_midst_of_a_page_is_seen_by_the_next_one(swapped: tuple[Path, Path]) -> None:
    """What a page has begun with it ends with, whoever else already reads the new database."""
    old, new = swapped
    app = AppTest.from_string(PAGE)
    app.run()
    first = app.session_state["built"], app.session_state["made"]
    app.session_state["swap"], app.session_state["swapped"] = True, (str(new), str(old))
    app.run()
    assert not app.exception
    assert (app.session_state["built"], app.session_state["made"]) == first
    other = AppTest.from_string(PAGE)
    other.run()
    assert other.session_state["built"] != first[0]
    app.run()
    assert app.session_state["built"] == other.session_state["built"]
    assert app.session_state["made"] == other.session_state["made"]
