"""One source: from the cells of its editions to the rows of its tidy table, refused if anything is unknown."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import duckdb
import pandas as pd

from data.catalogue import Source
from data.kinds import Content
from etl.contents import REFUSALS, TIDY_COLUMNS
from etl.errors import BuildError, ColumnsChanged
from etl.reference import READ_CSV, load_reference
from etl.staging import SOURCE_FOLDERS, staged

SQL = Path(__file__).parent / "tidy"


@contextmanager
def ready(reference: Path) -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a connection that knows the areas and the symbols, to make tidy tables with."""
    with duckdb.connect() as con:
        load_reference(con, reference)
        for prepared in ("judgements_so_far", "areas_named"):
            con.execute((SQL / f"{prepared}.sql").read_text())
        yield con


def take_kept(con: duckdb.DuckDBPyConnection, source: Source, snapshot: Path) -> None:
    """Let the sources after one that is not read again know its judgements, from its tidy table."""
    if source.content is Content.JUDGEMENTS:
        con.execute(f"insert into judgement by name from {READ_CSV}", [str(snapshot / f"{source.id}.csv")])


def tidy(con: duckdb.DuckDBPyConnection, source: Source, directory: Path) -> pd.DataFrame:
    """Turn the editions of a source into rows of its tidy table, refused if anything is unknown.

    Parameters
    ----------
    con
        Of `ready`, with the judgements of the sources before this one.
    source, directory
        What is read, and from where.

    Returns
    -------
    DataFrame
        The columns of its kind of tidy table, in the order of the table.
    """
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
