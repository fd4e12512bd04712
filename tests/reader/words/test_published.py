"""The most that was ever published of a measure bounds what a visitor's figure of it can be."""

import math

import duckdb

from etl.reader.words.indicators import limits, most_published

MOST = """
    select indicator_id, max(value)
    from observation_edition
    where substr(area_code, 1, 3) in ('E06', 'E08', 'E09', 'E10') and value is not null
    group by indicator_id
"""


def test_the_most_of_each_measure_is_the_most_that_any_authority_has_published(con: duckdb.DuckDBPyConnection) -> None:
    assert most_published() == {measure: math.ceil(most) for measure, most in con.sql(MOST).fetchall()}


def test_nothing_that_was_published_is_beyond_the_bounds(con: duckdb.DuckDBPyConnection) -> None:
    assert not [
        measure for measure, most in con.sql(MOST).fetchall() if not limits(measure)[0] <= most <= limits(measure)[1]
    ]
