"""One fetch or refresh at a time: the lock goes with the process that holds it, also when that is killed."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from etl.errors import Busy

if sys.platform == "win32":
    import msvcrt

    def _take(number: int, *, wait: bool) -> None:
        msvcrt.locking(number, msvcrt.LK_LOCK if wait else msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _take(number: int, *, wait: bool) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))


@contextmanager
def locked(path: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold a lock.

    Parameters
    ----------
    path
        A file that is there for nothing else; it stays, empty.
    wait
        Whether to wait until whoever holds it lets go.

    Raises
    ------
    Busy
        Somebody else holds it, and we are not to wait.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a", encoding="utf-8") as file:
        try:
            _take(file.fileno(), wait=wait)
        except OSError as error:
            raise Busy(f"{path.name}: another fetch or refresh is at work; let it end") from error
        yield
