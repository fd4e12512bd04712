"""What a spell of intervention and a grade in force become on a date axis: one rule for every page and picture."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from pages.charts.words import day
from queries.rows.history import Grade, Phase

A_YEAR = timedelta(days=365)  # an end known by its year alone may be any day of it
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
        end is not known).
    """

    began: date
    ended: date
    look: str


def ended_words(state: str, last_reported: date, ended_on: date | None, ended_precision: str | None) -> str:
    """Write how an intervention ended, as exactly as it is known, or what is known of that."""
    if state == "in_force":
        return f"in force when last reported ({day(last_reported, 'month')})"
    if state == "end_unknown":
        return "end not known"
    return f"ended {day(ended_on, ended_precision or 'day')}"


def parts(phase: Phase) -> list[Span]:
    """Return the parts of a phase of intervention, in order.

    Nothing is drawn beyond the day on which the authority itself ended.
    """
    found = list(_parts(phase)) or [Span(began=phase.began_on, ended=phase.began_on + SHORTEST, look="sure")]
    return [part for part in (_cut(part, phase.closed_on) for part in found) if part.ended > part.began]


def _parts(phase: Phase) -> Iterator[Span]:
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


def of_spell(phases: Sequence[Phase]) -> list[Span]:
    """Return the parts of a whole spell, in order and without overlap: what is sure of one phase covers the rest."""
    found = [part for phase in phases for part in parts(phase)]
    days = sorted({when for part in found for when in (part.began, part.ended)})
    spans: list[Span] = []
    for began, ended in pairwise(days):
        looks = [part.look for part in found if part.began <= began and ended <= part.ended]
        if looks:
            _lengthen(spans, Span(began=began, ended=ended, look=min(looks, key=LOOKS.index)))
    return spans


def _lengthen(spans: list[Span], span: Span) -> None:
    """Add a span: to the last where it goes on alike."""
    if spans and spans[-1].look == span.look and spans[-1].ended == span.began:
        spans[-1] = Span(began=spans[-1].began, ended=span.ended, look=span.look)
    else:
        spans.append(span)


def as_at(phases: Sequence[Phase], seen_on: date) -> list[Phase]:
    """Return the phases as they stood on a day: nothing that came later is drawn or said.

    Parameters
    ----------
    phases
        Of one authority.
    seen_on
        The day.

    Returns
    -------
    list of Phase
        Those begun by then. One that went on afterwards, or whose end came later, is in force and last reported on
        that very day.
    """
    return [_as_at(phase, seen_on) for phase in phases if phase.began_on <= seen_on]


def _as_at(phase: Phase, seen_on: date) -> Phase:
    later_step = phase.known_to > seen_on
    running = later_step or (phase.state == "in_force" and phase.last_reported > seen_on)
    then = phase._replace(
        known_to=min(phase.known_to, seen_on),
        last_reported=min(phase.last_reported, seen_on),
        closed_on=min(phase.closed_on or seen_on, seen_on),
    )
    return then._replace(state="in_force", ended_on=None, last_reported=seen_on) if running else then


def grades_as_at(in_force: Sequence[Grade], seen_on: date) -> list[Grade]:
    """Return the grades as they stood on a day."""
    return [row._replace(until=min(row.until, seen_on)) for row in in_force if row.published_on <= seen_on]
