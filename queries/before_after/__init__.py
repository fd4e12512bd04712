"""The questions behind the before and after view: from which events to count, whom to compare, and the differences."""

from collections.abc import Sequence

from queries.question import question
from queries.rows.before_after import CountedFrom, Difference, Member


@question(CountedFrom)
def events(*, authority: str, indicator: str, span: int) -> None:
    """List the events of an authority from which years can be counted, those with enough figures first.

    Parameters
    ----------
    authority
        Area code of an authority.
    indicator
        Id of data/indicators.toml: the figures on each side of an event are counted.
    span
        How many years on each side.

    Returns
    -------
    list of CountedFrom
        One row per event.
    """


@question(Member)
def group(*, authority: str, indicator: str, event_from: str, event_to: str, span: int) -> None:
    """Say of every other authority whether it belongs to the comparison group around an event, or why not.

    Parameters
    ----------
    authority, indicator, span
        As for `events`.
    event_from, event_to
        The days between which the event lies, as 2021-01-01.

    Returns
    -------
    list of Member
        One row per authority or joint return with a published figure at a date that enters.
    """


@question(Difference)
def differences(
    *, authority: str, indicator: str, event_from: str, event_to: str, span: int, model: str, group: Sequence[str]
) -> None:
    """Set an authority against its neighbours and a comparison group, year by year around an event.

    Parameters
    ----------
    authority, indicator, event_from, event_to, span
        As for `group`.
    model
        The model of statistical neighbours, by its edition: 2025.
    group
        Area codes of the comparison group.

    Returns
    -------
    list of Difference
        One row per reference date.
    """
