"""Rows of the questions about downloads."""

from datetime import date
from typing import NamedTuple


class TidyFigure(NamedTuple):
    """A row of `queries.downloads.figures` and `queries.pictures.figures`.

    One row per area, indicator and reference date. time_period (year), reference_date, period_start, area_code,
    dfe_code, area_name, area_level, indicator_id, indicator_title, value, status, unit, numerator, denominator,
    derived, note, publication, publisher, published, edition, source_file, source_row, licence, denominator_file,
    denominator_row, price_factor, price_file, price_row.
    """

    time_period: int
    reference_date: date
    period_start: date
    area_code: str
    dfe_code: str | None
    area_name: str
    area_level: str
    indicator_id: str
    indicator_title: str
    value: float | None
    status: str
    unit: str
    numerator: float | None
    denominator: float | None
    derived: bool
    note: str
    publication: str
    publisher: str
    published: str
    edition: str
    source_file: str
    source_row: int
    licence: str
    denominator_file: str | None
    denominator_row: int | None
    price_factor: float | None
    price_file: str | None
    price_row: int | None


class TidyJudgement(NamedTuple):
    """A row of `queries.downloads.judgements`.

    One row per authority, inspection and judgement area. area_code, dfe_code, authority_name, framework,
    inspection_type, inspected_on, published_on, judgement_area, grade, grade_as_published, basis, publication,
    publisher, published, edition, source_file, source_row, licence.
    """

    area_code: str
    dfe_code: str
    authority_name: str
    framework: str
    inspection_type: str
    inspected_on: date | None
    published_on: date
    judgement_area: str
    grade: str
    grade_as_published: str
    basis: str
    publication: str
    publisher: str
    published: str
    edition: str
    source_file: str
    source_row: int
    licence: str


class TidyPhase(NamedTuple):
    """A row of `queries.downloads.interventions`.

    One row per phase. intervention_id, area_code, dfe_code, authority_name, phase, title, began_on,
    began_precision, ended_on, ended_precision, state, scope, trigger, source_url_began, source_url_ended,
    confidence, note.
    """

    intervention_id: str
    area_code: str
    dfe_code: str
    authority_name: str
    phase: str
    title: str
    began_on: date
    began_precision: str
    ended_on: date | None
    ended_precision: str | None
    state: str
    scope: str
    trigger: str
    source_url_began: str
    source_url_ended: str
    confidence: str
    note: str


class TidyStep(NamedTuple):
    """A row of `queries.downloads.intervention_events`.

    One row per step. event_id, intervention_id, area_code, dfe_code, authority_name, event_on, date_precision,
    kind, scope, happened, title, detail, source_title, source_url, confidence, note.
    """

    event_id: str
    intervention_id: str
    area_code: str
    dfe_code: str
    authority_name: str
    event_on: date
    date_precision: str
    kind: str
    scope: str
    happened: str
    title: str
    detail: str
    source_title: str
    source_url: str
    confidence: str
    note: str
