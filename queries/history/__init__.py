"""The questions about what happened to an authority: judgements, interventions, events."""

from collections.abc import Sequence

from queries.question import question
from queries.rows.history import AreaGrade, Event, Grade, Judgement, Phase, Spell, Step


@question(Phase)
def interventions(*, authority: str) -> None:
    """List the phases of government intervention in an authority's children's services.

    Returns
    -------
    list of Phase
        One row per phase, in order.
    """


@question(Step)
def intervention_events(*, authority: str) -> None:
    """List the dated steps of government intervention in an authority's children's services.

    Returns
    -------
    list of Step
        One row per step, in order; what was only planned or threatened is told apart by `happened`.
    """


@question(Grade)
def grades_in_force(*, authority: str) -> None:
    """Tell which Ofsted grade stood for an authority's children's services as a whole, and when.

    Returns
    -------
    list of Grade
        One row per inspection.
    """


@question(Event)
def events(*, authority: str, scopes: Sequence[str]) -> None:
    """List events that may explain a step in a line.

    Parameters
    ----------
    authority
        Area code of an authority.
    scopes
        Any of local and national.

    Returns
    -------
    list of Event
        One row per event.
    """


@question(AreaGrade)
def area_grades_in_force(*, authority: str, wanted: bool) -> None:
    """Tell which Ofsted grade stood in each judgement area, and when.

    Parameters
    ----------
    authority
        Area code of an authority.
    wanted
        Whether the areas are wanted at all; no rows otherwise.

    Returns
    -------
    list of AreaGrade
        One row per judgement and area.
    """


@question(Spell)
def interventions_of(*, authorities: Sequence[str]) -> None:
    """List the interventions in the children's services of the chosen authorities.

    Returns
    -------
    list of Spell
        One row per intervention.
    """


@question(Judgement)
def judgements(*, authority: str) -> None:
    """List every Ofsted judgement of an authority, all areas and frameworks.

    Returns
    -------
    list of Judgement
        One row per inspection and judgement area.
    """
