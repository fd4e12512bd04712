"""From the tidy tables to the database: `python -m etl build`."""

import contextlib
import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import NamedTuple

import duckdb

from data.catalogue import Content, Indicator, indicators, sources
from data.fingerprint import fingerprint
from data.paths import REFERENCE, SNAPSHOT
from etl.checks import failures
from etl.errors import (
    BuildError,
    CheckFailed,
    DuplicateRow,
    NotWritten,
    SnapshotChanged,
    SnapshotMissing,
    UnknownArea,
    ValueBesideStatus,
)
from etl.reference import SCHEMA, load_reference

TABLES = {
    Content.FIGURES: "figure",
    Content.JUDGEMENTS: "judgement_row",
    Content.JUDGEMENTS_AS_AT: "judgement_as_at",
    Content.NEIGHBOURS: "neighbour",
}

# Each refusal of the tidy tables: a query whose rows are offences, and what is said of the first of them.
REFUSALS: dict[str, tuple[type[BuildError], str]] = {
    "rows_lost": (SnapshotChanged, "{0}.csv: {2} rows of edition {1} where the manifest says {3}; restore it"),
    "figures_twice": (DuplicateRow, "{0}.csv: {1} of {2} on {3} is given twice in edition {4}; restore it"),
    "figures_without_area": (UnknownArea, "{0}.csv: no area '{1}' in data/reference; restore either"),
}


class Summary(NamedTuple):
    """What a build made."""

    path: Path
    observations: int
    judgements: int


def build(
    path: Path,
    *,
    snapshot: Path = SNAPSHOT,
    reference: Path = REFERENCE,
    say: Callable[[str], None] = lambda _: None,
) -> Summary:
    """Build the database beside the old one, check it, and move it into place.

    Parameters
    ----------
    path
        Where the database shall be. Whoever has the old file open goes on reading it.
    snapshot, reference
        The folders of tidy tables and of curated tables.
    say
        Called with one line of progress per step.

    Returns
    -------
    Summary

    Raises
    ------
    BuildError
        Naming the file and the row. The old database is as it was.
    """
    beside = path.with_name(f"{path.name}.building-{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        _remove(beside)  # a build that was killed may have had the same number
        summary = _fill(beside, snapshot, reference, say)
        os.replace(beside, path)
    except (OSError, duckdb.Error) as error:
        raise NotWritten(f"{path}: {error}; make room, or close what holds the file, and build again") from error
    finally:
        _remove(beside)
    say(f"moved into place: {path.name}")
    return summary._replace(path=path)


def _remove(beside: Path) -> None:
    with contextlib.suppress(OSError):
        beside.unlink(missing_ok=True)
        beside.with_name(f"{beside.name}.wal").unlink(missing_ok=True)


def _sweep(path: Path) -> None:
    """Remove what builds that were killed have left beside the database."""
    for left in path.parent.glob(f"{path.name}.building-*"):
        pid = left.name.removeprefix(f"{path.name}.building-").split(".")[0]
        if not _is_running(pid):
            left.unlink(missing_ok=True)


def _is_running(pid: str) -> bool:
    if os.name == "nt":  # there a signal cannot be asked for without being sent
        return True
    try:
        os.kill(int(pid), 0)
    except (ValueError, ProcessLookupError):
        return False
    except OSError:
        return True
    return True


def _fill(path: Path, snapshot: Path, reference: Path, say: Callable[[str], None]) -> Summary:
    with duckdb.connect(str(path)) as con:
        load_reference(con, reference)
        say("reference tables read")
        con.execute((SCHEMA / "facts.sql").read_text())
        _load_catalogue(con)
        _load_snapshot(con, snapshot)
        say("tidy tables read")
        for script in ("parts", "observations"):
            con.execute((SCHEMA / f"{script}.sql").read_text())
        con.execute((SCHEMA / "views.sql").read_text())
        con.execute("insert into build values (?, ?)", [fingerprint(), datetime.now(UTC).replace(tzinfo=None)])
        say("observations derived")
        for name, rows in failures(con):
            raise CheckFailed(f"check {name}: {len(rows)} rows, the first is {rows[0]}")
        say("checks passed")
        observations, judgements = con.execute(
            "select (select count(*) from observation), (select count(*) from judgement)"
        ).fetchall()[0]
        con.execute("checkpoint")
    return Summary(path=path, observations=observations, judgements=judgements)


def _load_catalogue(con: duckdb.DuckDBPyConnection) -> None:
    con.executemany(
        "insert into source values (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (s.id, s.title, s.publisher, s.url, s.licence, s.description, str(s.content), s.next_release)
            for s in sources().values()
        ],
    )
    con.executemany(
        "insert into indicator values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [_indicator_row(n, indicator) for n, indicator in enumerate(indicators().values(), 1)],
    )
    con.executemany("insert into indicator_measure values (?, ?, ?, ?, ?)", list(_measure_rows()))


def _indicator_row(position: int, i: Indicator) -> list[object]:
    return [
        i.id, position, i.title, i.short_title, i.topic, i.unit, i.measure, i.decimals, str(i.better),
        i.better_reason, str(i.basis), i.definition, list(i.caveats), i.per, i.population, i.ranked,
    ]  # fmt: skip


def _measure_rows() -> Iterator[tuple[str, int, str, str, str]]:
    for indicator in indicators().values():
        for number, series in enumerate(indicator.series, 1):
            roles = {
                "published": (series.published,) if series.published else (),
                "numerator": series.numerator,
                "denominator": series.denominator,
            }
            for role, measures in roles.items():
                for measure in measures:
                    yield indicator.id, number, series.source, role, measure


def _load_snapshot(con: duckdb.DuckDBPyConnection, snapshot: Path) -> None:
    tables = {"manifest": "source_file"} | {source.id: TABLES[source.content] for source in sources().values()}
    for stem, table in tables.items():
        path = snapshot / f"{stem}.csv"
        if not path.is_file():
            raise SnapshotMissing(f"{path.name}: not found in {snapshot}; run `python -m etl extract`")
        _load_table(con, table, path)
    for query, (error, sentence) in REFUSALS.items():
        offences = con.execute((SCHEMA / f"{query}.sql").read_text()).fetchall()
        if offences:
            raise error(sentence.format(*offences[0]))


def _load_table(con: duckdb.DuckDBPyConnection, table: str, path: Path) -> None:
    """Insert the rows of one tidy table; the name of its file is the source of a figure."""
    try:
        rows = con.read_csv(str(path), header=True, all_varchar=True, na_values=[""], strict_mode=True)
        if table == "figure":
            wrong = rows.filter("(value is null) = (status = 'published')").limit(1).fetchall()
            if wrong:
                raise ValueBesideStatus(f"{path.name}: {wrong[0]} has a value and a status that contradict each other")
            rows = rows.select(duckdb.ConstantExpression(path.stem).alias("source_id"), duckdb.StarExpression())
        rows.insert_into(table)
    except duckdb.Error as error:
        raise SnapshotChanged(f"{path.name}: {error}; restore it or run `python -m etl extract`") from error
