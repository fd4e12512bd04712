"""What must be known of a before and after view, and the view in a sentence or two for those who do not see it."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

from data.catalogue import Indicator
from data.kinds import Basis
from pages.before_after.words import STANDING, event_words
from pages.charts import claimed
from pages.charts.claimed import Claimed
from pages.charts.theme import STATUS_WORDS
from pages.charts.words import averaged, day, figure_of, signed
from pages.charts.years import dated
from queries.rows.before_after import CountedFrom, Difference, Member
from queries.rows.catalogue import Break

SIDES = {
    Basis.YEAR: "Year 0 is the total of a year in which the event fell: a diamond, it counts on neither side.",
    Basis.SNAPSHOT: (
        "The event may have come before or after the date of year 0: a diamond, it counts on neither side."
    ),
}


def notes(
    rows: Sequence[Difference],
    group: Sequence[Member],
    breaks: Sequence[Break],
    *,
    indicator: Indicator,
    event: CountedFrom,
    events: Sequence[CountedFrom],
    model: str,
) -> list[str]:
    """Write the notes: how years are counted, who is compared, what was left out, and what else happened.

    Parameters
    ----------
    rows, group, events, breaks
        Of `queries.before_after.differences`, `group` and `events`, and of `queries.catalogue.breaks`.
    indicator, event
        What is shown, and from when years are counted.
    model
        Of the statistical neighbours: 2021 or 2025.

    Returns
    -------
    list of str
        Sentences; the first is the standing one.
    """
    first, last = entered(rows)
    return [
        f"{STANDING} Interventions often come where figures lie far out; such figures tend to return by themselves.",
        f"Event: {event_words(event)}. Our register holds it with {event.confidence} confidence.",
        f"Year 0 is the first reference date ({indicator.reference}) on or after the event.",
        *([SIDES[indicator.basis]] if any(row.side == "during" for row in rows) else []),
        *_left_out(rows, breaks),
        _compared(group, first, last),
        "Statistical neighbours: Department for Education model of "
        f"{model}. They may have been under intervention themselves, and take no part in the difference.",
        *_also(events, event, first, last),
    ]


def _left_out(rows: Sequence[Difference], breaks: Sequence[Break]) -> list[str]:
    gaps = [f"{day(row.period_end)} ({STATUS_WORDS[row.status]})" for row in rows if row.status != "published"]
    said = [f"Left out, for want of a published figure: {', '.join(gaps)}."] if gaps else []
    for cut in breaks:
        if cut.to_period_end == rows[0].period_end:
            reach = f"to {day(cut.from_period_end)}"
        elif cut.from_period_end == rows[-1].period_end:
            reach = f"from {day(cut.to_period_end)}"
        else:
            continue
        said.append(f"Left out, beyond a break in the series: figures {reach}. {cut.detail}")
    return said


def entered(rows: Sequence[Difference]) -> tuple[date, date]:
    """Return the first and the last day of the figures that enter."""
    published = [row for row in rows if row.status == "published"]
    return published[0].period_start, published[-1].period_end


def _compared(group: Sequence[Member], first: date, last: date) -> str:
    places = Counter(member.place for member in group)
    left_out = [f"{number} {place}" for place, number in places.most_common() if place != "in the group"]
    return (
        f"Comparison group: {places['in the group']} authorities and joint returns under no intervention in our "
        f"register from {day(first)} to {day(last)}, each counting once. Left out: {', '.join(left_out) or 'none'}. "
        "An intervention whose end is not known counts as never ended."
    )


def _also(events: Sequence[CountedFrom], event: CountedFrom, first: date, last: date) -> list[str]:
    """Name the other events of the authority in the same years."""
    others = [
        other
        for other in sorted(events, key=lambda each: each.first_on)
        if other.event_id != event.event_id and other.first_on <= last and other.last_on >= first
    ]
    return [f"In the same years, in the same authority: {'; '.join(map(event_words, others))}."] if others else []


def alternative(
    rows: Sequence[Difference], *, name: str, indicator: Indicator, event: CountedFrom, claims: Sequence[Claimed] = ()
) -> str:
    """Describe the two panels, where the figures begin and end, how unusual the difference is, and claims marked."""
    entered = [row for row in rows if row.status == "published"]
    ends = [
        f"{figure_of(row.value, indicator)}, {dated(row.period_end, indicator)}" for row in (entered[0], entered[-1])
    ]
    found = rows[0]
    mean = signed(found.after_difference or 0.0, unit=indicator.unit, decimals=averaged(indicator).decimals)
    return (
        f"Two line charts by years since an event: {event_words(event)}. {indicator.title}, {name}: {ends[0]}; "
        f"{ends[1]}. Mean difference after: {mean}; at least as far in {found.after_larger} of "
        f"{found.after_of} others. Tables below. {claimed.described(claims)}"
    ).rstrip()
