"""A figure is read whatever stands around it, and is no sign."""

from hypothesis import given
from hypothesis import strategies as st

from etl.reader.cells.markers import find_marker
from etl.reader.cells.numbers import read_text


@given(
    st.integers(0, 9_999_999),
    st.sampled_from(["", ",", " ", "\u00a0"]),
    st.sampled_from(["", " [1]", "*", "r", " (p)", "†", "²"]),
)
def test_a_number_is_read_whatever_stands_around_it(number: int, separator: str, footnote: str) -> None:
    assert read_text(f"{number:,}".replace(",", separator) + footnote, {}).number == number


@given(st.text(max_size=40))
def test_no_text_is_both_figure_and_sign(written: str) -> None:
    value = read_text(written, {})
    assert value.number is None or (value.marker is None and not value.problem)
    assert find_marker(written, {}) is None or value.number is None
