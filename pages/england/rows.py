"""The rows behind a view of all authorities: those of a year or a change, of whoever is looked at."""

from collections.abc import Sequence

from pages.database import rows_once
from pages.england.asked import Asked, with_joint, within
from queries import england as questions
from queries.rows.england import AuthorityYear, Changed


def every(asked: Asked) -> list[AuthorityYear]:
    """Return every authority in the year."""
    return rows_once(questions.year, indicator=asked.indicator.id, year=asked.year)


def among(asked: Asked) -> Sequence[frozenset[str]]:
    """Return which are looked at, with the joint returns that answer for some of them."""
    return with_joint(asked.among, every(asked))


def year(asked: Asked) -> list[AuthorityYear]:
    """Return those that are looked at, in the year."""
    return within(every(asked), among(asked))


def change(asked: Asked) -> list[Changed]:
    """Return those that are looked at, from the first years to the last."""
    back = asked.mean - 1
    span = {"from_first": asked.since - back, "from_last": asked.since,
            "to_first": asked.year - back, "to_last": asked.year}  # fmt: skip
    return within(rows_once(questions.change, indicator=asked.indicator.id, **span), among(asked))
