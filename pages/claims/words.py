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
NOT_BEYOND = {"more_than": ", and not more", "fewer_than": ", and not less"}
SEEN = 0.05  # from there on it is not written as 0.0
NO_GRADE = {
    "no such grade": "Ofsted has no grade of that name",
    "no grade": "no grade of Ofsted that was in force then is held",
}
ROUNDED = ("exactly", "about", "almost", "fraction")  # a bound, as more than, holds or does not
ARTICLED = {"North East", "North West", "East Midlands", "West Midlands", "East of England", "South East", "South West"}
HAPPENED = {
    "happened": "took place",
    "conditional": "was said under a condition",
    "planned": "was planned",
    "not_carried_out": "was planned and did not take place",
}


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
    rounded = found.reading in ("figure", "change", "times") and (found.word in ROUNDED or _by_rounding(found))
    return FINDINGS[found.finding] if rounded or found.finding != "matches" else "Matches"


def _by_rounding(found: Found) -> bool:
    """Tell whether a bound holds only because the number is rounded as the claim is written."""
    size, moved = abs(found.claimed or 0), abs(found.compared or 0)
    return {"at_least": moved < size, "up_to": moved > size}.get(found.word, False)


def finding(found: Found, indicator: Indicator | None, place: str) -> str:
    """Say what the official figures say of a claim, with the figures."""
    if found.finding == "unchecked":
        return f"Cannot be checked, because {reason(found, indicator, place)}."
    return f"{verdict(found)}. {official(found, indicator, place)}"


def reason(found: Found, indicator: Indicator | None, place: str) -> str:
    """Say why a claim cannot be checked."""
    if found.because in NO_GRADE:
        return f"{NO_GRADE[found.because]}{f': in force {_graded(found)}' if found.grade else ''}"
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
        "nothing to count from": f"the figure of {_when(min(asked), indicator)} is 0, from which no change in per cent "
        "is counted",
        "joint return": f"{_placed(place)} makes one return of {lowered(indicator.title)} together with another "
        "authority: the figure is of both",
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
        return _followed(found)
    if found.reading == "graded":
        return f"In force in {place} {_graded(found)}."
    if found.reading == "step":
        return (
            f"In our register: {found.step_title}, {day(found.step_on, found.step_precision)}; it "
            f"{HAPPENED[found.step_happened]}."
        )
    return _figures(found, indicator, place) if indicator else ""


def _graded(found: Found) -> str:
    return f"on {day(found.period_end)} was {found.grade}, of the report of {day(found.graded_on)}"


def _followed(found: Found) -> str:
    moved = f"the services of {found.compared:.0f} authorities moved to a trust or a company"
    new = f"; {found.began_with} of them were new and began with theirs in one" if found.began_with else ""
    return f"In our register {moved} after {day(found.period_end)}{new}."


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
    if found.official == found.claimed:
        return f" That is the number claimed itself{NOT_BEYOND.get(found.word, '')}."
    side = "above" if found.official > found.claimed else "below"
    less, more = sorted((found.official, found.claimed))
    if indicator.unit == "%":
        return f" That is {_size(more - less, ' percentage points')} {side} the number claimed."
    if less <= 0:
        return f" That is {side} the number claimed."  # no number is so many times nothing
    if more > FAR * less:
        times = f"{more / less:,.{0 if more >= WHOLE * less else 1}f} times"
        return f" That is {times} the number claimed." if side == "above" else f" The number claimed is {times} that."
    return f" That is {_size((more - less) / found.claimed * 100, '%')} {side} the number claimed."


def _size(apart: float, unit: str) -> str:
    """Write how far two numbers stand apart, which is never nothing."""
    return f"{apart:,.1f}{unit}" if apart >= SEEN else f"less than 0.1{unit}"


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
