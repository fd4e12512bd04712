"""The years that pages offer and draw are those of the data: with all data a year on, charts reach the new year."""

import ast
import contextlib
import json
import re
import shutil
from pathlib import Path

import duckdb
import pytest
from streamlit.testing.v1 import AppTest

import queries.catalogue

ROOT = Path(__file__).parents[2]
FRAME = str(ROOT / "pages/frame.py")
BIRMINGHAM, DONCASTER = "E08000025", "E08000017"
SCRIPTS = {"chart": "picture/page.py", "embed": "picture/embed.py"}
# Page, what the address asks for, and the axis of its chart that must reach the new year ('' where it draws no dates).
PAGES = {
    "authority": ({"authority": BIRMINGHAM}, ""),
    "compare": ({"authority": f"{BIRMINGHAM},{DONCASTER}", "indicator": "agency_rate"}, "xaxis"),
    "chart": ({"authority": BIRMINGHAM, "indicator": "agency_rate"}, ""),
    "embed": ({"authority": BIRMINGHAM, "indicator": "agency_rate"}, ""),
    "before_after": ({"authority": DONCASTER, "indicator": "vacancy_rate"}, ""),
    "ofsted": ({"authority": BIRMINGHAM}, "xaxis"),
    "interventions": ({"as": "chronology", "authority": DONCASTER}, "xaxis"),
    "home": ({}, ""),
    "england": ({"authority": BIRMINGHAM}, ""),
}
DATES = """
    select table_name, column_name from duckdb_columns()
    where
        data_type = 'DATE'
        and table_name in (select table_name from duckdb_tables())
        and table_name <> 'authority'  -- others point at it, and when one opened is not of the figures
"""

# How far judgements are known is the day on which the newest file of them was published, a text.
PUBLISHED = """
    update source_file set published = strftime(try_cast(published as date) + interval 1 year, '%Y-%m-%d')
    where published like '____-__-__'
"""


def shift(path: Path) -> None:
    """Move every date of a database a year on, in tables without their keys: a key may not move row by row."""
    with duckdb.connect(str(path)) as con:
        dates: dict[str, list[str]] = {}
        for table, column in con.sql(DATES).fetchall():
            dates.setdefault(table, []).append(column)
        views = con.sql("select view_name, sql from duckdb_views() where not internal").fetchall()
        for table, columns in dates.items():
            moved = ", ".join(f"cast({each} + interval 1 year as date) as {each}" for each in columns)
            con.sql(f"create table moved_{table} as select * replace ({moved}) from {table}")
        _each(con, [f"drop view {view}" for view, _ in views])
        _swap(con, list(dates))
        _each(con, [written for _, written in views])
        con.sql(PUBLISHED)


def _each(con: duckdb.DuckDBPyConnection, statements: list[str]) -> None:
    """Run statements that rest on one another, in the order in which they can be run."""
    for _ in range(len(statements)):
        for statement in list(statements):
            with contextlib.suppress(duckdb.Error):
                con.sql(statement)
                statements.remove(statement)
    assert statements == []


def _swap(con: duckdb.DuckDBPyConnection, tables: list[str]) -> None:
    """Put each moved table in the place of the old one; that of interventions, at which others point, goes last."""
    for table in sorted(tables, key=lambda table: table == "intervention"):
        con.sql(f"drop table {table}")
    for table in tables:
        con.sql(f"alter table moved_{table} rename to {table}")


@pytest.fixture(scope="module")
def a_year_on(built, tmp_path_factory):
    path = tmp_path_factory.mktemp("a-year-on") / "dashboard.duckdb"
    shutil.copy(built, path)
    shift(path)
    return path


def held(path: Path) -> tuple[int, ...]:
    with duckdb.connect(str(path), read_only=True) as con:
        return tuple(int(year) for year in queries.catalogue.held.frame(con).iloc[0])


def test_the_years_held_are_those_of_the_tables(built):
    with duckdb.connect(str(built), read_only=True) as con:
        figures = [row[0].year for row in con.sql("select period_end from observation").fetchall()]
        judged = [row[0].year for row in con.sql("select published_on from judgement").fetchall()]
        steps = [
            row[0].year
            for row in con.sql("select event_on from intervention_event where happened = 'happened'").fetchall()
        ]
    first, last = min(figures), max(figures)
    assert held(built) == (first, last, min(first, *judged), max(last, *judged, *steps))


def test_data_a_year_on_are_held_a_year_on(built, a_year_on):
    assert held(a_year_on) == tuple(year + 1 for year in held(built))


def last_year(chart, axis):
    """Return the last year of an axis, or of what is drawn where the axis follows it."""
    if "range" in chart["layout"][axis]:
        return int(str(chart["layout"][axis]["range"][1])[:4])
    return max(int(str(when)[:4]) for trace in chart["data"] for when in trace["x"])


def newest_shown(path: Path, page: str) -> int:
    """Return the last year of all figures; of the frame, which draws one indicator and no years to choose, its last."""
    if page != "embed":
        return held(path)[1]
    with duckdb.connect(str(path), read_only=True) as con:
        ((when,),) = con.sql("select max(period_end) from observation where indicator_id = 'agency_rate'").fetchall()
    return int(when.year)


@pytest.mark.parametrize("page", PAGES)
def test_each_page_reaches_the_new_year(a_year_on, monkeypatch, page):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(a_year_on))
    address, axis = PAGES[page]
    app = AppTest.from_file(FRAME, default_timeout=120)
    app = app.run() if page == "home" else app
    if page != "home":
        app.run()
        for name, value in address.items():
            app.query_params[name] = value
        app.switch_page(SCRIPTS.get(page, f"{page}/page.py")).run()
    assert not app.exception and not app.error
    newest = newest_shown(a_year_on, page)
    for slider in app.slider:
        assert slider.max >= newest and slider.value[1] == slider.max
    if axis:
        charts = [json.loads(each.proto.spec) for each in app.get("plotly_chart")]
        dated = [chart for chart in charts if chart["layout"][axis].get("type") == "date"]
        assert dated and all(last_year(chart, axis) >= newest for chart in dated)
    html = " ".join(each.proto.body for each in app.get("html"))
    if page in ("chart", "embed", "home", "england"):
        assert str(newest) in re.findall(r"20\d\d", html)
    if page == "authority":
        assert max(re.findall(r"<b style=[^>]*>(20\d\d)</b>", html)) >= str(newest)


def test_no_code_of_a_page_says_which_year_is_the_first_or_the_last():
    """Years stand in words, as those of a framework, and never as a number: the data say them."""
    said = [
        f"{path.relative_to(ROOT)}:{node.lineno} {node.value}"
        for folder in ("pages", "queries")
        for path in (ROOT / folder).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and type(node.value) is int and node.value in (2009, *range(2024, 2100))
    ]
    assert said == []
