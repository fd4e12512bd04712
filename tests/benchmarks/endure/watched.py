"""A served dashboard whose process is watched: its memory, its open files, its threads and its children."""

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from tests.pages.browser import serving


class Held(NamedTuple):
    """What a process holds at a moment: megabytes, open files, threads, processes below it."""

    memory: float
    files: int
    threads: int
    children: int


@contextmanager
def watched(database: Path, **environment: str) -> Iterator[tuple[str, int]]:
    """Serve a database, and give the address and the number of the process."""
    before = children(os.getpid())
    with serving(database, sys.executable, **environment) as server:
        (process,) = children(os.getpid()) - before
        yield server, process


def children(process: int) -> set[int]:
    """Return the processes that a process has started, from whichever of its threads."""
    lists = Path(f"/proc/{process}/task").glob("*/children")
    return {int(each) for path in lists for each in path.read_text(encoding="ascii").split()}


def held(process: int) -> Held:
    """Read what a process holds."""
    status = dict(
        line.split(":", 1) for line in Path(f"/proc/{process}/status").read_text(encoding="utf-8").splitlines()
    )
    return Held(
        int(status["VmRSS"].split()[0]) / 1024, sum(1 for _ in Path(f"/proc/{process}/fd").iterdir()),
        int(status["Threads"]), len(children(process)),
    )  # fmt: skip
