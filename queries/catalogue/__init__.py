"""The questions about what there is: authorities, years, indicators, breaks, and the publications behind them."""

from collections.abc import Sequence

from queries.question import question
from queries.rows.catalogue import Authority, Break, IndicatorMeant, Publication, Release, YearsHeld


@question(Authority)
def authorities() -> None:
    """List every authority, past ones too, with the names and codes by which it can be found.

    Returns
    -------
    list of Authority
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


@question(Break)
def breaks(*, indicators: Sequence[str]) -> None:
    """List the breaks in the chosen series.

    Returns
    -------
    list of Break
        One row per break.
    """


@question(Release)
def releases() -> None:
    """List the eight publications of which the newest editions are loaded, the newest first.

    Returns
    -------
    list of Release
        One row per publication.
    """


@question(Publication)
def publications(
    *, indicators: Sequence[str], levels: Sequence[str], first: int, last: int, earlier: bool, judged: bool
) -> None:
    """Name the publications behind the figures of all places.

    Parameters
    ----------
    indicators
        Ids of data/indicators.toml.
    levels
        Of the places: authority, joint return, region, england.
    first, last
        Years of the reference dates of the figures, both included.
    earlier
        Whether editions are named too that a later one has taken the place of: where it is shown what they said.
    judged
        Whether those of Ofsted's judgements are named.

    Returns
    -------
    list of Publication
        One row per publication, the newest first.
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
