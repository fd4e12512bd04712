"""What a visitor chooses on the page of England, and the authorities that follow from it."""

from collections.abc import Mapping
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.catalogue import Indicator, indicators
from pages.choosing import alike, choices, models
from pages.choosing.choose import Chooser
from pages.choosing.regions import members, regions
from pages.claims import beside
from pages.database import rows_once
from pages.england import choices as offered
from pages.england import claims, playing
from pages.england.asked import Asked
from queries import compare
from queries.rows.catalogue import Authority

EVERY = {"all": "All authorities"}
OWN = {"own": "A list of my own"}


class Chosen(NamedTuple):
    """What is chosen, in the words of a title too, and what a visitor must be told."""

    asked: Asked
    place: str
    told: str


def choose(chooser: Chooser, view: str, found: Mapping[str, Authority]) -> Chosen:
    """Let the visitor choose indicator, year, region, order, and whom to mark."""
    columns = st.columns([4, 3, 3, 2], vertical_alignment="bottom")
    with columns[0]:
        one = offered.demand() if view == "money" else choices.series(default=("agency_rate",), most=1)
        indicator = indicators()[chooser.one(one, "Indicator", choices.indicator_words)]
    with columns[1]:
        region = chooser.one(choices.region(regions(), default="all"), "Region", {"all": "England", **regions()}.get)
    with columns[3], st.popover("Mark, group"):
        marked = choices.authorities(found, name="authority", default=(), most=8)
        chosen = chooser.several(marked, "Local authorities, up to eight", choices.names(found), empty="none")
        like = chooser.one(
            alike.choice(*EVERY, *OWN, default="all"), "Only those like the first marked",
            (EVERY | OWN | alike.ALIKE).get,
        )  # fmt: skip
        listed = choices.authorities(found, name="own", default=(), most=40)
        own = chooser.several(listed, "Authorities of my list", choices.names(found), empty="none")
    asked = _of_view(chooser, view, Asked(indicator, 0, chosen), columns[2])
    group, told = _group(like, chosen, own)
    among = [*([frozenset(members(region))] if region != "all" else []), *([frozenset(group)] if group else [])]
    near = (
        frozenset(alike.like(chosen[0], f"neighbours-{models.NEWEST_MODEL}"))
        if asked.by == "neighbours" and chosen
        else frozenset()
    )
    if asked.by == "neighbours" and not chosen:
        told = "Mark an authority to see it beside its statistical neighbours; until then the rows are regions."
        asked = asked._replace(by="region")
    asked = asked._replace(among=tuple(among), near=near, like=like)
    asked = asked._replace(claims=beside.wanted(chooser, claims.touching(view, asked)))
    return Chosen(asked, _place(region, like, group, chosen, found), told)


def _group(like: str, chosen: tuple[str, ...], own: tuple[str, ...]) -> tuple[tuple[str, ...], str]:
    """Return the authorities of a group, and what must be said where there is none."""
    if like == "own":
        return own, "" if own else "The list of your own is empty: all authorities are shown."
    if like == "all":
        return (), ""
    if not chosen:
        return (), "Mark an authority to see those like it: until then all are shown."
    found = alike.like(chosen[0], like)
    none = f"There is no such group of the first marked ({alike.ALIKE[like].lower()}): all authorities are shown."
    return ((chosen[0], *found), "") if found else ((), none)


def _place(
    region: str, like: str, group: tuple[str, ...], chosen: tuple[str, ...], found: Mapping[str, Authority]
) -> str:
    """Write which authorities are looked at, as it stands in a title; nothing for all."""
    words = [] if region == "all" else [regions()[region]]
    if group and like == "own":
        words.append("a list of the visitor's own")
    elif group:
        words.append(f"{found[chosen[0]].name} and those like it ({alike.ALIKE[like]})")
    return "; ".join(words)


def _of_view(chooser: Chooser, view: str, asked: Asked, column: DeltaGenerator) -> Asked:
    """Let the visitor choose what a view alone has, and its years."""
    with column:
        if view == "dots":
            asked = asked._replace(by=chooser.one(offered.grouped(), "In rows by", offered.GROUPED.get))
        elif view == "ranking":
            asked = asked._replace(order=chooser.one(offered.order(), "In order of", offered.ORDERS.get))
        elif view == "map":
            asked = asked._replace(drawn=chooser.one(offered.drawn(), "Drawn as", offered.DRAWN.get))
        elif view == "money":
            spend = chooser.one(offered.spend(), "Set against", choices.indicator_words)
            asked = asked._replace(spend=indicators()[spend])
    if view == "money":
        return _money(chooser, asked)
    held = _held(asked.indicator)
    return _change(chooser, asked, held, column) if view == "change" else _year(chooser, asked, held)


def _held(indicator: Indicator) -> tuple[int, ...]:
    series = next(each for each in rows_once(compare.series) if each.indicator_id == indicator.id)
    return tuple(range(series.first_year, series.last_year + 1))


def _money(chooser: Chooser, asked: Asked) -> Asked:
    """Let the visitor choose two years that both measures have: unasked, the first and the last that compare."""
    held = tuple(year for year in _held(asked.spend or asked.indicator) if year in _held(asked.indicator))
    first, last = st.columns(2)
    with last:
        year = int(chooser.one(offered.year("to", held[1:], default=held[-1]), "Up to", str, slide=True))
    before = tuple(each for each in held if each < year)
    with first:
        since = int(chooser.one(offered.year("from", before, default=before[0]), "From", str, slide=True))
    return asked._replace(year=year, since=since)


def _year(chooser: Chooser, asked: Asked, held: tuple[int, ...]) -> Asked:
    playing.go_on(held)
    with st.container(horizontal=True, vertical_alignment="bottom", gap="medium"):
        year = chooser.one(offered.year("to", held, default=held[-1]), "Year", str, slide=True)
        if len(held) > 1:
            playing.button(held)
    return asked._replace(year=int(year))


def _change(chooser: Chooser, asked: Asked, held: tuple[int, ...], column: DeltaGenerator) -> Asked:
    with column:
        mean = int(chooser.one(offered.mean(len(held)), "At either end", offered.MEANS.get))
    first, last = st.columns(2)
    with last:
        ends = held[min(mean, len(held) - 1) :] if len(held) > 1 else held
        later = tuple(each for each in ends if offered.first_years(held, year=each, mean=mean)[0] < each) or held[-1:]
        year = int(chooser.one(offered.year("to", later, default=later[-1]), "Up to", str, slide=True))
    with first:
        before = offered.first_years(held, year=year, mean=mean)
        since = int(chooser.one(offered.year("from", before, default=before[-1]), "From", str, slide=True))
    return asked._replace(year=year, since=since, mean=mean)
