"""All authorities at once a second time: whole tables read once, then plain Python, SciPy and statsmodels."""

from collections import defaultdict
from datetime import date
from typing import Any, NamedTuple

PER = {"%": 100.0, "per 10,000": 10_000.0}
HARMLESS = {"large_change", "joint_return"}


class Row(NamedTuple):
    """One figure or its absence, as the public view has it."""

    area: str
    level: str
    on: date
    value: float | None
    status: str
    numerator: float | None
    denominator: float | None
    small: bool

    @property
    def size(self) -> float | None:
        """The value, 0 where it rounds to that."""
        return 0.0 if self.status == "rounds_to_zero" else self.value


class England:
    """What the questions on every authority rest on."""

    def __init__(self, con: Any) -> None:
        """Read it once."""
        self._there: dict[tuple[str, date], dict[str, Row | None]] = {}

        def read(query: str) -> list[tuple[Any, ...]]:
            return list(con.execute(query).fetchall())

        self.units = dict(read("select indicator_id, unit from indicator"))
        self.topics = dict(read("select indicator_id, topic from indicator"))
        self.ranked = {id for (id,) in read("select indicator_id from indicator where ranked")}
        self.authorities = {
            area: (dfe, opened or date.min, closed or date.max, tiny == "yes", region)
            for area, dfe, opened, closed, tiny, region in read(
                "select area_code, dfe_code, opened_on, closed_on, tiny, region_code from authority"
            )
        }
        self.area_of = {dfe: area for area, (dfe, *_) in self.authorities.items()}
        self.joint: dict[str, list[tuple[str, date]]] = defaultdict(list)
        for area, member, first in read("select area_code, member_code, first_period_end from joint_return"):
            self.joint[area].append((self.area_of[member], first))
        self.breaks: dict[str, list[date]] = defaultdict(list)
        for indicator, day in read("select indicator_id, to_period_end from series_break"):
            self.breaks[indicator].append(day)
        self.rows: dict[str, dict[date, dict[str, Row]]] = defaultdict(lambda: defaultdict(dict))
        for indicator, *rest in read(
            "select indicator_id, area_code, area_level, period_end, value, status, numerator, denominator, small "
            "from observation"
        ):
            row = Row(*rest)
            self.rows[indicator][row.on][row.area] = row
        self.doubted: set[tuple[str, str, date]] = set()
        self.flagged: set[tuple[str, str, date]] = set()
        self.unusual: set[tuple[str, str, date]] = set()
        self.unsettled: set[tuple[str, date]] = set()
        for note in read("select dfe_code, area_code, indicator_id, period_end, kind from point_note"):
            self._note(*note)

    def _note(self, dfe: str | None, area: str | None, indicator: str, on: date, kind: str) -> None:
        """Keep what a note says of the figures that it is about: a member's of its joint return too."""
        if dfe is None and area is None:
            if kind == "unusual_value":
                self.unsettled.add((indicator, on))
            return
        own = area or self.area_of[str(dfe)]
        for each in (own, *(joint for joint, members in self.joint.items() if own in dict(members))):
            self.flagged.add((each, indicator, on))
            if kind in ("unusual_value", "large_change"):
                self.unusual.add((each, indicator, on))
            if kind not in HARMLESS:
                self.doubted.add((each, indicator, on))

    def there(self, indicator: str, on: date) -> dict[str, Row | None]:
        """Return every authority or joint return that there was, with its row or none; worked out once."""
        if (indicator, on) not in self._there:
            self._there[indicator, on] = self._found(indicator, on)
        return self._there[indicator, on]

    def _found(self, indicator: str, on: date) -> dict[str, Row | None]:
        rows = self.rows[indicator][on]
        found: dict[str, Row | None] = {area: row for area, row in rows.items() if row.level == "joint return"}
        answered = {member for joint in found for member, first in self.joint[joint] if on >= first}
        for area, (_, opened, closed, *_) in self.authorities.items():
            if area not in answered and (area in rows or opened <= on <= closed):
                found[area] = rows.get(area)
        return found

    def segment(self, indicator: str, on: date) -> int:
        """Return the number of breaks up to a date."""
        return sum(day <= on for day in self.breaks[indicator])
