"""Why a question cannot be answered; each message says what to do."""


class QueryError(Exception):
    """The dashboard cannot answer: the message says what to do."""


class DatabaseMissing(QueryError):
    """There is no database: run `python -m etl build`."""


class DatabaseStale(QueryError):
    """The database was built from another catalogue: run `python -m etl build`."""


class AnotherEdition(QueryError):
    """The server of the database holds another edition than the one that was being read: ask again."""
