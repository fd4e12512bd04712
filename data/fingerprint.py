"""What a database was built from, in one word: the dashboard refuses one that was built from anything else."""

import hashlib

from data.paths import INDICATORS, REFERENCE, SCHEMA, SNAPSHOT, SOURCES


def fingerprint() -> str:
    """Return a SHA-256 of all that a database is built from but the tidy tables, whose hashes the manifest holds."""
    digest = hashlib.sha256()
    for path in [
        INDICATORS,
        SOURCES,
        SNAPSHOT / "manifest.csv",
        *sorted(REFERENCE.glob("*.csv")),
        *sorted(SCHEMA.glob("*.sql")),
    ]:
        digest.update(path.read_bytes())
    return digest.hexdigest()
