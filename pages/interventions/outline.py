"""The outline of a history of intervention: its main dates, numbered, in rows in which none touches another."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from pages.interventions import forms
from queries.rows.history import Step

APART = timedelta(days=520)  # two numbered marks closer than this would touch on a narrow screen


class Main(NamedTuple):
    """A step that belongs to the outline of a history.

    Attributes
    ----------
    number
        From 1, by which the table names it.
    announced
        Whether it is an announcement, which may have come about otherwise.
    lane
        In which row its number stands.
    """

    step: Step
    number: int
    announced: bool
    lane: int


def outline(steps: Sequence[Step]) -> list[Main]:
    """Give numbers to the steps that make the outline of a history: what happened, and what was announced."""
    kept = [
        step
        for step in steps
        if step.happened == "happened" and step.scope == "social_care" and step.kind in forms.OUTLINE
    ]
    lanes = _lanes([step.event_on for step in kept])
    return [
        Main(step, number, step.kind in forms.ANNOUNCED, lane)
        for number, (step, lane) in enumerate(zip(kept, lanes, strict=True), 1)
    ]


def _lanes(dates: Sequence[date]) -> list[int]:
    """Give each date the first lane in which nothing stands too close before it."""
    ends: list[date] = []
    lanes = []
    for when in dates:
        lane = next((n for n, end in enumerate(ends) if when - end >= APART), len(ends))
        ends[lane : lane + 1] = [when]
        lanes.append(lane)
    return lanes
