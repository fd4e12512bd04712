"""The page of data and method says what is true: of columns, words, files, reach and gaps."""

import io
import re
import zipfile
from pathlib import Path

import duckdb
import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from data.dates import published
from pages.charts.words import day
from pages.data_and_method import editions, whole
from pages.data_and_method.changelog import MOST, written
from pages.showing import inventory
from pages.showing.changelog import said
from pages.showing.texts import text
from pages.takeaway import schema
from pages.takeaway.archive import archive
from pages.takeaway.csv import as_csv
from pages.takeaway.parquet import as_parquet
from pages.takeaway.table import Table
from queries import about, compare, downloads, ofsted, register
from queries.changelog import changelog
from queries.database import whole as read

ROOT = Path(__file__).parents[2]
# The downloads of the pages on Ofsted and intervention are the rows of their own questions.
BY_GRADE = {
    "groups": ["inadequate"], "indicator": "agency_rate", "measure": "published", "base": 2017,
    "authority": "E08000025", "listed": [], "model": "2025",
}  # fmt: skip
HISTORIES = {
    "grades_in_force": (ofsted.in_force, {"region": "all", "counted": "published"}),
    "visits": (ofsted.visits, {"authority": "all", "region": "all", "kinds": ["focused", "monitoring"]}),
    "grade_moves": (ofsted.moves, {"region": "all"}),
    "interventions_in_force": (register.in_force, {"region": "all"}),
    "intervention_spells": (register.spells, {"region": "all"}),
    "since_inspection": (ofsted.since, {"region": "all"}),
    "figures_by_grade": (compare.groups, BY_GRADE | {"average": "median", "first": 2013, "last": 2025}),
}
PUBLIC = re.findall(r"`(\w+)`", re.search(r"The views of.*?\n\n", (ROOT / "README.md").read_text(), re.S)[0])


@pytest.fixture(scope="module")
def columns(opened):
    return about.columns.frame(opened).groupby("table_name", sort=False)["column_name"].agg(list).to_dict()


def test_every_public_view_of_the_readme_is_described():
    assert set(PUBLIC) - {"data"} <= set(schema.views())


@pytest.mark.parametrize("name", schema.views())
def test_every_column_has_a_meaning_and_every_meaning_a_column(name, columns):
    view = schema.views()[name]
    assert view.row.startswith("One row per ")
    assert [column for column in columns[name] if not view.meaning(column)] == []
    assert set(view.meanings) <= set(columns[name])


@pytest.mark.parametrize("name", schema.downloads())
def test_every_column_of_a_download_has_a_meaning(name, opened):
    asked = {"areas": ["E08000025"]}
    if name == "figures":
        asked |= {"indicators": ["agency_rate"], "first": 2013, "last": 2025}
    question, asked = HISTORIES.get(name) or (getattr(downloads, name), asked)
    found = list(question.frame(opened, **asked).columns)
    described = schema.downloads()[name]
    assert [column for column in found if not described.meaning(column)] == []
    assert set(described.meanings) <= set(found)


def test_no_meaning_is_left_over(columns, opened):
    used = {column for name in schema.views() for column in columns[name]}
    assert set(schema._declared()["meaning"]) <= used


@pytest.mark.parametrize("column", schema.columns_with_words())
def test_the_words_of_a_column_are_those_that_occur(column, columns, opened):
    cursor = opened.cursor()
    cursor.execute("use dashboard")
    held = set()
    for name in schema.views():
        if column in columns[name]:
            held |= {word for (word,) in cursor.table(name).select(column).distinct().fetchall()}
    assert held - {None} == set(schema.words(column))


def test_a_row_is_what_the_schema_says(opened):
    cursor = opened.cursor()
    cursor.execute("use dashboard")
    for name, key in [
        ("observation", ["indicator_id", "area_code", "period_end"]),
        ("judgement", ["area_code", "framework", "published_on", "judgement_area"]),
        ("inspection", ["area_code", "framework", "published_on"]),
        ("intervention", ["intervention_id"]),
        ("intervention_event", ["event_id"]),
        ("series_break", ["break_id", "indicator_id"]),
        ("neighbour", ["dfe_code", "model", "rank"]),
        ("area", ["area_code"]),
        ("source_file", ["file", "source_id"]),
    ]:
        rows = cursor.table(name).df()
        assert not rows.duplicated(key).any(), name


def test_the_catalogue_counts_authorities(opened, con):
    (row,) = [row for row in inventory.reach(about.catalogue(opened)) if row["Indicator"] == "Agency social workers"]
    counted, last = con.execute(
        "select count(*), period_end from observation where indicator_id = 'agency_rate' and value is not null "
        "and area_level in ('authority', 'joint return') group by period_end order by period_end desc limit 1"
    ).fetchone()
    assert (row["First date"], row["Last date"]) == ("30 September 2015", day(last))
    assert row["Authorities with a figure on the last date"].startswith(f"{counted} of 151")


