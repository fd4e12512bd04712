"""How ranks are written, and what is said of them wherever they stand."""

EXPLAINED = (
    "Rank: 1 is the lowest figure of all authorities that have one on that date, and what rounds to 0 is the lowest; "
    "range: where 95 of 100 ranks would lie if chance alone moved the figures of all authorities at once, each as far "
    "as its numbers allow; small numbers (fewer than 50 below the line, or 10 above it) count among the others but are "
    "given no rank."
)
SMALL = "not ranked: small numbers"


def ranked(rank: int | None, ranked_of: int | None, low: int | None, high: int | None) -> str:
    """Write a rank with its range, if it has one.

    Parameters
    ----------
    rank, ranked_of
        The rank, and of how many.
    low, high
        Its range, where that is known.

    Returns
    -------
    str
        '73 of 147 (range 59 to 86)'; a sentence for very small authorities and small numbers, which are not ranked.
    """
    if ranked_of is None:
        return "not ranked"
    if rank is None:
        return SMALL
    span = "" if low is None else f" (range {low} to {high})"
    return f"{rank} of {ranked_of}{span}"
