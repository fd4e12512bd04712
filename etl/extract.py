"""From the publishers' files to our own tidy tables: `python -m etl extract`."""

from collections.abc import Callable, Collection, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import duckdb
import pandas as pd

from data.catalogue import Source, sources
from data.kinds import Content
from data.paths import REFERENCE
from etl.errors import NoSuchSource
from etl.manifest import MANIFEST_COLUMNS, hash_of, kept_rows
from etl.snapshot import Tables, text_of, write_snapshot
from etl.tidied import ready, take_kept, tidy


class Summary(NamedTuple):
    """What an extract did: the files read and the rows of tidy tables written."""

    files: int
    rows: int


def extract(
    directory: Path,
    snapshot: Path,
    *,
    reference: Path = REFERENCE,
    only: Collection[str] = (),
    held: Mapping[str, Source] | None = None,
    say: Callable[[str], None] = lambda _: None,
) -> Summary:
    """Read the files that data/sources.toml names and write the tidy tables.

    Parameters
    ----------
    directory
        The folder that holds the publishers' files.
    snapshot
        The folder of tidy tables, replaced only when every source has been read without an error.
    reference
        The folder of curated tables, which say what areas and symbols there are.
    only
        The sources to read, with those that depend on them; the tables of the others stay as they are. Empty for all.
    held
        The sources there are, where not those of data/sources.toml.
    say
        Called with one line of progress per source.

    Returns
    -------
    Summary

    Raises
    ------
    BuildError
        Naming the file, the row or the column, and what to do. Nothing has been written then.
    """
    held = sources() if held is None else held
    wanted = read_again(held, only)
    kept = kept_rows(snapshot, [id for id in held if id not in wanted])
    tables: Tables = {}
    manifest: list[tuple[object, ...]] = []
    with ready(reference) as con:
        for source in held.values():
            if source.id not in wanted:
                take_kept(con, source, snapshot)
                continue
            tables[source.id] = tidy(con, source, directory)
            manifest += list(_manifest(con, source, directory, hash_of(text_of(tables[source.id]).encode())))
            say(f"{source.id}: {len(source.editions)} files, {len(tables[source.id])} rows")
    summary = Summary(files=len(manifest), rows=sum(map(len, tables.values())))
    listed = sorted([*manifest, *kept], key=lambda row: list(held).index(str(row[1])))
    tables["manifest"] = pd.DataFrame(listed, columns=MANIFEST_COLUMNS).sort_values("file", kind="stable")
    write_snapshot(tables, snapshot, kept=held.keys() - wanted)
    return summary


def read_again(held: Mapping[str, Source], only: Collection[str]) -> set[str]:
    """Return the sources to read: a source of judgements gives only what those before it do not have.

    Raises
    ------
    NoSuchSource
        One of them is not in data/sources.toml.
    """
    if unknown := sorted(set(only) - held.keys()):
        raise NoSuchSource(f"data/sources.toml: no source '{unknown[0]}'; there are {', '.join(held)}")
    judging = [source.id for source in held.values() if source.content is Content.JUDGEMENTS]
    first = min((judging.index(id) for id in only if id in judging), default=len(judging))
    return {*only, *judging[first:]} if only else set(held)


def _manifest(
    con: duckdb.DuckDBPyConnection, source: Source, directory: Path, tidy_sha256: str
) -> Iterator[tuple[str, str, str, str, str, str, str, str, int, int, str]]:
    """Describe each file of a source: what it is, its hash, the rows read and kept, the hash of the tidy table."""
    read = dict(con.execute("select edition, count(*) from staged group by edition").fetchall())
    kept = dict(con.execute("select edition, count(*) from tidy group by edition").fetchall())
    for edition in source.editions:
        yield (
            edition.file,
            source.id,
            edition.edition,
            source.title,
            source.publisher,
            edition.published,
            source.licence,
            hash_of((directory / edition.file).read_bytes()),
            read.get(edition.edition, 0),
            kept.get(edition.edition, 0),
            tidy_sha256,
        )
