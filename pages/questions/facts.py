"""Figures as answers need them: the newest, the one of a year, and the first that compares with the newest."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

from data.catalogue import indicators
from pages.charts.words import figure_of, signed, year_said
from queries.rows.claims import Found
from queries.rows.history import Grade, Spell
from queries.rows.questions import AfterInadequate, Fact, Kept, Spread
from queries.rows.register import ServicesMoved


class Facts(NamedTuple):
    """All that the answers are made of.

    Attributes
    ----------
    figures
        By area and indicator, in order of date.
    found
        Claims by id.
    spells, judged
        Interventions, and grades by area.
    moved, grades
        Authorities whose services moved to a trust, and the grade that stands in each, by area.
    around, caseloads, kept
        Changes around judgements of inadequate by indicator; how caseloads lie; what is kept of events and breaks.
    correlation
        Of two rates: its value, the ends of its interval, how many authorities and the year.
    demand
        Whether demand rose while spend fell in England: before the articles of 2013, and to the last of them.
    neighbours
        The median of Birmingham's statistical neighbours, by indicator and reference date.
    """

    figures: Mapping[tuple[str, str], Sequence[Fact]]
    found: Mapping[str, Found]
    spells: Sequence[Spell]
    judged: Mapping[str, Sequence[Grade]]
    moved: Sequence[ServicesMoved]
    grades: Mapping[str, str]
    around: Mapping[str, AfterInadequate]
    caseloads: Spread
    kept: Kept
    correlation: tuple[float, float, float, int, int]
    demand: tuple[str, str]
    neighbours: Mapping[tuple[str, date], float]

    def newest(self, area: str, id: str) -> Fact:
        """Return the newest figure that is given."""
        return self.figures[area, id][-1]

    def of(self, area: str, id: str, year: int) -> Fact:
        """Return the figure of a year."""
        return next(each for each in self.figures[area, id] if each.period_end.year == year)

    def together(self, series: Sequence[tuple[str, str]]) -> int:
        """Return the newest year in which every one of some series, by area and indicator, gives a figure."""
        years = [{each.period_end.year for each in self.figures[one]} for one in series]
        return max(set.intersection(*years))

    def begun(self, area: str, id: str) -> Fact:
        """Return the first figure that compares with the newest."""
        newest = self.newest(area, id)
        return next(each for each in self.figures[area, id] if each.segment == newest.segment)


def said(fact: Fact) -> str:
    """Write a figure."""
    return figure_of(fact.value, indicators()[fact.indicator_id])


def when(fact: Fact) -> str:
    """Write the date of a figure."""
    return year_said(fact.period_end, basis=indicators()[fact.indicator_id].basis)


def dated(fact: Fact) -> str:
    """Write a figure with its date."""
    return f"{said(fact)} in {when(fact)}"


def moved(before: Fact, after: Fact) -> str:
    """Write a change in per cent."""
    return percent((after.value / before.value - 1) * 100)


def percent(value: float) -> str:
    """Write a change in per cent with its sign."""
    return f"{signed(value, unit='%', decimals=1).removesuffix(' percentage points')}%"


def points(value: float) -> str:
    """Write a change in percentage points with its sign."""
    return signed(value, unit="%", decimals=1)
