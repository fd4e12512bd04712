"""What is found of one authority and its double: asked of the database, and worked out once for all visitors."""

from collections.abc import Callable, Mapping, Sequence

from data.catalogue import Indicator
from pages.around.choices import EVENTS
from pages.claims import beside
from pages.database import rows_once
from pages.double import rules
from pages.double.asked import Asked, Found, Shown
from pages.double.weighing import double, without
from pages.double.window import reach, window
from queries import around
from queries import double as questions
from queries.rows.around import Case

UNASKED = "began"  # the event that stands where none is asked for and no double is shown for any
Ask = Callable[..., list]  # type: ignore[type-arg]  # `rows_once`, or the same with a connection of a test


def found(area: str, event: str, indicator: str, ask: Ask = rows_once) -> Found:
    """Ask for all that a double of an authority is worked out from.

    Parameters
    ----------
    area, event, indicator
        The area code of the authority, one of `pages.around.choices.EVENTS`, and an id of the catalogue.
    ask
        Answers a question with its keywords.
    """
    cases = ask(around.cases, event=event, indicator=indicator)
    kin = {each.area_code: each.relation for each in ask(questions.kin, area=area)}
    case = whose(cases, kin)
    figures = ask(around.figures, indicator=indicator)
    if case is None or case.place != "case":
        return Found(case, cases, figures, None, ())
    first, last = reach(case, figures)
    spells = ask(questions.under_intervention, first_on=first, last_on=last)
    under = {spell.area_code for spell in spells}
    return Found(case, cases, figures, window(case, cases, figures, kin=kin, under=under), spells)


def whose(cases: Sequence[Case], kin: Mapping[str, str]) -> Case | None:
    """Return the row of an authority, or of the joint return that has its figures where it is no case itself."""
    rows = {relation: case for case in cases for relation in [kin.get(case.area_code)] if relation}
    both = [rows[relation] for relation in ("itself", "joint return") if relation in rows]
    return next((row for row in both if row.place == "case"), both[0] if both else None)


def refused(each: Found, event: str, decimals: int) -> str:
    """Say why no double is shown, or nothing."""
    no_case = rules.no_case(each, event)
    if no_case or each.window is None:
        return no_case
    panel = each.window.panel
    return rules.too_few(panel) or rules.no_fit(double(panel), panel, decimals=decimals)


def shown(each: Found) -> Shown:
    """Put together what is shown of a double that is not refused."""
    assert each.window is not None
    panel = each.window.panel
    own = tuple(row for row in each.figures if row.area_code == panel.case
                and panel.before[0] <= row.year <= panel.after[-1])  # fmt: skip
    names = {case.area_code: case.area_name for case in each.cases}
    spells = tuple(spell for spell in each.spells if spell.area_code == panel.case)
    return Shown(each.window, own, tuple(each.figures), double(panel), without(panel), spells, names)


def events(area: str, indicator: Indicator) -> list[str]:
    """Return the events of an authority for which its double is shown, by this indicator."""
    asked = {event: found(area, event, indicator.id) for event in EVENTS}
    return [event for event, each in asked.items() if not refused(each, event, indicator.decimals)]


def first_event(area: str, indicator: Indicator) -> str:
    """Return the event that stands where none is asked for: the first for which a double is shown, if there is one."""
    return next(iter(events(area, indicator)), UNASKED)


def touching(what: Shown, asked: Asked) -> tuple[str, ...]:
    """Return the claims that touch the figures that a double is set beside."""
    return beside.on_dates(what.window.panel.case, asked.indicator.id, [row.period_end for row in what.figures])


def areas(what: Shown) -> list[str]:
    """Return the authority and those in its double."""
    return [what.window.panel.case, *(code for code, _ in what.double.weights)]


def spanned(what: Shown) -> tuple[int, int]:
    """Return the first and the last year of figures."""
    years_of = [row.year for row in what.figures]
    return min(years_of), max(years_of)


def behind(what: Shown, asked: Asked) -> Mapping[str, Sequence[str] | int]:
    """Return the areas, the indicator and the years of which the publications are asked for."""
    first, last = spanned(what)
    return {"areas": areas(what), "indicators": [asked.indicator.id], "first": first, "last": last}
