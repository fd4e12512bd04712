"""How pages show things: a figure with its words and tables, notes, and where the figures come from."""

from collections.abc import Sequence
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.catalogue import Indicator
from pages.charts.sources import REGISTER, publications
from queries.rows.catalogue import Publication


def later(key: str) -> DeltaGenerator:
    """Keep a place for what is known only after the choices beneath it; until it comes nothing beneath is shown.

    Parameters
    ----------
    key
        Of the place, for the style sheet.
    """
    place = st.container(key=key)
    place.html('<p class="later"></p>')  # a place with nothing in it is no part of the page
    return place


def plain_heading(title: str, subtitle: str) -> None:
    """Show a title, and what the page shows in a smaller line."""
    st.title(title, anchor=False)
    st.html(f'<p class="small">{escape(subtitle)}</p>')


def sentences(lines: Sequence[str]) -> None:
    """Say things that a visitor should not miss, each by itself."""
    for line in lines:
        if line:
            st.info(line)


def said(lines: Sequence[str]) -> None:
    """Say what a chart shows, a paragraph each."""
    for line in filter(None, lines):
        st.html(f"<p>{escape(line)}</p>")


def sources(rows: Sequence[Publication], *, register: bool) -> None:
    """Name the publications behind a comparison, our register of interventions where it is used, and the licence."""
    named = publications(rows) + [REGISTER] * register
    st.html(
        f'<p class="small">Sources: {escape("; ".join(named))}. Contains public sector information licensed under the '
        "Open Government Licence v3.0. Independent tool, not official statistics. Figures stand beside one another; "
        "they do not show that one thing caused another.</p>"
    )


def source_line(sources: Sequence[Publication]) -> None:
    """Name the publications behind a chart, when they came out, and the licence."""
    st.html(
        f'<p class="small">Sources: {escape("; ".join([*publications(sources), REGISTER]))}. '
        "Contains public sector information licensed under the Open Government Licence v3.0. "
        "Independent tool, not official statistics. Marks show when events happened; they do not show that one "
        "caused the other.</p>"
    )


def definition(indicator: Indicator) -> None:
    """Say what an indicator means, and what to bear in mind."""
    st.write(indicator.definition)
    for caveat in indicator.caveats:
        st.write(f"- {caveat}")


def notes(lines: Sequence[str]) -> None:
    """List notes under a chart, if there are any: an empty list is still read out."""
    if not lines:
        return
    st.html("".join(["<h2>Notes</h2><ul>", *(f"<li>{escape(line)}</li>" for line in lines), "</ul>"]))


def remark(text: str) -> None:
    """Say in small print how what stands above is to be read, if there is anything to say."""
    if text:
        st.html(f'<p class="small">{escape(text)}</p>')


def refuse(sentence: str) -> None:
    """Say why nothing more can be shown, and stop; without a sentence go on."""
    if sentence:
        st.warning(sentence)
        st.stop()


def small(title: str, figure: str) -> None:
    """Head a small chart with its title and newest figure."""
    st.html(f'<p class="head"><strong>{escape(title)}</strong><br>{escape(figure)}</p>')
