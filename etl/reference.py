"""The curated tables of data/reference, read into DuckDB for an extract or a build."""

import csv
from pathlib import Path

import duckdb

from etl.errors import ReferenceBroken

SCHEMA = Path(__file__).parent / "schema"

# How every CSV file of this project is read: its form is said, since a guess at it costs a second reading of each file.
FORM = "header=true, nullstr='', strict_mode=true, delim=',', quote='\"', escape='\"'"
READ_CSV = f"read_csv(?, {FORM}, all_varchar=true)"

FILES = {
    "authority": "authorities",
    "authority_code": "authority_codes",
    "authority_name": "authority_names",
    "authority_change": "authority_changes",
    "joint_return": "joint_returns",
    "region": "regions",
    "symbol": "symbols",
    "intervention": "interventions",
    "intervention_phase": "intervention_phases",
    "intervention_event": "intervention_events",
    "event": "events",
    "series_break": "series_breaks",
    "left_out": "left_out",
    "point_note": "point_notes",
    "ofsted_page": "ofsted_pages",
    "report_read": "ofsted_reports_read",
    "focused_visit": "ofsted_focused_visits",
    "contradiction": "contradictions",
    "register_change": "register_changes",
    "tile": "tiles",
    "outline": "outlines",
    "claim": "claims",
    "trace": "trace",
}


def load_reference(con: duckdb.DuckDBPyConnection, directory: Path) -> None:
    """Make the reference tables, fill them from the curated CSV files, and list the areas they name.

    Parameters
    ----------
    con
        An open connection to an empty database.
    directory
        The folder of curated CSV files.

    Raises
    ------
    ReferenceBroken
        A file is missing, its header is not that of the table, or a row breaks a rule; the message names it.
    """
    for script in ("reference", "register", "claims"):
        con.execute((SCHEMA / f"{script}.sql").read_text())
    for table, stem in FILES.items():
        _fill(con, table, directory / f"{stem}.csv")
    for script in ("areas", "area_names"):
        con.execute((SCHEMA / f"{script}.sql").read_text())


def _fill(con: duckdb.DuckDBPyConnection, table: str, path: Path) -> None:
    """Insert the rows of a CSV file, whose header must be the columns of the table in their order."""
    try:
        with path.open(encoding="utf-8", newline="") as file:
            header = tuple(next(csv.reader(file)))
    except OSError as error:
        raise ReferenceBroken(f"data/reference/{path.name}: not found; restore it") from error
    columns = tuple(con.table(table).columns)
    if header != columns:
        raise ReferenceBroken(f"data/reference/{path.name}: columns {header} where {columns} are expected")
    try:
        con.execute(f"insert into {table} from {READ_CSV}", [str(path)])
    except duckdb.Error as error:
        raise ReferenceBroken(f"data/reference/{path.name}{_row_at_fault(con, table, path)}: {error}") from error


def _row_at_fault(con: duckdb.DuckDBPyConnection, table: str, path: Path) -> str:
    """Name the first row that the table refuses: the rows are tried one after another."""
    try:
        rows = con.sql(f"from {READ_CSV}", params=[str(path)])
    except duckdb.Error:  # no table at all
        return ""
    for number in range(len(rows)):
        try:
            rows.limit(1, number).insert_into(table)
        except duckdb.Error:
            return f", row {number + 2}"
    return ""
