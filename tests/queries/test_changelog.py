"""The changelog of the data has every change once, dated as exactly as known, under an id that stays."""

import csv
from collections import Counter, defaultdict
from pathlib import Path

import duckdb
import pytest

from data.paths import REFERENCE, SNAPSHOT
from queries.changelog import changelog
from queries.rows.changelog import Change


@pytest.fixture(scope="module")
def changes(opened: duckdb.DuckDBPyConnection) -> list[Change]:
    return changelog(opened, area="")


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_each_change_has_an_id_of_its_own(changes: list[Change]) -> None:
    assert len({row.change_id for row in changes}) == len(changes) > 1000
    assert {row.kind for row in changes} == {"edition", "report", "visit", "register"}
    assert [row.happened_on for row in changes] == sorted((row.happened_on for row in changes), reverse=True)


def test_a_date_is_as_exact_as_it_is_known(changes: list[Change]) -> None:
    exact = Counter(len(row.happened) for row in changes)
    assert set(exact) == {4, 7, 10}, "years, months and days"
    for row in changes:
        assert row.happened_on.isoformat().startswith(row.happened)
        assert row.happened_on.isoformat() == row.happened + "-01-01"[len(row.happened) - 4 :]


def test_every_edition_of_every_source_came_in_once(changes: list[Change]) -> None:
    """A second way: the manifest itself, an edition of a publication being one whatever files it has."""
    held: dict[tuple[str, str], set[str]] = defaultdict(set)
    for row in read(SNAPSHOT / "manifest.csv"):
        held[row["publication"], row["edition"]].add(row["source"])
    told = {(row.about, row.edition): set(row.sources) for row in changes if row.kind == "edition"}
    assert told == held


def test_every_row_of_the_register_is_counted_for_whom_it_is_of(changes: list[Change]) -> None:
    """A second way: a row that is still there names its authority itself."""
    tables = [("interventions", "intervention_id"), ("intervention_events", "event_id"),
              ("contradictions", "contradiction_id"), ("events", "event_id")]  # fmt: skip
    of = {row[id]: row["dfe_code"] for table, id in tables for row in read(REFERENCE / f"{table}.csv")}
    codes = {row["dfe_code"]: row["area_code"] for row in read(REFERENCE / "authorities.csv")}
    wanted: Counter[tuple[str, str, str]] = Counter()
    for row in read(REFERENCE / "register_changes.csv"):
        id = row["row_id"].split(" ")[0]
        if id in of:
            wanted[codes[of[id]], row["changed_on"], row["change"]] += 1
    told: Counter[tuple[str, str, str]] = Counter()
    for row in changes:
        if row.kind == "register":
            for change in ("added", "corrected", "removed"):
                told[row.area_code, row.happened, change] += getattr(row, change)
    assert sum(told.values()) == len(read(REFERENCE / "register_changes.csv"))
    assert all(told[key] >= number for key, number in wanted.items())
    assert sum(wanted.values()) > sum(told.values()) * 0.8
    assert all(row.area_code for row in changes if row.kind != "edition")


def test_every_report_and_letter_is_told(changes: list[Change], con: duckdb.DuckDBPyConnection) -> None:
    reports = con.execute("select count(distinct (dfe_code, published_on)) from standing").fetchall()
    letters = con.execute("select count(*) from visit where published_on is not null").fetchall()
    kinds = Counter(row.kind for row in changes)
    assert [(kinds["report"],), (kinds["visit"],)] == [reports[0], letters[0]]


def test_an_authority_has_its_own_and_every_edition(changes: list[Change], opened: duckdb.DuckDBPyConnection) -> None:
    for code in sorted({row.area_code for row in changes if row.area_code})[::8]:  # past ones among them
        assert changelog(opened, area=code) == [
            row for row in changes if row.area_code == code or row.kind == "edition"
        ]
