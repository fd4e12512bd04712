"""One authority and its double in words: how alike they were before, how far apart after, and how unusual that is."""

from collections.abc import Sequence
from datetime import date
from statistics import fmean

from pages.around.choices import EVENTS
from pages.charts import claimed
from pages.charts.claimed import Claimed
from pages.charts.words import averaged, day, listed, lowered, signed
from pages.charts.words import year_said as _year_said
from pages.charts.years import measured
from pages.double.asked import Asked, Found, Shown
from pages.double.ranks import Ranked
from pages.double.rules import RANKED
from queries.rows.around import Case

STANDING = "This shows when figures moved apart, not why."
NAMED = 3  # of those in a double that a sentence names: all are in the table
MEANT = (
    "A gap after the event is not what the event did. A figure that was far out tends to come nearer the others by "
    "itself, and reports and interventions follow figures. Whatever else happened here in these years, or to one of "
    "those in the double, is in the gap too."
)
SHORT = "A gap is not what the event did: figures far out tend to come back by themselves, and events follow figures."
WHAT = (
    "The double is a mix of other authorities, in fixed shares, whose figures before the event come nearest. It is a "
    "calculation: no such place exists."
)


def headline(asked: Asked) -> str:
    """Head the view."""
    return f"{asked.name} and its double: {asked.indicator.title}"


def subtitle(asked: Asked, case: Case | None) -> str:
    """Say what is measured, which event it is, and how the view is to be read."""
    event = f"Event: {happened(case)}. " if case is not None and case.first_on else ""
    return f"{measured(asked.indicator)}. {event}{STANDING}"


def happened(case: Case) -> str:
    """Name the event with its date."""
    return f"{case.title}, {day(case.first_on, case.date_precision or 'day')}"


def refusal(found: Found, why: str, asked: Asked) -> str:
    """Say that no double is shown, and why."""
    whose = found.case.area_name if found.case else asked.name
    return f"No double of {whose} is shown for this event and indicator: {why}." if why else ""


def others(events: Sequence[str], asked: Asked) -> str:
    """Say for which other events a double of the same authority and indicator is shown."""
    named = [EVENTS[event] for event in events if event != asked.event]
    if not named:
        return f"For none of the events offered is a double of {asked.name} shown by this indicator."
    return f"By this indicator a double of {asked.name} is shown for: {listed(list(map(lowered, named)))}."


def said(on: date, asked: Asked) -> str:
    """Write the year of a figure."""
    return _year_said(on, basis=asked.indicator.basis)


def ends(shown: Shown) -> dict[int, date]:
    """Return the reference date of each year of the authority's own figures."""
    return {row.year: row.period_end for row in shown.figures}


def gap(value: float, asked: Asked) -> str:
    """Write the figure of the authority less that of its double."""
    return signed(value, unit=asked.indicator.unit, decimals=averaged(asked.indicator).decimals)


def amount(value: float, asked: Asked) -> str:
    """Write an error, which has no sign."""
    return gap(abs(value), asked).lstrip("+")


def findings(shown: Shown, asked: Asked) -> list[str]:
    """Say what was seen: before the event, after it, and without one of those in the double."""
    return [_before(shown, asked), _after(shown, asked), _without(shown, asked), WHAT]


def _before(shown: Shown, asked: Asked) -> str:
    panel, double, on = shown.window.panel, shown.double, ends(shown)
    return (
        f"Before: from {said(on[panel.before[0]], asked)} to {said(on[panel.before[-1]], asked)} the "
        f"{len(panel.before)} figures of {whose(shown)} and of its double were {amount(double.error_before, asked)} "
        f"apart (root mean square), {double.error_before / double.spread:.0%} of the spread among the "
        f"{len(panel.donors)} authorities that it could be mixed of. {mixed(shown)}"
    )


def whose(shown: Shown) -> str:
    """Name the authority or the joint return whose figures are shown."""
    return shown.window.case.area_name


