"""What can be chosen of what stands out: an authority, a region, or neither for England; and an indicator."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from pages.choosing import choices
from pages.choosing.address import Choice
from pages.choosing.regions import ENGLAND
from queries.rows.catalogue import Authority
from queries.rows.stands_out import Fact

MOST = 6  # facts of a place
NOW = 2100  # a year after every figure


class Asked(NamedTuple):
    """The place that is asked about, and the authority if it is one."""

    code: str
    name: str
    authority: str


def authority(found: Mapping[str, Authority]) -> Choice:
    """Offer one authority or none: a link without one means England, whatever was chosen on other pages."""
    return replace(choices.authorities(found, name="authority", default=(), most=1), follows=False)


def region(regions: Mapping[str, str]) -> Choice:
    """Offer the regions, and all of England."""
    return replace(choices.region(regions, default="all"), follows=False)


def indicator() -> Choice:
    """Offer one indicator or none, which means all."""
    return replace(choices.series(default=(), most=1), least=0, follows=False)


def asked(chosen: tuple[str, ...], region: str, found: Mapping[str, Authority], regions: Mapping[str, str]) -> Asked:
    """Tell which place is asked about: an authority before a region, and England where neither is chosen."""
    if chosen:
        return Asked(chosen[0], found[chosen[0]].name, chosen[0])
    return Asked(region, regions[region], "") if region in regions else Asked(ENGLAND, "England", "")


def within(asked: Asked, found: Sequence[Fact]) -> list[Fact]:
    """Return which facts of the authorities within are listed: of a region all, of England the first of each."""
    if asked.authority:
        return []
    kept = [fact for fact in found if fact.kind != "check"]
    least: dict[str, int] = {}
    for fact in kept:
        least.setdefault(fact.place_code, fact.position)
    return [fact for fact in kept if asked.code != ENGLAND or fact.position == least[fact.place_code]]


def of_each(code: str) -> str:
    """Say which facts of the authorities within are listed."""
    which = "The first fact of each authority that has one; choose a region for all. " if code == ENGLAND else ""
    return f"{which}Figures to check are left out."
