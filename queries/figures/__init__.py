"""The questions about the figures of an authority, and of England beside it."""

from collections.abc import Sequence

from queries.question import question
from queries.rows.figures import AroundIntervention, National, Newest, Percentiles, Trend


@question(Trend)
def trend(
    *,
    authority: str,
    comparators: Sequence[str],
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
        The model of statistical neighbours, by its edition: 2025.
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


@question(National)
def national(*, indicators: Sequence[str]) -> None:
    """Follow the chosen indicators over time for England, as published.

    Returns
    -------
    list of National
        One row per indicator and reference date.
    """
