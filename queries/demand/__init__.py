"""The questions about demand and money that no other subject asks."""

from collections.abc import Sequence

from queries.question import question
from queries.rows.demand import Mix


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
