"""Parameters written into a statement mean what they mean when they are bound."""

from datetime import date, datetime

import duckdb
import pytest
from hypothesis import given
from hypothesis import strategies as st

from queries.written import NotWritable, written
from tests.queries.test_law import ASKED, asked_with

TEXTS = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]))
PLAIN = st.one_of(
    TEXTS, st.sampled_from(["$other", "'", "--", "/*", '"', "'; drop table t; --"]), st.booleans(), st.none(),
    st.integers(-(2**62), 2**62), st.floats(allow_nan=False), st.dates(),
)  # fmt: skip
VALUES = st.one_of(PLAIN, st.lists(TEXTS, min_size=1), st.lists(st.integers(-9, 9), min_size=1))


@pytest.fixture(scope="module")
def con():
    with duckdb.connect() as opened:
        yield opened


@given(value=VALUES, other=PLAIN)
def test_a_written_value_is_the_bound_value_of_the_same_type(con, value, other):
    sql = """select $value, typeof($value), $other, typeof($other), '$value' -- $value
        , "$value" from (select 1 as "$value")"""
    bound = con.execute(sql, {"value": value, "other": other}).fetchall()
    assert repr(con.execute(written(sql, {"value": value, "other": other})).fetchall()) == repr(bound)


@pytest.mark.parametrize("value", ["\0", datetime(2020, 1, 1), b"bytes", {"a": 1}, 2**70], ids=repr)
def test_what_no_question_takes_is_refused(value):
    with pytest.raises(NotWritable):
        written("select $value", {"value": value})
    assert written("select $day", {"day": date(2020, 1, 31)}) == "select cast('2020-01-31' as date)"


@pytest.mark.parametrize("name", ASKED)
def test_every_question_is_answered_alike_bound_and_written(name, opened):
    cursor = opened.cursor()
    cursor.execute("use dashboard")
    answer = cursor.execute(written(ASKED[name].sql, asked_with(name))).fetchall()
    assert repr(answer) == repr([tuple(row) for row in ASKED[name](opened, **asked_with(name))])
