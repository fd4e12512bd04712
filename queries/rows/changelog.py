"""The type of the rows of `queries.changelog`."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple


class Change(NamedTuple):
    """A row of `queries.changelog.changelog`.

    One row per change, the newest first. change_id (stays for ever), kind (edition, report, visit or register),
    happened (as exact as known: 2025, 2025-10, 2025-10-30), happened_on (the first day that it may have been),
    area_code, authority_name (empty for all England), about (publication, framework or kind of visit), edition,
    sources (ids of data/sources.toml), began_on (of an inspection or visit), grade (of an inspection as a whole),
    added, corrected, removed (rows of the register), detail (publisher, judgements, subject or reasons).
    """

    change_id: str
    kind: str
    happened: str
    happened_on: date
    area_code: str
    authority_name: str
    about: str
    edition: str
    sources: Sequence[str]
    began_on: date | None
    grade: str
    added: int
    corrected: int
    removed: int
    detail: str
