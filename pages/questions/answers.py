"""Answers that rest on the figures of Birmingham and of England."""

from collections import Counter

from data.catalogue import indicators
from pages.charts.words import day, listed
from pages.questions.facts import Facts, dated, percent, said, when
from pages.questions.others import BIRMINGHAM, ENGLAND

CLAIMED = 2013  # the year of the claims about posts


def referrals(facts: Facts) -> tuple[str, str]:
    """Answer how many referrals there are, and whether the number claimed is right."""
    now, again = facts.newest(BIRMINGHAM, "referrals"), facts.newest(BIRMINGHAM, "rereferrals")
    most = max(facts.figures[BIRMINGHAM, "referrals"], key=lambda each: each.value)
    claim = facts.found["birmingham-thirty-thousand"]
    then = facts.of(BIRMINGHAM, "referrals", claim.period_end.year if claim.period_end else 0)
    return (
        f"Birmingham had {said(now)} referrals in {when(now)}, and {dated(again)} came within 12 months of an earlier "
        f"one; the most in a year were {dated(most)}.",
        f"Against the claim of about 30,000 the official figure of {when(then)} is {said(then)}, "
        f"{percent((then.value / (claim.claimed or 1) - 1) * 100)} from the number claimed.",
    )


def posts(facts: Facts) -> tuple[str, str]:
    """Answer whether posts were empty and half the staff agency."""
    vacant, agency = (facts.figures[BIRMINGHAM, id][0] for id in ("vacancy_rate", "agency_rate"))
    if vacant.period_end.year <= CLAIMED:
        vacant, agency = (facts.of(BIRMINGHAM, id, CLAIMED) for id in ("vacancy_rate", "agency_rate"))
        return f"The vacancy rate was {dated(vacant)}.", f"Agency were {dated(agency)}."
    return (
        f"It cannot be checked: figures of Birmingham's social workers begin in {when(vacant)}, after the "
        "claims of 2013, and the accounts of the union and of the council stand side by side.",
        f"They begin with a vacancy rate of {said(vacant)} and {said(agency)} of social workers agency.",
    )


def demand(facts: Facts) -> tuple[str, str]:
    """Answer whether demand rose while spend fell, by the rule of the page of demand and money."""
    return facts.demand


def on_time(facts: Facts) -> tuple[str, str]:
    """Answer whether conferences and assessments are on time."""
    return _beside(
        facts, "icpc_15_days", "initial child protection conferences were held within 15 working days"
    ), _beside(facts, "assessments_45_days", "assessments were completed within 45 working days")


def _beside(facts: Facts, id: str, named: str) -> str:
    now, begun, england = facts.newest(BIRMINGHAM, id), facts.begun(BIRMINGHAM, id), facts.newest(ENGLAND, id)
    return (
        f"In Birmingham {said(now)} of {named} in {when(now)}, after {said(begun)} in {when(begun)}, the first year "
        f"that compares; in England {dated(england)}."
    )


def closing(facts: Facts) -> tuple[str, str]:
    """Answer whether many re-referrals go with much closing."""
    value, low, high, count, year = facts.correlation
    way = "the two tend to be high together" if low > 0 else (
        "where one is high the other tends to be low" if high < 0 else "no link is beyond chance")  # fmt: skip
    return (
        f"Over {count} authorities in {year - 1}-{year % 100:02} the correlation of re-referrals with referrals closed "
        f"without action is {_hundredths(value)} (95% interval {_hundredths(low)} to {_hundredths(high)}): {way}.",
        "A correlation of 0 is none and 1 the closest; it does not say why, and councils record such cases in "
        "different ways.",
    )


def _hundredths(value: float) -> str:
    return f"{value:.2f}".replace("-", "−")


def caseloads(facts: Facts) -> tuple[str, str]:
    """Answer what caseloads are held."""
    now, all_of = facts.newest(ENGLAND, "caseload"), facts.caseloads
    return (
        f"England's mean was {dated(now)}; the means of {all_of.authorities} authorities ran from {all_of.lowest:.1f} "
        f"to {all_of.highest:.1f}.",
        f"The mean was above 20 cases in {all_of.above_20} of them, above 25 in {all_of.above_25} and above 30 in "
        f"{all_of.above_30}, the numbers that readers name; no official figure says which caseload is "
        "satisfactory, nor how many hold more.",
    )


