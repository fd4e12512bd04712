"""Rows of the questions about compare."""

from datetime import date, datetime
from typing import NamedTuple


class Series(NamedTuple):
    """A row of `queries.compare.series`.

    One row per indicator, in the order of the catalogue. indicator_id, first_year, last_year, base_year (the first
    after the last break), ranked (whether a rank is sensible), counted (a number of something, not a rate),
    weighted (whether denominators are held).
    """

    indicator_id: str
    first_year: int
    last_year: int
    base_year: int
    ranked: bool
    counted: bool
    weighted: bool


class Region(NamedTuple):
    """A row of `queries.compare.regions`.

    One row per region, by name. area_code, name, parent_code (of the region that it is a part of, as of London).
    """

    area_code: str
    name: str
    parent_code: str


class Compared(NamedTuple):
    """A row of `queries.compare.lines` and `queries.pictures.lines`.

    One row per area and reference date. role (chosen, england or context), position (as asked), asked_code,
    asked_name, area_code, area_name and area_level (of the figure: an authority or a joint return), period_end,
    value, status, numerator, denominator, shown (the measure), shown_status (status, or no_england, no_base,
    small_numbers or not_ranked), england_value, base_value, rank, ranked_of (how many are counted on that date),
    rank_low, rank_high (the range, of the newest date), derived, tiny, note, unusual, segment (a break lies between
    two segments), edition, source_id, source_file, source_row.
    """

    role: str
    position: int
    asked_code: str
    asked_name: str
    area_code: str
    area_name: str
    area_level: str
    period_end: date
    value: float | None
    status: str
    numerator: float | None
    denominator: float | None
    shown: float | None
    shown_status: str
    england_value: float
    base_value: float | None
    rank: int | None
    ranked_of: int | None
    rank_low: int | None
    rank_high: int | None
    derived: bool
    tiny: bool
    note: str
    unusual: bool
    segment: int
    edition: str
    source_id: str
    source_file: str
    source_row: int


class Grouped(NamedTuple):
    """A row of `queries.compare.groups`.

    One row per group and reference date. position (as asked), group_id, group_name, basis ('as published',
    'median', 'weighted mean' or 'mean'), period_end, value, status (no_weights where a weighted mean has no
    denominators), averaged (authorities it is of), left_out (of the group, without a figure or a denominator),
    members (names of those it is of), shown, shown_status, segment.
    """

    position: int
    group_id: str
    group_name: str
    basis: str
    period_end: date
    value: float | None
    status: str
    averaged: int | None
    left_out: int | None
    members: str
    shown: float | None
    shown_status: str
    segment: int


class Since(NamedTuple):
    """A row of `queries.compare.since`.

    One row per authority and reference date. role (chosen or context), position, asked_code, asked_name,
    recorded_on and precision (of the event, as in the register; not known where the authority has none), event_on
    (the middle of a year known alone), earlier_events, area_code, area_name, area_level, period_end, years_since,
    value, status, shown, shown_status, derived, tiny, note, unusual, segment, source_file, source_row.
    """

    role: str
    position: int
    asked_code: str
    asked_name: str
    recorded_on: date | None
    precision: str
    event_on: datetime | None
    earlier_events: int
    area_code: str
    area_name: str
    area_level: str
    period_end: date | None
    years_since: float | None
    value: float | None
    status: str
    shown: float | None
    shown_status: str
    derived: bool
    tiny: bool
    note: str
    unusual: bool
    segment: int
    source_file: str
    source_row: int | None


class Pair(NamedTuple):
    """A row of `queries.compare.against`.

    One row per area and year; of the other authorities only that last year. role (chosen, england or context),
    position, asked_code, asked_name, area_code, area_name, area_level, other_area_name, year, period_end,
    other_period_end, value, status, other_value, other_status, shown (the value, where both are there),
    shown_status (why one of them is not), note and other_note (of each figure its own), tiny, unusual, segment,
    source_file, source_row, other_source_file, other_source_row, correlation (of the last year that has pairs),
    correlation_low and correlation_high (its 95% interval) and correlated (of how many areas).
    """

    role: str
    position: int
    asked_code: str
    asked_name: str
    area_code: str
    area_name: str
    area_level: str
    other_area_name: str
    year: int
    period_end: date
    other_period_end: date
    value: float | None
    status: str
    other_value: float | None
    other_status: str
    shown: float | None
    shown_status: str
    note: str
    other_note: str
    tiny: bool
    unusual: bool
    segment: int
    source_file: str
    source_row: int
    other_source_file: str
    other_source_row: int
    correlation: float | None
    correlation_low: float | None
    correlation_high: float | None
    correlated: int
