"""What a link says of its view before it is opened: a title that names what is shown and of whom, and what it is.

It tells no finding: whoever reads it does not see the figures.
"""

from collections.abc import Mapping

from data.catalogue import indicators
from pages.by_address.previews.said import STANDING, TOPICS, Words
from pages.by_address.views import View
from pages.charts.words import listed, lowered
from pages.choosing import choices
from pages.choosing.address import read
from pages.choosing.regions import regions
from pages.database import every_authority

FEW = 3  # names or measures in a title: more do not fit the line of a preview
MOST = {"chart": 8, "compare": 40}  # authorities that a page shows; the others show one
OF_ONE = (
    "authority",
    "before-and-after",
    "stands-out",
    "double",
    "demand-and-money",
    "referral-sources",
)  # pages that are about one authority whatever is chosen
# Of pages with several views, those that are of one authority; the others are of England or a region.
ONE_OF = {"ofsted": ("", "authority"), "interventions": ("chronology",)}
IN_PLACE = ("referral-sources",)  # pages where England or a region may stand in the place of the authority
WITHIN = ("england", "ofsted", "interventions", "stands-out")  # pages that a region may be chosen on


def words(view: View) -> Words:
    """Return the title and the description of a view.

    Parameters
    ----------
    view
        A page with what is chosen on it. What the address does not say is not named: it may change.
    """
    page, address = view.place.address, dict(view.address)
    measures, who = _measures(page, address), _who(page, address)
    topic = measures or TOPICS.get(page, view.place.title)
    title = _title(page, topic, who, measured=bool(measures))
    shown = f"{title}. " if page and (who or measures) else ""
    return Words(title, f"{shown}{view.place.said} {STANDING}")


def _title(page: str, topic: str, who: str, *, measured: bool) -> str:
    if page == "before-and-after" and measured:
        topic = f"{topic} before and after an event"
    elif page == "double" and measured:
        topic = f"{topic} beside a mix of other authorities"
    elif page == "around" and measured:
        topic = f"{topic} around an event"
    elif page == "england" and not who and measured:
        who = "every local authority in England"
    return f"{topic}: {who}" if who else topic


def _measures(page: str, address: Mapping[str, str]) -> str:
    """Name the measures that an address asks for, where the page draws them whatever else is chosen."""
    if page in ("ofsted", "interventions", "", "claims", "questions") or "indicator" not in address:
        return ""
    most = 8 if page == "authority" else 1
    ids = read([choices.series(default=(), most=most)], address)[0]["indicator"]
    titles = [indicators()[id].title for id in ids]
    if len(titles) > FEW:
        return f"{len(titles)} measures"
    return listed([titles[0], *map(lowered, titles[1:])]) if titles else ""


def _who(page: str, address: Mapping[str, str]) -> str:
    """Name the authorities or the region that an address asks for."""
    found, instead = every_authority(), {"all": "England", **regions()}
    if page in IN_PLACE and address.get("region", "") in instead:
        return instead[address["region"]]
    one = page in OF_ONE or address.get("as", "") in ONE_OF.get(page, ())
    if "authority" in address and (one or page in MOST):
        offered = choices.authorities(found, name="authority", default=(), most=1 if one else MOST[page])
        names = [found[code].name for code in read([offered], address)[0]["authority"]]
        if names:
            return listed(names) if len(names) <= FEW else f"{len(names)} local authorities"
    if page in WITHIN and address.get("region", "") in regions() and not (one and page in ONE_OF):
        return regions()[address["region"]]
    return ""
