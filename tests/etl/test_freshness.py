"""What is held and when the next is expected: in time, in its month, late, and never expected."""

import os
import re
from datetime import date
from pathlib import Path

import duckdb
import pytest

from data.catalogue import sources
from data.freshness import late, sentence
from etl.fetching.known import NAME
from etl.status import overview, sources_held
from pages.home import fresh
from queries.changelog import changelog

NEXT = "2026 figures: expected February 2027"


@pytest.mark.parametrize(
    ("today", "is_late", "tail"),
    [
        (date(2026, 11, 26), False, "Next: expected in February 2027."),
        (date(2027, 2, 28), False, "Next: expected in February 2027."),
        (date(2027, 3, 1), True, "Next: expected by February 2027, and not held yet."),
    ],
)
def test_of_a_month(today: date, is_late: bool, tail: str) -> None:
    assert late("2027-02", today) == is_late
    assert sentence("2025", "2026-02", "2027-02", NEXT, today) == f"Held: 2025, published February 2026. {tail}"


def test_where_none_is_expected() -> None:
    assert not late("", date(2099, 1, 1))
    said = sentence("2026-08-22", "2026-08-22", "", "a new snapshot with every new report", date(2026, 11, 26))
    assert said == ("Held: 22 August 2026, published 22 August 2026. Next: a new snapshot with every new report.")


def test_every_source_is_told_of(built: Path) -> None:
    table = sources_held(built, date(2026, 11, 26))
    assert list(table["source"]) == list(sources())
    said = dict(zip(table["source"], table.iloc[:, 2], strict=True))
    assert said["workforce"] == "Held: 2025, published February 2026. Next: expected in February 2027."
    assert said["referrals"] == "Held: 2025, published October 2025. Next: expected by October 2026, and not held yet."
    assert set(table["source"][table["late"] == "late"]) == {
        source.id for source in sources().values() if source.due and source.due < "2026-11"
    }


def test_an_operator_sees_version_refresh_and_room(built: Path, tmp_path: Path) -> None:
    version, code, asked, room = overview(built, tmp_path)
    assert code.startswith("Code: ")
    assert re.fullmatch(r"Data version 2026-08-22, built \d{4}-\d\d-\d\d \d\d:\d\d UTC\.", version)
    assert asked == "Publishers last asked: never, from here."
    (tmp_path / NAME).write_bytes(b"x" * 3_000_000)
    os.utime(tmp_path / NAME, (0, 0))
    _, _, asked, then = overview(built, tmp_path)
    assert asked == "Publishers last asked: 1970-01-01 00:00 UTC."
    assert "publishers' files 0 MB;" in room and "publishers' files 3 MB;" in then
    assert f"database {built.stat().st_size / 1e6:,.0f} MB" in room


def test_the_first_page_says_the_same(opened: duckdb.DuckDBPyConnection) -> None:
    said = fresh.newest(changelog(opened, area=""), date(2026, 11, 27))
    assert said == (
        "Newest in the data: Ofsted ILACS overview. Held: 22 August 2026, published 22 August 2026. "
        "Next: a new snapshot with every new report. "
        "The next expected: Children looked after in England including adoptions, November 2026."
    )
    assert fresh.newest(changelog(opened, area=""), date(2099, 1, 1)).endswith("with every new report.")
