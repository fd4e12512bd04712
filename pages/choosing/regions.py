"""England and its regions, by their area codes: asked of the database once per build."""

from pages.database import every_authority, rows_once
from queries import compare

ENGLAND = "E92000001"


def regions() -> dict[str, str]:
    """Return the names of the regions by area code, London and its parts too."""
    return {region.area_code: region.name for region in rows_once(compare.regions)}


def members(region: str) -> tuple[str, ...]:
    """Return the codes of a region and of the parts that it has, as London has."""
    return (region, *(each.area_code for each in rows_once(compare.regions) if each.parent_code == region))


def within(region: str) -> tuple[str, ...]:
    """Return the codes of the authorities of a region, those that are closed too; none for `all`."""
    names = {regions().get(code) for code in members(region)}
    return tuple(code for code, each in every_authority().items() if each.region_name in names)
