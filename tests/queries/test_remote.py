"""What a page is told when the server of the database does not answer, has another edition, or does not let us in."""

import json

import duckdb
import pytest

from data import paths
from queries import remote
from queries.errors import AnotherEdition, QueryError
from queries.remote import Remote
from tests.queries.test_law import FOLDER


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


def test_a_server_that_does_not_come_back_is_named_in_the_log_and_to_no_visitor(server, caplog):
    con = Remote("quack:nowhere:1", "edition_1")
    server += ["Could not connect"] * 3
    with pytest.raises(QueryError, match="does not answer") as refused:
        con.ask("select 1")
    assert "nowhere" not in str(refused.value) and "quack:nowhere:1" in caplog.text


def test_the_setting_is_an_address_or_a_path(monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", "quack:there:9494")
    assert paths.server() == "quack:there:9494" and paths.database().name == "dashboard.duckdb"
    monkeypatch.setenv("DASHBOARD_DATABASE", "elsewhere.duckdb")
    assert paths.server() == "" and str(paths.database()) == "elsewhere.duckdb"


def parts(of):
    """Yield each part of a statement that is read, with the kind of what it stands in."""
    for value in of.values():
        for each in value if isinstance(value, list) else [value]:
            if isinstance(each, dict):
                yield of.get("type"), each
                yield from parts(each)


def unguarded_counts(con, sql):
    """Return the counts in a statement that look at a row around them, and say nothing where there is none to count."""
    (read,) = con.execute("select json_serialize_sql($1)", [sql]).fetchone()
    found = []
    for within, part in parts(json.loads(read)):
        if part.get("subquery_type") == "SCALAR" and within != "OPERATOR_COALESCE":
            (chosen, *_), asked = part["subquery"]["node"]["select_list"], part["subquery"]["node"]
            tables = {each.get("alias") or each["table_name"] for _, each in parts(asked) if "table_name" in each}
            named = {each["column_names"][0] for _, each in parts(asked) if len(each.get("column_names", [])) > 1}
            if chosen.get("function_name", "").startswith("count") and named - tables:
                found.append(sorted(named - tables))
    return found


def test_no_count_over_the_protocol_is_null_where_there_is_nothing_to_count(con):
    """DuckDB 1.5 answers a count of none that looks at the row around it with null, where it stands in no coalesce."""
    files = sorted(FOLDER.rglob("*.sql"))
    assert len(files) > 80
    assert [path for path in files if unguarded_counts(con, path.read_text(encoding="utf-8"))] == []
    planted = "select (select count(*) from event as e where e.dfe_code = a.dfe_code) as n from authority as a"
    assert unguarded_counts(con, planted) == [["a"]]
    assert unguarded_counts(con, planted.replace("(select", "coalesce((select").replace(") as n", "), 0) as n")) == []
