"""Rows of the questions of the first page."""

from datetime import date
from typing import NamedTuple


class Stood(NamedTuple):
    """A row of `queries.home.grades`.

    One row per authority of today and inspection. area_code, dfe_code, name, region_name, published_on (of the
    report), until (that of the next, or as far as inspections are known), grade, grade_now (in force; none where it
    was never inspected), inadequate_from (the first report with that grade).
    """

    area_code: str
    dfe_code: str
    name: str
    region_name: str
    published_on: date | None
    until: date | None
    grade: str | None
    grade_now: str | None
    inadequate_from: date | None
