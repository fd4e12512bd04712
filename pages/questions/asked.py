"""All that the answers are made of, asked of the database once per build."""

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from pages.choosing import years
from pages.choosing.models import NEWEST_MODEL
from pages.database import rows_once
from pages.demand import answer, measures
from pages.questions.facts import Facts
from pages.questions.others import BIRMINGHAM, BRADFORD, COVENTRY, DONCASTER, ENGLAND, SOLIHULL
from queries import claims, compare, figures, history, questions, register
from queries.rows.compare import Pair

AREAS = (BIRMINGHAM, DONCASTER, BRADFORD, COVENTRY, SOLIHULL, ENGLAND)
MEASURES = (
    "referrals", "rereferrals", "rereferral_rate", "referral_rate", "vacancy_rate", "agency_rate", "absence_rate",
    "caseload", "icpc_15_days", "assessments_45_days", "referral_source_police", "referral_source_school", "cin_rate",
    "cpp_rate", "cla_rate", "cla_started_rate", "spend_family_support_per_child", "spend_looked_after_per_child",
    "spend_safeguarding_per_child",
)  # fmt: skip
RANKED = ["agency_rate", "rereferral_rate", "cla_rate"]
CLAIM = "birmingham-thirty-thousand"


def facts() -> Facts:
    """Return what the answers are made of."""
    rows = rows_once(questions.figures, areas=list(AREAS), indicators=list(MEASURES))
    by = {key: list(part) for key, part in groupby(rows, key=lambda row: (row.asked_code, row.indicator_id))}
    moved = rows_once(register.moved, region="all")
    grades = rows_once(questions.trusts, authorities=[each.area_code for each in moved])
    found = rows_once(
        claims.found, claims=[CLAIM], area="", indicator="", reading="", word="", amount="", period=None, since=None
    )
    return Facts(
        figures=by,
        found={row.claim_id: row for row in found},
        spells=rows_once(history.interventions_of, authorities=[DONCASTER, BIRMINGHAM]),
        judged={area: rows_once(history.grades_in_force, authority=area) for area in (DONCASTER, BIRMINGHAM)},
        moved=moved,
        grades={row.area_code: row.grade for row in grades},
        around={row.indicator_id: row for row in rows_once(questions.after_inadequate, indicators=RANKED + VACANT)},
        caseloads=rows_once(questions.spread, indicator="caseload")[0],
        kept=rows_once(questions.known, authority=BIRMINGHAM)[0],
        correlation=_correlation(),
        demand=_demand(),
        neighbours=_neighbours(),
    )


VACANT = ["vacancy_rate"]


def _correlation() -> tuple[float, float, float, int, int]:
    pairs: Sequence[Pair] = rows_once(
        compare.against,
        authorities=[BIRMINGHAM],
        indicator="rereferral_rate",
        other="referral_nfa_rate",
        **years.span(),
    )
    last = max((pair for pair in pairs if pair.shown is not None), key=lambda pair: pair.year)
    ends = (last.correlation, last.correlation_low, last.correlation_high)
    value, low, high = (end for end in ends if end is not None)
    return value, low, high, last.correlated, last.year


def _demand() -> tuple[str, str]:
    basis = measures.BASES["real"]
    later = answer.after(rows_once, ENGLAND, "England", basis).removesuffix(".")
    return answer.before(
        rows_once, ENGLAND, "England"
    ), f"{later}; England's spend of 2012-13 is our sum of the authorities'."


def _neighbours() -> dict[tuple[str, date], float]:
    """Return the median of Birmingham's statistical neighbours by indicator and date: not all indicators end on one."""
    rows = rows_once(
        figures.trend, authority=BIRMINGHAM, comparators=["neighbours"], others=[], model=NEWEST_MODEL,
        indicators=RANKED, **years.span(),
    )  # fmt: skip
    return {
        (row.indicator_id, row.period_end): row.value
        for row in rows
        if row.role == "neighbours" and row.value is not None
    }
