"""The figures of a comparison a second time, in plain Python: no SQL but to read whole tables, no pandas.

- a rank counts the figures on a date that are lower, and one; what rounds to 0 counts as 0. Very small authorities have
  none and are not counted, nor are members of a joint return from its first date on; small numbers, fewer than 50 below
  the line or 10 above it, are counted and have none
- the figure of a group is the median of its authorities; a weighted mean of a rate is the sum of figure times
  denominator over the sum of denominators, of a count the plain mean
- the judgement in force is the grade of the last inspection published by a date that graded services as a whole
- intervention is in force when a spell is known to have begun and not to have ended; where its end is not known,
  until its last evidenced step; in between it is not known
"""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any, NamedTuple

COUNTS = {"number", "FTE", "people", "£"}
FOREVER = date(9999, 1, 1)


class Figure(NamedTuple):
    """One published or missing figure of an area."""

    area: str
    level: str
    on: date
    value: float | None
    status: str
    numerator: float | None
    denominator: float | None

    @property
    def size(self) -> float | None:
        """The value, 0 where it rounds to that."""
        return 0.0 if self.status == "rounds_to_zero" else self.value

    @property
    def small(self) -> bool:
        """Whether few are behind it."""
        below = self.denominator is not None and self.denominator < 50
        above = self.numerator is not None and self.numerator < 10
        return self.status == "rounds_to_zero" or below or above


class Facts:
    """Whole tables of the database, as plain tuples."""

    def __init__(self, con: Any) -> None:
        """Read them once."""

        def read(query: str) -> list[tuple[Any, ...]]:
            return list(con.execute(query).fetchall())

        self.units = dict(read("select indicator_id, unit from indicator"))
        self.code = dict(read("select area_code, dfe_code from authority"))
        self.area = {dfe: area for area, dfe in self.code.items()}
        self.region = dict(read("select dfe_code, region_code from authority"))
        self.parent = dict(read("select area_code, parent_code from region"))
        self.tiny = {area for (area,) in read("select area_code from authority where tiny = 'yes'")}
        self.joint = read("select area_code, member_code, first_period_end from joint_return")
        self.neighbours: dict[tuple[str, str], set[str]] = defaultdict(set)
        for model, dfe, other in read("select model, dfe_code, neighbour_dfe_code from neighbour"):
            self.neighbours[model, dfe].add(other)
        self.judgements: dict[str, list[tuple[Any, ...]]] = defaultdict(list)
        for dfe, *judged in read("select dfe_code, framework, published_on, judgement_area, grade from judgement"):
            self.judgements[dfe].append(tuple(judged))
        self.spells = read(
            "select intervention_id, dfe_code, began_on, began_precision, ended_on, ended_precision, state "
            "from intervention where scope in ('social_care', 'mixed')"
        )
        self.steps: dict[str, date] = dict(
            read(
                "select intervention_id, max(event_on) from intervention_event "
                "where happened = 'happened' and intervention_id is not null group by all"
            )
        )
        self._figures: dict[str, list[Figure]] = defaultdict(list)
        for indicator, *rest in read(
            "select indicator_id, area_code, area_level, period_end, value, status, numerator, denominator "
            "from observation"
        ):
            self._figures[indicator].append(Figure(*rest))

    def figures(self, indicator: str) -> list[Figure]:
        """Return every figure of an indicator."""
        return self._figures[indicator]

    def members(self, figure: Figure) -> set[str]:
        """Return the authorities, by three-digit code, that a figure is about."""
        if figure.level == "authority":
            return {self.code[figure.area]}
        return {member for area, member, first in self.joint if area == figure.area and figure.on >= first}


def ranks(facts: Facts, indicator: str) -> dict[tuple[str, date], tuple[int | None, int]]:
    """Return rank, where there is one, and number of areas counted, by area and date."""
    areas = {figure.area for figure in facts.figures(indicator)}
    within = {
        (member, first) for area, member, first in facts.joint if area in areas
    }  # those whose own figures do not count
    by_date: dict[date, list[Figure]] = defaultdict(list)
    for figure in facts.figures(indicator):
        joined = any(facts.code.get(figure.area) == member and figure.on >= first for member, first in within)
        if (
            figure.level in ("authority", "joint return")
            and figure.size is not None
            and figure.area not in facts.tiny
            and not joined
        ):
            by_date[figure.on].append(figure)
    found: dict[tuple[str, date], tuple[int | None, int]] = {}
    for on, group in by_date.items():
        sizes = sorted(figure.size or 0 for figure in group)
        for figure in group:  # bisect counts those that are lower
            lower = bisect_left(sizes, figure.size or 0)
            found[figure.area, on] = (None if figure.small else 1 + lower, len(group))
    return found


def average(figures: Iterable[Figure], unit: str, how: str) -> tuple[float | None, int, int]:
    """Return the median or the weighted mean of figures, how many it is of, and how many are left out."""
    every = list(figures)
    values = sorted(figure.value for figure in every if figure.value is not None)
    if how == "median":
        middle = (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2 if values else None
        return middle, len(values), len(every) - len(values)
    if unit in COUNTS:
        return (sum(values) / len(values) if values else None), len(values), len(every) - len(values)
    pairs = [(f.value, f.denominator) for f in every if f.value is not None and f.denominator]
    weight = sum(denominator for _, denominator in pairs)
    total = sum(value * denominator for value, denominator in pairs)
    return (total / weight if pairs else None), len(pairs), len(every) - len(pairs)


def grade_at(facts: Facts, dfe: str, on: date) -> str | None:
    """Return the grade in force, 'none' where the last inspection gave none, None where there was no inspection."""
    latest: tuple[date, str] | None = None
    inspections: dict[tuple[str, date], dict[str, str]] = defaultdict(dict)
    for framework, published, area, grade in facts.judgements[dfe]:
        if published <= on:
            inspections[framework, published][area] = grade
    for (framework, published), grades in inspections.items():
        whole = "overall effectiveness"
        if framework.startswith("SLAC"):
            whole = "safeguarding"
        elif framework.startswith("CPI"):
            whole = "child protection"
        grade = grades.get(whole, "none" if framework == "ILACS" else None)
        if grade is not None and (latest is None or published > latest[0]):
            latest = published, grade
    return latest[1] if latest else None


def intervention_at(facts: Facts, dfe: str, on: date) -> bool | None:
    """Tell whether intervention was in force: True, False, or None where that is not known."""
    answers = [_spell_at(facts, spell, on) for spell in facts.spells if spell[1] == dfe]
    if True in answers:
        return True
    return None if None in answers else False


def _spell_at(facts: Facts, spell: tuple[Any, ...], on: date) -> bool | None:
    id, _, began, began_precision, ended, ended_precision, state = spell
    if on < began:
        return False
    surely_begun = not (began_precision == "year" and on.year == began.year)
    if state == "ended":
        if ended_precision == "year" and on.year == ended.year:
            return None
        if on >= ended:
            return False
        return True if surely_begun else None
    if state == "in_force":
        return True if surely_begun else None
    last = max(began, facts.steps.get(id, began))
    return True if surely_begun and on < last + timedelta(days=1) else None
