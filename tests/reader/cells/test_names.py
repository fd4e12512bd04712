"""Cells are named as spreadsheet programs name them."""

from hypothesis import given
from hypothesis import strategies as st

from etl.reader.cells.names import a1, letters, place
from tests.reader.kit import column


@given(st.integers(1, 1_048_576), st.integers(1, 16_384))
def test_cells_keep_their_names(row: int, number: int) -> None:
    assert place(a1((row, number))) == (row, number)
    assert letters(number) == column(number)