def test_what_is_said_to_be_missing_is_missing(con):
    def one(sql):
        return con.execute(sql).fetchone()[0]

    assert "Workforce before 2015" in text("data_and_method", "limits")
    assert one("select min(year(period_end)) from observation where indicator_id = 'agency_rate'") == 2015
    assert one("select min(year(period_end)) from observation where indicator_id = 'cin_rate' and value > 0") == 2013
    assert one("select min(year(period_end)) from observation where indicator_id = 'cla_rate' and derived") == 2013
    assert one("select min(year(period_end)) from observation where indicator_id like '%per_child%'") == 2013
    assert (
        one("select count(distinct period_end) from observation where indicator_id = 'social_workers_3_plus_rate'") == 1
    )
    merged = "('Bournemouth', 'Poole', 'Dorset (to March 2019)')"
    rates = "from observation where indicator_id = 'cla_rate' and derived"
    assert one(f"select count(value) {rates} and area_name in {merged}") == 0
    assert one("select count(*) from observation where source_file is null or source_row is null") == 0
    compiled = "select count(*) from judgement where basis = 'compiled' and published_on < date '2025-06-01'"
    assert one(compiled) == 0


def test_the_method_is_the_method(con):
    rows = con.execute(
        "select value, numerator, denominator, denominator_file from observation "
        "where indicator_id = 'referral_rate' and area_name = 'Birmingham' and year(period_end) = 2025"
    ).fetchone()
    assert rows[0] == pytest.approx(10_000 * rows[1] / rows[2])
    population = con.execute(
        "select value from observation "
        "where indicator_id = 'population_0_17' and area_name = 'Birmingham' and year(period_end) = 2024"
    ).fetchone()
    assert population[0] == rows[2] and "10,000 × the published count" in text("data_and_method", "method")


@pytest.mark.parametrize(("ending", "write"), [("parquet", as_parquet), ("csv", as_csv)])
def test_the_whole_database_goes_into_an_archive(opened, ending, write, tmp_path):
    tables = {
        name: Table(title=view.row, rows=read(opened, view=name), described=view)
        for name, view in schema.views().items()
        if name != "observation_edition"
    }
    with zipfile.ZipFile(io.BytesIO(archive(tables, write, ending=ending))) as packed:
        packed.extractall(tmp_path)
    for name, table in tables.items():
        path = tmp_path / f"{name}.{ending}"
        rows = pd.read_parquet(path) if ending == "parquet" else pd.read_csv(path, dtype=str, keep_default_na=False)
        assert len(rows) == len(table.rows) and list(rows.columns) == table.columns
    assert {path.stem for path in tmp_path.glob(f"*.{ending}")} >= set(tables)


def test_the_examples_run(built, tmp_path, monkeypatch, opened, capsys):
    monkeypatch.setattr("pages.data_and_method.whole.built", lambda: about.columns.frame(opened)["built_at"].iloc[0])
    monkeypatch.chdir(tmp_path)
    lines = whole.DUCKDB.format(file=built).splitlines()
    found = {}
    exec("\n".join([*lines[:2], f"rows = {lines[2]}.fetchall()"]), found)
    assert len(found["rows"]) >= 11 and 12.8 in {row[1] for row in found["rows"]}
    found["con"].close()
    with duckdb.connect(str(built), read_only=True) as con:
        con.execute("copy (select * from observation) to 'observation.parquet'")
    exec(whole.PANDAS, {})
    assert "12.8" in capsys.readouterr().out


def test_the_page_opens(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    app = AppTest.from_file(str(ROOT / "pages/frame.py"), default_timeout=30).run()
    app.switch_page("data_and_method/page.py").run()
    assert not app.exception and not app.error
    assert app.title[0].value == "Data and method"
    assert len(app.expander) == len(schema.views()) + 9 + len(editions.pages())
    words = " ".join(element.proto.body for element in app.get("html"))
    assert "csww_indicators_2017_to_2025.csv" in words and "referral_nfa_rate" in words


def test_the_statement_of_accessibility_opens(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    app = AppTest.from_file(str(ROOT / "pages/frame.py"), default_timeout=30).run()
    app.switch_page("accessibility/page.py").run()
    assert not app.exception and app.title[0].value == "Accessibility"
    assert "not of conformity" in app.markdown[0].value


def test_the_changelog_shows_the_newest_changes_in_the_words_of_the_feeds(opened):
    changes = changelog(opened, area="")
    shown = [written(change) for change in changes[:MOST]]
    assert len({(row["Date"], row["What"]) for row in shown}) == MOST, "each row is of another change"
    assert [change.happened_on for change in changes] == sorted((c.happened_on for c in changes), reverse=True)
    for row, change in zip(shown, changes, strict=False):
        assert row["Date"] == published(change.happened) and row["In short"] == " ".join(said(change).lines)
        assert (change.authority_name or change.about) in row["What"]
