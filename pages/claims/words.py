"""A claim and what the official figures say of it, in words."""

from datetime import date

from data.catalogue import Indicator
from pages.charts.theme import STATUS_WORDS
from pages.charts.words import day, figure, figure_of, headed, lowered, published, signed, year_said
from queries.rows.claims import Found, Said

FINDINGS = {
    "matches": "Matches within rounding",
    "near": "Near",
    "differs": "Differs",
    "unchecked": "Cannot be checked",
}
FAR = 3  # times the number claimed: from there on a percentage is no longer read at a glance
WHOLE = 10  # times the number claimed: from there on a tenth of it tells nothing
ROUNDED = ("exactly", "about", "almost", "fraction")  # a bound, as more than, holds or does not
ARTICLED = {"North East", "North West", "East Midlands", "West Midlands", "East of England", "South East", "South West"}
HAPPENED = {
    "happened": "took place",
    "conditional": "was said under a condition",
    "planned": "was planned",
    "not_carried_out": "was planned and did not take place",
}
RULE = (
    "**The official figure** is that of the date of which the claim speaks, in the newest edition. Where a claim "
    "names no date, it is the last reference date before the claim was made, or in its month or year where the day is "
    "not known.",
    "**Matches within rounding**: the official figure, rounded as the claim is written, is the claim. A percentage is "
    "rounded to the decimals given. Any other number is rounded to its last digit that is not 0, but by no more than a "
    "fortieth of it: 30,000 is 29,250 to 30,750. A fraction in words, such as half, allows 2.5 percentage points "
    "either way. *About* allows 1 percentage point, or a twentieth of any other number. *Almost* takes in 2 percentage "
    "points, or a twentieth, below the number. *More than*, *at least*, *less than* and *up to* hold or do not hold; "
    "a fall is held to a fall by its size. "
    "*Rising* and *falling* are changes of more than 1%, or of 0.5 percentage points of a percentage. A claim of "
    "judgements matches where all of them were so, or as many; one of a step where our register has it within the "
    "time claimed.",
    "**Near**: not within rounding, but no further off than 2 percentage points of a percentage and a quarter of the "
    "official figure, 5 points of a change in per cent, or a tenth of any other official figure. Of a direction: "
    "little changed.",
    "**Differs**: further off than that.",
    "**Cannot be checked**: no official figure of it is held, or of that date, or it is withheld, or a break in the "
    "series lies between the two dates of a change.",
    "A finding says how far two numbers stand apart, and not who is right: the definitions may differ.",
)


def attributed(said: Said) -> str:
    """Say whose a claim is, where it was said and when."""
    when = f", {day(said.said_on, said.date_precision)}" if said.said_on else ""
    claimant = headed(said.claimant)
    return f"{claimant}, in {said.outlet}{when}" if said.outlet != said.claimant else f"{claimant}{when}"


def in_a_line(said: Said) -> str:
    """Say what a claim is, and whose."""
    return f"{said.place}: {said.about}, {said.said} ({attributed(said)})"


def headline(found: Found, title: str) -> str:
    """Name a claim with its finding."""
    return f"{verdict(found)}: {title}"


def verdict(found: Found) -> str:
    """Write a finding; of what is no number nothing is rounded."""
    rounded = found.reading in ("figure", "change", "times") and found.word in ROUNDED
    return FINDINGS[found.finding] if rounded or found.finding != "matches" else "Matches"


def finding(found: Found, indicator: Indicator | None, place: str) -> str:
    """Say what the official figures say of a claim, with the figures."""
    if found.finding == "unchecked":
        return f"Cannot be checked, because {reason(found, indicator, place)}."
    return f"{verdict(found)}. {official(found, indicator, place)}"


def reason(found: Found, indicator: Indicator | None, place: str) -> str:
    """Say why a claim cannot be checked."""
    if found.because == "said" or indicator is None:
        return found.why_not
    named = f"the figures held of {lowered(indicator.title)} for {_placed(place)}"
    asked = [when for when in (found.base_period_end, found.period_end) if when]
    reasons = {
        "before the first figure": f"{named} begin with {_when(found.first_on, indicator)}: "
        f"{_when(min(asked), indicator)} comes before",
        "after the last figure": f"{named} end with {_when(found.last_on, indicator)}",
        "no figure": f"no figure of {lowered(indicator.title)} for {_placed(place)} is held of "
        f"{' or of '.join(_when(when, indicator) for when in sorted(asked))}",
        "break in the series": f"a break in the series lies between {_when(min(asked), indicator)} and "
        f"{_when(max(asked), indicator)}: figures before and after do not compare",
    }
    dated = ((found.base_period_end, found.base_value), (found.period_end, found.official))
    without = [when for when, value in dated if when and value is None] or asked
    withheld = f"for {' and for '.join(_when(when, indicator) for when in sorted(without))} no official figure is given"
    return reasons.get(found.because) or f"{withheld}: {STATUS_WORDS[found.because]}"


