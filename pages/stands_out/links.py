"""Where a fact is seen: the view that shows it, and the page that makes its picture."""

from typing import NamedTuple

from pages.stands_out.words import NONE
from queries.rows.stands_out import Fact

# The way of seeing every authority at once that shows a fact; the others are seen on the authority's own page.
VIEWS = {
    "largest_change": "change",
    "against_england": "change",
    "lowest": "ranking",
    "highest": "ranking",
    "neighbours": "ranking",
    "outside": "chance",
}
BEFORE = 4  # years before a turn: where its first figure is


class Link(NamedTuple):
    """A link to another page: its script, its words, and the query parameters."""

    script: str
    label: str
    address: dict[str, str]


def onward(fact: Fact, authority: str) -> list[Link]:
    """Return the links of a fact.

    Parameters
    ----------
    fact
        Of `queries.stands_out.facts`.
    authority
        The authority asked about, which may be a member of the return whose fact it is; '' for none.

    Returns
    -------
    list of Link
        The view that shows it, and its picture: of an authority on a page of its own, else in the view.
    """
    if not authority:
        return [_england(fact, VIEWS.get(fact.kind, "dots"), "")] if fact.indicator_id else []
    if not fact.indicator_id:
        return [Link("authority/page.py", "See it on the timeline", {"authority": authority}), *_alike(fact)]
    view = VIEWS.get(fact.kind)
    shown = _england(fact, view, authority) if view else _timeline(authority, fact.indicator_id)
    return [shown, _picture(fact, authority, fact.indicator_id)]


def _alike(fact: Fact) -> list[Link]:
    """Lead from a judgement or an intervention to all cases of its kind, where there is such a page."""
    kinds = {
        "inadequate": fact.kind == "judgement" and fact.grade == "inadequate",
        "rose": fact.kind == "judgement"
        and fact.grade not in ("inadequate", NONE)
        and fact.grade_before == "inadequate",
        "began": fact.kind == "intervention" and fact.grade == "began",
        "ended": fact.kind == "intervention" and fact.grade == "ended",
    }
    return [
        Link("around/page.py", "See the cases of its kind", {"event": event}) for event, holds in kinds.items() if holds
    ]


def _timeline(authority: str, indicator: str) -> Link:
    return Link("authority/page.py", "See it on the timeline", {"authority": authority, "indicator": indicator})


def _england(fact: Fact, view: str, authority: str) -> Link:
    address = {"as": view, "indicator": fact.indicator_id or "", "to": str(fact.period_end.year)}
    if view == "change" and fact.from_period_end:
        address["from"] = str(fact.from_period_end.year)
    region = fact.place_code if fact.place_level == "region" else "all"
    label = "See it among all" if authority else "See it among all, and take its picture"
    return Link("england/page.py", label, address | {"authority": authority or "none", "region": region})


def _picture(fact: Fact, authority: str, indicator: str) -> Link:
    address = {"authority": authority, "indicator": indicator}
    if fact.from_period_end:
        first = fact.from_period_end.year - (BEFORE if fact.kind == "turn" else 0)
        address |= {"from": str(first), "to": str(fact.period_end.year)}
    return Link("picture/page.py", "Make its picture", address)
