"""The questions that pages may ask: one function and one .sql file each."""

from collections.abc import Sequence

from queries.question import question
from queries.rows.catalogue import AuthorityFound, Break, IndicatorMeant, Publication, Release, YearsHeld
from queries.rows.figures import AroundIntervention, National, Newest, Percentiles, Trend
from queries.rows.history import AreaGrade, Event, Grade, Judgement, Phase, Spell, Step


@question(AuthorityFound)
def authorities() -> None:
    """List every authority, past ones too, with the names and codes by which it can be found.

    Returns
    -------
    list of AuthorityFound
        One row per authority, by name.
    """


@question(YearsHeld)
def held() -> None:
    """Say the years of what is held.

    Returns
    -------
    list of YearsHeld
        One row.
    """


@question(IndicatorMeant)
def indicators(*, indicators: Sequence[str]) -> None:
    """Say what the chosen indicators mean.

    Parameters
    ----------
    indicators
        Ids of data/indicators.toml.

    Returns
    -------
    list of IndicatorMeant
        One row per indicator, in the order asked.
    """


@question(Trend)
def trend(
    *,
    authority: str,
    beside: Sequence[str],
    others: Sequence[str],
    model: str,
    indicators: Sequence[str],
    first: int,
    last: int,
) -> None:
    """Follow the chosen indicators over time for one authority and what is set beside it.

    Parameters
    ----------
    authority
        Area code of an authority. A member of a joint return is answered with the joint return.
    beside
        Any of england, region and neighbours.
    others
        Area codes of other authorities.
    model
        The model of statistical neighbours: 2021 or 2025.
    indicators
        Ids of data/indicators.toml.
    first, last
        Years of the reference dates, both included.

    Returns
    -------
    list of Trend
        One row per indicator, area and reference date.
    """


@question(Percentiles)
def percentiles(*, indicators: Sequence[str]) -> None:
    """Say between which figures the authorities of England lie, date by date.

    Parameters
    ----------
    indicators
        Ids of data/indicators.toml; one whose rank has no sense, as a count, has no rows.

    Returns
    -------
    list of Percentiles
        One row per indicator and reference date.
    """


@question(Break)
def breaks(*, indicators: Sequence[str]) -> None:
    """List the breaks in the chosen series.

    Returns
    -------
    list of Break
        One row per break.
    """


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


@question(Newest)
def headline(*, authority: str, indicators: Sequence[str]) -> None:
    """Give an authority's figures on the newest date, how they changed, and their rank among authorities.

    Parameters
    ----------
    authority
        Area code of an authority.
    indicators
        Ids of data/indicators.toml.

    Returns
    -------
    list of Newest
        One row per indicator of which the authority has ever had a row.
    """


@question(AroundIntervention)
def around_intervention(*, authority: str, indicators: Sequence[str]) -> None:
    """Give an authority's figures before and after its last intervention began, and before and after it ended.

    Parameters
    ----------
    authority
        Area code of an authority.
    indicators
        Ids of data/indicators.toml.

    Returns
    -------
    list of AroundIntervention
        One row per indicator, turn and moment that there is.
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


@question(National)
def national(*, indicators: Sequence[str]) -> None:
    """Follow the chosen indicators over time for England, as published.

    Returns
    -------
    list of National
        One row per indicator and reference date.
    """


@question(Release)
def releases() -> None:
    """List the eight publications of which the newest editions are loaded, the newest first.

    Returns
    -------
    list of Release
        One row per publication.
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


@question(Publication)
def sources(*, areas: Sequence[str], indicators: Sequence[str], first: int, last: int) -> None:
    """Name the publications behind the chosen figures and behind the judgements of the chosen areas.

    Parameters
    ----------
    areas
        Area codes.
    indicators
        Ids of data/indicators.toml.
    first, last
        Years of the reference dates of the figures, both included.

    Returns
    -------
    list of Publication
        One row per publication, the newest first.
    """
