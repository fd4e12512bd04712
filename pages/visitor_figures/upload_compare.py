"""The fifth step: own figures over the published series, what they would change, and all of it to take away."""

from html import escape
from typing import Any

import pandas as pd
import streamlit as st

import queries.catalogue
from pages.charts.comparison import compare, keys
from pages.charts.comparison import tables as comparison_tables
from pages.charts.comparison import words as comparison_words
from pages.charts.comparison.compared import Line
from pages.charts.comparison.notes import notes
from pages.charts.model import Entry, Look
from pages.charts.theme import OWN
from pages.charts.visitor import in_year
from pages.charts.visitor import words as own_words
from pages.database import answer, every_authority
from pages.database import rows as rows_of
from pages.holding.figures import beside
from pages.holding.held import VisitorFigures
from pages.reader import Record
from pages.showing import chart, show
from pages.showing.table import table
from pages.visitor_figures import pack_button
from pages.visitor_figures.matched import span
from pages.visitor_figures.series import FIRST, LAST, series
from queries import compare as questions

MOST_ROWS = 200
DRAFT = "DRAFT, unpublished: own figures of a session, not official statistics."


def beside_published(mine: VisitorFigures) -> None:
    """Show one measure of one authority at a time, then every difference."""
    found = every_authority()
    records = [record for record in mine.records if record.authority_code in found]
    if not records:
        return
    left, right = st.columns(2)
    with left:
        codes = tuple(dict.fromkeys(record.authority_code for record in records))
        code = st.selectbox(
            "Local authority", codes, format_func=lambda id: found[id].name, key=f"own.area.{mine.turn}"
        )
    indicators = list(dict.fromkeys(record.indicator for record in records))
    meant = answer(queries.catalogue.indicators, indicators=indicators).to_dict("records")
    abouts = {row["indicator_id"]: row for row in meant}
    with right:
        offered = tuple(dict.fromkeys(record.indicator for record in records if record.authority_code == code))
        indicator = st.selectbox(
            "Measure", offered, format_func=lambda id: abouts[id]["title"], key=f"own.of.{mine.turn}.{code}"
        )
    about, name = abouts[indicator], found[code].name
    chosen = [record for record in records if (record.authority_code, record.indicator) == (code, indicator)]
    rows = beside(chosen)
    st.html(f'<p><strong style="color:{OWN}">{DRAFT}</strong></p>')
    show_words(own_words.effects(rows, about, name))
    _over_the_years(rows, about, code, name)
    _parts(rows, about, name)
    st.caption(f"Read from {escape(span(chosen))}.")
    _elsewhere(code, indicator)
    _differences([record for record in records if record.authority_code == code], abouts, code, name)
    pack_button.button(mine, code, indicator)


def _differences(records: list[Record], abouts: dict[str, Any], code: str, name: str) -> None:
    """Set every own figure of the authority beside the published one; of very many, the first."""
    valued = [record for record in records if record.value is not None]
    st.header(f"Yours and the published figures: {name}", anchor=False)
    if len(valued) > MOST_ROWS:
        st.write(f"The first {MOST_ROWS} of {len(valued):,} figures are shown; the pack below has them all.")
    if valued:
        told = own_words.differences(beside(valued[:MOST_ROWS]), abouts, {code: name})
        table(told, caption="Own (DRAFT) and published figures, and the difference")


def show_words(lines: list[str]) -> None:
    """Say what the figures would change, as a list."""
    st.html("".join(["<ul>", *(f"<li>{escape(line)}</li>" for line in lines), "</ul>"]))


def _over_the_years(rows: pd.DataFrame, about: dict[str, Any], code: str, name: str) -> None:
    """Draw the own figures of reported dates over the published series, the neighbours and England."""
    published, lines, asked = series(rows, about, code, name)
    breaks = answer(queries.catalogue.breaks, indicators=[about["indicator_id"]])
    st.header(f"{about['title']}: {name}", anchor=False)
    st.html(f'<p class="small">{escape(comparison_words.subtitle(asked))}</p>')
    chart.key([*_own_key(lines), *keys.key(lines, asked), *keys.behind(lines, asked)])
    chart.charts(compare.pictures(published, lines, breaks, asked))
    show.sources(
        rows_of(
            questions.sources, areas=[code], indicators=[about["indicator_id"]], groups=[], first=FIRST, last=LAST
        ),
        register=False,
    )  # fmt: skip
    with st.expander("The same in a table"):
        table(comparison_tables.drawn(lines, asked), caption=comparison_words.caption(asked))
        show.notes(notes(published, lines, breaks, asked))


def _own_key(lines: list[Line]) -> list[Entry]:
    own = [Entry(words="your own figures, DRAFT", look=Look(colour=OWN, dash="dot", symbol="circle-open"))]
    return own * any(line.role == "own" for line in lines)


def _parts(rows: pd.DataFrame, about: dict[str, Any], name: str) -> None:
    """Draw months, quarters and other dates by themselves."""
    for kind, words in in_year.WORDS.items():
        own = in_year.of_kind(rows, kind)
        if len(own):
            st.subheader(f"{words}: {about['title']}, {name}", anchor=False)
            st.write(in_year.WARNINGS[kind])
            chart.chart(in_year.in_year(own, about, kind), alternative=in_year.alternative(own, about, kind, name))


def _elsewhere(code: str, indicator: str) -> None:
    """Lead to the other charts, which show the figures too for as long as the session holds them."""
    chosen = {"authority": code, "indicator": indicator}
    st.page_link("authority/page.py", label="On the timeline of this authority, with events", query_params=chosen)
    st.page_link("compare/page.py", label="Beside other authorities", query_params=chosen)
