"""The fifth step: one measure with its picture, what it would change, then the rest, and all of it to take away."""

from collections.abc import Mapping, Sequence
from html import escape

import pandas as pd
import streamlit as st

import queries.catalogue
from pages.charts.theme import OWN
from pages.charts.visitor import words as own_words
from pages.charts.visitor.words import Row
from pages.database import answer, every_authority
from pages.holding.figures import beside
from pages.holding.held import VisitorFigures
from pages.reader import Record
from pages.showing.table import table
from pages.visitor_figures import one_measure, other_measures, pack_button
from pages.visitor_figures.matched import span

MOST_ROWS = 200  # of a table on the page; the pack has all
DRAFT = "DRAFT, unpublished: own figures of a session, not official statistics."


def beside_published(mine: VisitorFigures) -> None:
    """Show one measure of one authority, and let the visitor choose another."""
    found = every_authority()
    records = [record for record in mine.records if record.authority_code in found]
    if not records:
        return
    ids = list(dict.fromkeys(record.indicator for record in records))
    asked = answer(queries.catalogue.indicators, indicators=ids).to_dict("records")
    abouts: dict[str, Row] = {row["indicator_id"]: row for row in asked}
    code, indicator = _choose(mine, records, {code: each.name for code, each in found.items()}, abouts)
    own = [record for record in records if record.authority_code == code]
    chosen = [record for record in own if record.indicator == indicator]
    _measure(chosen, abouts[indicator], found[code].name)
    table(other_measures.measures(own), caption=f"All your measures of {found[code].name}: choose one above")
    _elsewhere(code, indicator)
    pack_button.button(mine, code, indicator)


def _choose(
    mine: VisitorFigures, records: Sequence[Record], names: Mapping[str, str], abouts: Mapping[str, Row]
) -> tuple[str, str]:
    """Let the visitor choose authority and measure: first that with the most figures beside published ones."""
    left, right = st.container(key="own-chosen").columns(2)
    with left:
        codes = tuple(dict.fromkeys(record.authority_code for record in records))
        code = str(st.selectbox("Local authority", codes, format_func=names.__getitem__, key=f"own.area.{mine.turn}"))
    titles = {id: str(abouts[id]["title"]) for id in abouts}
    with right:
        order = tuple(other_measures.in_order([record for record in records if record.authority_code == code]))
        words = f"Measure ({len(order)} in your file)" if len(order) > 1 else "Measure"
        indicator = st.selectbox(words, order, format_func=titles.__getitem__, key=f"own.of.{mine.turn}.{code}")
    return code, str(indicator)


def _measure(records: Sequence[Record], about: Row, name: str) -> None:
    """Show one measure: its first sentence, its picture, the other sentences, and every figure in a table."""
    rows = beside(records)
    first, *more = own_words.effects(rows, about, name)
    st.html(f'<p><strong style="color:{OWN}">{DRAFT}</strong> {escape(first)}</p>')
    one_measure.pictures(rows, about, records[0].authority_code, name)
    if more:
        show_words(more)
    st.caption(f"Read from {escape(span(records))}.")
    _differences(rows, about, records[0].authority_code, name)


def _differences(rows: pd.DataFrame, about: Row, code: str, name: str) -> None:
    """Set every own figure of the measure beside the published one; of very many, the first."""
    valued = rows[rows["value"].notna()]
    if len(valued) > MOST_ROWS:
        st.write(f"The first {MOST_ROWS} of {len(valued):,} figures are shown; the pack below has them all.")
    if len(valued):
        first = own_words.by_date(valued).head(MOST_ROWS)
        told = own_words.differences(first, {str(about["indicator_id"]): about}, {code: name})
        caption, told = one_measure.without_repeats(told)
        table(told, caption=f"{about['title']}, {name}: {caption}")


def show_words(lines: Sequence[str]) -> None:
    """Say what the figures would change, as a list."""
    st.html("".join(["<ul>", *(f"<li>{escape(line)}</li>" for line in lines), "</ul>"]))


def _elsewhere(code: str, indicator: str) -> None:
    """Lead to the other charts, which show the figures too for as long as the session holds them."""
    chosen = {"authority": code, "indicator": indicator}
    for page, words in (
        ("authority", "On the timeline of this authority, with events"),
        ("compare", "Beside other authorities"),
        ("before_after", "Before and after an intervention or a judgement"),
        ("england", "Among all authorities in England"),
    ):
        st.page_link(f"{page}/page.py", label=words, query_params=chosen)
