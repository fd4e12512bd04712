"""Which view an address means: a page and what is chosen on it, as a short link or a long address says."""

from collections.abc import Mapping
from typing import NamedTuple
from urllib.parse import urlencode

from starlette.requests import Request

from pages.by_address.answers import Problem
from pages.choosing import short
from pages.places import FRAMED, PLACES, Place

HOME = "home"  # how the first page is called where a name is needed: in /picture/home.png
# What a visitor gives is nobody else's, and the page that stood in frames shows what another page shows.
NOT_BY_ADDRESS = ("upload", FRAMED)
LONGEST = 2_000  # letters of a choice in an address that are read: forty authorities are fewer than 400


class NoView(LookupError):
    """No view is meant: the page is not known, or a letter of a short link is mistyped."""


class View(NamedTuple):
    """A page, and what is chosen on it.

    Attributes
    ----------
    place
        The page.
    address
        The query parameters, each once, in the order of their names: two addresses of one view are the same.
    """

    place: Place
    address: tuple[tuple[str, str], ...]

    @property
    def short(self) -> str:
        """The short link of the view."""
        return short.of_address(self.place.address, dict(self.address))

    @property
    def long(self) -> str:
        """The long address of the view, from the first page on."""
        query = urlencode(self.address, safe=",:")
        return f"{self.place.address}?{query}" if query else self.place.address


def asked(request: Request) -> View:
    """Return the view that the address of a picture or a frame means.

    Raises
    ------
    Problem
        There is none.
    """
    try:
        return view(request.path_params["view"], dict(request.query_params))
    except NoView as error:
        raise Problem(404, str(error)) from error


def view(page: str, query: Mapping[str, str]) -> View:
    """Return the view that an address means.

    Parameters
    ----------
    page
        A short link, or the last part of the address of a page; of the first page `home`.
    query
        The query parameters; those that no page asks for are passed over. With a short link they count for nothing.

    Raises
    ------
    NoView
        There is none.
    """
    if page.startswith(short.VERSION):
        try:
            page, query = short.opened(page)
        except short.NotShort as error:
            raise NoView(str(error)) from error
    page = "" if page == HOME else page
    place = next((each for each in PLACES if each.address == page and page not in NOT_BY_ADDRESS), None)
    if place is None:
        raise NoView("There is no such page.")
    return at_page(place, query)


def at_page(place: Place, query: Mapping[str, str]) -> View:
    """Return the view of a page that query parameters mean; those that no page asks for are passed over."""
    names = short.lists().numbers["name"]
    known = ((name, text[:LONGEST]) for name, text in query.items() if name in names and name != "size")
    return View(place, tuple(sorted(known)))
