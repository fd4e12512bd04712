"""Authorities that are like one, in the ways that pages offer wherever authorities are compared."""

from pages.choosing.address import Choice
from pages.choosing.models import MODELS
from pages.database import rows_once
from queries import england

ALIKE = {
    **{f"neighbours-{model}": f"Statistical neighbours ({model} model)" for model in MODELS},
    "region": "The same region",
    "kind": "The same kind of authority",
    "grade": "The same Ofsted grade in force now",
    "size": "The ten nearest in number of children",
    "deprivation": "The ten nearest in deprivation of children (IDACI)",
}


def like(authority: str, group: str) -> tuple[str, ...]:
    """Return the area codes of the authorities that are like one; it is not among them.

    Parameters
    ----------
    authority
        Its area code.
    group
        One of `ALIKE`. Of some there is no such group: very small authorities, and those that have ended.
    """
    return tuple(row.area_code for row in rows_once(england.groups, authority=authority) if row.group_id == group)


def choice(*more: str, default: str, name: str = "like") -> Choice:
    """Offer the ways of being like an authority, after other options of a page."""
    return Choice(name=name, options=(*more, *ALIKE), default=(default,))
