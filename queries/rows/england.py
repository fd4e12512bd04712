"""Rows of the questions about every authority at once."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple


class AuthorityYear(NamedTuple):
    """A row of `queries.england.year`.

    One row per authority that there was on the date, a joint return in place of its members, by name. area_code,
    area_name, area_level (authority or joint return), authority_codes (those that the row is about), region_code,
    region_name, tiny, period_start, period_end, value, status, held (whether the publisher has a row), numerator,
    denominator, lower_95, upper_95, small, rank (from the lowest, 1), ranked_of, rank_low, rank_high (its range, of
    the newest date alone), rank_refused (why it has no rank: not_ranked, no_figure, tiny or small), grade (in force
    on the date; none held, or members differ), framework, intervention (under-intervention, no-intervention, not
    known or members differ), england_value, england_status, region_value, region_status, note, general_note, unusual,
    doubted, derived, source_id, edition, source_file, source_row.
    """

    area_code: str
    area_name: str
    area_level: str
    authority_codes: Sequence[str]
    region_code: str
    region_name: str
    tiny: bool
    period_start: date | None
    period_end: date
    value: float | None
    status: str
    held: bool
    numerator: float | None
    denominator: float | None
    lower_95: float | None
    upper_95: float | None
    small: bool
    rank: int | None
    ranked_of: int | None
    rank_low: int | None
    rank_high: int | None
    rank_refused: str
    grade: str
    framework: str
    intervention: str
    england_value: float | None
    england_status: str
    region_value: float | None
    region_status: str
    note: str
    general_note: str
    unusual: bool
    doubted: bool
    derived: bool | None
    source_id: str | None
    edition: str | None
    source_file: str | None
    source_row: int | None


class Changed(NamedTuple):
    """A row of `queries.england.change`.

    One row per authority that there was in either span, a joint return in place of its members, by name. area_code,
    area_name, area_level, region_code, from_period_end, to_period_end, from_years, to_years, from_value, to_value
    (means of their years), from_status, to_status (published, or why years are missing), refused (why the two are not
    compared: other_area, no_from, no_to, rounds_to_zero, break or doubted), change (in the unit), change_percent (of
    the first), england_from, england_to, england_change, against_england (the change less England's), test (binomial
    or series), untested (refused, small, unsettled or no_denominator), standard_error (in points; of counts and rates
    that of the logarithm of their ratio), z, p, q (Benjamini and Hochberg's, among the tested_of), tested_of,
    beyond_chance (q up to 0.05), z_england, p_england, q_england, beyond_england (the same of the change against
    England's), other_publication (the figures come from more than one), small, note, general_note.
    """

    area_code: str
    area_name: str
    area_level: str
    region_code: str
    from_period_end: date
    to_period_end: date
    from_years: int
    to_years: int
    from_value: float | None
    to_value: float | None
    from_status: str
    to_status: str
    refused: str
    change: float | None
    change_percent: float | None
    england_from: float | None
    england_to: float | None
    england_change: float | None
    against_england: float | None
    test: str
    untested: str
    standard_error: float | None
    z: float | None
    p: float | None
    q: float | None
    tested_of: int
    beyond_chance: bool
    z_england: float | None
    p_england: float | None
    q_england: float | None
    beyond_england: bool
    other_publication: bool
    small: bool
    note: str
    general_note: str


class Limited(NamedTuple):
    """A row of `queries.england.chance`.

    One row per authority or joint return with a figure and a denominator, by name. area_code, area_name, area_level,
    region_code, tiny, period_end, value, status, denominator, target (England's figure), dispersion (how many times
    the variance by chance authorities vary), adjusted (whether the limits are widened by it), measured_of
    (authorities), lower_limit_95, upper_limit_95, lower_limit_998, upper_limit_998, z (distance from the target, in
    widened standard deviations), untold (why it is not said to be outside: doubted or small), outside (above or
    below, 95% or 99.8%; empty within), note, general_note, source_file, source_row.
    """

    area_code: str
    area_name: str
    area_level: str
    region_code: str
    tiny: bool
    period_end: date
    value: float | None
    status: str
    denominator: float
    target: float
    dispersion: float
    adjusted: bool
    measured_of: int
    lower_limit_95: float
    upper_limit_95: float
    lower_limit_998: float
    upper_limit_998: float
    z: float
    untold: str
    outside: str
    note: str
    general_note: str
    source_file: str
    source_row: int


class Limits(NamedTuple):
    """A row of `queries.england.limits`.

    One row per size, the smallest first. denominator, target, lower_limit_95, upper_limit_95, lower_limit_998,
    upper_limit_998.
    """

    denominator: float
    target: float
    lower_limit_95: float
    upper_limit_95: float
    lower_limit_998: float
    upper_limit_998: float
