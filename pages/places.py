"""The pages there are: where each is found, in which entry of the frame it stands, and in which order."""

from typing import NamedTuple

NAME = "Children's services in England"  # of the dashboard


class Place(NamedTuple):
    """One page.

    Attributes
    ----------
    script
        Under pages/.
    title
        In the browser's tab, and among the pages of its entry.
    address
        The last part of its address; the first page has none.
    entry
        The entry of the frame that leads to it; the first page of an entry is where the entry leads. A page without
        one is found by a link alone.
    """

    script: str
    title: str
    address: str
    entry: str


PLACES = (
    Place("home/page.py", "Home", "", ""),
    Place("authority/page.py", "Authority timeline", "authority", "Authorities"),
    Place("demand/page.py", "Demand and money", "demand-and-money", "Authorities"),
    Place("england/page.py", "England: every authority", "england", "England"),
    Place("stands_out/page.py", "What stands out", "stands-out", "England"),
    Place("compare/page.py", "Compare authorities", "compare", "Compare"),
    Place("picture/page.py", "Make a chart", "chart", "Compare"),
    Place("interventions/page.py", "Interventions", "interventions", "Interventions and Ofsted"),
    Place("ofsted/page.py", "Ofsted judgements", "ofsted", "Interventions and Ofsted"),
    Place("before_after/page.py", "Before and after", "before-and-after", "Interventions and Ofsted"),
    Place("around/page.py", "Around an event", "around", "Interventions and Ofsted"),
    Place("double/page.py", "One authority and its double", "double", "Interventions and Ofsted"),
    Place("visitor_figures/page.py", "Use your own figures", "upload", "Your own figures"),
    Place("data_and_method/page.py", "Data and method", "data", "Data and method"),
    Place("questions/page.py", "Questions", "questions", "Data and method"),
    Place("indicator/page.py", "Indicators", "indicator", "Data and method"),
    Place("claims/page.py", "Check a claim", "claims", "Data and method"),
    Place("accessibility/page.py", "Accessibility", "accessibility", "Data and method"),
    Place("picture/embed.py", "Chart", "embed", ""),
)
FRAMED = "embed"  # the page that stands in a frame of another site, without ours around it
# What another site may put into a frame on a page of its own, and nothing else. An address that ends in a slash stands
# for all that lie below it.
IN_FRAMES = (f"/{FRAMED}", "/frame/")
TAKEN_ELSEWHERE = ("/api/", "/data/", "/feeds/", "/picture/")  # what a page of another site may show or read as its own


def entries() -> dict[str, list[Place]]:
    """Return the pages of each entry of the frame, in order."""
    found: dict[str, list[Place]] = {}
    for place in PLACES:
        if place.entry:
            found.setdefault(place.entry, []).append(place)
    return found


def at(address: str) -> Place:
    """Return the page of an address."""
    return next(place for place in PLACES if place.address == address)
