"""From the publishers' files to our own tidy tables: `python -m etl extract`."""

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import duckdb
import pandas as pd

from data.catalogue import Source, sources
from data.kinds import Content
from data.paths import REFERENCE
from etl.contents import REFUSALS, TIDY_COLUMNS
from etl.errors import BuildError, ColumnsChanged
from etl.reference import load_reference
from etl.snapshot import MANIFEST_COLUMNS, Tables, hash_of, text_of, write_snapshot
from etl.staging import SOURCE_FOLDERS, staged

SQL = Path(__file__).parent / "tidy"


class Summary(NamedTuple):
    """What an extract did: the files read and the rows of tidy tables written."""

    files: int
    rows: int


def extract(
    directory: Path,
    snapshot: Path,
    *,
    reference: Path = REFERENCE,
    say: Callable[[str], None] = lambda _: None,
) -> Summary:
    """Read every file that data/sources.toml names and write the tidy tables.

    Parameters
    ----------
    directory
        The folder that holds the publishers' files.
    snapshot
        The folder of tidy tables, replaced only when every source has been read without an error.
    reference
        The folder of curated tables, which say what areas and symbols there are.
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
    tables: Tables = {}
    manifest = []
    with duckdb.connect() as con:
        load_reference(con, reference)
        con.execute((SQL / "judgements_so_far.sql").read_text())
        for source in sources().values():
            tables[source.id] = _tidy(con, source, directory)
            manifest += list(_manifest(con, source, directory, hash_of(text_of(tables[source.id]).encode())))
            say(f"{source.id}: {len(source.editions)} files, {len(tables[source.id])} rows")
    tables["manifest"] = pd.DataFrame(manifest, columns=MANIFEST_COLUMNS).sort_values("file")
    write_snapshot(tables, snapshot)
    return Summary(files=len(manifest), rows=sum(map(len, tables.values())))


def _tidy(con: duckdb.DuckDBPyConnection, source: Source, directory: Path) -> pd.DataFrame:
    """Turn the editions of a source into rows of its tidy table, refused if anything is unknown."""
    con.register("staged_frame", _stage(source, directory))
    con.execute("create or replace temp table staged as from staged_frame")
    own_sql = SOURCE_FOLDERS / source.id / f"{source.content}.sql"
    sql = own_sql if own_sql.exists() else SOURCE_FOLDERS / f"{source.layout}.sql"
    parameters = {"reference": source.reference} if source.content is Content.FIGURES else {}
    try:
        rows = con.execute(sql.read_text(), parameters).df()
    except duckdb.ConversionException as unread:
        raise ColumnsChanged(f"{source.editions[-1].file}: {unread}; correct etl/sources/{source.id}") from unread
    con.register("source_rows_frame", rows)
    con.execute("create or replace temp table source_rows as from source_rows_frame")
    _take(con, source)
    for name, (error, sentence) in REFUSALS[source.content].items():
        _refuse(con, SQL / f"{name}.sql", error, sentence)
    if source.content is Content.JUDGEMENTS:
        con.execute("insert into judgement by name from tidy")
    columns = TIDY_COLUMNS[source.content]
    return con.execute("from tidy").df()[columns].sort_values(columns, ignore_index=True)


def _take(con: duckdb.DuckDBPyConnection, source: Source) -> None:
    """Make the temp table `tidy`, and what the refusals need to know of the source."""
    con.execute(
        "create or replace temp table edition (edition varchar, file varchar, first integer, last integer, "
        "absent varchar[])"
    )
    con.executemany(
        "insert into edition values (?, ?, ?, ?, ?)",
        [(e.edition, Path(e.file).name, e.first, e.last, list(e.absent)) for e in source.editions],
    )
    con.execute(
        "create or replace temp table layout as select ? as symbols, ? as regions, ? as reference",
        [source.symbols, source.regions, source.reference],
    )
    con.execute((SQL / f"{source.content}.sql").read_text())


def _stage(source: Source, directory: Path) -> pd.DataFrame:
    """Stack the editions of a source: one text column per name of columns.csv; None where an edition lacks it."""
    frames = []
    for edition in source.editions:
        cells = staged(source, edition, directory)
        frame = pd.DataFrame([row for _, row in cells.rows], columns=list(cells.columns), dtype=object)
        frame["edition"] = edition.edition
        frame["source_file"] = Path(edition.file).name
        frame["source_row"] = [number for number, _ in cells.rows]
        frames.append(frame)
    stacked = pd.concat(frames, ignore_index=True)
    return stacked.astype(object).where(stacked.notna(), None).astype({"source_row": "int64"})


def _refuse(con: duckdb.DuckDBPyConnection, query: Path, error: type[BuildError], sentence: str) -> None:
    offences = con.execute(query.read_text()).fetchall()
    if offences:
        more = f" (and {len(offences) - 1} more)" if len(offences) > 1 else ""
        raise error(sentence.format(*offences[0]) + more)


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
