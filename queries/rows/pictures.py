"""Rows of the questions about pictures."""

from datetime import date
from typing import NamedTuple


class Version(NamedTuple):
    """A row of `queries.pictures.version`.

    One row. published (of the newest publication, as exactly as known).
    """

    published: str


class EditionHeld(NamedTuple):
    """A row of `queries.pictures.editions`.

    One row per edition and publication, the newest first. edition, published, publication.
    """

    edition: str
    published: str
    publication: str


class Changed(NamedTuple):
    """A row of `queries.pictures.changes`.

    One row per area and reference date that has changed or is new. area_name, period_end, value_then, status_then,
    value_now, status_now, edition_now, source_file, source_row.
    """

    area_name: str
    period_end: date
    value_then: float | None
    status_then: str
    value_now: float | None
    status_now: str
    edition_now: str
    source_file: str
    source_row: int


class Finding(NamedTuple):
    """A row of `queries.pictures.findings`.

    One row per authority and window. area_code, from_period_end and to_period_end (the first and last reference
    date shown), base_period_end and base_value (whence the change is told: the first, or where `peak` the highest
    figure of all), value (the last), england_base and england_value (of the same dates, where England moved alike
    and must be told).
    """

    area_code: str
    from_period_end: date
    to_period_end: date
    peak: bool
    base_period_end: date
    base_value: float
    value: float
    england_base: float | None
    england_value: float | None


class PhaseThen(NamedTuple):
    """A row of `queries.pictures.phases`.

    One row per phase and step. area_code, authority_name, intervention_id, title, began_on, began_precision,
    ended_on, ended_precision, state, last_reported, confidence, note, intervention_note (what the register
    explains), event_id (missing where the register names no step), event_on, date_precision, step, source_title,
    source_url, step_note.
    """

    area_code: str
    authority_name: str
    intervention_id: str
    title: str
    began_on: date
    began_precision: str
    ended_on: date | None
    ended_precision: str | None
    state: str
    last_reported: date
    confidence: str
    note: str
    intervention_note: str
    event_id: str
    event_on: date
    date_precision: str
    step: str
    source_title: str
    source_url: str
    step_note: str
