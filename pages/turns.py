"""Whose turn it is: the pages of all visitors run one after another.

Fifty scripts at once share one interpreter and push each other out of the processor's caches: with one at a time a
change by one of fifty visitors took a third of the time, and the server did twice as many in a second.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from threading import BoundedSemaphore

from pages.places import Place

ONE = BoundedSemaphore(1)
# Its reader is a process of its own, for which nobody else has to wait.
WITHOUT = "upload"


@contextmanager
def turn(place: Place) -> Iterator[None]:
    """Wait for one's turn, and give it on whatever happens."""
    if place.address == WITHOUT:
        yield
        return
    with ONE:
        yield
