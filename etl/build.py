"""From the tidy tables to the database: `python -m etl build`."""

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NamedTuple

import duckdb

from data.catalogue import Indicator, Source, indicators, sources
from data.fingerprint import fingerprint
from data.paths import REFERENCE, SNAPSHOT, SOURCES
from etl.checks import failures
from etl.errors import CheckFailed, NotWritten, ReferenceBroken
from etl.ready import finish
from etl.reference import SCHEMA, load_reference
from etl.snapshot import load_snapshot

# in this order: each builds upon those before it
SCRIPTS = (
    "members", "money", "prices_behind", "parts", "observations", "as_of", "intervals", "unusual", "found",
    "figure_pairs", "dispersions", "findings", "chance", "rank_ranges", "newest", "first_editions", "views",
    "figures_behind", "standing", "moved", "last_known", "carrier", "alike", "states", "noticed", "noticed_changes",
    "noticed_since", "noticed_places", "noticed_turns", "noticed_regions",
)  # fmt: skip


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
    catalogue: Path = SOURCES,
    today: Callable[[], date] = date.today,
    say: Callable[[str], None] = lambda _: None,
) -> Summary:
    """Build the database beside the old one, check it, and move it into place.

    Parameters
    ----------
    path
        Where the database shall be. Whoever has the old file open goes on reading it.
    snapshot, reference
        The folders of tidy tables and of curated tables.
    catalogue
        data/sources.toml; of a refresh the one that is not in its place yet.
    today
        The day on which it is built: an authority that begins or ends later is refused.
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
    finish(snapshot, path)
    aside = path.with_name(f"{path.name}.building-{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        _remove(aside)  # a build that was killed may have had the same number
        summary = _fill(aside, snapshot, reference, catalogue, today(), say)
        os.replace(aside, path)
    except (OSError, duckdb.Error) as error:
        raise NotWritten(f"{path}: {error}; make room, or close what holds the file, and build again") from error
    finally:
        _remove(aside)
    say(f"moved into place: {path.name}")
    return summary._replace(path=path)


def _remove(aside: Path) -> None:
    with contextlib.suppress(OSError):
        aside.unlink(missing_ok=True)
        aside.with_name(f"{aside.name}.wal").unlink(missing_ok=True)


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


def _fill(
    path: Path, snapshot: Path, reference: Path, catalogue: Path, today: date, say: Callable[[str], None]
) -> Summary:
    # the tidy tables of a test are not those that a dashboard would ask after
    own = snapshot if catalogue != SOURCES else SNAPSHOT
    built_from = fingerprint(catalogue=catalogue, snapshot=own)
    with duckdb.connect(str(path)) as con:
        load_reference(con, reference)
        _refuse_what_is_to_come(con, today)
        say("reference tables read")
        con.execute((SCHEMA / "facts.sql").read_text())
        _load_catalogue(con, sources(catalogue))
        load_snapshot(con, snapshot)
        say("tidy tables read")
        for script in SCRIPTS:
            con.execute((SCHEMA / f"{script}.sql").read_text())
        con.execute("insert into build values (?, ?)", [built_from, datetime.now(UTC).replace(tzinfo=None)])
        say("observations derived")
        for name, rows in failures(con):
            raise CheckFailed(f"check {name}: {len(rows)} rows, the first is {rows[0]}")
        say("checks passed")
        observations, judgements = con.execute(
            "select (select count(*) from observation), (select count(*) from judgement)"
        ).fetchall()[0]
        con.execute("checkpoint")
    return Summary(path=path, observations=observations, judgements=judgements)


def _refuse_what_is_to_come(con: duckdb.DuckDBPyConnection, today: date) -> None:
    """Refuse an authority that begins or ends after today: pages speak of every end as past."""
    to_come = con.execute((SCHEMA / "authorities_to_come.sql").read_text(), {"today": today}).fetchall()
    if to_come:
        name, day = to_come[0]
        raise ReferenceBroken(
            f"data/reference/authorities.csv: {name} begins or ends on {day:%Y-%m-%d}, which is to come; "
            "keep the rows of that change until the day after"
        )


def _load_catalogue(con: duckdb.DuckDBPyConnection, held: Mapping[str, Source]) -> None:
    publications = (
        (s.id, s.title, s.publisher, s.url, s.licence, s.description, str(s.content), s.next_release)
        for s in held.values()
    )
    _insert(con, "source", publications)
    _insert(con, "indicator", (_indicator_row(n, each) for n, each in enumerate(indicators().values(), 1)))
    _insert(con, "indicator_measure", _measure_rows())


def _insert(con: duckdb.DuckDBPyConnection, table: str, rows: Iterable[tuple[Any, ...]]) -> None:
    """Insert rows in one statement: one for each row takes longer than all else in a build of few figures."""
    con.values(*rows).insert_into(table)


def _indicator_row(position: int, i: Indicator) -> tuple[object, ...]:
    return (
        i.id, position, i.title, i.short_title, str(i.topic), str(i.unit), i.measure, i.decimals, str(i.better),
        i.better_reason, str(i.basis), i.definition, list(i.caveats), i.per, i.population, i.prices, i.ranked,
        i.looks_back, i.of_some, i.unit.is_count,
    )  # fmt: skip


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
