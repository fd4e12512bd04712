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
        ("Social workers in post (headcount)", "social_workers_headcount"), ("inpost_headcount", "social_workers_headcount"),
        ("Children's social workers - headcount", "social_workers_headcount"), ("agency_headcount", "agency_headcount"),
        ("Agency social workers (headcount)", "agency_headcount"), ("Social workers in post (FTE)", "social_workers_fte"),
        ("Agency rate (headcount)", None), ("Social worker vacancies (headcount)", None), ("Headcount", None),
        ("Social workers headcount (FTE)", None), ("Newly qualified social workers (headcount)", None),
        ("Staff headcount", None),
        ("Referrals assessed as not in need", "referral_not_in_need_rate"), ("Referrals not in need (%)", "referral_not_in_need_rate"),
        ("Referrals in need", None), ("Children not in need", None), ("Referrals not assessed", None),
        ("% of CP reviews on time", None), ("Child protection plans reviewed on time", None),
        ("CP reviews", None), ("CLA reviews on time", None), ("CPP first reviews on time", None), ("Turnover rate (headcount)", None), ("Social workers headcount aged 20 to 29", None),
        ("starters_headcount", None), ("Senior social workers (headcount)", None),
    ],
)  # fmt: skip
def test_a_measure_is_taken_by_its_own_words_and_by_no_others(heading: str, measure: str | None) -> None:
    named = name_indicator(heading)
    assert (named.indicator if named and named.sure else None) == measure
