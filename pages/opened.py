"""Which databases are open: known without loading what opens them."""

from pathlib import Path

from data.paths import database, server

OPENED: set[tuple[Path, int]] = set()  # each with the moment at which it was made
SERVED: dict[str, int] = {}  # of a server elsewhere, the edition that it had when it was last asked


def made(path: Path) -> int:
    """Return the moment at which a database was made; 0 where there is none."""
    try:
        return path.stat().st_mtime_ns
    except FileNotFoundError:
        return 0


def build_made() -> int:
    """Return the moment at which the database was built, to tell what was made of it from what another gives."""
    return SERVED.get(server(), 0) if server() else made(database())


def is_open() -> bool:
    """Tell whether the database is open: what cannot wait for a build does without it."""
    return server() in SERVED or (database(), build_made()) in OPENED
