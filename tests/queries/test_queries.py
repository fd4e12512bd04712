"""The law of the questions, and what each answers on the built database."""

import threading

import duckdb
import pytest

import queries.catalogue
import queries.figures
import queries.history
from data.catalogue import indicators, sources
from queries.database import open_database
from queries.errors import DatabaseMissing, DatabaseStale

BIRMINGHAM, DONCASTER, ENGLAND = "E08000025", "E08000017", "E92000001"


ALONE = {"comparators": [], "others": [], "model": "2025", "first": 2009, "last": 2026}
BESIDE = ALONE | {"comparators": ["england"]}


def test_headline_figures_of_birmingham(opened):
    rows = queries.figures.trend.frame(opened, authority=BIRMINGHAM, **BESIDE, indicators=["agency_rate"])
    chosen = rows[rows["role"] == "chosen"]
    chosen = chosen.set_index(chosen["period_end"].dt.year)
    assert chosen.loc[2025, "value"] == 12.4
    assert chosen.loc[2024, "status"] == "unreliable"
    assert chosen["value"].isna().loc[2024]
    assert chosen.loc[2016, "segment"] != chosen.loc[2017, "segment"]
    assert rows[(rows["role"] == "england") & (rows["period_end"].dt.year == 2025)]["value"].to_list() == [13.0]


def test_a_member_of_a_joint_return_is_answered_with_it(opened):
    rows = queries.figures.trend.frame(opened, authority="E09000027", **ALONE, indicators=["agency_rate", "referrals"])
    workforce = rows[rows["indicator_id"] == "agency_rate"].set_index(
        rows[rows["indicator_id"] == "agency_rate"]["period_end"].dt.year
    )
    assert workforce.loc[2015, "area_code"] == "E09000027"
    assert set(workforce.loc[2016:, "area_code"]) == {"E09000021 / E09000027"}
    assert set(rows[rows["indicator_id"] == "referrals"]["area_code"]) == {"E09000027"}


def test_unusual_value_is_noted(opened):
    rows = queries.figures.trend.frame(opened, authority=DONCASTER, **ALONE, indicators=["rereferral_rate"])
    row = rows[rows["period_end"].dt.year == 2022].iloc[0]
    assert (row["value"], bool(row["unusual"])) == (7.0, True)
    assert "error" not in row["note"].lower()


def test_a_grade_in_force_stands_from_publication_to_publication(opened):
    rows = queries.history.grades_in_force.frame(opened, authority=BIRMINGHAM)
    assert rows["grade"].to_list()[-2:] == ["requires improvement", "good"]
    assert [when.date().isoformat() for when in rows["published_on"]][-2:] == ["2019-01-17", "2023-04-18"]
    assert (rows["until"].to_list()[:-1] == rows["published_on"].to_list()[1:]) and not (
        rows["published_on"].dt.year == 2025
    ).any()


def test_a_grade_in_force_has_no_overall_grade_after_march_2026(opened):
    rows = queries.history.grades_in_force.frame(opened, authority="E09000005")
    assert rows["grade"].to_list()[-1] == "no overall grade"


def test_doncaster_chronology(opened):
    phases = queries.history.interventions.frame(opened, authority=DONCASTER)
    assert phases["began_on"].iloc[0].date().isoformat() == "2009-03-12"
    assert phases["ended_on"].iloc[-1].date().isoformat() == "2021-01-01"
    assert phases["ended_precision"].iloc[-1] == "month"
    steps = queries.history.intervention_events.frame(opened, authority=DONCASTER)
    returned = steps[steps["kind"] == "services_returned_to_council"]
    assert [when.date().isoformat() for when in returned["event_on"]] == ["2022-09-01"]


def test_no_publication_is_named_with_the_same_date_twice(opened):
    found = queries.catalogue.sources(opened, areas=["E08000025"], indicators=list(indicators()), first=2009, last=2030)
    assert len(found) > 8
    assert [row for row in found if sorted(set(row.published)) != row.published] == []


def test_sources_name_publications_and_dates(opened):
    rows = queries.catalogue.sources.frame(
        opened, areas=[BIRMINGHAM, ENGLAND], indicators=["agency_rate"], first=2017, last=2025
    )
    source = sources()["workforce"]
    assert source.editions[-1].published in rows[rows["title"] == source.title]["published"].iloc[0]
    assert "Ofsted" in set(rows["publisher"])
    assert not rows["title"].str.contains("experimental").any(), "a publication whose years are not shown"


@pytest.mark.parametrize(("id", "named"), [("referral_rate", True), ("spend_looked_after_per_child", True),
                                           ("care_applications_rate", False), ("rereferral_rate", False)])  # fmt: skip
def test_sources_name_the_population_of_every_rate_that_is_derived_and_of_no_other(opened, id, named):
    rows = queries.catalogue.sources(opened, areas=[BIRMINGHAM], indicators=[id], first=2017, last=2025)
    assert any("population" in row.title for row in rows) == named
    assert any("deflator" in row.title for row in rows) == id.startswith("spend")


def test_old_names_are_found(opened):
    rows = queries.catalogue.authorities.frame(opened).set_index("area_code")
    assert "Cumbria" in list(rows.loc["E06000063", "predecessors"])
    assert "Hull" in list(rows.loc["E06000010", "other_names"])
    assert "E08000038" in list(rows.loc["E08000016", "area_codes"])


def test_the_connection_is_fenced_in(opened):
    cursor = opened.cursor()
    for forbidden in ("select * from read_csv('x.csv')", "attach 'x.duckdb'", "create table dashboard.x (a int)"):
        with pytest.raises(duckdb.Error):
            cursor.execute(forbidden)


def test_readers_at_once_get_their_own_answers(opened):
    wrong = []

    def read(area):
        for _ in range(15):
            rows = queries.history.judgements.frame(opened, authority=area)
            expected = 25 if area == BIRMINGHAM else len(doncaster)
            if len(rows) != expected:
                wrong.append((area, len(rows)))

    doncaster = queries.history.judgements.frame(opened, authority=DONCASTER)
    threads = [threading.Thread(target=read, args=[area]) for area in [BIRMINGHAM, DONCASTER] * 4]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert wrong == []


def test_missing_and_stale_databases_say_what_to_do(tmp_path):
    with pytest.raises(DatabaseMissing, match="python -m etl build"):
        open_database(tmp_path / "none.duckdb")
    for statements in (["create table x (a int)"], ["create table build (catalogue varchar)"]):
        path = tmp_path / f"{len(statements[0])}.duckdb"
        with duckdb.connect(str(path)) as con:
            for statement in statements:
                con.execute(statement)
        with pytest.raises(DatabaseStale, match="python -m etl build"):
            open_database(path)
