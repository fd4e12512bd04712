"""Rows of the questions about demand and money."""

from datetime import date
from typing import NamedTuple


class Mix(NamedTuple):
    """A row of `queries.demand.mix`.

    One row per area and financial year. area_code, area_name, period_end, safeguarding, looked_after,
    family_support (gross spend in £, cash), whole (all three together; none where one of them is missing),
    comparable (whether no line of the three was redefined since), missing (why there is no whole: the statuses, by
    name), source (file and row of each of the three).
    """

    area_code: str
    area_name: str
    period_end: date
    safeguarding: float | None
    looked_after: float | None
    family_support: float | None
    whole: float | None
    comparable: bool
    missing: str
    source: str


class Together(NamedTuple):
    """A row of `queries.demand.together`.

    One row per area and year. area_code, area_name, period_end, listed (shares that the files list, given or not),
    given (those that have a figure), together (what these come to; none where none is given).
    """

    area_code: str
    area_name: str
    period_end: date
    listed: int
    given: int
    together: float | None
