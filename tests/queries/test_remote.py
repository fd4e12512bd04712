"""What a page is told when the server of the database does not answer, has another edition, or does not let us in."""

import duckdb
import pytest

from data import paths
from queries import remote
from queries.errors import AnotherEdition, QueryError
from queries.remote import Remote


@pytest.fixture
def server(monkeypatch):
    """Stand a client in that says what it is told to say, one after another, and then answers."""
    says = []
    con = duckdb.connect(config={"threads": 1})
    con.execute("create table build as select 'a' as catalogue; create table asked (statement varchar)")
    con.execute("create macro quack_query(address, statement, token := '') as table select 'edition_1' as found")
    monkeypatch.setattr(remote, "_client", lambda: con)
    monkeypatch.setattr(remote, "PAUSES", (0.0, 0.0, 0.0))
    once = Remote._once
    monkeypatch.setattr(Remote, "_once", lambda self, text: refuse(says.pop(0)) if says else once(self, text))
    yield says
    con.close()


def refuse(said):
    raise duckdb.InvalidInputException(said)


def test_a_server_that_comes_back_is_asked_again(server):
    con = Remote("quack:nowhere:1", "")
    assert con.edition == "edition_1"
    server += ["IO Error: Failed to send message: Could not connect", "Invalid connection id"]
    assert con.ask("select 1").fetchall() == [("edition_1",)]


@pytest.mark.parametrize(
    ("said", "error", "told"),
    [
        ('No catalog + schema named "edition_1" found', AnotherEdition, "load the page again"),
        ("Authentication failed", QueryError, "DASHBOARD_DATABASE_TOKEN"),
        ("Binder Error: no such column", QueryError, "no such column"),
    ],
)
def test_what_does_not_pass_is_said(server, said, error, told):
    con = Remote("quack:nowhere:1", "edition_1")
    server.append(said)
    with pytest.raises(error, match=told):
        con.ask("select 1")


def test_a_server_that_does_not_come_back_is_named(server):
    con = Remote("quack:nowhere:1", "edition_1")
    server += ["Could not connect"] * 3
    with pytest.raises(QueryError, match="quack:nowhere:1, does not answer"):
        con.ask("select 1")


def test_the_setting_is_an_address_or_a_path(monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", "quack:there:9494")
    assert paths.server() == "quack:there:9494" and paths.database().name == "dashboard.duckdb"
    monkeypatch.setenv("DASHBOARD_DATABASE", "elsewhere.duckdb")
    assert paths.server() == "" and str(paths.database()) == "elsewhere.duckdb"
