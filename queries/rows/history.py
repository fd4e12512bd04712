"""Rows of the questions about history."""

from datetime import date
from typing import NamedTuple


class Phase(NamedTuple):
    """A row of `queries.history.interventions`.

    One row per phase, in order. intervention_id, phase, title, began_on, began_precision, ended_on,
    ended_precision, known_to, last_reported, closed_on (of the authority), state (ended, in_force or end_unknown),
    scope (social_care or mixed), trigger, source_url_began, source_url_ended, confidence, note.
    """

    intervention_id: str
    phase: str
    title: str
    began_on: date
    began_precision: str
    ended_on: date | None
    ended_precision: str | None
    known_to: date
    last_reported: date
    closed_on: date | None
    state: str
    scope: str
    trigger: str
    source_url_began: str
    source_url_ended: str
    confidence: str
    note: str


class Step(NamedTuple):
    """A row of `queries.history.intervention_events`.

    One row per step, in order; what was only planned or threatened is told apart by `happened`. event_on,
    date_precision, kind, scope, happened, title, detail, source_title, source_url, confidence, note.
    """

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


class Grade(NamedTuple):
    """A row of `queries.history.grades_in_force`.

    One row per inspection. framework, inspection_type, inspected_on, published_on, until, grade ('no overall grade'
    from April 2026), graded (the judgement that stands for the whole), judgements (all areas, as "leadership: good;
    ..."), basis (ofsted, compiled or confirmed).
    """

    framework: str
    inspection_type: str
    inspected_on: date | None
    published_on: date
    until: date
    grade: str
    graded: str
    judgements: str
    basis: str


class Event(NamedTuple):
    """A row of `queries.history.events`.

    One row per event. event_on, date_precision, scope, kind, title, detail, source_title, source_url, confidence.
    """

    event_on: date
    date_precision: str
    scope: str
    kind: str
    title: str
    detail: str
    source_title: str
    source_url: str
    confidence: str


class AreaGrade(NamedTuple):
    """A row of `queries.history.area_grades_in_force`.

    One row per judgement and area. row (areas of the same subject share one), graded, framework, inspection_type,
    inspected_on, published_on, until (the next inspection), grade, basis.
    """

    row: str
    graded: str
    framework: str
    inspection_type: str
    inspected_on: date | None
    published_on: date
    until: date
    grade: str
    basis: str


class Spell(NamedTuple):
    """A row of `queries.history.interventions_of`.

    One row per intervention. area_code, authority_name, intervention_id, began_on, began_precision, ended_on,
    ended_precision, state, last_reported, confidence.
    """

    area_code: str
    authority_name: str
    intervention_id: str
    began_on: date
    began_precision: str
    ended_on: date | None
    ended_precision: str | None
    state: str
    last_reported: date
    confidence: str


class Judgement(NamedTuple):
    """A row of `queries.history.judgements`.

    One row per inspection and judgement area. framework, inspection_type, inspected_on, published_on,
    judgement_area, grade, grade_as_published, basis, source_file, source_row.
    """

    framework: str
    inspection_type: str
    inspected_on: date | None
    published_on: date
    judgement_area: str
    grade: str
    grade_as_published: str
    basis: str
    source_file: str
    source_row: int
