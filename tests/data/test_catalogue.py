"""What the catalogue says of each indicator's year, against what its sources and the database say."""

import csv
import re

import duckdb
import pytest

from data.catalogue import indicators, sources
from data.paths import SNAPSHOT


@pytest.mark.parametrize("id", sorted(indicators()))
def test_the_year_of_an_indicator_ends_as_all_its_sources_declare(id: str) -> None:
    indicator = indicators()[id]
    declared = {indicator.year_ends or sources()[series.source].reference for series in indicator.series}
    assert declared == {"{:02d}-{:02d}".format(*indicator.year_end)}


def test_every_observation_is_of_the_day_on_which_its_year_ends(con: duckdb.DuckDBPyConnection) -> None:
    stored = con.sql("select distinct indicator_id, month(period_end), day(period_end) from observation").fetchall()
    assert len(stored) > 10
    assert {id: (month, day) for id, month, day in stored} == {id: indicators()[id].year_end for id, _, _ in stored}
    assert len(stored) == len({id for id, _, _ in stored})


def test_every_edition_says_where_it_is_and_what_it_is() -> None:
    """Its address and the hash of its bytes; the manifest names the same hash for what was read."""
    with (SNAPSHOT / "manifest.csv").open(encoding="utf-8", newline="") as file:
        read = {row["file"]: row["sha256"] for row in csv.DictReader(file)}
    held = [edition for source in sources().values() for edition in source.editions]
    assert {edition.file: edition.sha256 for edition in held} == read
    for edition in [*held, *(each for source in sources().values() for each in source.earlier)]:
        assert re.fullmatch("https://[^ ]+", edition.address), edition
        assert re.fullmatch("[0-9a-f]{64}", edition.sha256), edition


def test_one_way_at_most_to_learn_of_a_new_edition() -> None:
    ways = {source.id: [way for way in (source.data_set, source.catalogue, source.always) if way] for source in
            sources().values()}  # fmt: skip
    assert {id for id, each in ways.items() if len(each) > 1} == set()
    assert {id for id, each in ways.items() if each} >= {"workforce", "referrals", "looked_after", "ofsted_overview"}
