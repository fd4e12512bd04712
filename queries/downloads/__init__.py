"""The questions behind downloads: tidy rows, each with the file and row that it was read from."""

from collections.abc import Sequence

from queries.question import question
from queries.rows.downloads import TidyFigure, TidyJudgement, TidyPhase, TidyStep


@question(TidyFigure)
def figures(*, areas: Sequence[str], indicators: Sequence[str], first: int, last: int) -> None:
    """List the figures of the chosen areas and indicators, with all that must be known of each.

    Parameters
    ----------
    areas
        Area codes, E92000001 and regions too. A member of a joint return is answered with the joint return too.
    indicators
        Ids of data/indicators.toml.
    first, last
        Years of the reference dates, both included.

    Returns
    -------
    list of TidyFigure
        One row per area, indicator and reference date.
    """


@question(TidyJudgement)
def judgements(*, areas: Sequence[str]) -> None:
    """List every Ofsted judgement of the chosen authorities, all areas and frameworks.

    Returns
    -------
    list of TidyJudgement
        One row per authority, inspection and judgement area.
    """


@question(TidyPhase)
def interventions(*, areas: Sequence[str]) -> None:
    """List the phases of government intervention in the chosen authorities' children's services.

    Returns
    -------
    list of TidyPhase
        One row per phase.
    """


@question(TidyStep)
def intervention_events(*, areas: Sequence[str]) -> None:
    """List the dated steps of government intervention in the chosen authorities' children's services.

    Returns
    -------
    list of TidyStep
        One row per step.
    """
