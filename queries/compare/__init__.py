"""The questions behind the comparison of authorities."""

from collections.abc import Sequence

from queries.question import question
from queries.rows.catalogue import Publication
from queries.rows.compare import Compared, Grouped, Pair, Region, Series, Since


@question(Series)
def series() -> None:
    """Say of every indicator what a comparison must know before it draws.

    Returns
    -------
    list of Series
        One row per indicator, in the order of the catalogue.
    """


@question(Region)
def regions() -> None:
    """List the regions, London and its two parts too.

    Returns
    -------
    list of Region
        One row per region, by name.
    """


@question(Compared)
def lines(*, authorities: Sequence[str], indicator: str, measure: str, base: int, first: int, last: int) -> None:
    """Follow one indicator over time for the chosen authorities, England, and all other authorities.

    Parameters
    ----------
    authorities
        Area codes. A member of a joint return is answered with the joint return.
    indicator
        An id of data/indicators.toml.
    measure
        published, difference (from England's published figure, in the unit of the indicator), index (the figure of
        the base year is 100) or rank (from the lowest, 1; very small authorities and small numbers have none, a
        joint return one).
    base
        Year of the reference date whose figure is 100.
    first, last
        Years of the reference dates, both included.

    Returns
    -------
    list of Compared
        One row per area and reference date.
    """


@question(Grouped)
def groups(
    *,
    authority: str,
    groups: Sequence[str],
    listed: Sequence[str],
    model: str,
    average: str,
    indicator: str,
    measure: str,
    base: int,
    first: int,
    last: int,
) -> None:
    """Follow one indicator over time for groups of authorities.

    Parameters
    ----------
    authority
        Area code of the authority whose statistical neighbours, and those like it, are meant.
    groups
        Area codes of regions, neighbours, own; kind, grade, size or deprivation, of those like the authority; or a
        state, of those that were in it at each date: inadequate, other-grade, under-intervention, no-intervention.
        Others are passed over.
    listed
        Area codes of the list that a visitor made.
    model
        The model of statistical neighbours, by its edition: 2025.
    average
        median, or weighted-mean: of a rate the mean weighted by denominators, of a count the plain mean.
    indicator, measure, base, first, last
        As for `lines`; a group has no rank.

    Returns
    -------
    list of Grouped
        One row per group and reference date.
    """


@question(Since)
def since(*, authorities: Sequence[str], indicator: str, event: str, first: int, last: int) -> None:
    """Follow one indicator for authorities by the years since government intervention began or ended in each.

    Parameters
    ----------
    authorities, indicator, first, last
        As for `lines`.
    event
        began or ended: of the latest spell in social care whose date is known.

    Returns
    -------
    list of Since
        One row per authority and reference date.
    """


@question(Pair)
def against(*, authorities: Sequence[str], indicator: str, other: str, first: int, last: int) -> None:
    """Pair the figures of two indicators by the year of their reference dates.

    Parameters
    ----------
    authorities, indicator, first, last
        As for `lines`.
    other
        The indicator to set `indicator` against.

    Returns
    -------
    list of Pair
        One row per area and year; of the other authorities only that last year.
    """


@question(Publication)
def sources(*, areas: Sequence[str], indicators: Sequence[str], groups: Sequence[str], first: int, last: int) -> None:
    """Name the publications behind a comparison: of its figures, and of judgements where groups are made by them.

    Returns
    -------
    list of Publication
        One row per publication.
    """
