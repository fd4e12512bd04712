"""Whose turn it is: the pages of all visitors run one after another.

Fifty scripts at once share one interpreter and push each other out of the processor's caches: with one at a time a
change by one of fifty visitors took a third of the time, and the server did twice as many in a second.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore, local

from pages.places import Place

ONE = BoundedSemaphore(1)
# Its reader is a process of its own, for which nobody else has to wait.
WITHOUT = "upload"
HELD = local()  # of the thread that runs a page: whether it has the turn


@contextmanager
def turn(place: Place) -> Iterator[None]:
    """Wait for one's turn, and give it on whatever happens."""
    if place.address == WITHOUT:
        yield
        return
    with ONE:
        HELD.turn = True
        try:
            yield
        finally:
            HELD.turn = False


@contextmanager
def released() -> Iterator[None]:
    """Let others have their turns while a page waits for a process of its own; take one's own again afterwards."""
    if not getattr(HELD, "turn", False):  # as a part of a page that runs again by itself
        yield
        return
    HELD.turn = False
    ONE.release()
    try:
        yield
    finally:
        ONE.acquire()
        HELD.turn = True
