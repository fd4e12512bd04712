"""The manifest of the tidy tables: which file each is from, and the hashes of both."""

import csv
import hashlib
from collections.abc import Collection
from pathlib import Path

from etl.errors import SnapshotChanged, SnapshotMissing

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
    "tidy_sha256",
]


def hash_of(contents: bytes) -> str:
    """Return the SHA-256 of the contents of a file."""
    return hashlib.sha256(contents).hexdigest()


def kept_rows(snapshot: Path, ids: Collection[str]) -> list[tuple[object, ...]]:
    """Return the rows of the manifest on tables that stay as they are, refused if one is not what they say.

    Parameters
    ----------
    snapshot
        The folder of tidy tables.
    ids
        The sources that stay. None: the manifest need not be there.

    Raises
    ------
    SnapshotMissing, SnapshotChanged
        Naming the table.
    """
    if not ids:
        return []
    found = [row for row in manifest(snapshot) if row["source"] in ids]
    for id in ids:
        named = {row["tidy_sha256"] for row in found if row["source"] == id}
        path = snapshot / f"{id}.csv"
        if not path.is_file() or named != {hash_of(path.read_bytes())}:
            raise SnapshotChanged(f"{id}.csv: not as the manifest says; run `python -m etl extract` for all")
    return [tuple(row[name] for name in MANIFEST_COLUMNS) for row in found]


def manifest(snapshot: Path) -> list[dict[str, str]]:
    """Read the manifest.

    Raises
    ------
    SnapshotMissing
        There is none.
    """
    try:
        with (snapshot / "manifest.csv").open(encoding="utf-8", newline="") as file:
            return list(csv.DictReader(file))
    except OSError as error:
        raise SnapshotMissing(f"manifest.csv: not found in {snapshot}; run `python -m etl extract` for all") from error


def rows_by_edition(snapshot: Path, id: str, edition: str) -> list[dict[str, str]]:
    """Return the rows of one edition of a tidy table."""
    with (snapshot / f"{id}.csv").open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["edition"] == edition]
