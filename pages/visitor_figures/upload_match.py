"""The third step: what was found in the file, and the questions that only its owner can answer."""

from collections.abc import Mapping
from html import escape

import streamlit as st

from pages.holding.held import VisitorFigures
from pages.reader import Question
from pages.showing.table import table
from pages.visitor_figures import matched

LATER = ""  # an answer that has not been given
PERIODS = "2024/25, Q1 2024/25, September 2025, 31 March 2025"  # what may be typed where a period is asked for


def match(mine: VisitorFigures) -> None:
    """Show tables, measures and authorities as they were understood, and ask what is open."""
    reading = mine.reading
    if reading is None:
        return
    st.write(f"**{escape(mine.name)}**: {reading.message}")
    if reading.questions and reading.records:
        st.warning("Some figures wait for an answer: nothing is guessed. What is certain is read already.")
    if mine.asked:
        _questions(mine)
    table(matched.tables(reading), caption="Sheets found")
    if reading.records:
        table(matched.measures(reading), caption="What your headings were read as")
        table(matched.authorities(reading), caption="Who your names were read as")
        st.write(
            "Not right? Rename the heading or the name in your file, or use the template, and choose the file again."
        )


def _questions(mine: VisitorFigures) -> None:
    """Ask everything at once; answers can be changed as long as the file is held."""
    with st.form(f"own.form.{mine.turn}", border=True):
        st.subheader("Please say", anchor=False)
        given = {
            question.id: _question(mine, question, f"own.answer.{mine.turn}.{number}")
            for number, question in enumerate(mine.asked.values())
        }
        if st.form_submit_button("Read my file again with these answers", type="primary"):
            with st.spinner("Reading your file"):
                mine.answer({id: answer for id, answer in given.items() if answer})
            st.session_state["own.moved"] = True
            st.rerun()


def _question(mine: VisitorFigures, question: Question, key: str) -> str:
    """Ask one question: by typing where the reader knows no answers, by Yes or No where it has a suggestion."""
    where = f" ({question.sheet + ': ' if question.sheet else ''}{question.cell})" if question.cell else ""
    now = mine.answers.get(question.id, LATER)
    if question.typed or not question.options:
        return st.text_input(f"{question.text}{where}", value=now, placeholder=PERIODS, key=key).strip()
    labels = {LATER: "Not answered"} | dict(question.options)
    meant = bool(question.suggestion) and _is_meant(question, labels, now, key)
    chosen = st.selectbox(
        f"{'If not, which? ' if question.suggestion else ''}{question.text}{where}",
        tuple(labels),
        index=tuple(labels).index(now) if now in labels and now != question.suggestion else 0,
        format_func=labels.__getitem__,
        key=key,
    )
    return str(question.suggestion) if meant else str(chosen)


def _is_meant(question: Question, labels: Mapping[str, str], now: str, key: str) -> bool:
    """Ask whether a suggestion is what was meant: nothing is taken until it is said."""
    meant = labels.get(str(question.suggestion), str(question.suggestion))
    chosen = st.radio(
        f"{question.text} Did you mean {meant}?",
        ("Not answered", "Yes", "No"),
        index=1 if now == question.suggestion else 0,
        horizontal=True,
        key=f"{key}.meant",
    )
    return chosen == "Yes"
