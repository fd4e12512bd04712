"""Answers are sent at once: a socket that listens as Streamlit's does gives visitors ones that hold nothing back."""

import os
import socket
import sys
from contextlib import suppress
from pathlib import Path

import pytest

from pages.guarded.prompt import prompt
from tests.pages.awaited import awaited


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere sockets do not take after the one that listens")
def test_the_sockets_of_visitors_hold_nothing_back():
    async def started():
        async with prompt(None):
            pass

    with socket.socket(socket.AF_INET) as listening:
        listening.bind(("127.0.0.1", 0))
        listening.listen()
        awaited(started())
        with socket.create_connection(listening.getsockname()) as _, listening.accept()[0] as visitor:
            assert visitor.getsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY)
        assert _times_open(listening) == 1, "the copy through which it was set is closed again"


def _times_open(wanted):
    """Count the open files of this process that are this socket; what other threads open meanwhile is not counted."""
    found = []
    for path in list(Path("/proc/self/fd").iterdir()):
        with suppress(OSError):  # closed meanwhile
            found.append(path.stat().st_ino)
    return found.count(os.fstat(wanted.fileno()).st_ino)
