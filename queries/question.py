"""A question, said once: a declaration that binds the .sql of its name, and the type of the rows that answer it."""

import inspect
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Generic, NamedTuple, ParamSpec, TypeVar

from duckdb import DuckDBPyConnection
from pandas import DataFrame

from queries.asked import Connection, asked

P = ParamSpec("P")
Row = TypeVar("Row", bound=NamedTuple)
COMMENT = re.compile(r"--[^\n]*")
COUNTED = "select count(*) from (\n?\n)"
PARAMETER = re.compile(r"\$(\w+)")


class QuestionError(Exception):
    """A question and its .sql do not agree: correct the one that the message names."""


class Question(Generic[P, Row]):
    """One question of the database.

    Called with a connection and its keywords it answers with rows of one frozen type, in the order that its .sql
    gives them. Dates are dates, and what is not known is None.

    Attributes
    ----------
    row
        The type of its rows, whose fields are the columns of the .sql, in their order.
    sql, path
        The statement, and where it stands.
    declared
        The function that declares its keywords.
    """

    def __init__(self, declared: Callable[P, Any], row: type[Row]) -> None:
        self.row, self.declared = row, declared
        self.__name__, self.__module__, self.__doc__ = declared.__name__, declared.__module__, declared.__doc__
        self.path = path = Path(inspect.getfile(declared)).with_name(f"{declared.__name__}.sql")
        if not path.is_file():
            raise QuestionError(f"{path.parent.name}/{path.name} is not there, and {declared.__name__} asks for it")
        self.sql = path.read_text(encoding="utf-8")
        wanted = set(PARAMETER.findall(COMMENT.sub("", self.sql)))
        given = set(inspect.signature(declared).parameters)
        if wanted != given:
            raise QuestionError(
                f"{path.parent.name}/{path.name} asks for {sorted(wanted)}, {declared.__name__} gives {sorted(given)}"
            )

    def __call__(self, con: Connection, *args: P.args, **parameters: P.kwargs) -> list[Row]:  # noqa: ARG002
        """Answer with rows.

        Raises
        ------
        QuestionError
            The .sql gives other columns than the type of the rows has fields.
        """
        return self._rows(asked(con, self.sql, parameters))

    def part(self, con: Connection, *, limit: int, offset: int, **parameters: object) -> list[Row]:
        """Answer with some of the rows, in the same order.

        Parameters
        ----------
        con
            The database.
        limit
            How many.
        offset
            How many come before them.
        **parameters
            The keywords of the question, whose .sql may not end in a limit of its own.
        """
        bounded = f"{self.sql.rstrip()}\nlimit $limit offset $offset"
        return self._rows(asked(con, bounded, {**parameters, "limit": limit, "offset": offset}))

    def count(self, con: Connection, **parameters: object) -> int:
        """Count the rows of the answer."""
        counted = asked(con, COUNTED.replace("?", self.sql), parameters).fetchall()
        return int(counted[0][0])

    def _rows(self, cursor: DuckDBPyConnection) -> list[Row]:
        names = tuple(column[0] for column in cursor.description or ())
        if names != self.row._fields:
            raise QuestionError(f"{self.__name__}: columns {names} are not the fields of {self.row.__name__}")
        return [self.row._make(values) for values in cursor.fetchall()]

    def frame(self, con: Connection, *args: P.args, **parameters: P.kwargs) -> DataFrame:  # noqa: ARG002
        """Answer with the same rows as a DataFrame, for files to take away and for grouping."""
        return asked(con, self.sql, parameters).df()


def question(row: type[Row]) -> Callable[[Callable[P, Any]], Question[P, Row]]:
    """Declare a question: a function with the keywords of its .sql and no body but its docstring.

    Parameters
    ----------
    row
        The type of its rows.
    """

    def declare(declared: Callable[P, Any]) -> Question[P, Row]:
        return Question(declared, row)

    return declare
