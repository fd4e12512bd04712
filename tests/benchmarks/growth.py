"""How the time of each question grows with the data: `python -m tests.benchmarks growth`, needs a built database.

The database is copied and made larger beside it: every table that says something of indicators holds each of its rows n
times, under the ids of n times as many indicators, in the order that the build has. Each question is asked what the
tests ask it, of the real ones among them. `growth-authorities` has n times as many authorities instead, in the
tables of figures alone: an answer that shows every authority is then itself n times as long.
"""

import math
import statistics
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import duckdb

from data.paths import database
from queries.database import open_database
from queries.question import Question
from tests.queries.test_law import ASKED, asked_with

TIMES = {"indicators": (1, 100, 1000), "authorities": (1, 100)}  # the last is 99 million figures with all about them
ROUNDS, LONG = 5, 1.0  # times that each is asked; what takes longer than so many seconds is asked once
GIVEN_UP = 20.0  # seconds after which a question is given up
TOGETHER = 50  # copies of a table that are written in one statement: 9 million rows, which fit in memory
# In front of the id of a copy: it comes after all real ids, and copies in their order, so that tables stay sorted.
BEFORE = "'~' || lpad('{copy}', 4, '0') || ' ' || "
# What is another in a copy: the columns of a table whose rows are of an indicator.
NAMED = ("indicator_id", "note_id", "break_id")
FIGURES = ("observation_edition", "found_observation", "newest_figure", "finding", "rank_range")
PLACES = ("area_code", "asked_code", "figure_area_code", "dfe_code", "asked_dfe_code")
# What a larger table of figures is sorted by, as the build sorts it.
ORDER = {
    "observation_edition": "indicator_id, area_code, period_end, edition, series_number",
    "found_observation": "indicator_id, asked_code, period_end",
}


class Cost(NamedTuple):
    """What a question took: milliseconds, or none where it was given up, and how many rows it answered with."""

    taken: float | None
    rows: int
    said: str = ""

    def __str__(self) -> str:
        """Return a cell of a table."""
        return f"{self.taken:.1f}" if self.taken is not None else self.said


def larger(path: Path, times: int, more: str) -> None:
    """Write a database that is so many times as large."""
    with duckdb.connect(config={"threads": 1}) as con:  # several would write the rows in another order
        con.execute("attach $base as base (read_only)", {"base": str(database())})
        con.execute(f"attach '{path}' as large")
        con.execute("copy from database base to large")
        if times > 1:
            (of_indicators if more == "indicators" else of_authorities)(con, times)
        con.execute("checkpoint large")


def _columns(con: duckdb.DuckDBPyConnection) -> dict[str, list[str]]:
    """Return the columns of each table, in an order in which none refers to one that comes after it."""
    found = con.execute(
        "select table_name, list(column_name order by column_index) from duckdb_columns() inner join duckdb_tables() "
        "using (database_name, table_name) where database_name = 'base' group by all"
    ).fetchall()
    return dict(sorted(found, key=lambda each: (each[0] != "indicator", each[0])))


def of_indicators(con: duckdb.DuckDBPyConnection, times: int, first: int = 1) -> None:
    """Add the rows of so many times as many indicators."""
    for table, columns in _columns(con).items():
        if "indicator_id" not in columns or table == "claim":  # what was claimed is of the real ones
            continue
        changed = [f"{BEFORE}{name} as {name}" for name in NAMED if name in columns]
        changed += ["position + {copy} * 1000 as position"] if table == "indicator" else []
        rows = f"select * replace ({', '.join(changed)}) from base.{table}"
        for begin in range(first, times, TOGETHER):
            copies = range(begin, min(begin + TOGETHER, times))
            together = " union all ".join(rows.replace("{copy}", str(copy)) for copy in copies)
            con.execute(f"insert into large.{table} {together}")


