"""Each check of the finished database is silent on ours, and speaks of a small fault planted in a copy of it."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from etl.checks import CHECKS, failures, results
from etl.reference import SCHEMA

NAMES = sorted(path.stem for path in CHECKS.glob("*.sql"))

# Each fault: the check that must notice it, what is done to the database, and a word of the row returned.
STANDING = (SCHEMA / "standing.sql").read_text(encoding="utf-8")
FAULTS = {
    "a judgement is gone": (
        "judgements_reproduce_ofsted",
        "delete from judgement_row where dfe_code = '371' and published_on = date '2025-03-18'",
        "371",
    ),
    "a grade is not that of the report that was read": (
        "reports_say_the_same",
        "update judgement_row set grade = 'good' where dfe_code = '358' and published_on = date '2026-08-03' "
        "and judgement_area = 'leadership'",
        "358",
    ),
    "a first day is not that of the report that was read": (
        "reports_say_the_same",
        "update judgement_row set inspected_on = date '2026-05-12' where dfe_code = '341' "
        "and published_on = date '2026-07-07'",
        "341",
    ),
    "a phase begins before its spell": (
        "phases_within_spells",
        "update intervention_phase set began_on = date '2009-01-31' "
        "where intervention_id = 'birmingham-2009' and phase = 'improvement_notice'",
        "birmingham-2009",
    ),
    "a phase ends after its spell": (
        "phases_within_spells",
        "update intervention_phase set ended_on = date '2023-05-27' "
        "where intervention_id = 'birmingham-2009' and phase = 'direction'",
        "birmingham-2009",
    ),
    "a phase is open and its spell is not": (
        "phases_within_spells",
        "update intervention_phase set ended_on = null where intervention_id = 'doncaster-2009' and phase ~ 'trust.*'",
        "doncaster-2009",
    ),
    "a phase overlaps the next": (
        "phases_within_spells",
        "update intervention_phase set ended_on = date '2014-03-28' "
        "where intervention_id = 'birmingham-2009' and phase = 'improvement_notice'",
        "birmingham-2009",
    ),
    "an event comes before its spell": (
        "events_within_spells",
        "update intervention_event set event_on = date '2009-01-31', date_precision = 'day' "
        "where event_id = 'birmingham-2009-02-improvement-notice'",
        "birmingham-2009-02-improvement-notice",
    ),
    "an event comes after its spell": (
        "events_within_spells",
        "update intervention_event set event_on = date '2023-05-27' "
        "where event_id = 'birmingham-2023-05-26-intervention-ended'",
        "birmingham-2023-05-26-intervention-ended",
    ),
    "a note is on a figure that is not there": (
        "notes_match_figures",
        "update point_note set period_end = date '2000-03-31' where note_id = '371-rereferral-rate-2022-03-31'",
        "371-rereferral-rate-2022-03-31",
    ),
    "a note on every authority has no figure": (
        "notes_match_figures",
        "update point_note set indicator_id = 'cpp' where note_id = 'all-cla-rate-2013-03-31'; "
        "delete from found_observation where indicator_id = 'cpp' and period_end = date '2013-03-31'",
        "all-cla-rate-2013-03-31",
    ),
    "a note on England has no figure": (
        "notes_match_figures",
        "update point_note set area_code = 'E99999999' where note_id = 'england-spend-safeguarding-2025-03-31'",
        "england-spend-safeguarding-2025-03-31",
    ),
    "a note on a joint return is before it began": (
        "notes_match_figures",
        "update point_note set period_end = date '2015-09-30' where note_id = '940-vacancy-rate-2025-09-30'",
        "940-vacancy-rate-2025-09-30",
    ),
    "a note says that there is no figure, and there is": (
        "notes_match_figures",
        "update point_note set kind = 'not_available' where note_id = '371-rereferral-rate-2022-03-31'",
        "371-rereferral-rate-2022-03-31",
    ),
    "a note is on the confidence in a figure that is withheld": (
        "notes_match_figures",
        "update point_note set kind = 'data_confidence' where note_id = '204-referrals-2021-03-31'",
        "204-referrals-2021-03-31",
    ),
    "a break has nothing before it": (
        "breaks_have_two_sides",
        "insert into series_break values ('x', 'cin_rate', date '2012-03-31', date '2013-03-31', '', '', '')",
        "cin_rate",
    ),
    "a break has nothing after it": (
        "breaks_have_two_sides",
        "insert into series_break values ('x', 'cin', date '2025-03-31', date '2026-03-31', '', '', '')",
        "cin",
    ),
    "a member of a joint return has a figure of its own": (
        "joint_members_have_no_own_figures",
        "update observation_edition set area_code = 'E09000021' "
        "where area_code = 'E09000021 / E09000027' and indicator_id = 'agency_rate' and period_end = date '2025-09-30'",
        "agency_rate",
    ),
    "England is gone": (
        "england_present",
        "delete from found_observation "
        "where area_level = 'england' and indicator_id = 'agency_rate' and period_end = date '2025-09-30'",
        "agency_rate",
    ),
    "a percentage is above 100": (
        "rates_within_bounds",
        "update observation_edition set value = 100.1 where area_code = 'E08000025' and indicator_id = 'vacancy_rate' "
        "and period_end = date '2025-09-30' and latest",
        "vacancy_rate",
    ),
    "a rate is below nought": (
        "rates_within_bounds",
        "update observation_edition set value = -0.1 where area_code = 'E08000025' and indicator_id = 'caseload' "
        "and period_end = date '2025-09-30' and latest",
        "caseload",
    ),
    "an exception is of one edition only": (
        "rates_within_bounds",
        "update observation_edition set value = 101.9, status = 'published' where area_code = 'E08000025' "
        "and indicator_id = 'agency_cover_rate' and period_end = date '2023-09-30' and edition = '2025'",
        "agency_cover_rate",
    ),
    "a derived rate is not what its parts give": (
        "derived_parts",
        "update observation_edition set value = value * 1.000001 "
        "where area_code = 'E08000025' and indicator_id = 'cla_rate' and period_end = date '2025-03-31' and latest",
        "cla_rate",
    ),
    "a derived rate has lost a part": (
        "derived_parts",
        "update observation_edition set denominator = null "
        "where area_code = 'E08000025' and indicator_id = 'cla_rate' and period_end = date '2025-03-31' and latest",
        "cla_rate",
    ),
    "an unknown end is not listed": (
        "doubts_are_listed",
        "create or replace view register_doubt as select '' as row_id, '' as doubt",
        "barnet-2017",
    ),
    "a step has no document": (
        "register_is_sourced",
        "update intervention_event set source_url = 'a newspaper' "
        "where event_id = 'birmingham-2009-02-improvement-notice'",
        "birmingham-2009-02-improvement-notice",
    ),
    "an end has no document of its own": (
        "register_is_sourced",
        "update intervention set source_url_ended = null where intervention_id = 'doncaster-2009'",
        "doncaster-2009",
    ),
    "a phase rests on nothing": (
        "register_is_sourced",
        "update intervention_phase set event_ids = null where intervention_id = 'doncaster-2009'",
        "doncaster-2009",
    ),
    "a month is given as a day": (
        "precision_is_honest",
        "update intervention_event set event_on = date '2009-02-14' "
        "where event_id = 'birmingham-2009-02-improvement-notice'",
        "birmingham-2009-02-improvement-notice",
    ),
    "two editions are the newest": (
        "latest_is_unique",
        "update observation_edition set latest = true "
        "where area_code = 'E08000025' and indicator_id = 'vacancy_rate' and period_end = date '2022-09-30'",
        "vacancy_rate",
    ),
    "no edition is the newest": (
        "latest_is_unique",
        "update observation_edition set latest = false "
        "where area_code = 'E08000025' and indicator_id = 'vacancy_rate' and period_end = date '2025-09-30'",
        "vacancy_rate",
    ),
}


@pytest.fixture(scope="module")
def _copy(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[duckdb.DuckDBPyConnection]:
    path = tmp_path_factory.mktemp("checks") / "copy.duckdb"
    shutil.copy(built, path)
    with duckdb.connect(str(path)) as con:
        yield con


@pytest.fixture
def copy(_copy: duckdb.DuckDBPyConnection) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a copy of the built database to be changed; what is changed is taken back."""
    _copy.begin()
    yield _copy
    _copy.rollback()


def found(con: duckdb.DuckDBPyConnection, check: str) -> list[tuple[object, ...]]:
    return con.execute((CHECKS / f"{check}.sql").read_text(encoding="utf-8")).fetchall()


def test_ours_has_no_fault(con: duckdb.DuckDBPyConnection) -> None:
    assert [name for name, _, _ in results(con)] == NAMES
    assert list(failures(con)) == []


def test_each_check_has_a_fault_to_find() -> None:
    assert {check for check, _, _ in FAULTS.values()} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_check_is_one_statement_that_says_what_it_returns(name: str) -> None:
    text = (CHECKS / f"{name}.sql").read_text(encoding="utf-8")
    assert text.startswith("-- One row per ")
    assert len(duckdb.extract_statements(text)) == 1


@pytest.mark.parametrize("fault", FAULTS)
def test_a_planted_fault_is_found(copy: duckdb.DuckDBPyConnection, fault: str) -> None:
    check, plant, word = FAULTS[fault]
    copy.execute(plant)
    copy.execute(f"drop table standing; {STANDING}")  # what stood is worked out once, by the build
    rows = found(copy, check)
    assert rows, "the fault was not found"
    assert word in str(rows)
