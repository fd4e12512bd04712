"""Rows of the questions about before after."""

from datetime import date
from typing import NamedTuple


class CountedFrom(NamedTuple):
    """A row of `queries.before_after.events`.

    One row per event. event_id (as began:doncaster-2009, ended:doncaster-2009 or judgement:2018-01-19:SIF), kind
    (began, ended or judgement), title, first_on and last_on (the days between which it lies; the same where the day
    is known), date_precision, confidence, source, points_before, points_after (published figures in the event's own
    stretch of the series).
    """

    event_id: str
    kind: str
    title: str
    first_on: date
    last_on: date
    date_precision: str
    confidence: str
    source: str
    points_before: int
    points_after: int


class Member(NamedTuple):
    """A row of `queries.before_after.group`.

    One row per authority or joint return with a published figure at a date that enters. area_code, area_name,
    points_before, points_after, place (in the group, under intervention, too few figures or very small).
    """

    area_code: str
    area_name: str
    points_before: int
    points_after: int
    place: str


class Difference(NamedTuple):
    """A row of `queries.before_after.differences`.

    One row per reference date. years_since (0 at the first reference date on or after the event), period_start,
    period_end, side (before; during where a year's total or an approximate event lies on both sides; after), value,
    status, note, unusual, numerator, denominator, small, source_file, source_row, neighbours_median,
    neighbours_mean, neighbours_n, comparison_mean, comparison_n, comparison_of, change (from the authority's own
    mean before), comparison_change (the mean of the group's changes), difference, placebo_low, placebo_high (2.5
    and 97.5 percentiles), placebo_of, placebo_larger (placebos at least as far from 0), event_at (on the axis of
    years); and the same in every row: points_before, points_after, after_difference (mean of the differences
    after), after_low, after_high, after_of, after_larger, before_slope (of the differences before, a year),
    slope_of, slope_steeper.
    """

    years_since: int
    period_start: date
    period_end: date
    side: str
    value: float | None
    status: str
    note: str
    unusual: bool
    numerator: float | None
    denominator: float | None
    small: bool
    source_file: str
    source_row: int | None
    neighbours_median: float | None
    neighbours_mean: float | None
    neighbours_n: int
    comparison_mean: float
    comparison_n: int
    comparison_of: int
    change: float | None
    comparison_change: float | None
    difference: float | None
    placebo_low: float | None
    placebo_high: float | None
    placebo_of: int
    placebo_larger: int
    event_at: float
    points_before: int
    points_after: int
    after_difference: float | None
    after_low: float | None
    after_high: float | None
    after_of: int
    after_larger: int
    before_slope: float | None
    slope_of: int
    slope_steeper: int
