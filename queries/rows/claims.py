"""Rows of the questions about what others have claimed."""

from datetime import date
from typing import NamedTuple


class Said(NamedTuple):
    """A row of `queries.claims.said`.

    One row per claim that is kept: claim_id. claimant and outlet (whose it is, and where it was said), area_code and
    place, about (what is claimed), reading (how it is held to the official figures), indicator_id (of the series),
    source, note; said_on with date_precision (none where the page that says it has no date), article (whether it
    stands in one of the articles that began this project), said (the value in words), differs_by (the names of the
    ways in which the official definition differs, by semicolons), one_of (claims of one point share it).
    """

    claim_id: str
    said_on: date | None
    date_precision: str
    claimant: str
    outlet: str
    article: bool
    area_code: str
    place: str
    about: str
    said: str
    reading: str
    indicator_id: str
    differs_by: str
    one_of: str
    source: str
    note: str


class Found(NamedTuple):
    """A row of `queries.claims.found`.

    One row per claim: claim_id, area_code, indicator_id, reading, word and claimed (how it is held to the official
    figures, how its number is meant, and the number), period_end and base_period_end (its dates). finding (matches,
    near, differs or unchecked) and because (why it cannot be checked; why_not in words), by the rule that the .sql
    says; official with its status at period_end, base_value, compared (what is held to the claim), first_on and
    last_on (of the series, where a figure is given), first_value, first_status and first_published (of the same date
    as it was first published among the editions held), last_published (of the newest), judged (how many judgements),
    began_with (of authorities whose services moved, those that were new and began with theirs in a trust), grade with
    graded_on (in force on the day, and published when), and the step of the register: step_title, step_on,
    step_precision, step_happened.
    """

    claim_id: str
    area_code: str | None
    indicator_id: str
    reading: str
    word: str
    claimed: float | None
    period_end: date | None
    base_period_end: date | None
    finding: str
    because: str
    why_not: str
    official: float | None
    status: str
    base_value: float | None
    compared: float | None
    first_on: date | None
    last_on: date | None
    first_value: float | None
    first_status: str
    first_published: str
    last_published: str
    judged: int | None
    began_with: int | None
    grade: str
    graded_on: date | None
    step_title: str
    step_on: date | None
    step_precision: str
    step_happened: str


class SeriesPoint(NamedTuple):
    """A row of `queries.claims.series`.

    One row per reference date, period_end. value and status (of the newest edition), segment (a line may join two of
    one segment), unusual, note and general_note, source_file and source_row, publication; first_value, first_status
    and first_published (of the first edition held).
    """

    period_end: date
    value: float | None
    status: str
    segment: int
    unusual: bool
    note: str
    general_note: str
    source_file: str
    source_row: int
    publication: str
    first_value: float | None
    first_status: str | None
    first_published: str | None


class Touching(NamedTuple):
    """A row of `queries.claims.touching`.

    One row per claim that touches the series shown: claim_id, and period_end (the reference date it is held to).
    """

    claim_id: str
    period_end: date
