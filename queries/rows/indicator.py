"""Rows of the questions about one indicator."""

from datetime import date
from typing import NamedTuple


class Covered(NamedTuple):
    """A row of `queries.indicator.coverage`.

    One row per reference date, period_end, and status: areas (how many authorities and joint returns).
    """

    period_end: date
    status: str
    areas: int


class Hole(NamedTuple):
    """A row of `queries.indicator.holes`.

    One row per authority or joint return and reference date without a figure. area_name, period_end, status, note.
    """

    area_name: str
    period_end: date
    status: str
    note: str


class Edition(NamedTuple):
    """A row of `queries.indicator.editions`.

    One row per edition. publication, edition, published, first_on and last_on (of its figures), figures (how many),
    had_before (how many of them the edition before it has too) and changed (how many of those it changed).
    """

    publication: str
    edition: str
    published: str
    first_on: date
    last_on: date
    figures: int
    had_before: int
    changed: int


class Revised(NamedTuple):
    """A row of `queries.indicator.revised`.

    One row per area and reference date. area_name, period_end; first_value, first_status and first_published (of the
    first edition held); value, status and published (of the newest of the same publication).
    """

    area_name: str
    period_end: date
    first_value: float | None
    first_status: str
    first_published: str
    value: float | None
    status: str
    published: str
