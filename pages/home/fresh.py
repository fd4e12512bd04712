"""What came in last and what comes next, in the words of `python -m etl status` and of the feeds."""

from collections.abc import Iterable
from datetime import date

from data.catalogue import sources
from data.dates import published
from data.freshness import late, sentence
from queries.rows.changelog import Change


def newest(changes: Iterable[Change], today: date) -> str:
    """Say which edition is the newest, and which publication is the next expected.

    Parameters
    ----------
    changes
        Of the data, the newest first.
    today
        The day on which this is said.
    """
    change = next(row for row in changes if row.kind == "edition")
    source = sources()[change.sources[0]]
    held = sentence(change.edition, change.happened, source.due, source.next_release, today)
    return f"Newest in the data: {change.about}. {held}{_to_come(today)}"


def _to_come(today: date) -> str:
    """Say which publication is expected the soonest, of those that are not late."""
    due = [source for source in sources().values() if source.due and not late(source.due, today)]
    if not due:
        return ""
    first = min(due, key=lambda source: source.due)
    return f" The next expected: {first.catalogue or first.title}, {published(first.due)}."
