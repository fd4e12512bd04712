"""What a spell of intervention and a grade in force become on a date axis: one rule for every page and picture."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from typing import Any, NamedTuple

import pandas as pd

from pages.charts.words import day
from queries.rows.history import Phase

A_YEAR = timedelta(days=365)
OPEN_END = timedelta(days=270)  # that an end which is not known is drawn beyond what is last reported
SHORTEST = timedelta(days=20)  # of a phase known by one day alone, so that it can be seen
LOOKS = ("sure", "unsure", "in_force", "end_unknown")  # what covers what, where two phases of a spell overlap


@dataclass(frozen=True, kw_only=True)
class Span:
    """A stretch of the date axis.

    Attributes
    ----------
    began, ended
        As far as it is drawn.
    look
        sure, unsure (only the year is known), in_force (open: in force when last reported) or end_unknown (open: its
        end is not known); or a grade of Ofsted.
    """

    began: date
    ended: date
    look: str


def ending(phase: Mapping[str, Any]) -> str:
    """Write how an intervention ended, or what is known of that: a row of `queries.history.interventions`, `as_at`."""
    if not pd.isna(phase.get("seen_on")):
        return f"in force in {day(phase['seen_on'], 'month')}"
    ended = None if pd.isna(phase["ended_on"]) else phase["ended_on"]
    return ended_words(phase["state"], phase["last_reported"], ended, phase["ended_precision"])


def ended_words(state: str, last_reported: date, ended_on: date | None, ended_precision: str | None) -> str:
    """Write how an intervention ended, as exactly as it is known, or what is known of that."""
    if state == "in_force":
        return f"in force when last reported ({day(last_reported, 'month')})"
    if state == "end_unknown":
        return "end not known"
    return f"ended {day(ended_on, ended_precision or 'day')}"


def of_phase(phase: Mapping[str, Any]) -> list[Span]:
    """Return the parts of a phase of intervention given as a row of a frame: see `parts`."""
    return parts(Parted._make(_plain(phase[name]) for name in Parted._fields))


def _plain(value: Any) -> Any:
    """Return a value of a frame as a row has it."""
    if pd.isna(value):
        return None
    return value.date() if isinstance(value, pd.Timestamp) else value


class Parted(NamedTuple):
    """What must be known of a phase of intervention to draw it, where it is no `Phase` itself."""

    began_on: date
    began_precision: str
    ended_precision: str | None
    known_to: date
    last_reported: date
    closed_on: date | None
    state: str


def parts(phase: Phase | Parted) -> list[Span]:
    """Return the parts of a phase of intervention, in order.

    Nothing is drawn beyond the day on which the authority itself ended.
    """
    found = list(_parts(phase)) or [Span(began=phase.began_on, ended=phase.began_on + SHORTEST, look="sure")]
    return [part for part in (_cut(part, phase.closed_on) for part in found) if part.ended > part.began]


def _parts(phase: Phase | Parted) -> Iterator[Span]:
    """Yield what is unsure of the beginning, what is sure, and what is open or unsure of the end."""
    began, known = phase.began_on, max(phase.known_to, phase.began_on)
    sure_from = began
    if phase.began_precision == "year":
        # a later step in the same year shows that it had begun by then; half a year at least can be seen
        sure_from = began + (min(A_YEAR, max(known - began, A_YEAR / 2)) if known > began else A_YEAR)
        yield Span(began=began, ended=sure_from, look="unsure")
    if known > sure_from:
        yield Span(began=sure_from, ended=known, look="sure")
    after = max(known, sure_from)
    if phase.state != "ended":
        yield Span(began=after, ended=max(phase.last_reported, after) + OPEN_END, look=phase.state)
    elif phase.ended_precision == "year" and known + A_YEAR > after:
        yield Span(began=after, ended=known + A_YEAR, look="unsure")


def _cut(part: Span, closed: date | None) -> Span:
    return Span(began=part.began, ended=part.ended if closed is None else min(part.ended, closed), look=part.look)


def of_spell(phases: Sequence[Mapping[str, Any]]) -> list[Span]:
    """Return the parts of a whole spell, in order and without overlap: what is sure of one phase covers the rest."""
    parts = [part for phase in phases for part in of_phase(phase)]
    days = sorted({when for part in parts for when in (part.began, part.ended)})
    spans: list[Span] = []
    for began, ended in pairwise(days):
        looks = [part.look for part in parts if part.began <= began and ended <= part.ended]
        if not looks:
            continue
        look = min(looks, key=LOOKS.index)
        if spans and spans[-1].look == look and spans[-1].ended == began:
            spans[-1] = Span(began=spans[-1].began, ended=ended, look=look)
        else:
            spans.append(Span(began=began, ended=ended, look=look))
    return spans


def spells(phases: pd.DataFrame) -> list[list[dict[str, Any]]]:
    """Return the phases of each spell together, spells in the order of their first days."""
    found: dict[str, list[dict[str, Any]]] = {}
    for phase in phases.to_dict("records"):
        found.setdefault(str(phase["intervention_id"]), []).append({str(key): value for key, value in phase.items()})
    return list(found.values())


def of_grade(row: Mapping[str, Any]) -> Span:
    """Return how long a grade stood: a row of `queries.history.grades_in_force`."""
    return Span(began=row["published_on"].date(), ended=row["until"].date(), look=row["grade"])


def as_at(phases: pd.DataFrame, seen_on: pd.Timestamp) -> pd.DataFrame:
    """Return the phases as they stood on a day: nothing that came later is drawn or said.

    Parameters
    ----------
    phases
        Rows of `queries.history.interventions`.
    seen_on
        The day.

    Returns
    -------
    DataFrame
        They with seen_on: the day where the phase was in force on it and its end came later or is not known, else
        missing.
    """
    begun = phases[phases["began_on"] <= seen_on]
    running = (begun["known_to"] > seen_on) | ((begun["state"] != "ended") & (begun["last_reported"] > seen_on))
    known = running & ((begun["state"] != "end_unknown") | (begun["known_to"] > seen_on))
    return begun.assign(
        state=begun["state"].mask(known, "in_force"),
        ended_on=begun["ended_on"].mask(known),
        known_to=begun["known_to"].clip(upper=seen_on),
        last_reported=begun["last_reported"].clip(upper=seen_on),
        closed_on=begun["closed_on"].fillna(seen_on).clip(upper=seen_on),
        seen_on=pd.Series(seen_on, index=begun.index).where(known),
    )


def grades_as_at(in_force: pd.DataFrame, seen_on: pd.Timestamp) -> pd.DataFrame:
    """Return the grades as they stood on a day: rows of `queries.history.grades_in_force`."""
    published = in_force[in_force["published_on"] <= seen_on]
    return published.assign(until=published["until"].clip(upper=seen_on))
