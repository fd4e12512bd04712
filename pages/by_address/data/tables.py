"""Rows of a question as a table to take away: typed columns, whatever is missing in them."""

import types
from collections.abc import Sequence
from datetime import date
from typing import Any, Union, get_args, get_origin, get_type_hints

import pandas as pd

from pages.by_address.kept import Version
from pages.takeaway.schema import Described
from pages.takeaway.table import Table

# Types of columns in which a value may be missing; texts keep the values as they are.
TYPES = {int: "Int64", float: "float64", bool: "boolean", date: "date32[day][pyarrow]"}


def fields(row: type[Any]) -> dict[str, tuple[type[Any], bool]]:
    """Say of each field of a type of rows what it holds, `list` of texts among them, and whether it may be missing."""
    return {name: _held(hint) for name, hint in get_type_hints(row).items() if name in row._fields}


def _held(hint: Any) -> tuple[type[Any], bool]:
    if get_origin(hint) in (Union, types.UnionType):
        (held,) = (each for each in get_args(hint) if each is not type(None))
        return held, True
    return (list if get_origin(hint) is not None else hint), False


def frame(row: type[Any], rows: Sequence[Any]) -> pd.DataFrame:
    """Set rows out in columns; several texts in one cell are parted by a line, as names have commas and spaces."""
    columns = {}
    for place, (name, (held, _)) in enumerate(fields(row).items()):
        values = [each[place] for each in rows]
        texts = [" | ".join(value) for value in values] if held is list else values
        columns[name] = pd.Series(texts, dtype=TYPES.get(held, "object"))
    return pd.DataFrame(columns)


def table(row: type[Any], rows: Sequence[Any], described: Described, version: Version) -> Table:
    """Describe rows for a file."""
    return Table(title=described.row, rows=frame(row, rows), described=described, built=version.built_at.date())


def plain(row: type[Any], rows: Sequence[Any]) -> list[dict[str, object]]:
    """Write each row as names and values that JSON has: dates as texts, several texts as a list."""
    names = list(fields(row))
    return [{name: _plain(value) for name, value in zip(names, each, strict=True)} for each in rows]


def _plain(value: object) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return list(value) if isinstance(value, tuple | list) else value
