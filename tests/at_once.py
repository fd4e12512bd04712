"""One question asked many times in one statement: DuckDB plans a statement for longer than it runs it.

The .sql of the question stays word for word what it is, but for its parameters: each `$name` is the column of that
name of a table of what is asked, and the statement stands in a lateral join to it.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import islice
from typing import Any

import pandas as pd
from duckdb import DuckDBPyConnection

from queries.question import COMMENT, PARAMETER, Question, Row

LAST_ORDER = re.compile(r"\norder by\s((?:(?!\n\n).)+)\Z", re.DOTALL)
OF_WHICH = re.compile(r"\b[a-z_]+[.]")
MOST = 100  # asks of a statement: of four hundred pairs it needs more memory than the pages' database is given
TYPES = {bool: "boolean", int: "integer", float: "double", str: "varchar", date: "date"}


def at_once(
    con: DuckDBPyConnection, question: Question[..., Row], asks: Iterable[Mapping[str, Any]]
) -> list[list[Row]]:
    """Ask a question once for each set of keywords, and return the rows of each in their order.

    Raises
    ------
    duckdb.BinderException
        The question orders its rows by what is no column of theirs: that order would be lost.
    """
    answers: list[list[Row]] = []
    for some in batched(asks):
        answers += [[] for _ in some]
        for number, *values in _asked(con, question, some).fetchall():
            answers[number - len(some)].append(question.row._make(values))
    return answers


def frames_at_once(
    con: DuckDBPyConnection, question: Question[..., Row], asks: Iterable[Mapping[str, Any]]
) -> list[pd.DataFrame]:
    """Ask as `at_once` does, for the rows of each as a DataFrame."""
    answers = []
    for some in batched(asks):
        rows = _asked(con, question, some).df()
        numbers = rows.pop("asked_number").to_numpy()
        ends = numbers.searchsorted(range(len(some) + 1))
        answers += [rows.iloc[ends[n] : ends[n + 1]].reset_index(drop=True) for n in range(len(some))]
    return answers


def batched(asks: Iterable[Mapping[str, Any]]) -> Iterator[list[Mapping[str, Any]]]:
    """Part what is asked into as many as one statement takes."""
    left = iter(asks)
    while some := list(islice(left, MOST)):
        yield some


def _asked(con: DuckDBPyConnection, question: Question[..., Row], asks: Sequence[Mapping[str, Any]]) -> Any:
    names = list(asks[0])
    columns = ", ".join(f"unnest(cast(${name} as {_type([ask[name] for ask in asks])}[])) as {name}" for name in names)
    statement = PARAMETER.sub(r"one_ask.\1", COMMENT.sub("", question.sql)).strip()
    order = LAST_ORDER.search(statement)
    keys = f", {OF_WHICH.sub('', order[1])}" if order else ""
    cursor = con.cursor()
    cursor.execute("use dashboard")
    cursor.execute(
        f"""from (
            select one_ask.number as asked_number, answer.*
            from (select unnest(range({len(asks)})) as number, {columns}) as one_ask, lateral ({statement}) as answer
        )
        order by asked_number{keys}""",
        {name: [ask[name] for ask in asks] for name in names},
    )
    assert tuple(column[0] for column in cursor.description[1:]) == question.row._fields
    return cursor


def _type(values: Sequence[Any]) -> str:
    value = next((each for each in values if each is not None), "")
    return "varchar[]" if isinstance(value, list) else TYPES[type(value)]
