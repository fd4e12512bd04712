"""DuckDB's own protocol between a server and its clients, Quack: what has to be loaded for it."""

import importlib.util
from pathlib import Path

NAMES = ("httpfs", "quack")  # in this order: the second speaks by the first


def extensions() -> list[str]:
    """Return what `load` takes: the file in a package beside DuckDB, else the name that `install` took."""
    return [_of_package(name) or name for name in NAMES]


def _of_package(name: str) -> str:
    spec = importlib.util.find_spec(f"duckdb_extension_{name}")
    folders = (spec and spec.submodule_search_locations) or ()
    return next((str(path) for folder in folders for path in Path(folder).rglob("*.duckdb_extension")), "")
