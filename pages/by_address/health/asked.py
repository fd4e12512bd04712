"""The one question by which a process knows that it can answer visitors."""

import logging

import queries.pictures
from pages.database import rows
from queries.errors import QueryError

LOG = logging.getLogger(__name__)


def trouble() -> str:
    """Ask the database, and return that it does not answer, or nothing: why and where stands in the log alone."""
    try:
        answer = rows(queries.pictures.version)
    except QueryError as error:
        LOG.warning("Not ready: %s", error)
        return "The database does not answer."
    return "" if answer else "The database is empty: run `python -m etl build`"
