"""What a feed has: its entries, of the changelog of the data; the two kinds of feed write the same."""

from datetime import date
from typing import NamedTuple
from urllib.parse import urlencode
from uuid import UUID, uuid5

from pages.database import every_authority, rows_once
from pages.places import NAME
from pages.showing.changelog import said
from queries.changelog import changelog
from queries.rows.changelog import Change

ENGLAND = "england"
# Ids of entries are made in it from the ids of changes: were it another, every reader would show all of them anew.
OURS = UUID("6f2b6a52-5d0e-5d57-9a0b-2f3c1d7e4a11")
MOST = 100  # entries: two years of England's, and all that has happened to one authority since 2009
# Of each kind of change the page that shows it; `authority` is added where it is of one.
SHOWN = {
    "edition": "data?", "report": "ofsted?as=authority&", "visit": "ofsted?as=authority&",
    "register": "interventions?as=chronology&",
}  # fmt: skip


class Entry(NamedTuple):
    """A change as feeds have it.

    Attributes
    ----------
    id
        Stays for ever, wherever the dashboard is served.
    title, lines
        In words.
    address
        Of the page that shows it.
    updated
        The first day on which it may have been.
    published
        The day on which it was, None where only the month or the year is known.
    kind
        edition, report, visit or register.
    """

    id: str
    title: str
    lines: list[str]
    address: str
    updated: date
    published: date | None
    kind: str


class Feed(NamedTuple):
    """The changes of England or of one authority, the newest first."""

    id: str
    title: str
    subtitle: str
    root: str
    name: str
    entries: list[Entry]


def feed(name: str, root: str) -> Feed | None:
    """Return a feed.

    Parameters
    ----------
    name
        `england`, or the area code of an authority.
    root
        The address of the dashboard.

    Returns
    -------
    Feed or None
        None if there is no authority of that code.
    """
    authority = every_authority().get(name)
    if name != ENGLAND and authority is None:
        return None
    changes = rows_once(changelog, area=authority.area_code if authority else "")[:MOST]
    where = authority.name if authority else "England"
    return Feed(
        identity(f"feed/{name}"),
        f"{NAME}: {where}",
        "Editions of official statistics that came in and what they changed, Ofsted's reports and visits, and rows of "
        "the register of interventions. Independent tool, not official statistics.",
        root,
        name,
        [entry(change, root) for change in changes],
    )


def entry(change: Change, root: str) -> Entry:
    """Make an entry of a change."""
    words = said(change)
    exact = change.happened == change.happened_on.isoformat()
    query = urlencode({"authority": change.area_code}) if change.area_code else ""
    address = f"{root}/{SHOWN[change.kind]}{query}".rstrip("?&")
    return Entry(
        identity(change.change_id), words.title, words.lines, address, change.happened_on,
        change.happened_on if exact else None, change.kind,
    )  # fmt: skip


def identity(of: str) -> str:
    """Return what names a feed or an entry for ever."""
    return uuid5(OURS, of).urn
