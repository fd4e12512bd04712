"""What can be chosen on the page of who makes referrals: an authority, or England or a region in its place."""

from collections.abc import Mapping
from dataclasses import replace
from typing import NamedTuple

from pages.choosing import choices
from pages.choosing.address import Choice
from pages.choosing.regions import ENGLAND
from queries.rows.catalogue import Authority

OWN = "own"  # of the choice of a region: the authority itself
# In the order of England's shares in 2021-22, which is that of the panels.
SOURCES = tuple(
    f"referral_source_{source}"
    for source in ("police", "school", "health", "authority", "individual", "other", "legal", "education",
                   "anonymous", "unknown", "housing")
)  # fmt: skip


class Asked(NamedTuple):
    """The place that is shown, and what may stand beside it."""

    code: str
    name: str
    comparators: tuple[str, ...]


def place(regions: Mapping[str, str]) -> Choice:
    """Offer the authority itself, England and the regions."""
    offered = choices.region(regions, default=OWN)
    return replace(offered, options=(OWN, *offered.options), follows=False)


def place_words(regions: Mapping[str, str]) -> Mapping[str, str]:
    """Name England and the regions, and the authority that is chosen beside them."""
    return {OWN: "The authority", "all": "England", **regions}


def asked(authority: Authority, place: str, names: Mapping[str, str], comparators: tuple[str, ...]) -> Asked:
    """Tell which place is shown: beside England nothing stands, beside a region England alone."""
    if place == OWN:
        return Asked(authority.area_code, authority.name, comparators)
    if place == "all":
        return Asked(ENGLAND, "England", ())
    return Asked(place, names[place], tuple(each for each in comparators if each == "england"))
