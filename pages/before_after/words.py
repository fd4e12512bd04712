"""The before and after view in words: its events, what it found, and what must be known of it."""

from collections.abc import Mapping, Sequence
from datetime import date

from data.catalogue import Indicator
from pages.charts.words import averaged, day, lowered, signed
from pages.charts.years import measured
from queries.rows.before_after import CountedFrom, Difference, Member
from queries.rows.history import Event

ENOUGH = 2  # figures on each side: a mean and a slope need as many
FEW_PLACEBOS = 20  # below which the middle 95% of them is about the range of all
STEEP = 0.1  # of the placebos: a trend before the event that fewer had is said
PANDEMIC = (date(2020, 3, 1), date(2021, 3, 31))  # figures of periods that touch these days are told with COVID
NO_EVENT = "no-event"
NEVER = date(1900, 1, 1)  # stands where there is no event, and is never shown
COVID = (
    "These years take in 2020-21, the first year of COVID-19, when referrals, visits, inspections and staffing were "
    "out of the ordinary everywhere. What was alike everywhere is no part of the difference; what differed from place "
    "to place is."
)
STANDING = "This shows when figures moved, not why."


def event_labels(events: Sequence[CountedFrom]) -> dict[str, str]:
    """Name the events to choose from, by id; one that says so where there is none."""
    named = {
        event.event_id: event_words(event)
        + ("" if min(event.points_before, event.points_after) >= ENOUGH else " – too few figures")
        for event in events
    }
    return named or {NO_EVENT: "No dated event is known"}


def approximate(event: CountedFrom) -> str:
    """Write the date of an event as exactly as it is known, and say where that is not the day."""
    return day(event.first_on, event.date_precision) + ("" if event.date_precision == "day" else " (approximate)")


def event_words(event: CountedFrom) -> str:
    """Write an event with its date, as exactly as it is known."""
    return f"{event.title}, {approximate(event)}"


def event(events: Sequence[CountedFrom], id: str) -> CountedFrom:
    """Return one event; where there is none, one long before all figures."""
    found = [event for event in events if event.event_id == id]
    return found[0] if found else CountedFrom(NO_EVENT, "none", "No event", NEVER, NEVER, "day", "", "", 0, 0)


def between(event: CountedFrom) -> dict[str, str]:
    """Return the days between which an event lies, as questions take them."""
    return {"event_from": event.first_on.isoformat(), "event_to": event.last_on.isoformat()}


def subtitle(indicator: Indicator, event: CountedFrom) -> str:
    """Say what is shown: the measure, its reference date, and the event."""
    counted = "" if event.event_id == NO_EVENT else f" By years since: {event_words(event)}."
    return f"{measured(indicator)}.{counted} {STANDING}"


def headline(name: str, indicator: Indicator, event: CountedFrom) -> str:
    """Head a picture: the topic, the place and the event with its date, and nothing of why."""
    return f"{name}: {lowered(indicator.title)} before and after an event: {event_words(event)}"


def during(events: Sequence[Event], rows: Sequence[Difference]) -> list[Event]:
    """Return the events that lie between the first and the last date shown."""
    first, last = min(row.period_start for row in rows), max(row.period_end for row in rows)
    return [event for event in events if first <= event.event_on <= last]


def years(rows: Sequence[Difference]) -> Mapping[str, int]:
    """Return the first and the last year shown."""
    dates = [row.period_end for row in rows]
    return {"first": min(dates).year, "last": max(dates).year}


def members(group: Sequence[Member]) -> list[str]:
    """Return the area codes of the comparison group."""
    return [member.area_code for member in group if member.place == "in the group"]


def findings(rows: Sequence[Difference], *, name: str, indicator: Indicator) -> list[str]:
    """Say what was found: the mean difference after the event, its place among the placebos, and the trend before.

    Parameters
    ----------
    rows
        Of `queries.before_after.differences`, none of which `refusal` refuses.
    name, indicator
        The name of the authority, and what is shown.

    Returns
    -------
    list of str
        Two sentences or three, none of which says why.
    """
    found, mean = rows[0], averaged(indicator)
    low, high = (signed(end or 0.0, unit="", decimals=mean.decimals) for end in (found.after_low, found.after_high))
    slope = signed(found.before_slope or 0.0, unit=mean.unit, decimals=mean.decimals)
    said = [
        f"The difference between {name} and the comparison group was on average "
        f"{_compared(found.after_difference or 0.0, mean)} before it "
        f"({found.points_before} figures before, {found.points_after} after). Of {found.after_of} other authorities "
        f"for which the same was calculated, {found.after_larger} moved at least as far, up or down; the middle 95% of "
        f"them lie between {low} and {high}.",
        f"Before the event the difference moved by {slope} a year; at least as steeply, up or down, in "
        f"{found.slope_steeper} of {found.slope_of} others.",
    ]
    if found.slope_steeper <= STEEP * found.slope_of:
        said.append(
            "They were drawing apart or together before the event already: what follows may be more of the same."
        )
    return said


def _compared(value: float, indicator: Indicator) -> str:
    """Write a difference as so much higher or lower after the event, or the same where it is written as nothing."""
    written = signed(value, unit=indicator.unit, decimals=indicator.decimals)
    if written[0] not in "+−":
        return "the same after the event as"
    return f"{written[1:]} {'lower' if written[0] == '−' else 'higher'} after the event than"


def warnings(rows: Sequence[Difference], *, name: str) -> list[str]:
    """Say what must be known before the chart is read: small numbers, unusual figures, and the pandemic."""
    counted = [row for row in rows if row.status == "published"]
    touched = min(row.period_start for row in counted) <= PANDEMIC[1] and counted[-1].period_end >= PANDEMIC[0]
    return [*cautions(rows, name=name), *([COVID] if touched else [])]


def cautions(rows: Sequence[Difference], *, name: str) -> list[str]:
    """Say what weakens the figures themselves: few to compare with, small numbers, unusual values."""
    said = []
    if (few := rows[0].after_of) < FEW_PLACEBOS:
        said.append(f"Small sample: only {few} authorities to compare with. The bars and places mean little.")
    if any(row.small for row in rows if row.status == "published"):
        said.append(f"Small numbers: some rates of {name} rest on so few posts or children that one more moves them.")
    said += [
        f"Unusual value of {name}, {day(row.period_end)}: it takes part as published. {row.note}"
        for row in rows
        if row.unusual
    ]
    return said
