"""The committed tidy tables: written the same to the byte from the same files, and read back with care."""

import csv
import shutil
import tempfile
from collections.abc import Collection, Sequence
from itertools import zip_longest
from pathlib import Path

import duckdb
import pandas as pd

from data.catalogue import sources
from data.kinds import Content
from etl.errors import BuildError, DuplicateRow, SnapshotChanged, SnapshotMissing, UnknownArea, ValueBesideStatus
from etl.manifest import MANIFEST_COLUMNS, hash_of
from etl.reference import FORM, READ_CSV, SCHEMA

Tables = dict[str, pd.DataFrame]

TABLES = {
    Content.FIGURES: "figure",
    Content.JUDGEMENTS: "judgement_row",
    Content.JUDGEMENTS_AS_AT: "judgement_as_at",
    Content.NEIGHBOURS: "neighbour",
    Content.PRICES: "deflator",
    Content.DEPRIVATION: "deprivation",
    Content.VISITS: "visit_row",
}

# Each refusal of the tidy tables: a query whose rows are offences, and what is said of the first of them.
REFUSALS: dict[str, tuple[type[BuildError], str]] = {
    "rows_lost": (SnapshotChanged, "{0}.csv: {2} rows of edition {1} where the manifest says {3}; restore it"),
    "status_contradicted": (
        ValueBesideStatus,
        "{0}.csv: {1} of {2} on {3} has a value beside a status, or neither; restore it",
    ),
    "figures_twice": (DuplicateRow, "{0}.csv: {1} of {2} on {3} is given twice in edition {4}; restore it"),
    "figures_without_area": (UnknownArea, "{0}.csv: no area '{1}' in data/reference; restore either"),
}


def text_of(table: pd.DataFrame) -> str:
    """Write a table as the text of its CSV file: the same for the same rows."""
    text: str = table.to_csv(index=False, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
    return text


def write_snapshot(tables: Tables, directory: Path, *, kept: Collection[str] = ()) -> None:
    """Write each table as <name>.csv, all or none: a folder beside is filled first, then its files are moved in.

    Parameters
    ----------
    tables
        Frames by name. Missing values are written as empty cells.
    directory
        The folder of tidy tables. Files of tables that no longer exist are removed.
    kept
        Names of tables whose files stay as they are.
    """
    directory.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".writing-", dir=directory))
    try:
        for name, table in tables.items():
            (beside / f"{name}.csv").write_text(text_of(table), encoding="utf-8", newline="")
        for old in directory.glob("*.csv"):
            if old.stem not in {*tables, *kept}:
                old.unlink()
        for new in sorted(beside.iterdir()):
            new.replace(directory / new.name)
    finally:
        shutil.rmtree(beside)


def load_snapshot(con: duckdb.DuckDBPyConnection, snapshot: Path) -> None:
    """Fill the tables of a database from the tidy tables and the manifest.

    Parameters
    ----------
    con
        A connection to a database with the tables of etl/schema/facts.sql and the catalogue in it.
    snapshot
        The folder of tidy tables.

    Raises
    ------
    BuildError
        A table is missing, or is not what the manifest and the reference tables say; the message names it.
    """
    tables = {"manifest": "source_file"} | {source.id: TABLES[source.content] for source in sources().values()}
    paths = {snapshot / f"{stem}.csv": table for stem, table in tables.items()}
    for path, table in paths.items():
        if not path.is_file():
            raise SnapshotMissing(f"{path.name}: not found in {snapshot}; run `python -m etl extract`")
        _verify_header(con, table, path)
        if table != "figure":
            _load_table(con, table, path)
    _load_figures(con, [path for path, table in paths.items() if table == "figure"])
    for query, (error, sentence) in REFUSALS.items():
        offences = con.execute((SCHEMA / f"{query}.sql").read_text()).fetchall()
        if offences:
            raise error(sentence.format(*offences[0]))
    _verify_hashes(con, snapshot)


def _verify_hashes(con: duckdb.DuckDBPyConnection, snapshot: Path) -> None:
    """Refuse a tidy table of which a value was changed that nothing else gives away."""
    for stem, tidy_sha256 in con.execute("select distinct source_id, tidy_sha256 from source_file").fetchall():
        if hash_of((snapshot / f"{stem}.csv").read_bytes()) != tidy_sha256:
            raise SnapshotChanged(
                f"{stem}.csv: its contents are not those the manifest names; restore it or run `python -m etl extract`"
            )


def _verify_header(con: duckdb.DuckDBPyConnection, table: str, path: Path) -> None:
    """Refuse a tidy table whose columns are not those of the table, which is filled by position."""
    columns = con.table(table).columns
    expected = {"figure": columns[1:], "source_file": MANIFEST_COLUMNS}.get(table, columns)
    with path.open(encoding="utf-8", errors="replace") as file:
        header = file.readline().rstrip("\n").split(",")
    for column, wanted in zip_longest(header, expected, fillvalue="nothing"):
        if column != wanted:
            raise SnapshotChanged(
                f"{path.name}: '{column}' stands where column '{wanted}' is expected; "
                "restore it or run `python -m etl extract`"
            )


def _load_table(con: duckdb.DuckDBPyConnection, table: str, path: Path) -> None:
    """Insert the rows of one tidy table."""
    try:
        con.execute(f"insert into {table} from {READ_CSV}", [str(path)])
    except duckdb.Error as error:
        raise SnapshotChanged(f"{path.name}: {error}; restore it or run `python -m etl extract`") from error


def _load_figures(con: duckdb.DuckDBPyConnection, paths: Sequence[Path]) -> None:
    """Insert the figures of all tidy tables at once, in a quarter of the time of one by one; a file is a source."""
    figure = con.table("figure")
    columns = ", ".join(f"{name}: '{kind}'" for name, kind in zip(figure.columns[1:], figure.types[1:], strict=True))
    read = f"from read_csv(?, {FORM}, filename=true, auto_detect=false, columns={{{columns}}})"
    insert = f"insert into figure select parse_filename(filename, true), columns(* exclude (filename)) {read}"
    try:
        con.execute(insert, [[str(path) for path in paths]])
    except duckdb.Error as error:
        if len(paths) == 1:
            raise SnapshotChanged(f"{paths[0].name}: {error}; restore it or run `python -m etl extract`") from error
        for path in paths:  # one by one, to name the one at fault
            _load_figures(con, [path])
