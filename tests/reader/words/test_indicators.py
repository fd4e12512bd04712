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
        ("% of CP reviews on time", None), ("Child protection plans reviewed on time", "cpp_reviews_rate"),
        ("CP reviews", None), ("CLA reviews on time", None), ("CPP first reviews on time", None), ("Turnover rate (headcount)", None), ("Social workers headcount aged 20 to 29", None),
        ("starters_headcount", None), ("Senior social workers (headcount)", None),
        ("Assessments completed", "assessments"), ("C&F assessments completed per 10,000", "assessment_rate"), ("Assessments started", None),
        ("Initial assessments completed", None), ("% assessments in 45 working days", "assessments_45_days"), ("% assessments in 45 calendar days", None),
        ("Initial assessments in 10 working days (%)", "initial_assessments_10_days"), ("% initial assessments within 7 working days", None),
        ("Core assessments in 35 working days", "core_assessments_35_days"), ("Median working days to complete assessment", "assessment_days_median"),
        ("Average working days to complete assessment", None), ("Median working days from section 47 to ICPC", "icpc_days_median"),
        ("ICPC rate per 10,000", "icpc_rate"), ("% of CIN closed in under 3 months", "cin_ended_3_months_rate"), ("CIN open under 3 months (%)", None),
        ("CIN primary need abuse or neglect %", "cin_abuse_or_neglect_rate"), ("CIN: neglect %", None), ("CPP: emotional abuse and neglect", None),
        ("CP plans reviewed within timescales", "cpp_reviews_rate"), ("CP plans - emotional abuse", "cpp_emotional_rate"), ("CPP multiple categories", "cpp_multiple_rate"),
        ("% CLA placed with foster carers", "cla_fostered_rate"), ("CLA placed with in-house foster carers (%)", None), ("LAC in children's homes (%)", "cla_childrens_homes_rate"),
        ("CLA with 3+ social workers", "social_workers_3_plus_rate"), ("Length of service <2 years", "service_under_2_years_rate"), ("Length of service >2 years", None),
        ("5-10 years' service (%)", "service_5_to_10_years_rate"), ("Social workers with 30+ years service", "service_30_or_more_years_rate"),
        ("Case holding social workers (%)", "role_case_holders_rate"), ("Senior practitioners (%)", "role_senior_practitioners_rate"), ("FTE to YJS (rate per 100,000)", "first_time_entrants_rate"),
        ("First time entrants per 10,000", None), ("Injury admissions (0-14) per 10,000", "injury_admissions_rate"), ("Injury admissions (0-4) per 10,000", None),
        ("CLA rate per 100,000", None), ("CLA at month end", "cla"), ("CLA in year", None), ("CP plans lasting 2+ years", "cpp_2_years_rate"),
    ],
)  # fmt: skip
def test_a_measure_is_taken_by_its_own_words_and_by_no_others(heading: str, measure: str | None) -> None:
    named = name_indicator(heading)
    assert (named.indicator if named and named.sure else None) == measure
