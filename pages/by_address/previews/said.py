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
SAID = {
    "": "Ofsted's grade in force and government intervention in every local authority in England, year by year.",
    "authority": "Ofsted judgements, government intervention and published figures on one date axis.",
    "england": "Published figures of local authorities in England beside one another.",
    "stands-out": "The few facts that written rules find in the published figures, each with the test behind it.",
    "compare": "Published figures of local authorities in England beside one another.",
    "chart": "A chart of published figures with its title, unit, notes and sources.",
    "interventions": "Notices, directions, commissioners and trusts, as our own register has them.",
    "ofsted": "Ofsted's judgements of children's services, each framework kept apart.",
    "before-and-after": "What was seen before and after an event, beside England and authorities without one.",
    "around": "What was seen around an event in local authorities that had one, by a written method.",
    "double": "Figures around an event beside a mix of other authorities that were alike before it, by written rules.",
    "demand-and-money": "What an authority was asked to do beside what it spent, on one date axis.",
    "upload": "A council's own figures beside the published ones. What is uploaded stays in the memory of the visit.",
    "data": "Every figure to take away, what it means, where it comes from, and what is missing.",
    "questions": "Questions about children's services, answered from the published figures.",
    "indicator": "What an indicator means, how far it reaches, and what its editions said.",
    "claims": "What was said in public beside the official figures, by a written rule.",
    "accessibility": "How far the dashboard can be used by everybody, and what is known not to work.",
}


class Words(NamedTuple):
    """The title and the description of a view."""

    title: str
    description: str


def generic(view: View) -> Words:
    """Return what can be said of a page before the database is open."""
    page = view.place.address
    return Words(TOPICS.get(page, view.place.title), f"{SAID.get(page, '')} {STANDING}")
