"""The questions about every authority at once: a year, a change, whether either is beyond chance; groups and maps."""

from queries.question import question
from queries.rows.england import AuthorityYear, Changed, Limited, Limits
from queries.rows.places import Alike, Tile


@question(AuthorityYear)
def year(*, indicator: str, year: int) -> None:
    """Give the figure of every authority on one reference date.

    Parameters
    ----------
    indicator
        An id of data/indicators.toml.
    year
        Year of the reference date; no rows where the indicator has none in it.

    Returns
    -------
    list of AuthorityYear
        One row per authority that there was on the date, a joint return in place of its members, by name.
    """


@question(Changed)
def change(*, indicator: str, from_first: int, from_last: int, to_first: int, to_last: int) -> None:
    """Tell how the figure of every authority changed, and which changes are beyond chance.

    Parameters
    ----------
    indicator
        An id of data/indicators.toml.
    from_first, from_last, to_first, to_last
        Years of the reference dates of the two spans, which must not meet; of one year alone first and last are one.

    Returns
    -------
    list of Changed
        One row per authority that there was in either span, a joint return in place of its members, by name.
    """


@question(Limited)
def chance(*, indicator: str, year: int) -> None:
    """Say of every authority whether its figure is within the limits of chance about England's.

    Parameters
    ----------
    indicator, year
        As for `year`.

    Returns
    -------
    list of Limited
        One row per authority or joint return with a figure and a denominator, by name; none where no denominators are
        held.
    """


@question(Limits)
def limits(*, indicator: str, year: int) -> None:
    """Give the limits of `chance` at sizes from the smallest to the largest, to draw them.

    Parameters
    ----------
    indicator, year
        As for `year`.

    Returns
    -------
    list of Limits
        One row per size, the smallest first.
    """


@question(Tile)
def tiles(*, on: str) -> None:
    """Give every authority of a day its place on a map of equal tiles, and its true outline.

    Parameters
    ----------
    on
        A day, as 2025-03-31: mostly the reference date of what is drawn.

    Returns
    -------
    list of Tile
        One row per authority that there was, by row and column. What is answered by a joint return is drawn on the
        tile of each of its members (`authority_codes` of `year`).
    """


@question(Alike)
def groups(*, authority: str) -> None:
    """List the groups of authorities that are like one.

    Parameters
    ----------
    authority
        Area code of an authority.

    Returns
    -------
    list of Alike
        One row per group and authority in it, never itself; no row of a group that it has not.
    """
