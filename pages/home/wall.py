"""The wall of England: every authority a thin row, its grades since 2009, and government intervention upon it."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from pages.charts import axes, theme
from pages.charts.model import Bar, Drawing, Entry, Fill, Panel, Up
from pages.charts.spans import SHORTEST
from pages.charts.words import day, headed
from pages.choosing.address import Choice
from queries.rows.home import Stood
from queries.rows.register import RegisterSpell

ORDERS = {
    "now": "Grade now in force",
    "inadequate": "First inadequate report",
    "region": "Region",
    "name": "Name",
}
# From the grade that stands at the top of the wall to the one at its foot; authorities without one come last.
RANKED = ("inadequate", "requires improvement", "no overall grade", "good", "outstanding")
INTERVENTION = Fill(colour="#d4501e")
THICK, LINE = 0.94, 0.42  # of a row: a grade leaves a hair between rows, an intervention lies upon the middle of it
ROW = 3.6  # pixels of one row on a page: 153 rows fit a first screen
SOURCES = (
    "Grades: Ofsted's inspection reports, as its own lists and the ILACS overview give them; a grade is drawn from the "
    "publication of its report. Government intervention: our own register, which is not complete; a date known "
    "only by its year stands at the first day of that year. Open Government Licence v3.0. Independent tool, not "
    "official statistics."
)
FAR = date(9999, 1, 1)  # after any date that is held


def order() -> Choice:
    """Offer the orders of the rows."""
    return Choice(name="order", options=tuple(ORDERS), default=("now",))


class Row(NamedTuple):
    """One authority in the wall: its code and name, where it is counted, its grades and its interventions."""

    code: str
    name: str
    group: str
    grades: tuple[Stood, ...]
    spells: tuple[RegisterSpell, ...]


def rows(grades: Sequence[Stood], spells: Sequence[RegisterSpell], order: str) -> list[Row]:
    """Put the authorities of today in an order.

    Parameters
    ----------
    grades
        Of `queries.home.grades`.
    spells
        Of `queries.register.spells`; those of authorities that have ended are left out.
    order
        One of `ORDERS`.
    """
    of_code: dict[str, list[RegisterSpell]] = {}
    for spell in spells:
        of_code.setdefault(spell.area_code, []).append(spell)
    found = [_row(list(mine), of_code, order) for _, mine in groupby(grades, key=lambda row: row.area_code)]
    first = {row.area_code: row for row in grades}
    return sorted(found, key=lambda row: _place(first[row.code], order))


def _row(stood: Sequence[Stood], of_code: Mapping[str, Sequence[RegisterSpell]], order: str) -> Row:
    one = stood[0]
    return Row(one.area_code, one.name, _group(one, order), _graded(stood), tuple(of_code.get(one.area_code, ())))


def _graded(stood: Iterable[Stood]) -> tuple[Stood, ...]:
    return tuple(row for row in stood if row.grade is not None)


def _place(row: Stood, order: str) -> tuple[object, ...]:
    """Return where an authority stands in an order; by name among equals."""
    if order == "now":
        ranked = RANKED.index(row.grade_now) if row.grade_now in RANKED else len(RANKED)
        return ranked, row.inadequate_from or FAR, row.name
    if order == "inadequate":
        return row.inadequate_from or FAR, row.name
    return (row.region_name, row.name) if order == "region" else (row.name,)


def _group(row: Stood, order: str) -> str:
    if order == "now":
        return row.grade_now.capitalize() if row.grade_now else "Not yet inspected"
    if order == "inadequate":
        return "With an inadequate report" if row.inadequate_from else "Without"
    return row.region_name if order == "region" else ""


def wall(wanted: Sequence[Row], first: date, last: date) -> Drawing:
    """Draw the wall: the first row at the top."""
    bars = [bar for place, row in enumerate(wanted) for bar in _bars(row, len(wanted) - 1 - place, first, last)]
    panel = Panel(up=Up(low=0, high=len(wanted), grid=False, zero=False), tall=ROW * len(wanted), bars=tuple(bars))
    return Drawing(panels=(panel,), across=axes.calendar(first, last))


def _bars(row: Row, low: int, first: date, last: date) -> Iterable[Bar]:
    for stood in row.grades:
        if stood.published_on and stood.until and stood.grade and stood.grade != "no overall grade":
            fill = Fill(colour=theme.GRADE_FILL[stood.grade])
            yield Bar(left=max(stood.published_on, first), right=stood.until, low=low, high=low + THICK, fill=fill)
    middle = low + THICK / 2
    for spell in row.spells:
        end = max(spell.known_to, spell.last_reported if spell.state == "in_force" else spell.known_to)
        left, right = max(spell.began_on, first), min(max(end, spell.began_on + SHORTEST), last)
        if left < right:
            yield Bar(left=left, right=right, low=middle - LINE / 2, high=middle + LINE / 2, fill=INTERVENTION)


def said(row: Row) -> str:
    """Say what stands in a row: the grade in force since when, and the interventions as far as they are known."""
    spells = _spells(row)
    return f"{row.name}. Ofsted: {_grade(row)}." + (f" Government intervention: {spells}." if spells else "")


def cells(wanted: Sequence[Row]) -> list[dict[str, str]]:
    """Write the wall as a table: Authority, Ofsted, Government intervention."""
    return [
        {"Authority": row.name, "Ofsted": _grade(row), "Government intervention, as far as known": _spells(row)}
        for row in wanted
    ]


def _grade(row: Row) -> str:
    last = row.grades[-1] if row.grades else None
    return f"{last.grade} since {day(last.published_on, 'month')}" if last else "not yet inspected"


def _spells(row: Row) -> str:
    return "; ".join(
        f"{day(spell.began_on, spell.began_precision)} "
        + {"in_force": "on, in force when last reported", "end_unknown": "on, end not known"}.get(
            spell.state, f"to {day(spell.ended_on, spell.ended_precision or 'day')}"
        )
        for spell in row.spells
    )


def counts(wanted: Sequence[Row]) -> list[tuple[str, int]]:
    """Count the rows of each group, in order."""
    return [(name, len(list(rows))) for name, rows in groupby(wanted, key=lambda row: row.group)]


def heading(grades: Sequence[Stood], known_to: date) -> str:
    """Say how many authorities stand in each grade: one sentence that a paper could print."""
    now: Mapping[str, str] = {row.area_code: row.grade_now or "" for row in grades}
    number = {grade: sum(1 for each in now.values() if each == grade) for grade in RANKED}
    return (
        f"By Ofsted's last reports up to {day(known_to)}, {number['outstanding']} of {len(now)} local authorities in "
        f"England stand at outstanding, {number['good']} at good, {number['requires improvement']} at requires "
        f"improvement and {number['inadequate']} at inadequate; the last inspection of {number['no overall grade']} "
        "gave no overall grade, as none has since April 2026."
    )


def key() -> list[Entry]:
    """List what the colours stand for."""
    shown = ("outstanding", "good", "requires improvement", "inadequate")
    words = {"requires improvement": "Requires improvement or adequate"}
    return [
        *(Entry(words=words.get(each, headed(each)), fill=Fill(colour=theme.GRADE_FILL[each], edge=theme.GRADE_EDGE))
          for each in shown),
        Entry(words="Government intervention, as far as it is known", fill=INTERVENTION),
        Entry(words="Not graded, or no overall grade (from April 2026)", fill=Fill(colour="#ffffff", edge=theme.AXIS)),
    ]  # fmt: skip
