"""Whose turn it is: the pages of all visitors run one after another, in the order in which they were asked for.

Fifty scripts at once share one interpreter and push each other out of the processor's caches: with one at a time a
change by one of fifty visitors took a third of the time, and the server did twice as many in a second. Pictures have a
queue of their own, for each takes as long as several pages; an upload has none, for its reader is a process apart.
"""

from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Event, Lock, local

from pages.places import FRAMED, Place


class Queue:
    """One at a time, whoever came first.

    Attributes
    ----------
    taken
        Whether somebody has the turn.
    """

    def __init__(self) -> None:
        self._lock = Lock()
        self._waiting: deque[Event] = deque()
        self.taken = False

    @property
    def length(self) -> int:
        """How many wait."""
        return len(self._waiting)

    def take(self) -> None:
        """Wait for one's turn."""
        with self._lock:
            if not self.taken:
                self.taken = True
                return
            mine = Event()
            self._waiting.append(mine)
        mine.wait()

    def give(self) -> None:
        """Give the turn on."""
        with self._lock:
            self.taken = bool(self._waiting)
            if self._waiting:
                self._waiting.popleft().set()


PAGES, PICTURES = Queue(), Queue()
OF_PICTURES = ("chart", FRAMED)
WITHOUT = "upload"
HELD = local()  # of the thread that runs a page: the queue in which it has the turn


@contextmanager
def turn(place: Place) -> Iterator[None]:
    """Wait for one's turn, and give it on whatever happens."""
    if place.address == WITHOUT:
        yield
        return
    queue = PICTURES if place.address in OF_PICTURES else PAGES
    queue.take()
    HELD.queue = queue
    try:
        yield
    finally:
        HELD.queue = None
        queue.give()


@contextmanager
def released() -> Iterator[None]:
    """Let others have their turns while a page waits for a process of its own; take one's own again afterwards."""
    queue: Queue | None = getattr(HELD, "queue", None)
    if queue is None:  # as a part of a page that runs again by itself
        yield
        return
    HELD.queue = None
    queue.give()
    try:
        yield
    finally:
        queue.take()
        HELD.queue = queue
