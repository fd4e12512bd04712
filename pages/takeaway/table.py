"""Rows to take away: a table with its meaning."""

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time
from typing import Any, TypedDict

import numpy as np
import pandas as pd

from data.spreadsheet import Cell
from pages.takeaway.schema import Described, words

Notes = tuple[tuple[str, str, str], ...]

ATTRIBUTION = "Contains public sector information licensed under the Open Government Licence v3.0."
STANDING = "Independent tool, not official statistics."
SOURCE = ("publication", "publisher", "published", "edition", "licence")


@dataclass(frozen=True, kw_only=True)
class Table:
    """Rows with all that whoever opens the file must know.

    Attributes
    ----------
    title
        What the rows are, as "Agency social workers: Birmingham, 2013 to 2025".
    rows
        Tidy rows; missing is missing, whatever the reason, and a column `status` says why.
    described
        What a row is, and what the columns mean.
    notes
        About what, of which kind (Definition, Caveat, Break in series), and the note itself.
    built
        When the database was built, as far as that is known.
    sheet
        The name of the sheet that has the rows, in formats with sheets.
    """

    title: str
    rows: pd.DataFrame
    described: Described
    notes: Notes = field(default=())
    built: date | None = None
    sheet: str = "Data"

    @property
    def columns(self) -> list[str]:
        """The names of the columns, in order."""
        return [str(column) for column in self.rows.columns]

    @property
    def sources(self) -> list[dict[str, Cell]]:
        """The publications behind the rows, once each, with the dates on which they came out."""
        named = [column for column in SOURCE if column in self.columns]
        if "publication" not in named:
            return []
        return records(self.rows[named].drop_duplicates().sort_values(named))

    @property
    def statuses(self) -> dict[str, str]:
        """The words of the column `status`, and what each says; none if there is no such column."""
        return words("status") if "status" in self.columns else {}


def cells(rows: pd.DataFrame) -> list[tuple[Cell, ...]]:
    """Turn a frame into plain values: None for what is missing, dates without a time of day, whole numbers whole."""
    return list(zip(*([_plain(value) for value in rows[column]] for column in rows.columns), strict=True))


def records(rows: pd.DataFrame) -> list[dict[str, Cell]]:
    """Turn a frame into one mapping of plain values per row."""
    names = [str(column) for column in rows.columns]
    return [dict(zip(names, row, strict=True)) for row in cells(rows)]


def _plain(value: Any) -> Cell:
    if isinstance(value, str):
        return value
    if isinstance(value, list | np.ndarray):
        return " ".join(str(part) for part in value)
    if value is None or value is pd.NaT or value is pd.NA or value != value:
        return None
    value = value.item() if hasattr(value, "item") else value
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return int(value)
    return value if isinstance(value, bool | int | float | date) else str(value)


class About(TypedDict):
    """What a reader of the bare rows could not know, by the names that files have for it."""

    title: str
    row: str
    standing: str
    licence: str
    database_built: str | None
    columns: list[dict[str, str]]
    statuses: dict[str, str]
    notes: list[dict[str, str]]
    sources: list[dict[str, Cell]]


def about(table: Table) -> About:
    """Say of a table what a reader of the bare rows could not know."""
    return {
        "title": table.title,
        "row": table.described.row,
        "standing": STANDING,
        "licence": ATTRIBUTION,
        "database_built": table.built.isoformat() if table.built else None,
        "columns": [{"name": name, "meaning": table.described.meaning(name)} for name in table.columns],
        "statuses": table.statuses,
        "notes": [dict(zip(("about", "kind", "note"), note, strict=True)) for note in table.notes],
        "sources": table.sources,
    }


def file_name(*parts: str, ending: str) -> str:
    """Write a file name that says what is in the file, as agency-rate_birmingham_2013-2025.csv."""
    plain = (re.sub(r"[^a-z0-9]+", "-", part.lower().replace("'", "").replace("’", "")).strip("-") for part in parts)
    return "_".join(part[:60] for part in plain if part) + f".{ending}"
