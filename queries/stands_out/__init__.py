"""The question behind what stands out: the few facts of a place that a careful analyst would notice."""

from queries.question import question
from queries.rows.stands_out import Fact


@question(Fact)
def facts(*, place: str, within: bool, indicator: str) -> None:
    """List the few facts that stand out of a place, or of each authority within it.

    Parameters
    ----------
    place
        Area code of an authority, a joint return, a region or England.
    within
        Whether the facts wanted are those of the authorities in the region, or in England, and not its own.
    indicator
        An id of data/indicators.toml, or empty for all.

    Returns
    -------
    list of Fact
        One row per fact, at most six a place, in order; no rows where nothing stands out.

    Notes
    -----
    Kinds: check (compared: the mean of before and after, or the year before alone), judgement (of the last twelve
    months: the grade, that before, intervention in force), intervention (grade: began or ended), largest_change (since
    from_period_end, of `counted` yearly changes), since (highest or lowest since from_period_end, when it was
    from_value; none: since the first that may be compared; compared: the mean of the `counted` in between), lowest and
    highest (of `counted`, shared by `shared_by`), outside (compared: the 99.8% limit), turn (five figures from
    from_period_end, where it was `compared`, against the five up to it, from from_value), against_england (compared:
    the change less England's), neighbours (compared: the median of `counted`).
    """
