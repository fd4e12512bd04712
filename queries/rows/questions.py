"""Rows of what stands behind the answers to the questions of the articles."""

from datetime import date
from typing import NamedTuple


class Fact(NamedTuple):
    """A row of `queries.questions.figures`.

    One row per area, indicator and reference date that gives a figure. asked_code, area_name, indicator_id, period_end,
    value, segment (a break lies between two segments), rank and ranked_of (from the lowest, where it is ranked).
    """

    asked_code: str
    area_name: str
    indicator_id: str
    period_end: date
    value: float
    segment: int
    rank: int | None
    ranked_of: int | None


class AfterInadequate(NamedTuple):
    """A row of `queries.questions.after_inadequate`.

    One row per indicator_id. judgements (that count), rose and fell (how many), middle (the median change) and england
    (the median of England's changes over the same dates).
    """

    indicator_id: str
    judgements: int
    rose: int
    fell: int
    middle: float
    england: float


class Spread(NamedTuple):
    """A row of `queries.questions.spread`.

    One row. period_end, authorities (with a figure), lowest, highest, above_20, above_25, above_30 (how many).
    """

    period_end: date
    authorities: int
    lowest: float
    highest: float
    above_20: int
    above_25: int
    above_30: int


class Kept(NamedTuple):
    """A row of `queries.questions.known`.

    One row. local_events and national_events, breaks, and broken_series (how many series have one).
    """

    local_events: int
    national_events: int
    breaks: int
    broken_series: int


class NewestGrade(NamedTuple):
    """A row of `queries.questions.trusts`.

    One row per authority, area_code, with the grade that stands by its newest report.
    """

    area_code: str
    grade: str
