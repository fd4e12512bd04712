"""The questions about demand and money that no other subject asks."""

from collections.abc import Sequence

from queries.question import question
from queries.rows.demand import Mix, Together


@question(Mix)
def mix(*, areas: Sequence[str]) -> None:
    """Say what was spent on each of three lines, and on all three together.

    Parameters
    ----------
    areas
        Codes of authorities, regions or England.

    Returns
    -------
    list of Mix
        One row per area and financial year, in order.
    """


@question(Together)
def together(*, areas: Sequence[str], indicators: Sequence[str]) -> None:
    """Say how many shares of a whole are given, and what they come to.

    Parameters
    ----------
    areas
        Codes of authorities, regions or England.
    indicators
        Ids of the shares.

    Returns
    -------
    list of Together
        One row per area and year, in order.
    """
