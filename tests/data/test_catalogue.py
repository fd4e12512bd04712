"""What the catalogue says of each indicator's year, against what its sources and the database say."""

import duckdb
import pytest

from data.catalogue import indicators, sources


@pytest.mark.parametrize("id", sorted(indicators()))
def test_the_year_of_an_indicator_ends_as_all_its_sources_declare(id: str) -> None:
    indicator = indicators()[id]
    declared = {sources()[series.source].reference for series in indicator.series}
    assert declared == {"{:02d}-{:02d}".format(*indicator.year_end)}


def test_every_observation_is_of_the_day_on_which_its_year_ends(con: duckdb.DuckDBPyConnection) -> None:
    stored = con.sql("select distinct indicator_id, month(period_end), day(period_end) from observation").fetchall()
    assert len(stored) > 10
    assert {id: (month, day) for id, month, day in stored} == {id: indicators()[id].year_end for id, _, _ in stored}
    assert len(stored) == len({id for id, _, _ in stored})