def official(found: Found, indicator: Indicator | None, place: str) -> str:
    """Say what stands on the official side of a claim that can be checked."""
    if found.reading in ("judged_all", "judged_count"):
        return (
            f"Ofsted published {_counted(found.judged or 0)} of the whole or of the safeguarding of children in "
            f"{place} from {day(found.base_period_end)} to {day(found.period_end)}: {found.compared:.0f} inadequate."
        )
    if found.reading == "followed":
        moved = f"the services of {found.compared:.0f} authorities moved to a trust or a company"
        return f"In our register {moved} after {day(found.period_end)}."
    if found.reading == "step":
        return (
            f"In our register: {found.step_title}, {day(found.step_on, found.step_precision)}; it "
            f"{HAPPENED[found.step_happened]}."
        )
    return _figures(found, indicator, place) if indicator else ""


def _counted(judged: int) -> str:
    return "1 graded judgement" if judged == 1 else f"{judged} graded judgements"


def _figures(found: Found, indicator: Indicator, place: str) -> str:
    now = figure_of(found.official, indicator)
    if found.reading == "figure":
        named = f"{indicator.title} in {_placed(place)}, {_when(found.period_end, indicator)}"
        return f"{named}: {now} by the official figures.{_apart(found, indicator)}"
    moved = f"{found.compared:.1f} times as many" if found.reading == "times" else _moved(found, indicator)
    return (
        f"{indicator.title} in {_placed(place)}: {figure_of(found.base_value, indicator)} in "
        f"{_when(found.base_period_end, indicator)} and {now} in {_when(found.period_end, indicator)} by the official "
        f"figures: {moved}."
    )


def _moved(found: Found, indicator: Indicator) -> str:
    """Say a change in per cent, or in percentage points of a percentage where no change in per cent is claimed."""
    points = signed(found.compared or 0, unit="%", decimals=1)
    per_cent = f"{points.removesuffix(' percentage points')}%"
    if indicator.unit != "%":
        return per_cent
    return f"a change by {per_cent} of the first figure" if found.reading == "change" else points


def _apart(found: Found, indicator: Indicator) -> str:
    """Say how far the official figure is from the claim, where they differ by more than rounding."""
    if found.finding == "matches" or found.official is None or found.claimed is None:
        return ""
    if indicator.unit == "%":
        apart = f"{abs(found.official - found.claimed):.1f} percentage points"
    elif not found.claimed:
        return ""  # no number is so many times nothing
    else:
        if found.official > FAR * found.claimed:
            times = found.official / found.claimed
            return f" That is {times:,.{0 if times >= WHOLE else 1}f} times the number claimed."
        apart = f"{abs(found.official / found.claimed - 1) * 100:.1f}%"
    return f" That is {apart} {'above' if found.official > found.claimed else 'below'} the number claimed."


def _when(when: date | None, indicator: Indicator) -> str:
    said = year_said(when, basis=indicator.basis) if when else ""
    return f"the {said}" if said.startswith("year to") else said


def _placed(place: str) -> str:
    return f"the {place}" if place in ARTICLED else place


def editions(found: Found, indicator: Indicator) -> str:
    """Say what the figure was in the first edition held, and whether it was revised since."""
    if not found.first_published or found.official is None or found.finding == "unchecked":
        return ""
    first = published(found.first_published)
    if found.first_published == found.last_published:
        return f"The figure of that date is held from one edition, published {first}."
    was = figure(found.first_value, found.first_status, unit=indicator.unit, decimals=indicator.decimals)
    if was == figure_of(found.official, indicator):
        return f"It is the same in the first edition held, published {first}, and in the newest."
    return f"In the first edition held, published {first}, it was {was}."


def accounts(count: int) -> str:
    """Say how many accounts there are of one point."""
    return f"{count} claims that belong together are kept; none is preferred."
