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
    said
        What it shows, as a link to it says before it is opened.
    pictured
        Whether it gives a picture away.
    """

    script: str
    title: str
    address: str
    entry: str
    said: str
    pictured: bool = True


PLACES = (
    Place("home/page.py", "Home", "", "",
          "Ofsted's grade in force and government intervention in every local authority in England, year by year."),
    Place("authority/page.py", "Authority timeline", "authority", "Authorities",
          "Ofsted judgements, government intervention and published figures on one date axis."),
    Place("demand/page.py", "Demand and money", "demand-and-money", "Authorities",
          "What an authority was asked to do beside what it spent, on one date axis."),
    Place("referral_sources/page.py", "Who makes referrals", "referral-sources", "Authorities",
          "Which share of referrals each source made, year by year, all sources beside one another."),
    Place("england/page.py", "England: every authority", "england", "England",
          "Published figures of local authorities in England beside one another."),
    Place("stands_out/page.py", "What stands out", "stands-out", "England",
          "The few facts that written rules find in the published figures, each with the test behind it."),
    Place("compare/page.py", "Compare authorities", "compare", "Compare",
          "Published figures of local authorities in England beside one another."),
    Place("picture/page.py", "Make a chart", "chart", "Compare",
          "A chart of published figures with its title, unit, notes and sources."),
    Place("interventions/page.py", "Interventions", "interventions", "Interventions and Ofsted",
          "Notices, directions, commissioners and trusts, as our own register has them."),
    Place("ofsted/page.py", "Ofsted judgements", "ofsted", "Interventions and Ofsted",
          "Ofsted's judgements of children's services, each framework kept apart."),
    Place("before_after/page.py", "Before and after", "before-and-after", "Interventions and Ofsted",
          "What was seen before and after an event, beside England and authorities without one."),
    Place("around/page.py", "Around an event", "around", "Interventions and Ofsted",
          "What was seen around an event in local authorities that had one, by a written method."),
    Place("double/page.py", "One authority and its double", "double", "Interventions and Ofsted",
          "Figures around an event beside a mix of other authorities that were alike before it, by written rules."),
    Place("visitor_figures/page.py", "Use your own figures", "upload", "Your own figures",
          "A council's own figures beside the published ones. What is uploaded stays in the memory of the visit.",
          pictured=False),
    Place("data_and_method/page.py", "Data and method", "data", "Data and method",
          "Every figure to take away, what it means, where it comes from, and what is missing.", pictured=False),
    Place("questions/page.py", "Questions", "questions", "Data and method",
          "Questions about children's services, answered from the published figures."),
    Place("indicator/page.py", "Indicators", "indicator", "Data and method",
          "What an indicator means, how far it reaches, and what its editions said."),
    Place("claims/page.py", "Check a claim", "claims", "Data and method",
          "What was said in public beside the official figures, by a written rule."),
    Place("accessibility/page.py", "Accessibility", "accessibility", "Data and method",
          "How far the dashboard can be used by everybody, and what is known not to work.", pictured=False),
    Place("picture/embed.py", "Chart", "embed", "", "", pictured=False),
)  # fmt: skip
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
