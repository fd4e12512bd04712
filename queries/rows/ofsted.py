"""Rows of the questions about ofsted."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple


class InForce(NamedTuple):
    """A row of `queries.ofsted.in_force`.

    One row per authority that existed on the date, and date. as_at, area_code, dfe_code, authority_name,
    region_name, tiny, grade (none held before the first inspection, no overall grade from April 2026), framework,
    graded (the judgement that stands for the whole), judgements (all areas in words), inspected_on, published_on,
    basis.
    """

    as_at: date
    area_code: str
    dfe_code: str
    authority_name: str
    region_name: str
    tiny: bool
    grade: str
    framework: str
    graded: str
    judgements: str
    inspected_on: date | None
    published_on: date | None
    basis: str


class Move(NamedTuple):
    """A row of `queries.ofsted.moves`.

    One row per inspection that followed another, the newest first. area_code, dfe_code, authority_name,
    region_name, framework_before, published_before, grade_before, framework, inspection_type, inspected_on,
    published_on, grade, move (rose, fell, the same; not compared where the two graded different things, or one of
    them gave no overall grade), days (between the two reports), overall (whether both graded overall effectiveness,
    under SIF or ILACS); of those from the same grade to the same: alike (how many), shortest_days, median_days and
    longest_days; of those from the same grade that moved alike: moved_alike (how many) and median_moved_days.
    """

    area_code: str
    dfe_code: str
    authority_name: str
    region_name: str
    framework_before: str
    published_before: date
    grade_before: str
    framework: str
    inspection_type: str
    inspected_on: date | None
    published_on: date
    grade: str
    move: str
    days: int
    overall: bool
    alike: int
    shortest_days: int
    median_days: float
    longest_days: int
    moved_alike: int
    median_moved_days: float


class SinceInspection(NamedTuple):
    """A row of `queries.ofsted.since`.

    One row per authority of today, the longest wait first. area_code, dfe_code, authority_name, region_name,
    opened_on, framework, inspection_type, inspected_on, published_on, grade, judgements (all areas in words), as_at
    (the newest day held), days (from the first day of the inspection to it, or from the publication where that day
    is not held), median_days (of all rows), page_url.
    """

    area_code: str
    dfe_code: str
    authority_name: str
    region_name: str
    opened_on: date | None
    framework: str
    inspection_type: str
    inspected_on: date
    published_on: date
    grade: str
    judgements: str
    as_at: date
    days: int
    median_days: float
    page_url: str


class OfstedPage(NamedTuple):
    """A row of `queries.ofsted.page`.

    One row. area_code, page_url (empty where none is held), source_file (where it was read), as_at (the newest day
    held), inspections (how many are held).
    """

    area_code: str
    page_url: str
    source_file: str
    as_at: date
    inspections: int


class KnownTo(NamedTuple):
    """A row of `queries.ofsted.known`.

    One row. as_at (the newest day held), first_year and last_year, ofsted_to (the last report in Ofsted's own
    files), published_to (the last report held), added (inspections that are not in Ofsted's files), confirmed
    (those of them that were compared with the report).
    """

    as_at: date
    first_year: int
    last_year: int
    ofsted_to: date
    published_to: date
    added: int
    confirmed: int


class Visit(NamedTuple):
    """A row of `queries.ofsted.visits`.

    One row per visit. area_code, dfe_code, authority_name, region_name, kind (focused or monitoring), covid_visit,
    look (the kind as asked), first_day, dates_as_given, published_on, subject (in the letter's words), theme (in
    Ofsted's list), basis (letter, list, or both), letter_file, letter_sha256, edition, source_file, source_row,
    note.
    """

    area_code: str
    dfe_code: str
    authority_name: str
    region_name: str
    kind: str
    covid_visit: bool
    look: str
    first_day: date
    dates_as_given: str
    published_on: date | None
    subject: str
    theme: str
    basis: str
    letter_file: str
    letter_sha256: str
    edition: str
    source_file: str
    source_row: int | None
    note: str


class VisitsHeld(NamedTuple):
    """A row of `queries.ofsted.visits_held`.

    One row per kind. look (focused, assurance or monitoring), visits, authorities, first_on, last_on, published_to,
    in_both (a letter and Ofsted's list), in_list_alone, ended (authorities that have ended and of which no letter
    is held).
    """

    look: str
    visits: int
    authorities: int
    first_on: date
    last_on: date
    published_to: date
    in_both: int
    in_list_alone: int
    ended: Sequence[str]
