"""The questions of what is reached by address, where no page asks them."""

from queries.question import question
from queries.rows.by_address import Version


@question(Version)
def version() -> None:
    """Say which data the database was built from, and when.

    Returns
    -------
    list of Version
        One row.
    """
