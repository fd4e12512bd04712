"""Rows of the questions about what is not certain in the register, and what was corrected."""

from datetime import date
from typing import NamedTuple


class Contradiction(NamedTuple):
    """A row of `queries.register.contradictions`.

    One row per point. contradiction_id, area_code, authority_name, about, one_account, one_source, other_account,
    other_source, treated_as (how the register treats it), confidence.
    """

    contradiction_id: str
    area_code: str
    authority_name: str
    about: str
    one_account: str
    one_source: str
    other_account: str
    other_source: str
    treated_as: str
    confidence: str


class Doubt(NamedTuple):
    """A row of `queries.register.doubts`.

    One row per row and doubt. doubt (end not known, or low confidence), kind (intervention, phase, dated step or
    event), authority_name, title, row_id.
    """

    doubt: str
    kind: str
    authority_name: str
    title: str
    row_id: str


class RegisterChange(NamedTuple):
    """A row of `queries.register.changes`.

    One row per changed row, the newest first. changed_on, file, row_id, change (added, corrected or removed),
    changed (which columns), before, after, why.
    """

    changed_on: date
    file: str
    row_id: str
    change: str
    changed: str
    before: str
    after: str
    why: str
