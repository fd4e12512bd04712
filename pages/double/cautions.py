"""What must be known of a double: who is left out, what else happened to the authority, and what is unusual."""

from collections.abc import Sequence
from datetime import date

from pages.charts.words import day, listed
from pages.double.asked import Asked, Shown
from pages.double.window import EVENT, GAPS, KIN, REACH, SMALL, UNDER
from pages.double.words import said
from queries.rows.around import YearFigure
from queries.rows.double import Spell

LEFT_OUT = {
    UNDER: "under intervention in these years, or without a known end of one",
    EVENT: "with such an event by the last of them, or of which that is not certain",
    GAPS: "without a figure in each of them",
    SMALL: "very small",
    KIN: "sharing figures with it",
}
PANDEMIC = (date(2020, 3, 1), date(2021, 12, 31))  # figures dated so lie in the first two years of COVID-19


def cautions(shown: Shown, asked: Asked) -> list[str]:
    """Say what must be known of a double that is shown."""
    case, dates = shown.window.case, [row.period_end for row in shown.figures]
    lines = [
        _joint(shown, asked),
        _left_out(shown),
        *_own(shown),
        _missing(shown.figures, asked),
        f"It had such an event again later ({case.later_events} more): that lies on its path."
        * bool(case.later_events),
        "Our register holds the date of the event with low confidence." * (case.confidence == "low"),
        _marked([row for row in shown.figures if row.unusual], "are marked as unusual", asked),
        _marked([row for row in shown.figures if row.small], "rest on small numbers", asked),
        "Figures are totals over a year: the first on or after the event may lie before it in part."
        * (asked.indicator.basis == "year"),
        "These years take in COVID-19. What it changed everywhere alike is in the double too; what differed from place "
        "to place is in the gap." * any(PANDEMIC[0] <= on <= PANDEMIC[1] for on in dates),
        f"Only the newest stretch of the series that no break crosses is used, and of it the years to +{REACH}.",
    ]
    return [line for line in lines if line]


def _joint(shown: Shown, asked: Asked) -> str:
    name = shown.window.case.area_name
    return f"The figures are those of the joint return {name}, not of {asked.name} alone." if name != asked.name else ""


def _left_out(shown: Shown) -> str:
    counted = [
        f"{shown.window.left_out[why]} {words}" for why, words in LEFT_OUT.items() if why in shown.window.left_out
    ]
    many = sum(shown.window.left_out.values())
    if not many:
        return ""
    return f"Others that may not be in the double: {many}, each by the first reason that holds. {'; '.join(counted)}."


def _own(shown: Shown) -> list[str]:
    """Say which interventions of its own lay in the window."""
    spans = [_span(spell) for spell in shown.spells]
    if not spans:
        return []
    return [
        f"By our register {shown.window.case.area_name} was itself under intervention in these years: {listed(spans)}. "
        "Figures before the event are then in part of years under intervention."
        if _before_the_event(shown)
        else f"By our register {shown.window.case.area_name} was under intervention in these years: {listed(spans)}."
    ]


def _before_the_event(shown: Shown) -> bool:
    first = shown.window.case.first_on
    return any(first is not None and spell.began_on < first for spell in shown.spells)


def _span(spell: Spell) -> str:
    began = day(spell.began_on, spell.began_precision)
    if spell.ended_on is not None:
        return f"{began} to {day(spell.ended_on, spell.ended_precision or 'day')}"
    return f"from {began}, {'in force' if spell.state == 'in_force' else 'its end not known'}"


def _missing(figures: Sequence[YearFigure], asked: Asked) -> str:
    without = [said(row.period_end, asked) for row in figures if row.value is None]
    if not without:
        return ""
    return f"Without a figure of its own, and so left out for all: {listed(without)}."


def _marked(figures: Sequence[YearFigure], words: str, asked: Asked) -> str:
    years = [said(row.period_end, asked) for row in figures if row.value is not None]
    return f"Figures that {words}, and take part as published: {listed(years)}." if years else ""
