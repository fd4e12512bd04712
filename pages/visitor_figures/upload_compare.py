"""The fifth step: one measure with its picture, what it would change, then the rest, and all of it to take away."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

from data.catalogue import Indicator, indicators
from pages.charts.theme import OWN
from pages.charts.visitor import words as visitor_words
from pages.database import every_authority
from pages.holding.figures import with_published
from pages.holding.held import VisitorFigures
from pages.reader import Record
from pages.showing.table import table
from pages.visitor_figures import one_measure, other_measures, pack_button
from pages.visitor_figures.matched import span
from queries.rows.visitor import WithPublished

MOST_ROWS = 200  # of a table on the page; the pack has all
DRAFT = "DRAFT, unpublished: own figures of a session, not official statistics."


def beside_published(mine: VisitorFigures) -> None:
    """Show one measure of one authority, and let the visitor choose another."""
    found = every_authority()
    records = [record for record in mine.records if record.authority_code in found]
    if not records:
        return
    code, id = _choose(mine, records, {code: each.name for code, each in found.items()})
    of_one = [record for record in records if record.authority_code == code]
    _measure([record for record in of_one if record.indicator == id], indicators()[id], found[code].name)
    table(other_measures.measures(of_one), caption=f"All your measures of {found[code].name}: choose one above")
    _elsewhere(code, id)
    pack_button.button(mine, code, id)


def _choose(mine: VisitorFigures, records: Sequence[Record], names: Mapping[str, str]) -> tuple[str, str]:
    """Let the visitor choose authority and measure: first that with the most figures beside published ones."""
    left, right = st.container(key="own-chosen").columns(2)
    with left:
        codes = tuple(dict.fromkeys(record.authority_code for record in records))
        code = str(st.selectbox("Local authority", codes, format_func=names.__getitem__, key=f"own.area.{mine.turn}"))
    with right:
        order = tuple(other_measures.in_order([record for record in records if record.authority_code == code]))
        words = f"Measure ({len(order)} in your file)" if len(order) > 1 else "Measure"
        titles = {id: indicators()[id].title for id in order}
        id = st.selectbox(words, order, format_func=titles.__getitem__, key=f"own.of.{mine.turn}.{code}")
    return code, str(id)


def _measure(records: Sequence[Record], indicator: Indicator, name: str) -> None:
    """Show one measure: its first sentence, its picture, the other sentences, and every figure in a table."""
    rows = with_published(records)
    first, *more = visitor_words.effects(rows, indicator, name)
    st.html(f'<p><strong style="color:{OWN}">{DRAFT}</strong> {escape(first)}</p>')
    one_measure.pictures(rows, indicator, records[0].authority_code, name)
    if more:
        show_words(more)
    st.caption(f"Read from {escape(span(records))}.")
    _differences([row for row in rows if row.value is not None], indicator, name)


def _differences(rows: Sequence[WithPublished], indicator: Indicator, name: str) -> None:
    """Set every own figure of the measure beside the published one; of very many, the first."""
    if len(rows) > MOST_ROWS:
        st.write(f"The first {MOST_ROWS} of {len(rows):,} figures are shown; the pack below has them all.")
    if rows:
        first = visitor_words.by_date(rows)[:MOST_ROWS]
        caption, cells = one_measure.without_repeats(visitor_words.differences(first, {rows[0].asked_code: name}))
        table(cells, caption=f"{indicator.title}, {name}: {caption}")


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
