"""The questions about what others have claimed, held to the official figures."""

from collections.abc import Sequence

from queries.question import question
from queries.rows.claims import Found, Said, SeriesPoint, Touching


@question(Said)
def said() -> None:
    """List the claims that are kept.

    Returns
    -------
    list of Said
        One row per claim, those of the articles first.
    """


@question(Found)
def found(
    *,
    claims: Sequence[str],
    area: str,
    indicator: str,
    reading: str,
    word: str,
    amount: str,
    period: str | None,
    since: str | None,
) -> None:
    """Hold claims to the official figures, by the rule that the .sql says.

    Parameters
    ----------
    claims
        Ids of claims that are kept.
    area, indicator
        Of a visitor's own claim; an empty area where there is none.
    reading, word, amount
        Of the own claim: figure or change; exactly, about, almost, more_than, at_least, fewer_than or up_to; and the
        number as it is written.
    period, since
        Its date, and the date from which a change counts, as 2025-09-30; None without an own claim or a change.

    Returns
    -------
    list of Found
        One row per claim, by id; the own one first, with an empty id.
    """


@question(SeriesPoint)
def series(*, area: str, indicator: str) -> None:
    """Return the series behind a claim.

    Parameters
    ----------
    area
        Code of an authority, a region or England.
    indicator
        Id of the indicator.

    Returns
    -------
    list of SeriesPoint
        One row per reference date, in order.
    """


@question(Touching)
def touching(*, areas: Sequence[str], indicators: Sequence[str], first: int, last: int) -> None:
    """Return which claims touch the series that a page shows.

    Parameters
    ----------
    areas
        Codes of the areas whose figures are shown.
    indicators
        Ids of the indicators.
    first, last
        The years shown, both included.

    Returns
    -------
    list of Touching
        One row per claim, by the date that it is held to.
    """
