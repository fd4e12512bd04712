"""Rows of the question about a visitor's own figures."""

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
    value: float | None
    comparable: bool
    published_value: float | None
    published_status: str | None
    joint: bool
    published_area: str | None
    difference: float | None
    within_rounding: bool | None
    england_value: float | None
    neighbours_value: float | None
    neighbours_of: int | None
    neighbours_among: int | None
    own_rank: int | None
    own_ranked_of: int | None
    ranked_on: date | None
    published_rank: int | None
    before_end: date | None
    before_value: float | None
    newest_before_end: date | None
    newest_before_status: str | None
    change: float | None
    large: bool | None
    broken: bool | None
    since: date | None
    figures_before: int | None
    as_high_on: date | None
    as_low_on: date | None
    segment: int | None
    shown: float | None
