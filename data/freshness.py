"""What is held of a publication and when the next is expected, in one sentence: for the terminal and for the pages."""

from calendar import month_name, monthrange
from datetime import date

from data.dates import published


def late(due: str, today: date) -> bool:
    """Say whether the month in which an edition was expected is over."""
    return bool(due) and today > _end(due)


def sentence(edition: str, when: str, due: str, next_release: str, today: date) -> str:
    """Write what is held and what comes next.

    Parameters
    ----------
    edition, when
        The newest edition held, and when it was published, as exactly as known.
    due
        The month in which the next is expected, '2027-02'; empty where none is.
    next_release
        What data/sources.toml says of the next, shown where no month is expected.
    today
        The day on which this is said.
    """
    held = f"Held: {published(edition) if '-' in edition else edition}, published {published(when)}."
    if not due:
        return f"{held} Next: {next_release}."
    year, month = map(int, due.split("-"))
    expected = f"{month_name[month]} {year}"
    if late(due, today):
        return f"{held} Next: expected by {expected}, and not held yet."
    return f"{held} Next: expected in {expected}."


def _end(due: str) -> date:
    year, month = map(int, due.split("-"))
    return date(year, month, monthrange(year, month)[1])
