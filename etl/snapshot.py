"""The committed tidy tables: written the same to the byte from the same files, and read back with care."""

import csv
import shutil
import tempfile
from pathlib import Path

import pandas as pd

Tables = dict[str, pd.DataFrame]

MANIFEST_COLUMNS = [
    "file",
    "source",
    "edition",
    "publication",
    "publisher",
    "published",
    "licence",
    "sha256",
    "rows_read",
    "rows_kept",
]


def write_snapshot(tables: Tables, directory: Path) -> None:
    """Write each table as <name>.csv, all or none: a folder beside is filled first, then its files are moved in.

    Parameters
    ----------
    tables
        Frames by name. Missing values are written as empty cells.
    directory
        The folder of tidy tables. Files of tables that no longer exist are removed.
    """
    directory.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=".writing-", dir=directory))
    try:
        for name, table in tables.items():
            table.to_csv(beside / f"{name}.csv", index=False, lineterminator="\n", quoting=csv.QUOTE_MINIMAL)
        for old in directory.glob("*.csv"):
            if old.stem not in tables:
                old.unlink()
        for new in sorted(beside.iterdir()):
            new.replace(directory / new.name)
    finally:
        shutil.rmtree(beside)
