"""What is held and when the next is expected: in time, in its month, late, and never expected."""

import os
import re
from datetime import date
from pathlib import Path

import duckdb
import pytest

from data.catalogue import Edition, Source, sources
from data.dates import published
from data.freshness import held, late, sentence
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
    assert said["workforce_2015_2016"] == "Held: 2016, published 2017. Next: none: replaced by the collection of 2017."
    for id, source in sources().items():
        assert said[id].startswith(held(source.editions[-1].edition, source.editions[-1].published))
    assert set(table["source"][table["late"] == "late"]) == {
        source.id for source in sources().values() if source.due and source.due < "2026-11"
    }


def newest_of_all() -> tuple[Edition, Source]:
    """Return the edition that was published last, and its source."""
    every = ((edition, source) for source in sources().values() for edition in source.editions)
    return max(every, key=lambda each: each[0].published)


def test_an_operator_sees_version_refresh_and_room(built: Path, tmp_path: Path) -> None:
    version, code, asked, room = overview(built, tmp_path)
    assert code.startswith("Code: ")
    newest, _ = newest_of_all()
    assert re.fullmatch(rf"Data version {newest.published}, built \d{{4}}-\d\d-\d\d \d\d:\d\d UTC\.", version)
    assert asked == "Publishers last asked: never, from here."
    (tmp_path / NAME).write_bytes(b"x" * 3_000_000)
    os.utime(tmp_path / NAME, (0, 0))
    _, _, asked, then = overview(built, tmp_path)
    assert asked == "Publishers last asked: 1970-01-01 00:00 UTC."
    assert "publishers' files 0 MB;" in room and "publishers' files 3 MB;" in then
    assert f"database {built.stat().st_size / 1e6:,.0f} MB" in room


def test_the_first_page_says_the_same(opened: duckdb.DuckDBPyConnection) -> None:
    said = fresh.newest(changelog(opened, area=""), date(2026, 11, 27))
    edition, source = newest_of_all()
    due, title = min((each.due, each.title) for each in sources().values() if each.due >= "2026-11")
    assert said.startswith(f"Newest in the data: {source.title}. {held(edition.edition, edition.published)} Next: ")
    assert said.endswith(f" The next expected: {title}, {published(due)}.")
    assert "The next expected" not in fresh.newest(changelog(opened, area=""), date(2099, 1, 1))
