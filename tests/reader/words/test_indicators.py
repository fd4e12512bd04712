"""Measures are known by their names."""

import pytest

from data.catalogue import indicators
from etl.reader.words.indicators import name_indicator


@pytest.mark.parametrize("id", sorted(indicators()))
def test_every_measure_is_known_by_its_id_in_brackets(id: str) -> None:
    named = name_indicator(f"{indicators()[id].title} [{id}]")
    assert named is not None and named.sure and named.indicator == id
