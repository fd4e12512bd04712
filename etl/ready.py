"""What a refresh has made, until it is in its place: moved in all at once, and gone on with after a kill."""

import os
import shutil
from pathlib import Path

from etl.fetching.lock import locked

FOLDER = ".refreshed"  # beside the folder of tidy tables
READY, LOCK = "ready", ".moving"


def folder(snapshot: Path) -> Path:
    """Return where what is made waits until it is moved in."""
    return snapshot.parent / FOLDER


def begin(snapshot: Path) -> Path:
    """Empty the folder of what waits, and return it; a copy of the tidy tables is in it."""
    waiting = folder(snapshot)
    shutil.rmtree(waiting, ignore_errors=True)
    waiting.mkdir(parents=True)
    shutil.copytree(snapshot, waiting / "snapshot")
    return waiting


def finish(snapshot: Path, database: Path) -> bool:
    """Move everything that is ready into its place, the database last; say whether there was anything.

    A move that was broken off is gone on with: each file that is still there is moved, whoever moved the others.

    Parameters
    ----------
    snapshot
        The folder of tidy tables; data/sources.toml and data/changes are beside it.
    database
        Where the database shall be. Whoever has the old one open goes on reading it.
    """
    waiting = folder(snapshot)
    if not (waiting / READY).exists():
        return False
    with locked(snapshot.parent / LOCK, wait=True):
        if not (waiting / READY).exists():
            return False
        for path in sorted(waiting.rglob("*")):
            to = snapshot.parent / path.relative_to(waiting)
            if path.is_file() and path.name not in (READY, database.name):
                to.parent.mkdir(parents=True, exist_ok=True)
                os.replace(path, to)
        if (waiting / database.name).exists():
            os.replace(waiting / database.name, database)
        (waiting / READY).unlink()
        shutil.rmtree(waiting)
    return True


def declare(waiting: Path) -> None:
    """Say that all in the folder is whole: from here on it is moved in, by us or by whoever comes next."""
    (waiting / READY).touch()
