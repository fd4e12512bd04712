"""The one question by which a process knows that it can answer visitors."""

import queries.pictures
from pages.database import rows
from queries.errors import QueryError


def trouble() -> str:
    """Ask the database, and return what stands in the way, or nothing."""
    try:
        answer = rows(queries.pictures.version)
    except QueryError as error:
        return str(error)
    return "" if answer else "The database is empty: run `python -m etl build`"
