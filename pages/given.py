"""The picture that a page would let a visitor take away, given to whoever asks for it by address instead.

A page that runs for an address alone runs as it does for a visitor, up to the picture: what it draws and says of it is
the same by that, and nothing is done of what stands after it.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from pages.charts.svg.picture import Picture


class Given(BaseException):
    """The picture that was asked for is there: the page need not go on. No error, and so nothing catches it by mistake.

    Attributes
    ----------
    picture, version
        The picture, and of which data.
    """

    def __init__(self, picture: Picture, version: str) -> None:
        super().__init__(picture.headline)
        self.picture = picture
        self.version = version


class Refused(BaseException):
    """The address asks for something that is not known: nothing else is to be shown in its place."""


WANTED: ContextVar[int] = ContextVar("wanted", default=0)  # which of the pictures of a page; 0 where none is


@contextmanager
def wanted(number: int = 1) -> Iterator[None]:
    """Ask for a picture of whatever page runs in the meantime: the first, or another of a page that has several."""
    before = WANTED.set(number)
    try:
        yield
    finally:
        WANTED.reset(before)


def give(picture: Picture, version: str, number: int = 1) -> None:
    """Give a picture where that one is asked for; else nothing happens."""
    if WANTED.get() == number:
        raise Given(picture, version)


def refuse() -> None:
    """Give no picture where one is asked for and the address cannot be used whole; else nothing happens."""
    if WANTED.get():
        raise Refused


def page_is_wanted() -> bool:
    """Tell whether somebody looks at the page: where only its picture is asked for, charts need not be drawn."""
    return not WANTED.get()
