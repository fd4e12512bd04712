"""Claims on the pages of others: which touch the series shown there, where they stand, and whose they are."""

from collections.abc import Sequence

import streamlit as st

from pages.charts.claimed import Claimed, claimed
from pages.claims import choices, tables, words
from pages.claims.asked import every
from pages.database import rows_once
from pages.showing.table import table
from queries import claims as questions
from queries.rows.claims import Said


def touching(areas: Sequence[str], indicator: str, *, first: int, last: int) -> tuple[str, ...]:
    """Return the ids of the claims that touch a series in the years shown, by date."""
    found = rows_once(questions.touching, areas=list(areas), indicator=indicator, first=first, last=last)
    return tuple(row.claim_id for row in found)


def marked(ids: Sequence[str]) -> list[Claimed]:
    """Return where claims stand on their series."""
    found = every()
    return [mark for each in _said(ids) if (mark := claimed(found[each.claim_id], words.in_a_line(each)))]


def told(ids: Sequence[str]) -> str:
    """Say whose the claims are that a chart marks, when they were made and what they are, or nothing."""
    return words.marked(_said(ids))


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
