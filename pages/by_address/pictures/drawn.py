"""The picture of a view as its page would give it away, kept before it is laid out: several sizes are asked for."""

from functools import lru_cache

from starlette.requests import Request

from pages.by_address.answers import Problem
from pages.by_address.stage import picture_of
from pages.by_address.views import View, asked
from pages.choosing.printed import NUMBER
from pages.given import Given
from pages.opened import build_made

MOST = 128  # views: up to 100 kB each


def drawn(request: Request) -> Given:
    """Return the picture of the view that a request means.

    Raises
    ------
    Problem
        Its page has none for this address, as where it refuses to compare.
    """
    found = _drawn(asked(request), numbered(request), build_made())
    if found is None:
        raise Problem(404, "This view has no such picture: its page says why.")
    return found


def numbered(request: Request) -> int:
    """Return which of the pictures of a view is asked for: the first where nothing is said.

    Raises
    ------
    Problem
        It is no number.
    """
    said = request.query_params.get(NUMBER, "1")
    if not (said.isascii() and said.isdecimal() and len(said) < 3 and int(said)):
        raise Problem(400, "The pictures of a view are counted from 1.", parameter=NUMBER)
    return int(said)


@lru_cache(maxsize=MOST)
def _drawn(view: View, number: int, made: int) -> Given | None:  # noqa: ARG001 - another build, another picture
    return picture_of(view.place, dict(view.address), number)
