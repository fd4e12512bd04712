"""Rows of the questions about what is seen around an event in all authorities."""

from datetime import date
from typing import NamedTuple


class Case(NamedTuple):
    """A row of `queries.around.cases`.

    One row per authority or joint return with a figure. area_code, area_name, place (case, compared, or why it is
    neither: very small, date too vague, members differ, before the series, no figure in the year before, no figure
    after), from_year (the year of the series that ends on or after the event, of a case alone), first_on,
    date_precision, title, confidence and source of its first event of the kind, later_events (how many more it had),
    figures (published, in the stretch).
    """

    area_code: str
    area_name: str
    place: str
    from_year: int | None
    first_on: date | None
    date_precision: str | None
    title: str
    confidence: str
    source: str
    later_events: int
    figures: int


class YearFigure(NamedTuple):
    """A row of `queries.around.figures`.

    One row per authority or joint return and reference date. area_code, area_name, period_end, year (of period_end),
    value (there only if status is published), small (resting on small numbers), unusual (a note calls it so),
    source_file, source_row.
    """

    area_code: str
    area_name: str
    period_end: date
    year: int
    value: float | None
    status: str
    small: bool
    unusual: bool
    source_file: str
    source_row: int | None
