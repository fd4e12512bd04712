"""The most that was published of a measure, as its block says it, bounds what a visitor's figure of it can be."""

import math

import duckdb
import pytest

from data.catalogue import indicators
from data.kinds import Unit
from etl.reader.words.indicators import BEYOND, limits


@pytest.fixture
def most(con: duckdb.DuckDBPyConnection) -> dict[str, float]:
    """Return the most that any authority has published, by indicator."""
    rows = con.sql(
        """
        select indicator_id, max(value) from observation_edition
        where substr(area_code, 1, 3) in ('E06', 'E08', 'E09', 'E10') and value is not null group by indicator_id
        """
    ).fetchall()
    assert {id for id, _ in rows} == set(indicators())
    return dict(rows)


def test_nothing_that_was_published_is_beyond_the_bounds(most: dict[str, float]) -> None:
    assert {id: value for id, value in most.items() if not limits(id)[0] <= value <= limits(id)[1]} == {}


def test_no_bound_is_wider_than_what_was_published_makes_it(most: dict[str, float]) -> None:
    """A release may publish more: a bound that is somewhat narrower than twice the most does no harm until then."""
    widest = {id: max(100, math.ceil(value)) if indicators()[id].unit is Unit.PER_CENT else BEYOND * math.ceil(value)
              for id, value in most.items()}  # fmt: skip
    wider = {id: value for id, value in most.items() if limits(id)[1] > widest[id]}
    assert wider == {}, "`most` is more than was published, rounded up to a whole number: the numbers beside the ids"
