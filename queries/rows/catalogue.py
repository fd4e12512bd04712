"""Rows of the questions about catalogue."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple


class AuthorityFound(NamedTuple):
    """A row of `queries.authorities`.

    One row per authority, by name. area_code, dfe_code, name (as people say it), other_names (list), area_codes
    (list), region_name, opened_on, closed_on, tiny, predecessors (list), predecessor_codes (list), successors
    (list), successor_codes (list), joint_return_name.
    """

    area_code: str
    dfe_code: str
    name: str
    other_names: Sequence[str]
    area_codes: Sequence[str]
    region_name: str
    opened_on: date | None
    closed_on: date | None
    tiny: bool
    predecessors: Sequence[str]
    predecessor_codes: Sequence[str]
    successors: Sequence[str]
    successor_codes: Sequence[str]
    joint_return_name: str | None


class YearsHeld(NamedTuple):
    """A row of `queries.held`.

    One row. first_figures, last_figures, first_all, last_all (judgements and dated steps too).
    """

    first_figures: int
    last_figures: int
    first_all: int
    last_all: int


class IndicatorMeant(NamedTuple):
    """A row of `queries.indicators`.

    One row per indicator, in the order asked. indicator_id, title, short_title, topic, unit, measure, decimals,
    better, better_reason, basis, reference (as "at 30 September"), definition, caveats (list).
    """

    indicator_id: str
    title: str
    short_title: str
    topic: str
    unit: str
    measure: str
    decimals: int
    better: str
    better_reason: str
    basis: str
    reference: str
    definition: str
    caveats: Sequence[str]


class Break(NamedTuple):
    """A row of `queries.breaks`.

    One row per break. indicator_id, from_period_end, to_period_end, title, detail, source.
    """

    indicator_id: str
    from_period_end: date
    to_period_end: date
    title: str
    detail: str
    source: str


class Release(NamedTuple):
    """A row of `queries.releases`.

    One row per publication. title, publisher, url, published (as exactly as known), edition, next_release.
    """

    title: str
    publisher: str
    url: str
    published: str
    edition: str
    next_release: str


class Publication(NamedTuple):
    """A row of `queries.sources`.

    One row per publication, the newest first. title, publisher, url, licence, published (list of dates, as exactly
    as known), next_release.
    """

    title: str
    publisher: str
    url: str
    licence: str
    published: Sequence[str]
    next_release: str