def absence(facts: Facts) -> tuple[str, str]:
    """Answer whether absence is high."""
    first, begun = facts.figures[BIRMINGHAM, "absence_rate"][0], facts.begun(BIRMINGHAM, "absence_rate")
    now, england = facts.newest(BIRMINGHAM, "absence_rate"), facts.newest(ENGLAND, "absence_rate")
    return (
        f"Birmingham's social workers missed {said(now)} of working days through sickness in the {when(now)}, and "
        f"England's {said(england)} in the {when(england)}.",
        f"It was {said(begun)} in the {when(begun)}, the first that compares; figures begin with the {when(first)}, so "
        "that the claims of 2009 to 2011 cannot be checked.",
    )


def sources(facts: Facts) -> tuple[str, str]:
    """Answer who makes referrals."""
    parts = []
    for id, who in (("referral_source_police", "the police"), ("referral_source_school", "schools")):
        now, begun = facts.newest(BIRMINGHAM, id), facts.begun(BIRMINGHAM, id)
        parts.append(f"{who} made {said(begun)} in {when(begun)} and {said(now)} in {when(now)}")
    england = [facts.newest(ENGLAND, id) for id in ("referral_source_police", "referral_source_school")]
    return (
        f"Of Birmingham's referrals {listed(parts)}.",
        f"Of England's the police made {dated(england[0])} and schools {dated(england[1])}.",
    )


def trusts(facts: Facts) -> tuple[str, str]:
    """Answer how many moved to a trust, and how each fared."""
    first = facts.moved[0]
    returned = sum(each.returned_on is not None for each in facts.moved)
    ended = [each.authority_name for each in facts.moved if each.area_code not in facts.grades]
    counted = f" {listed(ended)} ended; the councils that took over are counted too." * bool(ended)
    grades = Counter(facts.grades.values())
    parts = [f"{grade} in {count}" for grade, count in sorted(grades.items(), key=lambda each: (-each[1], each[0]))]
    return (
        f"In our register the services of {len(facts.moved)} authorities moved to a trust or a company, the first in "
        f"{day(first.moved_on, first.date_precision)}, and of these {returned} are known to have returned to the "
        f"council.{counted}",
        f"By the newest report held of each of the {len(facts.grades)} there are today, the grade is {listed(parts)}.",
    )


def spend(facts: Facts) -> tuple[str, str]:
    """Answer how much is spent per child, and on what."""
    ids, parts = ("spend_looked_after_per_child", "spend_family_support_per_child"), []
    year = facts.together([(area, id) for area in (BIRMINGHAM, ENGLAND) for id in ids])
    for area, name in ((BIRMINGHAM, "Birmingham"), (ENGLAND, "England")):
        looked, family = (facts.of(area, id, year) for id in ids)
        parts.append(f"{name} spent {said(looked)} on looked-after children and {said(family)} on family support")
    return (
        f"In {when(looked)}, in prices of 2024-25, {parts[0]}, and {parts[1]}.",
        f"On safeguarding and social work Birmingham spent "
        f"{dated(facts.newest(BIRMINGHAM, 'spend_safeguarding_per_child'))}; residential care alone is not held.",
    )


def care(facts: Facts) -> tuple[str, str]:
    """Answer whether more children are taken into care."""
    begun, now = facts.begun(ENGLAND, "cla_started_rate"), facts.newest(ENGLAND, "cla_started_rate")
    parts = [
        f"{indicators()[id].short_title.lower()} {said(facts.of(ENGLAND, id, 2013))} and "
        f"{dated(facts.newest(ENGLAND, id))}"
        for id in ("cin_rate", "cpp_rate", "cla_rate")
    ]
    return (
        f"In England {dated(begun)} and {dated(now)} began to be looked after.",
        f"In March 2013 and by the newest figures the rates were: {'; '.join(parts)}.",
    )
