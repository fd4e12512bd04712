"""Rows of the questions about own."""

from datetime import date
from typing import NamedTuple


class WithPublished(NamedTuple):
    """A row of `queries.visitor.with_published`.

    One row per figure, in the order given. asked_code, indicator_id, kind, period_end, value, comparable,
    published_value, published_status, joint (the published figure is that of a joint return), published_area,
    difference, within_rounding (half of the last published decimal), england_value, neighbours_value, neighbours_of
    and neighbours_among (the median, of how many, and of how many there are), own_rank (1 = the lowest; none where
    the published numbers are small) and own_ranked_of (among the published figures of the others on ranked_on),
    published_rank, before_end, before_value (of the last figure before; none where it rounds to 0),
    newest_before_end, newest_before_status (of the last date before, whatever its status), change (since the figure
    before), large (by more than 40 %), broken (a break lies between), since, figures_before, as_high_on, as_low_on
    (of the unbroken series before), segment, shown.
    """

    asked_code: str
    indicator_id: str
    kind: str
    period_end: date
    value: float
    comparable: bool
    published_value: float
    published_status: str
    joint: bool
    published_area: str
    difference: float
    within_rounding: bool
    england_value: float
    neighbours_value: float
    neighbours_of: int
    neighbours_among: int
    own_rank: int
    own_ranked_of: int
    ranked_on: date
    published_rank: int
    before_end: date
    before_value: float
    newest_before_end: date
    newest_before_status: str
    change: float
    large: bool
    broken: bool
    since: date
    figures_before: int
    as_high_on: date
    as_low_on: date | None
    segment: int
    shown: float
