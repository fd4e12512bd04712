"""Every part of an answer is sent at once.

A computer holds back a small part of what it sends until the one before has been acknowledged, and whoever receives
it acknowledges up to 40 ms late, hoping for more: each answer of two parts on a connection that stays open, and the
last message of each page, waited that long. Python switches this off for sockets that it opens itself; Streamlit opens
the one at which it listens, and those of the visitors are as that one is.
"""

import os
import socket
import stat
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import Any

OPEN = (Path("/proc/self/fd"), Path("/dev/fd"))  # the files that a process has open, on Linux and on macOS


@asynccontextmanager
async def prompt(_: Any) -> AsyncIterator[None]:
    """Let the sockets at which this process listens hold nothing back, before the first visitor comes."""
    for found in listening():
        found.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    yield


def listening() -> Iterator[socket.socket]:
    """Open each socket at which this process listens for a moment; none where open files are not listed: Windows."""
    folder = next((each for each in OPEN if each.is_dir()), None)
    for path in list(folder.iterdir()) if folder else ():
        with suppress(OSError):  # closed meanwhile, as the one that listed the folder
            if stat.S_ISSOCK(os.fstat(int(path.name)).st_mode):
                with socket.socket(fileno=os.dup(int(path.name))) as found:
                    if found.family in (socket.AF_INET, socket.AF_INET6) and _listens(found):
                        yield found


def _listens(found: socket.socket) -> bool:
    return bool(found.getsockopt(socket.SOL_SOCKET, socket.SO_ACCEPTCONN))
