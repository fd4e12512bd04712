"""What can be said of each page before its data is open; loaded when the server starts, and nothing heavy with it."""

from typing import NamedTuple

from pages.by_address.views import View
from pages.places import NAME

STANDING = "Independent tool, not official statistics."
TOPICS = {
    "": NAME, "authority": "Ofsted judgements, intervention and figures", "ofsted": "Ofsted judgements",
    "interventions": "Government intervention in children's services", "stands-out": "What stands out",
    "around": "Before and after an event, all cases", "before-and-after": "Before and after an event",
}  # fmt: skip


class Words(NamedTuple):
    """The title and the description of a view."""

    title: str
    description: str


def generic(view: View) -> Words:
    """Return what can be said of a page before the database is open."""
    place = view.place
    return Words(TOPICS.get(place.address, place.title), f"{place.said} {STANDING}")
