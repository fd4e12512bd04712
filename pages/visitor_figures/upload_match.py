"""The third step: what was found in the file, and the questions that only its owner can answer."""

from html import escape

import streamlit as st

from pages.reader import Question
from pages.showing.table import table
from pages.visitor_figures import matched
from pages.visitor_figures.own import Own

LATER = ""  # an answer that has not been given


def match(mine: Own) -> None:
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


def _questions(mine: Own) -> None:
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


def _question(mine: Own, question: Question, key: str) -> str:
    labels = {LATER: "Not answered"} | dict(question.options)
    now = mine.answers.get(question.id, LATER)
    where = f" ({question.sheet + ': ' if question.sheet else ''}{question.cell})" if question.cell else ""
    if question.suggestion:
        st.write(f"Did you mean {escape(labels.get(question.suggestion, question.suggestion))}?")
    return str(
        st.selectbox(
            f"{question.text}{where}",
            tuple(labels),
            index=tuple(labels).index(now) if now in labels else 0,
            format_func=lambda value: labels.get(value, value),
            key=key,
        )
    )
