"""Why the before and after view refuses to show anything, in one sentence."""

from collections.abc import Sequence
from datetime import timedelta

from data.catalogue import Indicator
from data.kinds import Topic
from pages.before_after.words import ENOUGH, NO_EVENT, event_words
from pages.charts.theme import STATUS_WORDS
from pages.charts.words import day
from queries.rows.before_after import CountedFrom, Difference
from queries.rows.catalogue import Break

NEAR_A_BREAK = timedelta(days=366 * 3)  # from the event, within which a break explains that figures are too few


def refusal(
    rows: Sequence[Difference],
    breaks: Sequence[Break],
    *,
    name: str,
    tiny: bool,
    joint: str | None,
    indicator: Indicator,
    event: CountedFrom,
) -> str:
    """Say in one sentence why nothing can be shown, or nothing where it can.

    Parameters
    ----------
    rows, breaks
        Of `queries.before_after.differences` and `queries.catalogue.breaks`.
    name, tiny, joint
        Of the authority: its name, whether it is very small, and the joint return it is part of.
    indicator, event
        What would be shown, and from when years are counted.

    Returns
    -------
    str
        The sentence, or ''.
    """
    if event.event_id == NO_EVENT:
        return f"No intervention and no Ofsted report is held for {name}: there is no event from which to count years."
    if tiny:
        return (
            f"{name} is very small: a handful of posts or children moves its rates so far that no difference is shown."
        )
    before, after = (rows[0].points_before, rows[0].points_after) if rows else (0, 0)
    if min(before, after) < ENOUGH:
        if joint and indicator.topic is Topic.WORKFORCE:
            return f"The workforce figures are those of one joint return, {joint}: there are too few of {name} alone."
        return (
            f"{indicator.title}, {name}: too few published figures in the years chosen, {before} before and "
            f"{after} after the event ({event_words(event)}){_lacking(rows, breaks, event)}; "
            "at least two on each side are needed."
        )
    if rows[0].after_of < ENOUGH or rows[0].after_difference is None or rows[0].before_slope is None:
        return "No comparison group: fewer than two other authorities were free of intervention in all of these years."
    return ""


def _lacking(rows: Sequence[Difference], breaks: Sequence[Break], event: CountedFrom) -> str:
    """Name what stands in the way: a break, or figures withheld."""
    reasons = [
        f"the series breaks between {day(cut.from_period_end)} and {day(cut.to_period_end)}"
        for cut in breaks
        if abs(cut.to_period_end - event.first_on) < NEAR_A_BREAK
    ]
    withheld = [f"{row.period_end.year} {STATUS_WORDS[row.status]}" for row in rows if row.status != "published"]
    reasons += [f"without a figure: {', '.join(withheld)}"] if withheld else []
    return f"; {'; '.join(reasons)}" if reasons else ""
