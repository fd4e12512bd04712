"""What must be known of a before and after view, and the view in a sentence or two for those who do not see it."""

from typing import Any

import pandas as pd

from pages.charts.before_after.words import STANDING, event_words
from pages.charts.theme import STATUS_WORDS
from pages.charts.words import day, figure, signed

SIDES = {
    "year": "Year 0 is the total of a year in which the event fell: a diamond, it counts on neither side.",
    "snapshot": "The event may have come before or after the date of year 0: a diamond, it counts on neither side.",
}


def notes(
    rows: pd.DataFrame, group: pd.DataFrame, breaks: pd.DataFrame, *, about: dict[str, Any], event: dict[str, Any],
    events: pd.DataFrame, model: str,
) -> list[str]:  # fmt: skip
    """Write the notes: how years are counted, who is compared, what was left out, and what else happened.

    Parameters
    ----------
    rows, group, events
        Rows of `queries.before_after.differences`, `group` and `events`.
    breaks
        Rows of `queries.breaks`.
    about, event
        A row of `queries.indicators`, and an event as `before_after_words.event` returns it.
    model
        Of the statistical neighbours: 2021 or 2025.

    Returns
    -------
    list of str
        Sentences; the first is the standing one.
    """
    entered = rows[rows["status"] == "published"]
    first, last = entered["period_start"].min(), entered["period_end"].max()
    return [
        f"{STANDING} Interventions came where figures were bad; figures far out tend to come back by themselves.",
        f"Event: {event_words(event)}. Our register holds it with {event['confidence']} confidence.",
        f"Year 0 is the first reference date ({about['reference']}) on or after the event.",
        *([SIDES[about["basis"]]] if (rows["side"] == "during").any() else []),
        *_left_out(rows, breaks),
        _compared(group, first, last),
        "Statistical neighbours: Department for Education model of "
        f"{model}. They may have been under intervention themselves, and take no part in the difference.",
        *_also(events, event, first, last),
    ]


def _left_out(rows: pd.DataFrame, breaks: pd.DataFrame) -> list[str]:
    gaps = [
        f"{day(row['period_end'])} ({STATUS_WORDS[row['status']]})"
        for row in rows[rows["status"] != "published"].to_dict("records")
    ]
    said = [f"Left out, for want of a published figure: {', '.join(gaps)}."] if gaps else []
    for cut in breaks.to_dict("records"):
        if cut["to_period_end"] == rows["period_end"].min():
            reach = f"to {day(cut['from_period_end'])}"
        elif cut["from_period_end"] == rows["period_end"].max():
            reach = f"from {day(cut['to_period_end'])}"
        else:
            continue
        said.append(f"Left out, beyond a break in the series: figures {reach}. {cut['detail']}")
    return said


def _compared(group: pd.DataFrame, first: pd.Timestamp, last: pd.Timestamp) -> str:
    places = group["place"].value_counts()
    left_out = [f"{places[place]} {place}" for place in places.index if place != "in the group"]
    return (
        f"Comparison group: {places.get('in the group', 0)} authorities and joint returns under no intervention in our "
        f"register from {day(first)} to {day(last)}, each counting once. Left out: {', '.join(left_out) or 'none'}. "
        "An intervention whose end is not known counts as never ended."
    )


def _also(events: pd.DataFrame, event: dict[str, Any], first: pd.Timestamp, last: pd.Timestamp) -> list[str]:
    """Name the other events of the authority in the same years."""
    others = events[
        (events["event_id"] != event["event_id"]) & (events["first_on"] <= last) & (events["last_on"] >= first)
    ].sort_values("first_on")
    named = "; ".join(event_words(other) for other in others.to_dict("records"))
    return [f"In the same years, in the same authority: {named}."] if named else []


def alternative(rows: pd.DataFrame, *, name: str, about: dict[str, Any], event: dict[str, Any]) -> str:
    """Describe the two panels, where the figures begin and end, and how unusual the difference is."""
    entered = rows[rows["status"] == "published"]
    ends = [
        f"{figure(row['value'], 'published', unit=about['unit'], decimals=about['decimals'])} {day(row['period_end'])}"
        for row in (entered.iloc[0], entered.iloc[-1])
    ]
    found = rows.iloc[0]
    mean = signed(found["after_difference"], unit=about["unit"], decimals=about["decimals"])
    return (
        f"Two line charts by years since an event: {event_words(event)}. {about['title']}, {name}: {ends[0]}, "
        f"{ends[1]}. Mean difference after: {mean}; at least as far in {found['after_larger']} of "
        f"{found['after_of']} others. Tables below."
    )
