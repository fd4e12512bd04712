"""What is held of a publication and when the next is expected, in one sentence: for the terminal and for the pages."""

from calendar import monthrange
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
    if not due:
        return f"{held(edition, when)} Next: {next_release}."
    if late(due, today):
        return f"{held(edition, when)} Next: expected by {published(due)}, and not held yet."
    return f"{held(edition, when)} {expected(due)}"


def held(edition: str, when: str) -> str:
    """Write what is held, and when it was published, as exactly as known."""
    return f"Held: {named(edition)}, published {published(when)}."


def named(edition: str) -> str:
    """Write the name of an edition, which is a year or the day of a file that always is the newest."""
    return published(edition) if "-" in edition else edition


def expected(due: str) -> str:
    """Write in which month the next is expected."""
    return f"Next: expected in {published(due)}."


def _end(due: str) -> date:
    year, month = map(int, due.split("-"))
    return date(year, month, monthrange(year, month)[1])
