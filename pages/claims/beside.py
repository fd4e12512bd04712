"""Claims on the pages of others: which touch the series shown there, where they stand, and whose they are."""

from collections.abc import Collection, Sequence
from datetime import date

import streamlit as st

from data.catalogue import indicators
from pages.charts.claimed import Claimed, claimed
from pages.choosing.choose import Chooser
from pages.choosing.regions import ENGLAND, regions
from pages.claims import choices, tables, words
from pages.claims.asked import every
from pages.database import rows_once
from pages.showing.table import table
from queries import claims as questions
from queries.rows.catalogue import Authority
from queries.rows.claims import Said


def touching(areas: Sequence[str], indicators: Sequence[str], *, first: int, last: int) -> tuple[str, ...]:
    """Return the ids of the claims that touch the series of some areas in the years shown, by date.

    The database is asked only where a claim is of an area and an indicator: few are.
    """
    of = [each for each in rows_once(questions.said) if each.area_code in areas and each.indicator_id in indicators]
    if not of:
        return ()
    about = {"areas": sorted({each.area_code for each in of}), "indicators": sorted({each.indicator_id for each in of})}
    return tuple(row.claim_id for row in rows_once(questions.touching, **about, first=first, last=last))


def between(areas: Sequence[str], indicator: str, *, since: int | None, year: int) -> tuple[str, ...]:
    """Return the claims of a figure of one year; or of a change or a multiple, from one year to another."""
    ids = touching(areas, [indicator], first=year, last=year)
    found = every() if ids else {}
    return tuple(id for id in ids if _year(found[id].base_period_end) == since)


def on_dates(area: str, indicator: str, dates: Collection[date]) -> tuple[str, ...]:
    """Return the claims that touch the series of an area on the dates that are drawn of it."""
    years = {each.year for each in dates}
    ids = touching([area], [indicator], first=min(years), last=max(years)) if years else ()
    found = every() if ids else {}
    return tuple(id for id in ids if found[id].period_end in dates)


def _year(on: date | None) -> int | None:
    return on.year if on else None


def on_authority(
    authority: Authority,
    ids: Sequence[str],
    *,
    beside: Sequence[str],
    first: int,
    last: int,
    others: Sequence[str] = (),
) -> tuple[str, ...]:
    """Return the claims that touch what is drawn of an authority: of what is counted the figures of authorities alone.

    Parameters
    ----------
    authority, others
        The authority, and the codes of those drawn with it.
    ids
        Of the indicators.
    beside
        Whether England and its region stand beside it: of `choices.COMPARATORS`.
    first, last
        The years shown, both included.
    """
    codes = [authority.area_code, *others]
    region = [code for code, name in regions().items() if name == authority.region_name and "region" in beside]
    wider = [*codes, *[ENGLAND] * ("england" in beside), *region]
    counts = [id for id in ids if indicators()[id].unit.is_count]
    rates = [id for id in ids if id not in counts]
    years = {"first": first, "last": last}
    return (*touching(wider, rates, **years), *touching(codes, counts, **years))


def wanted(chooser: Chooser, touching: tuple[str, ...]) -> tuple[str, ...]:
    """Let the visitor mark claims where any touches what is shown; else the address is kept without asking for any."""
    if not touching:
        chooser.written("claims", "")
        return ()
    return touching if chooser.flag("claims", "Mark claims", default=False) else ()


def marked(ids: Sequence[str]) -> list[Claimed]:
    """Return where claims stand on their series."""
    found = every()
    stood = [(each, found[each.claim_id], words.in_a_line(each)) for each in _said(ids)]
    marks = [claimed(row, line, place=each.place, short=each.said, whose=each.claimant) for each, row, line in stood]
    return [mark for mark in marks if mark]


def show(ids: Sequence[str]) -> None:
    """Show the claims that are marked with what was found of each, and lead to each of them."""
    said = _said(ids)
    if not said:
        return
    table(tables.claims(said, every()), caption="Claims that are marked, which are not official figures")
    for each in said:
        st.page_link(
            "claims/page.py", label=f"Check the claim: {choices.label(each)}", query_params={"claim": each.claim_id}
        )


def _said(ids: Sequence[str]) -> list[Said]:
    by_id = {each.claim_id: each for each in rows_once(questions.said)}
    return [by_id[id] for id in ids]
