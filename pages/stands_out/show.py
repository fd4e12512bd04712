"""How facts are shown: the sentence, its small print, and the links to where it is seen."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from pages.stands_out.links import onward
from pages.stands_out.tested import small_print
from pages.stands_out.words import KINDS, sentence
from queries.rows.stands_out import Fact


def facts(found: Sequence[Fact], *, authority: str) -> None:
    """Show facts one below the other, each with its test, its caveat and its links."""
    for number, fact in enumerate(found):
        with st.container(border=True, gap="small"):
            st.html(
                f'<p class="small">{escape(KINDS[fact.kind])}</p><p><strong>{escape(sentence(fact))}</strong></p>'
                f'<p class="small">{escape(small_print(fact))}</p>'
            )
            with st.container(horizontal=True, gap="small", key=f"stands-out-{number}"):
                for way in onward(fact, authority):
                    st.page_link(way.script, label=way.label, query_params=way.address)


def listed(found: Sequence[Fact]) -> None:
    """Show sentences alone, as a list."""
    st.html(f"<ul>{''.join(f'<li>{escape(sentence(fact))}</li>' for fact in found)}</ul>")
