"""The third step: what was found in the file, which cells say so, and the questions that only its owner can answer."""

from html import escape

import streamlit as st

from pages.holding.held import VisitorFigures
from pages.showing import show
from pages.showing.table import table
from pages.visitor_figures import evidence, matched, preview, questions, read_otherwise


def match(mine: VisitorFigures) -> None:
    """Show headings, sheets and authorities as they were understood, with the cells that say so; ask what is open."""
    reading = mine.reading
    if reading is None:
        return
    st.write(f"**{escape(mine.name)}**: {reading.message}")
    if mine.refused:
        st.error(mine.refused)
    if reading.questions and reading.records:
        st.warning("Some figures wait for an answer: nothing is guessed. What is certain is read already.")
    if mine.asked:
        _ask_beside_the_sheet(mine)
    if reading.headings:
        table(evidence.headings(reading), caption="What was understood, heading by heading, and which cells say so")
        show.remark(evidence.beyond(reading))
    read_otherwise.choices(mine)
    table(matched.tables(reading), caption="Sheets found")
    if reading.records:
        table(matched.authorities(reading), caption="Who your names were read as")


def _ask_beside_the_sheet(mine: VisitorFigures) -> None:
    """Ask everything at once; beside it stand the sheets that the questions are about, with their cells marked."""
    reading = mine.reading
    asking, sheets = st.columns([5, 6])
    with asking:
        questions.form(mine)
    marked = questions.cells(mine)
    with sheets:
        about = {sheet for sheet, _ in marked}
        preview.previews(reading.sheets if reading else (), marked=marked, of=about)
