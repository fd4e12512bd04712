"""What a database was built from, in one word: the dashboard refuses one that was built from anything else."""

import hashlib
from pathlib import Path

from data.paths import INDICATORS, REFERENCE, SCHEMA, SNAPSHOT, SOURCES


def fingerprint(*, catalogue: Path = SOURCES, snapshot: Path = SNAPSHOT) -> str:
    """Return a SHA-256 of all that a database is built from but the tidy tables, whose hashes the manifest holds.

    Parameters
    ----------
    catalogue, snapshot
        data/sources.toml and the folder of tidy tables; of a refresh those that are not in their place yet.
    """
    digest = hashlib.sha256()
    for path in [
        INDICATORS,
        catalogue,
        snapshot / "manifest.csv",
        *sorted(REFERENCE.glob("*.csv")),
        *sorted(SCHEMA.glob("*.sql")),
    ]:
        digest.update(path.read_bytes())
    return digest.hexdigest()
