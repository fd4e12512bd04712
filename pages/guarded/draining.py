"""How a process ends that is asked to (SIGTERM): what it has begun it finishes, and nobody new is sent to it.

First `/readyz` says no, for as long as whoever sends visitors needs to hear of it. Then nobody may connect, and each
connection is ended as soon as the page that runs over it has been sent: the browser connects again, to another process.
What is asked without a connection is answered to its end. Asked twice, or from the keyboard, it ends at once.
"""

import os
import signal
import threading
from asyncio import AbstractEventLoop, Task, create_task, get_running_loop, sleep, timeout
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from time import monotonic
from types import FrameType
from typing import Any, Final

from uvicorn import Server

from pages.guarded.connections import Connections

# Seconds for which `/readyz` says no before anything else happens: none where nobody asks it. What asks every five
# seconds, three times before it believes a no, as Kubernetes does, needs fifteen.
NOTICE: Final = "DASHBOARD_NOTICE_SECONDS"
# Seconds for what is under way. An upload has nine of the processor, a picture waits twenty for its turn; the whole
# with the notice stays within the sixty after which Kubernetes and Compose kill (.deployment).
LONGEST: Final = 30


class Ending:
    """Whether a process ends, and how.

    Attributes
    ----------
    begun
        Whether it has been asked to end.
    connections
        Those of its visitors.
    """

    def __init__(self) -> None:
        self.begun = False
        self.connections = Connections()

    async def of(self, server: Server) -> None:
        """Finish what is under way, and let the server end, whatever comes of it."""
        try:
            await sleep(float(os.environ.get(NOTICE) or 0))
            began = monotonic()
            with suppress(TimeoutError):
                async with timeout(LONGEST):
                    await self.connections.leave()
            server.config.timeout_graceful_shutdown = max(1, LONGEST - int(monotonic() - began))
        finally:
            server.should_exit = True


ENDING: Final = Ending()


@asynccontextmanager
async def drained(_: Any) -> AsyncIterator[None]:
    """Take the signal from the server while it serves; it gives it back by itself."""
    server = getattr(signal.getsignal(signal.SIGTERM), "__self__", None)
    if isinstance(server, Server) and threading.current_thread() is threading.main_thread():
        take(server, get_running_loop())
    yield


def take(server: Server, loop: AbstractEventLoop) -> None:
    """Drain at the first signal, end at the second."""
    kept: list[Task[None]] = []  # the loop alone would let go of it

    def begin() -> None:
        kept.append(create_task(ENDING.of(server)))

    def asked(number: int, frame: FrameType | None) -> None:
        if ENDING.begun:
            server.handle_exit(number, frame)
        else:
            ENDING.begun = True
            loop.call_soon_threadsafe(begin)

    signal.signal(signal.SIGTERM, asked)
