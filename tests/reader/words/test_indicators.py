"""Measures are known by their names."""

import pytest

from data.catalogue import indicators
from etl.reader.words.indicators import name_indicator


@pytest.mark.parametrize("id", sorted(indicators()))
def test_every_measure_is_known_by_its_id_in_brackets(id: str) -> None:
    named = name_indicator(f"{indicators()[id].title} [{id}]")
    assert named is not None and named.sure and named.indicator == id


@pytest.mark.parametrize(
    ("heading", "measure"),
    [
        ("Child protection plans started", "cpp_started"), ("Children starting a CP plan", "cpp_started"),
        ("CPP_start", "cpp_started"), ("CPP started per 10,000", "cpp_started_rate"),
        ("Child protection plan start rate per 10,000", "cpp_started_rate"), ("CPP per 10,000", "cpp_rate"),
        ("Child protection plans", "cpp"), ("CPP at 31 March", "cpp"), ("CPP ended", None), ("Plans started", None),
        ("Repeat CPP started", None), ("% of CPP started in time", None), ("CPP started under 1", None),
    ],
)  # fmt: skip
def test_a_measure_is_taken_by_its_own_words_and_by_no_others(heading: str, measure: str | None) -> None:
    named = name_indicator(heading)
    assert (named.indicator if named and named.sure else None) == measure
