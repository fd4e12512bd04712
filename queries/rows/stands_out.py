"""Rows of the question about what stands out."""

from datetime import date
from typing import NamedTuple


class Fact(NamedTuple):
    """A row of `queries.stands_out.facts`.

    One row per fact, at most six a place, in order. place_code, place_name, place_level, region_code, position, kind
    (see the question), indicator_id (none of a judgement), topic, direction (1 up or high, -1 down or low),
    period_end, from_period_end, value, status, from_value, compared (as the kind says), before, after, england_value,
    england_from, counted, shared_by, test (rule, none, rank, binomial, series, limits or trend), z, p, q (Benjamini
    and Hochberg's, over all places and indicators), tested_of, grade, grade_before, intervention, caveat, note,
    general_note, source_file, source_row.
    """

    place_code: str
    place_name: str
    place_level: str
    region_code: str | None
    position: int
    kind: str
    indicator_id: str | None
    topic: str | None
    direction: int | None
    period_end: date
    from_period_end: date | None
    value: float | None
    status: str
    from_value: float | None
    compared: float | None
    before: float | None
    after: float | None
    england_value: float | None
    england_from: float | None
    counted: int | None
    shared_by: int | None
    test: str
    z: float | None
    p: float | None
    q: float | None
    tested_of: int | None
    grade: str
    grade_before: str
    intervention: str
    caveat: str
    note: str
    general_note: str
    source_file: str
    source_row: int | None
