"""Rows of the questions about figures."""

from datetime import date
from typing import NamedTuple


class Trend(NamedTuple):
    """A row of `queries.figures.trend`.

    One row per indicator, area and reference date. indicator_id, role (chosen, england, region, neighbours or
    other), area_code, area_name, area_level, period_start, period_end, value, status, numerator, denominator,
    derived, averaged and averaged_of (of how many neighbours the value is the median, and of how many there are),
    note, unusual, segment (a break lies between two segments), source_id, edition, source_file, source_row.
    """

    indicator_id: str
    role: str
    area_code: str
    area_name: str
    area_level: str
    period_start: date
    period_end: date
    value: float | None
    status: str
    numerator: float | None
    denominator: float | None
    derived: bool
    averaged: int | None
    averaged_of: int | None
    note: str
    unusual: bool
    segment: int
    source_id: str
    edition: str
    source_file: str
    source_row: int | None


class Newest(NamedTuple):
    """A row of `queries.figures.headline`.

    One row per indicator of which the authority has ever had a row. indicator_id, period_end, value, status,
    numerator, denominator, lower_95, upper_95 (Wilson for percentages, Byar for rates), england_value,
    last_period_end, last_value, last_status (of the last figure before one that is not given), change_year (since
    the date a year before), change_refused (why there is none: no_figure, gap, break, joint or rounds_to_zero),
    rank (1 = the lowest; none where small), ranked_of, rank_low, rank_high (where 95 of 100 ranks lie when chance
    moves all figures), small (a denominator under 50 or a numerator under 10).
    """

    indicator_id: str
    period_end: date
    value: float | None
    status: str
    numerator: float | None
    denominator: float | None
    lower_95: float | None
    upper_95: float | None
    england_value: float | None
    last_period_end: date | None
    last_value: float | None
    last_status: str | None
    change_year: float | None
    change_refused: str
    rank: int | None
    ranked_of: int | None
    rank_low: int | None
    rank_high: int | None
    small: bool


class AroundIntervention(NamedTuple):
    """A row of `queries.figures.around_intervention`.

    One row per indicator, turn and moment that there is. indicator_id, turn (began or ended), turned_on,
    turned_precision, moment (before: the last reference date before the turn; after: the first after it; newest),
    period_end, value, status, known_end, known_value, known_status (of the nearest figure where none is given on
    that date), straddles (the year had begun before the turn), refused (why it may not be set beside the newest:
    break or joint).
    """

    indicator_id: str
    turn: str
    turned_on: date
    turned_precision: str
    moment: str
    period_end: date
    value: float | None
    status: str
    known_end: date | None
    known_value: float | None
    known_status: str | None
    straddles: bool
    refused: str


class National(NamedTuple):
    """A row of `queries.figures.national`.

    One row per indicator and reference date. indicator_id, area_code, area_name, period_end, value, status,
    segment.
    """

    indicator_id: str
    area_code: str
    area_name: str
    period_end: date
    value: float
    status: str
    segment: int


class Percentiles(NamedTuple):
    """A row of `queries.figures.percentiles`.

    One row per indicator and reference date. indicator_id, period_end, tenth, lower_quarter, middle, upper_quarter,
    ninetieth (the figure below which that share of authorities lies), authorities (how many have a figure), segment
    (a break lies between two segments).
    """

    indicator_id: str
    period_end: date
    tenth: float
    lower_quarter: float
    middle: float
    upper_quarter: float
    ninetieth: float
    authorities: int
    segment: int
