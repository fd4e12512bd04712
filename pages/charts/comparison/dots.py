"""The points of a comparison: one figure each, with all that is said of it."""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import date, datetime

from queries.rows.compare import Compared, Grouped, Pair, Since

Row = Compared | Since | Pair
"""A row of an authority or of England, of whichever question was asked."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Dot:
    """One figure of an authority, of England or of a group, or the reason why there is none.

    Attributes
    ----------
    period_end, value, status
        Its reference date, the figure, and its status.
    shown, shown_status
        What the view draws of it, and why it draws nothing.
    segment
        Of the series: a break lies between two of them.
    asked_code, asked_name
        The authority that was asked for; none of a group.
    area_code, area_name, area_level
        What the figure is of: an authority or a joint return.
    years_since, recorded_on, precision, event_on
        Of years since an event.
    year, other_area_name, other_period_end, other_value, other_status, other_note, other_source_file, other_source_row
        Of a pair of figures.
    basis, averaged, left_out, members, group_id, group_name
        Of the figure of a group.
    """

    period_end: date
    value: float | None
    status: str
    shown: float | None
    shown_status: str
    segment: int
    asked_code: str = ""
    asked_name: str = ""
    area_code: str = ""
    area_name: str = ""
    area_level: str = ""
    note: str = ""
    unusual: bool = False
    derived: bool = False
    tiny: bool = False
    source_file: str = ""
    source_row: int | None = None
    rank: int | None = None
    ranked_of: int | None = None
    rank_low: int | None = None
    rank_high: int | None = None
    years_since: float | None = None
    recorded_on: date | None = None
    precision: str = ""
    event_on: datetime | None = None
    year: int = 0
    other_area_name: str = ""
    other_period_end: date | None = None
    other_value: float | None = None
    other_status: str = ""
    other_note: str = ""
    other_source_file: str = ""
    other_source_row: int | None = None
    basis: str = ""
    averaged: int | None = None
    left_out: int | None = None
    members: str = ""
    group_id: str = ""
    group_name: str = ""

    @property
    def of_how_many(self) -> str:
        """What the figure of a group is: 'as published', or 'median of 9 of 10', of how many there are."""
        if self.averaged is None:
            return self.basis
        return f"{self.basis} of {self.averaged} of {self.averaged + (self.left_out or 0)}"

    @property
    def height(self) -> float:
        """Where it stands: at what the view draws, or at 0 where that rounds to it."""
        return self.shown or 0.0

    @property
    def since(self) -> float:
        """The years since the event."""
        return self.years_since or 0.0

    @property
    def pair(self) -> tuple[float, float]:
        """The other figure, across, and this one, upwards: of a point that has both."""
        return self.other_value or 0.0, self.value or 0.0


NAMES = {field.name for field in fields(Dot)}


def dots(rows: Iterable[Row | Grouped]) -> tuple[Dot, ...]:
    """Return the rows of a question of the comparison as points: what it does not ask for is left as it is by itself.

    Parameters
    ----------
    rows
        With a reference date each.
    """
    return tuple(map(_dot, rows))


def _dot(row: Row | Grouped) -> Dot:
    known = {name: value for name, value in row._asdict().items() if name in NAMES and value is not None}
    return Dot(**{"value": None, "shown": None} | known)


def by_position(rows: Iterable[Row | Grouped]) -> list[tuple[int, tuple[Dot, ...]]]:
    """Return the points of each line, by its place."""
    found: dict[int, list[Row | Grouped]] = {}
    for row in rows:
        found.setdefault(row.position, []).append(row)
    return [(position, dots(found[position])) for position in sorted(found)]
