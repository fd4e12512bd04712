"""The questions of the first page."""

from queries.question import question
from queries.rows.home import Stood


@question(Stood)
def grades() -> None:
    """List the grades of every local authority of today, each with how long it stood.

    Returns
    -------
    list of Stood
        One row per authority and inspection, by name; one without an inspection has a row too.
    """