def of_authorities(con: duckdb.DuckDBPyConnection, times: int) -> None:
    """Add the rows of so many times as many authorities and joint returns; England and regions stay as they are."""
    columns = _columns(con)
    for table in FIGURES:
        changed = [f"if(n = 0, {name}, '~' || lpad(n::varchar, 4, '0') || {name}) as {name}"
                   for name in PLACES if name in columns[table]]  # fmt: skip
        con.execute(f"delete from large.{table}")
        con.execute(
            f"insert into large.{table} select each.* replace ({', '.join(changed)}) from base.{table} as each "
            f"cross join range({times}) as copies (n) where n = 0 or starts_with(area_code, 'E0') "
            f"or starts_with(area_code, 'E10') order by {ORDER.get(table, 'indicator_id')}"
        )


@contextmanager
def _given_up(con: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Interrupt what takes too long."""
    timer = threading.Timer(GIVEN_UP, con.interrupt)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def cost(con: duckdb.DuckDBPyConnection, name: str) -> Cost:
    """Ask a question a few times, after a first that warms."""
    question, asked = ASKED[name], asked_with(name)
    try:
        first, rows = _once(con, question, asked)
    except duckdb.InterruptException:
        return Cost(None, 0, f"over {GIVEN_UP * 1000:.0f}")
    except duckdb.OutOfMemoryException:
        return Cost(None, 0, "over 2 GB")
    if first > LONG:
        return Cost(first * 1000, rows)
    return Cost(statistics.median(_once(con, question, asked)[0] for _ in range(ROUNDS)) * 1000, rows)


def _once(con: duckdb.DuckDBPyConnection, question: Question, asked: dict[str, object]) -> tuple[float, int]:
    with con.cursor() as cursor, _given_up(cursor):
        began = time.perf_counter()
        rows = question(cursor, **asked)
        return time.perf_counter() - began, len(rows)


def measured(more: str, times: tuple[int, ...], folder: Path) -> dict[str, list[Cost]]:
    """Ask every question of databases of each size."""
    found: dict[str, list[Cost]] = {name: [] for name in ASKED}
    for each in times:
        path = folder / "large.duckdb"
        path.unlink(missing_ok=True)
        began = time.perf_counter()
        larger(path, each, more)
        sys.stderr.write(f"{each} times: {path.stat().st_size / 1e6:.0f} MB in {time.perf_counter() - began:.0f} s\n")
        with open_database(path) as con:
            for name, costs in found.items():
                costs.append(cost(con, name))
    return found


def exponent(costs: list[Cost], times: tuple[int, ...]) -> str:
    """Return the power of the size with which the time grows, from the smallest to the largest: 0 none, 1 in step."""
    first, last = costs[0].taken, costs[-1].taken
    if first is None or last is None:
        return ""
    return f"{math.log(last / first) / math.log(times[-1] / times[0]):.2f}"


def table(found: dict[str, list[Cost]], times: tuple[int, ...]) -> Iterator[str]:
    """Write each question's milliseconds, the one that grows most first."""
    yield "| question | " + " | ".join(f"{each:,} × ms" for each in times) + " | ratio | exponent | rows |"
    yield "|---|" + "---|" * (len(times) + 3)
    late = sorted(found, key=lambda name: -((found[name][-1].taken or math.inf) / (found[name][0].taken or 1)))
    for name in late:
        costs = found[name]
        first, last = costs[0].taken, costs[-1].taken
        ratio = f"{last / first:.1f}" if first and last else ""
        rows = " → ".join(dict.fromkeys(str(each.rows) for each in costs if each.taken is not None))
        yield (
            f"| {name.removeprefix('queries.')} | {' | '.join(map(str, costs))} | {ratio} | {exponent(costs, times)} "
            f"| {rows} |"
        )


def said(more: str = "indicators") -> Iterator[str]:
    """Measure, and write what was found."""
    times = TIMES[more]
    with tempfile.TemporaryDirectory() as folder:
        found = measured(more, times, Path(folder))
    flat = [name for name, costs in found.items() if (costs[-1].taken or math.inf) / (costs[0].taken or 1) < 2]
    yield f"**{times[-1]:,} times as many {more}**: {len(flat)} of {len(found)} questions take less than twice as long."
    yield ""
    yield from table(found, times)
