"""The page of one authority in words: its heading, its two chips, its alternative text."""

from collections.abc import Sequence
from typing import NamedTuple

from data.catalogue import Indicator
from pages.authority.shown import Shown
from pages.charts import claimed, facts
from pages.charts.words import UNGRADED, day, lowered, number_of, year_said
from pages.charts.years import newest_said
from queries.rows.figures import Trend
from queries.rows.history import Grade, Phase

STATES = ("in_force", "end_unknown", "ended")  # which of several interventions is said first


class Chip(NamedTuple):
    """What stands now, in two lines: what it is, and since when."""

    title: str
    about: str


def graded(in_force: Sequence[Grade], *, closed: str = "") -> Chip:
    """Say which grade of Ofsted stands, and since which report.

    Parameters
    ----------
    in_force
        Of the authority.
    closed
        When the authority ended, in words; empty for one that has not.
    """
    if not in_force:
        return Chip("Ofsted: no inspection in the files held", "since 2009")
    last, first = in_force[-1], facts.since(in_force)
    if closed:
        return Chip(f"Last Ofsted grade: {_grade(last)}", f"{day(last.published_on)}; the authority ended on {closed}")
    if last.grade == UNGRADED:
        return Chip(
            f"Ofsted: {UNGRADED}", f"report of {day(last.published_on)}: areas alone are graded{_before(in_force)}"
        )
    again = "" if first is last else f"; again {day(last.published_on)}"
    return Chip(f"Ofsted: {_grade(last)}", f"since {day(first.published_on)}{again}")


def _grade(row: Grade) -> str:
    """Name a grade, and what it is of where that is not the whole."""
    return row.grade if row.graded == "overall effectiveness" else f"{row.grade} ({row.graded})"


def _before(in_force: Sequence[Grade]) -> str:
    before = [row for row in in_force if row.grade != UNGRADED]
    return f"; before: {before[-1].grade}" if before else ""


def intervened(phases: Sequence[Phase]) -> Chip:
    """Say whether government intervenes as far as the register knows, of several interventions of the most open one.

    That none is in force is never said: the register is not complete.
    """
    found = sorted(facts.by_spell(phases), key=lambda spell: spell[-1].began_on, reverse=True)
    if not found:
        return Chip("Intervention: none found so far", "our register is not complete")
    spell = min(found, key=lambda spell: STATES.index(spell[-1].state))
    unsure = "; weak evidence" if facts.confidence(spell) == "low" else ""
    more = f"; {len(found)} interventions known" if len(found) > 1 else ""
    began = f"began {facts.began(spell[0])}{unsure}{more}"
    if spell[-1].state == "in_force":
        return Chip("Intervention: in force when last reported", f"{day(spell[-1].last_reported, 'month')}; {began}")
    return Chip(f"Intervention: {facts.ended(spell[-1])}", began)


def alternative(shown: Shown) -> str:
    """Describe the chart: what it shows, where each line ends, and which tables follow."""
    ends = " ".join(_end(shown, indicator) for indicator in shown.indicators)
    odd = [
        f"{lowered(indicator.short_title)} {year_said(row.period_end, basis=indicator.basis)}"
        for indicator in shown.indicators
        for row in shown.trend
        if row.role == "chosen" and row.unusual and row.indicator_id == indicator.id
    ]
    ringed = f" Unusual values, ringed: {', '.join(odd)}." if odd else ""
    drafted = any(row.role.startswith("own") for row in shown.trend)
    draft = " Own figures, DRAFT and unpublished, stand beside them, dotted and hollow." * drafted
    band = " Pale bands show where the middle half and the middle four fifths of all authorities lie."
    return (
        f"Timeline of {shown.name}: government intervention, Ofsted grades and "
        f"{number_of(len(shown.indicators), 'line chart')} on one date axis. "
        f"Government intervention: {'; '.join(facts.spells(shown.phases))}. "
        f"Ofsted: {facts.standing(shown.in_force)}. "
        f"{ends}{ringed}{draft}{_claims(shown)}{band * bool(shown.percentiles)} All of it is in the tables below."
    )


def _claims(shown: Shown) -> str:
    return f" {said}" if (said := claimed.described(shown.claims)) else ""


def _end(shown: Shown, indicator: Indicator) -> str:
    mine = [row for row in shown.trend if row.role == "chosen" and row.indicator_id == indicator.id]
    return f"{indicator.title}: {last(mine, indicator)}."


def last(rows: Sequence[Trend], indicator: Indicator) -> str:
    """Write the figure of the last date, whatever its status, and the last that is given."""
    points = [(row.period_end, row.value, row.status) for row in rows]
    return newest_said(points, indicator)
