"""The questions about the data itself: what is held, how far it reaches, and where it comes from."""

from duckdb import DuckDBPyConnection
from pandas import DataFrame

from queries.database import ask


def catalogue(con: DuckDBPyConnection) -> DataFrame:
    """Say of every indicator what it means and how far its figures reach.

    Returns
    -------
    DataFrame
        indicator_id, title, topic, unit, measure, better, better_reason, definition, caveats (list), first_date,
        last_date, authorities (with a figure on the last date), returns (expected on it), joint (whether some of
        them are joint returns), publication, published, next_release. One row per indicator, in the order of the
        catalogue.
    """
    return ask(con, "about/catalogue")


def files(con: DuckDBPyConnection) -> DataFrame:
    """List the publishers' files that were read.

    Returns
    -------
    DataFrame
        file, publication, publisher, edition, published, licence, sha256, rows_read (of the file), rows_kept (of
        our tidy table). One row per file and source.
    """
    return ask(con, "about/files")


def symbols(con: DuckDBPyConnection) -> DataFrame:
    """List the signs by which publishers say that there is no figure, and why.

    Returns
    -------
    DataFrame
        status, symbol, layout (the family of files), meaning. One row per sign and family.
    """
    return ask(con, "about/symbols")


def columns(con: DuckDBPyConnection) -> DataFrame:
    """List every column of every view and table of the database.

    Returns
    -------
    DataFrame
        table_name, column_name, data_type, built_at (of the database). One row per column, in their order.
    """
    return ask(con, "about/columns")


def deprivation(con: DuckDBPyConnection) -> DataFrame:
    """List the indices of income deprivation affecting children.

    Returns
    -------
    DataFrame
        index_year, authority_name, average_score (from 0 to 1), rank_of_average_score (1 for the most deprived),
        authorities (in the index), most_deprived_tenth (share of small areas, from 0 to 1), source_file, source_row.
        One row per authority as it then was and index.
    """
    return ask(con, "about/deprivation")
