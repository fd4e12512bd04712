"""Rows of the questions about register."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple


class RegisterSpell(NamedTuple):
    """A row of `queries.register.spells`.

    One row per intervention, by authority. area_code, dfe_code, authority_name, region_name, intervention_id,
    began_on, began_precision, ended_on, ended_precision, known_to (as far as it is evidenced), last_reported, state
    (ended, in_force or end_unknown), scope, phases (list), trigger, source_url_began, source_url_ended, confidence,
    note.
    """

    area_code: str
    dfe_code: str
    authority_name: str
    region_name: str
    intervention_id: str
    began_on: date
    began_precision: str
    ended_on: date | None
    ended_precision: str | None
    known_to: date
    last_reported: date
    state: str
    scope: str
    phases: Sequence[str]
    trigger: str
    source_url_began: str
    source_url_ended: str
    confidence: str
    note: str


class RegisterPhase(NamedTuple):
    """A row of `queries.register.phases`.

    One row per phase, by authority and in order. area_code, dfe_code, authority_name, region_name, closed_on (of
    the authority), intervention_id, phase, title, began_on, began_precision, ended_on, ended_precision, known_to,
    last_reported, state (of the phase), intervention_state, scope, trigger, source_url_began, source_url_ended,
    confidence, note.
    """

    area_code: str
    dfe_code: str
    authority_name: str
    region_name: str
    closed_on: date | None
    intervention_id: str
    phase: str
    title: str
    began_on: date
    began_precision: str
    ended_on: date | None
    ended_precision: str | None
    known_to: date
    last_reported: date
    state: str
    intervention_state: str
    scope: str
    trigger: str
    source_url_began: str
    source_url_ended: str
    confidence: str
    note: str


class ServicesMoved(NamedTuple):
    """A row of `queries.register.moved`.

    One row per authority, the first that moved first. area_code, dfe_code, authority_name, region_name, moved_on,
    date_precision, title, direction (on that day: in force, none known, or not asked for one that took the place of
    another), returned_on, return_planned_for, source_title, source_url, confidence.
    """

    area_code: str
    dfe_code: str
    authority_name: str
    region_name: str
    moved_on: date
    date_precision: str
    title: str
    direction: str
    returned_on: date | None
    return_planned_for: date | None
    source_title: str
    source_url: str
    confidence: str


class RegisterStep(NamedTuple):
    """A row of `queries.register.steps`.

    One row per step, in order. event_id, area_code, dfe_code, authority_name, region_name, intervention_id (empty
    where none), event_on, date_precision, kind, scope, happened, title, detail, source_title, source_url,
    confidence, note.
    """

    event_id: str
    area_code: str
    dfe_code: str
    authority_name: str
    region_name: str
    intervention_id: str
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


class InterventionInForce(NamedTuple):
    """A row of `queries.register.in_force`.

    One row per date and intervention. as_at, intervention_id, area_code, dfe_code, authority_name, standing
    (evidenced, reported or unknown), state, began_on, began_precision, known_to, confidence.
    """

    as_at: date
    intervention_id: str
    area_code: str
    dfe_code: str
    authority_name: str
    standing: str
    state: str
    began_on: date
    began_precision: str
    known_to: date
    confidence: str


class Happening(NamedTuple):
    """A row of `queries.register.happenings`.

    One row per event, the newest first. event_id, event_on, date_precision, scope (national or authority), kind,
    area_code (empty for England), authority_name, title, detail, source_title, source_url, confidence.
    """

    event_id: str
    event_on: date
    date_precision: str
    scope: str
    kind: str
    area_code: str
    authority_name: str
    title: str
    detail: str
    source_title: str
    source_url: str
    confidence: str


class Lasting(NamedTuple):
    """A row of `queries.register.survival`.

    One row per length at which an intervention ended or is last known, rising. years (since it began), ended and
    censored (how many at that length), at_risk (how many are known to have lasted so long), share (still in force
    after it), low and high (of its 95% interval, by the log-log method).
    """

    years: float
    ended: int
    censored: int
    at_risk: int
    share: float
    low: float
    high: float
