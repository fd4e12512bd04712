"""What else there is of a view for programs that read its page: feeds of what comes in, and its data."""

from typing import NamedTuple

from pages.by_address.behind import areas, rows
from pages.by_address.feeds import atom, json_feed
from pages.by_address.feeds.entries import ENGLAND
from pages.by_address.views import View
from pages.database import every_authority

OF_ENGLAND = ("", "england", "data", "ofsted", "interventions")  # pages where what comes in of all is looked for
OF_ONE = ("authority", "ofsted", "interventions", "demand-and-money", "stands-out", "before-and-after", "double")
CSV = "text/csv"


class Alternate(NamedTuple):
    """Another form of a view, or a feed of it: its type, title and address from that of the dashboard on."""

    kind: str
    title: str
    path: str


def alternates(view: View) -> list[Alternate]:
    """Return what there is of a view: feeds of England or of its one authority, and the first table of its data."""
    behind = rows(view)
    data = [Alternate(CSV, behind.said, behind.address(""))] if behind else []
    return [*_feeds(view), *data]


def _feeds(view: View) -> list[Alternate]:
    page, named = view.place.address, areas({**dict(view.address), "region": "all"})
    if page in OF_ONE and len(named) == 1:
        return _both(f"What comes in of {every_authority()[named[0]].name}", named[0])
    return _both("What comes in of England", ENGLAND) if page in OF_ENGLAND else []


def _both(title: str, name: str) -> list[Alternate]:
    return [
        Alternate(atom.TYPE, title, f"feeds/{name}.atom"),
        Alternate(json_feed.TYPE, title, f"feeds/{name}.json"),
    ]
