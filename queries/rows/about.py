"""Rows of the questions about about."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import NamedTuple


class Held(NamedTuple):
    """A row of `queries.about.catalogue`.

    One row per indicator, in the order of the catalogue. indicator_id, title, topic, unit, measure, better,
    better_reason, definition, caveats (list), first_date, last_date, authorities (with a figure on the last date),
    returns (expected on it), joint (whether some of them are joint returns), publication, published, next_release.
    """

    indicator_id: str
    title: str
    topic: str
    unit: str
    measure: str
    better: str
    better_reason: str
    definition: str
    caveats: Sequence[str]
    first_date: date
    last_date: date
    authorities: int
    returns: int
    joint: bool
    publication: str
    published: str
    next_release: str


class File(NamedTuple):
    """A row of `queries.about.files`.

    One row per file and source. file, publication, publisher, edition, published, licence, sha256, rows_read (of
    the file), rows_kept (of our tidy table).
    """

    file: str
    publication: str
    publisher: str
    edition: str
    published: str
    licence: str
    sha256: str
    rows_read: int
    rows_kept: int


class Symbol(NamedTuple):
    """A row of `queries.about.symbols`.

    One row per sign and family. status, symbol, layout (the family of files), meaning.
    """

    status: str
    symbol: str
    layout: str
    meaning: str


class Column(NamedTuple):
    """A row of `queries.about.columns`.

    One row per column, in their order. table_name, column_name, data_type, built_at (of the database).
    """

    table_name: str
    column_name: str
    data_type: str
    built_at: datetime


class Deprivation(NamedTuple):
    """A row of `queries.about.deprivation`.

    One row per authority as it then was and index. index_year, authority_name, average_score (from 0 to 1),
    rank_of_average_score (1 for the most deprived), authorities (in the index), most_deprived_tenth (share of small
    areas, from 0 to 1), source_file, source_row.
    """

    index_year: int
    authority_name: str
    average_score: float
    rank_of_average_score: int
    authorities: int
    most_deprived_tenth: float
    source_file: str
    source_row: int


class Traced(NamedTuple):
    """A row of `queries.about.trace`.

    One row per thing that the articles name or ask: trace_row, asks (in our words), and either answered_at (the address
    of the view, from the root) or why_not.
    """

    trace_row: str
    asks: str
    answered_at: str
    why_not: str
