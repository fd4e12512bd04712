"""All cases around an event in words: what was seen, how sure that is, and what may lie behind it. Never why."""

from data.kinds import Unit
from pages.around.asked import Asked, Shown
from pages.around.choices import AGAINST, EVENTS, NAMED
from pages.around.estimates import BASE, Year
from pages.around.panel import matched
from pages.charts.axes import plus_minus
from pages.charts.words import averaged, listed, lowered, signed, years_said
from pages.charts.years import measured

STANDING = "This shows when figures moved, not why."
YEARS_AFTER = 2  # years since the event: of this year the first sentence speaks, or of the last before it that is shown
FEW_BEFORE = 2  # years before the event, apart from the base: with fewer little is seen of the path there
COMES_BACK = (
    "Two things alone can draw such a path. A figure that is far out in one year tends to be nearer the others in the "
    "next, whatever happens. And reports follow figures: an inspection may come, or find what it finds, where a figure "
    "has moved already."
)


# The same in a picture, which stands alone.
BACK = "Figures far out tend to come back by themselves, and reports follow figures."


def headline(shown: Shown, asked: Asked) -> str:
    """Head the view."""
    many = compared_cases(shown, asked)
    return f"{asked.indicator.title} around {NAMED[asked.event]}: {many or 'no'} {'case' if many == 1 else 'cases'}"


def compared_cases(shown: Shown, asked: Asked) -> int:
    """Count the cases that have anybody to be compared with."""
    return matched(shown.panel, never=asked.compared == "never")


def subtitle(asked: Asked) -> str:
    """Say what is measured, and how the view is to be read."""
    return f"{measured(asked.indicator)}. By years since: {lowered(EVENTS[asked.event])}. {STANDING}"


def year_said(shown: Shown) -> Year:
    """Return the year of which the first sentence speaks."""
    after = [year for year in shown.estimate.years if 0 <= year.since <= YEARS_AFTER]
    return after[-1]


def findings(shown: Shown, asked: Asked) -> list[str]:
    """Say what was seen: after the event, before it, and what may lie behind it.

    Parameters
    ----------
    shown
        With an estimate.
    """
    return [_after(shown, asked), _before(shown, asked), COMES_BACK, questions()]


def _after(shown: Shown, asked: Asked) -> str:
    year = year_said(shown)
    return (
        f"{span(shown, asked)} By year {plus_minus(year.since)} the {year.cases} cases with a figure then had moved by "
        f"{_amount(year.estimate, asked)} against {AGAINST[asked.compared]}, counted from the year before the event "
        f"({_band(year, asked)}{_taken(year)}). {_excluding(shown)}"
    )


def _excluding(shown: Shown) -> str:
    """Name the years after the event whose band excludes zero."""
    after = [year for year in shown.estimate.years if year.since >= 0]
    those = [plus_minus(year.since) for year in after if beyond(year)]
    all_of = f"years {plus_minus(after[0].since)} to {plus_minus(after[-1].since)}"
    if not those:
        return f"In none of {all_of} does the band exclude zero."
    return f"Of {all_of}, the band excludes zero in {'year' if len(those) == 1 else 'years'} {listed(those)}."


def span(shown: Shown, asked: Asked) -> str:
    """Say how many cases there are, how many have others beside them, and of when their first figures are."""
    years = {case.from_year for case in shown.cases if case.from_year is not None}
    many, with_others = sum(case.from_year is not None for case in shown.cases), compared_cases(shown, asked)
    others = f", {with_others} of them with others to be compared with" if with_others < many else ""
    dates = sorted({row.period_end for row in shown.figures if row.year in years})
    said = years_said(dates[0], dates[-1], basis=asked.indicator.basis)
    return f"{many} cases{others}; year 0 of the cases: {said}."


def _amount(value: float, asked: Asked) -> str:
    indicator = averaged(asked.indicator)
    unit = "cases per social worker" if indicator.unit is Unit.CASES else indicator.unit
    return signed(value, unit=unit, decimals=indicator.decimals)


def _band(year: Year, asked: Asked) -> str:
    return f"95% band {reach(year.low or 0.0, year.high or 0.0, decimals=averaged(asked.indicator).decimals)}"


def reach(low: float, high: float, *, decimals: int) -> str:
    """Write the ends of a band or an interval: an end that rounds to zero and excludes it as above or below 0."""
    first, last = (signed(end, unit="", decimals=decimals) for end in (low, high))
    if low > 0 and first[0] not in "+−":
        first = "above 0"
    if high < 0 and last[0] not in "+−":
        last = "below 0"
    return f"{first} to {last}"


def _taken(year: Year) -> str:
    return "" if beyond(year) else ", which includes zero"


def beyond(year: Year) -> bool:
    """Tell whether the band of a year excludes zero."""
    return year.low is not None and year.high is not None and (year.low > 0 or year.high < 0)


def _before(shown: Shown, asked: Asked) -> str:
    before = [year for year in shown.estimate.years if year.since < BASE]
    apart = [year for year in before if beyond(year)]
    if len(before) < FEW_BEFORE:
        return "Too few years before the event have enough cases to say how alike the two moved then."
    if apart:
        named = listed([f"year {plus_minus(year.since)} ({_amount(year.estimate, asked)})" for year in apart])
        return (
            f"Before the event they did not move alike: the band excludes zero in {named}. What follows may be more of "
            "the same, or a way back, and is not to be read as what came with the event."
        )
    return (
        "In no year shown before the event does the band exclude zero. That is no proof that the two would have moved "
        "alike afterwards: with so few cases a drift of some size would not be seen."
    )


def questions() -> str:
    """Say how many questions can be asked here, and what chance alone makes of so many."""
    many = asked_in_all()
    return (
        f"This is one of {many} questions, event by indicator, that this page offers, each with more windows and "
        f"comparisons. Where nothing moved at all, about one band in twenty excludes zero somewhere: {many // 20} of "
        f"{many}. Whoever looks until one stands out should say through how many they looked."
    )


def asked_in_all() -> int:
    """Count the questions: kinds of event by indicators."""
    from pages.choosing.choices import rates

    return len(EVENTS) * len(rates(default="agency_rate").options)


def alternative(shown: Shown, asked: Asked) -> str:
    """Describe the two panels for those who do not see them."""
    year = year_said(shown)
    return (
        f"Two charts by years since {NAMED[asked.event]}. Above: {lowered(asked.indicator.title)} of each case and "
        f"their mean. Below: change since the year before the event, cases less those compared; in year "
        f"{plus_minus(year.since)} {_amount(year.estimate, asked)}, {_band(year, asked)}. Tables below."
    )
