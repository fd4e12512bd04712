"""Rows of the questions about catalogue."""

import re
from collections.abc import Sequence
from datetime import date
from functools import cache
from typing import NamedTuple


class Authority(NamedTuple):
    """A row of `queries.catalogue.authorities`.

    One row per authority, by name. area_code, dfe_code, name (as people say it), other_names (list), area_codes
    (list), region_name, opened_on, closed_on, tiny, predecessors (list), predecessor_codes (list), successors
    (list), successor_codes (list), joint_return_name, joint_return_from, joint_return_to (None where it
    goes on).
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
    joint_return_from: date | None
    joint_return_to: date | None

    @property
    def label(self) -> str:
        """The name, with the other names by which people look for it."""
        return _label(self.name, tuple(self.other_names), tuple(self.predecessors))

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code by which a link may name it."""
        return (self.area_code, self.dfe_code, *self.area_codes)


@cache
def _label(name: str, others: tuple[str, ...], predecessors: tuple[str, ...]) -> str:
    """Join the names once for each authority: every run of a page offers them all."""
    extra = ", ".join(other for other in others if not _is_evident(other, name))
    if predecessors:
        extra += f"{'; ' if extra else ''}formerly {', '.join(predecessors)}"
    return f"{name} ({extra})" if extra else name


def _is_evident(other: str, name: str) -> bool:
    """Tell whether whoever looks for the other name finds this one anyway."""
    bare = re.sub(r"\b(City of|City|Council|County|Corporation|The|Royal|Pre LG)\b|[(),]", "", other)
    return re.sub(r"\s+", " ", bare).strip().lower() in name.lower()


class YearsHeld(NamedTuple):
    """A row of `queries.catalogue.held`.

    One row. first_figures, last_figures, first_all, last_all (judgements and dated steps too).
    """

    first_figures: int
    last_figures: int
    first_all: int
    last_all: int


class IndicatorMeant(NamedTuple):
    """A row of `queries.catalogue.indicators`.

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
    """A row of `queries.catalogue.breaks`.

    One row per break. indicator_id, from_period_end, to_period_end, title, detail, source.
    """

    indicator_id: str
    from_period_end: date
    to_period_end: date
    title: str
    detail: str
    source: str


class Release(NamedTuple):
    """A row of `queries.catalogue.releases`.

    One row per publication. title, publisher, url, published (as exactly as known), edition, next_release.
    """

    title: str
    publisher: str
    url: str
    published: str
    edition: str
    next_release: str


class Publication(NamedTuple):
    """A row of `queries.*.sources` of catalogue, compare and pictures, and of `queries.ofsted.visit_sources`.

    One row per publication, the newest first. title, publisher, published (list of dates, as exactly as known, or of
    one span "... to ...").
    """

    title: str
    publisher: str
    published: Sequence[str]
