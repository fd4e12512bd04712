"""Rows of the questions of what is reached by address."""

from datetime import date, datetime
from typing import NamedTuple


class Version(NamedTuple):
    """The row of `queries.by_address.version`.

    data (a word that is the same wherever the same data were built), built_at (in universal time).
    """

    data: str
    built_at: datetime


class Area(NamedTuple):
    """A row of `queries.by_address.areas`.

    One row per area. area_code, dfe_code, area_name, area_level, region_code, opened_on, closed_on, tiny.
    """

    area_code: str
    dfe_code: str | None
    area_name: str
    area_level: str
    region_code: str | None
    opened_on: date | None
    closed_on: date | None
    tiny: bool


class EditionFigure(NamedTuple):
    """A row of `queries.by_address.editions`.

    One row per indicator, area, reference date and edition. indicator_id, area_code, dfe_code, area_name,
    area_level, period_start, reference_date, value, status, numerator, denominator, derived, latest, publication,
    published, edition, source_file, source_row, licence, denominator_file, denominator_row, price_factor,
    price_file, price_row.
    """

    indicator_id: str
    area_code: str
    dfe_code: str | None
    area_name: str
    area_level: str
    period_start: date
    reference_date: date
    value: float | None
    status: str
    numerator: float | None
    denominator: float | None
    derived: bool
    latest: bool
    publication: str
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


class Inspection(NamedTuple):
    """A row of `queries.by_address.inspections`.

    One row per inspection. area_code, dfe_code, authority_name, framework, inspection_type, inspected_on,
    published_on, overall_grade, basis.
    """

    area_code: str
    dfe_code: str
    authority_name: str
    framework: str
    inspection_type: str
    inspected_on: date | None
    published_on: date
    overall_grade: str | None
    basis: str


class Happening(NamedTuple):
    """A row of `queries.by_address.events`.

    One row per event. event_id, scope, nation, area_code, dfe_code, authority_name, event_on, date_precision, kind,
    title, detail, source_title, source_url, confidence.
    """

    event_id: str
    scope: str
    nation: str
    area_code: str | None
    dfe_code: str | None
    authority_name: str | None
    event_on: date
    date_precision: str
    kind: str
    title: str
    detail: str | None
    source_title: str
    source_url: str | None
    confidence: str


class Note(NamedTuple):
    """A row of `queries.by_address.notes`.

    One row per note. note_id, indicator_id, area_code, dfe_code, reference_date, kind, note, source.
    """

    note_id: str
    indicator_id: str
    area_code: str | None
    dfe_code: str | None
    reference_date: date
    kind: str
    note: str
    source: str | None


class SourceFile(NamedTuple):
    """A row of `queries.by_address.sources`.

    One row per file and source. source_id, title, publisher, url, licence, description, edition, published, file,
    sha256, rows_read, rows_kept, next_release.
    """

    source_id: str
    title: str
    publisher: str
    url: str
    licence: str
    description: str
    edition: str
    published: str
    file: str
    sha256: str
    rows_read: int
    rows_kept: int
    next_release: str
