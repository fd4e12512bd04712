"""The first facts that stand out of an authority, for its own page, with the way to the others."""

import streamlit as st

from pages.database import rows_once
from pages.stands_out import show
from pages.stands_out.choices import MOST
from pages.stands_out.words import first
from queries import stands_out


def top(authority: str, most: int = 3) -> None:
    """Show what stands out of an authority.

    Parameters
    ----------
    authority
        Its area code.
    most
        How many facts are shown; the link says how many more there are.
    """
    facts = first(rows_once(stands_out.facts, place=authority, within=False, indicator=""), MOST)
    if not facts:
        st.html("<p>Nothing stands out by the written rules.</p>")
    else:
        show.listed(facts[:most])
    more = len(facts) - most
    label = (
        f"What stands out: {more} more, how each was found, and pictures" if more > 0 else "What stands out: the rules"
    )
    st.page_link("stands_out/page.py", label=label, query_params={"authority": authority})
