"""The questions behind the register of government interventions: all authorities together, and what is not certain."""

from collections.abc import Sequence

from queries.question import question
from queries.rows.doubts import Contradiction, Doubt, RegisterChange
from queries.rows.register import (
    Happening,
    InterventionInForce,
    Lasting,
    RegisterPhase,
    RegisterSpell,
    RegisterStep,
    ServicesMoved,
)


@question(RegisterSpell)
def spells(*, region: str) -> None:
    """List the interventions in children's services.

    Parameters
    ----------
    region
        Area code of a region, London or its parts too; or all.

    Returns
    -------
    list of RegisterSpell
        One row per intervention, by authority.
    """


@question(RegisterPhase)
def phases(*, region: str) -> None:
    """List the phases of the interventions in children's services.

    Parameters
    ----------
    region
        As for `spells`.

    Returns
    -------
    list of RegisterPhase
        One row per phase, by authority and in order.
    """


@question(ServicesMoved)
def moved(*, region: str) -> None:
    """List the authorities whose children's services moved to a trust or a company, with or without a direction.

    Parameters
    ----------
    region
        As for `spells`.

    Returns
    -------
    list of ServicesMoved
        One row per authority, the first that moved first.
    """


@question(RegisterStep)
def steps(*, region: str) -> None:
    """List the dated steps of the interventions, what was only planned or threatened too.

    Parameters
    ----------
    region
        As for `spells`.

    Returns
    -------
    list of RegisterStep
        One row per step, in order.
    """


@question(InterventionInForce)
def in_force(*, region: str) -> None:
    """Tell which interventions were in force on each 31 March since 2009, and how surely.

    Parameters
    ----------
    region
        As for `spells`.

    Returns
    -------
    list of InterventionInForce
        One row per date and intervention.
    """


@question(Contradiction)
def contradictions(*, authority: str) -> None:
    """List the points on which accounts differ.

    Parameters
    ----------
    authority
        Area code of an authority; or all.

    Returns
    -------
    list of Contradiction
        One row per point.
    """


@question(Doubt)
def doubts() -> None:
    """List what is not certain in the register.

    Returns
    -------
    list of Doubt
        One row per row and doubt.
    """


@question(RegisterChange)
def changes() -> None:
    """List what was changed in the register since its first publication here.

    Returns
    -------
    list of RegisterChange
        One row per changed row, the newest first.
    """


@question(Happening)
def happenings(*, region: str) -> None:
    """List other events that matter: published reviews, policy, law, inspection frameworks.

    Parameters
    ----------
    region
        As for `spells`; national events are always among them.

    Returns
    -------
    list of Happening
        One row per event, the newest first.
    """


@question(Lasting)
def survival(*, interventions: Sequence[str], unknown: bool) -> None:
    """Estimate how long interventions last, by the method of Kaplan and Meier.

    Parameters
    ----------
    interventions
        Ids of the register.
    unknown
        Whether those whose end is not known take part, censored at the last day known.

    Returns
    -------
    list of Lasting
        One row per length at which an intervention ended or is last known, rising.
    """
