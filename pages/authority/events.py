"""Which events are named in the chart: those in the years in which a line that is shown changed most."""

from collections.abc import Sequence
from datetime import date
from itertools import pairwise
from string import ascii_uppercase

from data.catalogue import Indicator
from pages.authority import panel
from pages.authority.shown import Shown
from pages.charts.series import joined
from pages.charts.words import day
from queries.rows.figures import Trend
from queries.rows.history import Event

MOST = 8  # letters: more would stand on one another
SAID = (
    "Lettered: events in the years in which one of the lines shown changed most from one figure to the next. "
    "That they fall together does not show that one caused the other."
)


def lettered(shown: Shown) -> dict[str, Event]:
    """Return the events that fall in the largest step of a line that is shown, by their letters, in their order.

    Parameters
    ----------
    shown
        What the page shows. An event of which the day is not known has no letter: it may not be of the step.
    """
    spans = [step for each in shown.indicators if (step := _largest(shown.of(each), each))]
    near = [
        event
        for event in shown.events
        if event.date_precision == "day" and any(before < event.event_on <= after for before, after in spans)
    ]
    nearest = sorted(near, key=lambda event: event.scope == "national")[:MOST]
    return dict(zip(ascii_uppercase, sorted(nearest, key=lambda event: event.event_on), strict=False))


def _largest(rows: Sequence[Trend], indicator: Indicator) -> tuple[date, date] | None:
    """Return the two dates between which the chosen authority's figure changed most, where a line joins them."""
    mine = panel.figures([row for row in rows if row.role == "chosen"], indicator)
    steps = [
        (round(abs(after.value - before.value), indicator.decimals), before.on, after.on)  # type: ignore[operator]
        for before, after in pairwise(mine)
        if joined(before, after)
    ]
    size, first, last = max(steps, default=(0.0, date.min, date.min))
    return (first, last) if size > 0 else None


def listed(shown: Shown) -> list[tuple[str, str]]:
    """Write the lettered events, each with its letter."""
    return [(letter, f"{day(event.event_on)}: {event.title}") for letter, event in lettered(shown).items()]