def mixed(shown: Shown) -> str:
    """Name the heaviest of those in the double."""
    weights = shown.double.weights
    named = [f"{shown.names[code]} {weight:.1%}" for code, weight in weights[:NAMED]]
    if len(weights) <= NAMED:
        return f"In it {'is' if len(weights) == 1 else 'are'} {listed(named)}."
    return f"In it are {len(weights)} authorities, the heaviest {listed(named)}."


def gaps_after(shown: Shown) -> tuple[float, ...]:
    """Return the gaps of the years after."""
    return shown.double.gaps[len(shown.window.panel.before) :]


def _after(shown: Shown, asked: Asked) -> str:
    after, gaps, on = shown.window.panel.after, gaps_after(shown), ends(shown)
    return (
        f"After: the figure of {whose(shown)} less that of its double was {gap(gaps[0], asked)} in "
        f"{said(on[after[0]], asked)} and {gap(gaps[-1], asked)} in {said(on[after[-1]], asked)}; over the "
        f"{len(gaps)} figures {gap(fmean(gaps), asked)} on average, and "
        f"{amount(shown.double.error_after, asked)} apart (root mean square)."
    )


def _without(shown: Shown, asked: Asked) -> str:
    """Say between which ends the last gap lies where one of those in the double is left out."""
    if not shown.without:
        return ""
    lasts = [each.gaps[-1] for each in shown.without]
    last = said(ends(shown)[shown.window.panel.after[-1]], asked)
    if len(lasts) == 1:
        return f"Without the one authority in it, the gap of {last} is {gap(lasts[0], asked)}."
    return (
        f"With each of the {len(lasts)} in it left out in turn, the gap of {last} lies between "
        f"{gap(min(lasts), asked)} and {gap(max(lasts), asked)}."
    )


def rank(shown: Shown, each: Ranked) -> str:
    """Say where the authority stands among those whose own double passes the same rules."""
    others = len(each.placebos)
    tried = (
        f"Each of the {len(shown.window.panel.donors)} others was treated as if it had had the event: {others} have a "
        f"double that passes the same rules, {each.exact} are repeated exactly and {each.poor} lie too far off."
    )
    if each.many < RANKED:
        return f"{tried} Too few for a rank: at least {RANKED} are needed, {whose(shown)} among them."
    return (
        f"{tried} The error after over the error before is {each.ratio:.1f} for {whose(shown)}: {each.place} of "
        f"{each.many}, counted from the largest. Had the event fallen by lot on one of these {each.many}, a place as "
        f"high would come in {each.place} of {each.many} draws; but events do not fall by lot."
    )


def short_rank(each: Ranked) -> str:
    """Say the rank in a picture."""
    if each.many < RANKED:
        return "Too few others pass the same rules for a rank."
    return f"Error after over error before: {each.ratio:.1f}, {each.place} of {each.many} authorities from the largest."


def alternative(shown: Shown, asked: Asked, claims: Sequence[Claimed] = ()) -> str:
    """Describe the two panels for those who do not see them, and the claims that are marked."""
    after, on = shown.window.panel.after, ends(shown)
    return (
        f"Two charts over the years from {said(on[shown.window.panel.before[0]], asked)} to "
        f"{said(on[after[-1]], asked)}, with a line at the event. Above: {asked.indicator.title} of {whose(shown)} and "
        f"of its double. Below: the first less the second, {gap(gaps_after(shown)[-1], asked)} in "
        f"{said(on[after[-1]], asked)}. Tables below. {claimed.described(claims)}"
    ).rstrip()


def alternative_others(shown: Shown, each: Ranked) -> str:
    """Describe the chart of those treated as if they had the event."""
    return (
        f"Chart of gaps between figures and doubles over the same years: {len(each.placebos)} other authorities as "
        f"faint lines, {whose(shown)} as a thick one. {short_rank(each)}"
    )
