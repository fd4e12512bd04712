"""What only the owner of a file can say: each question with its answers, which can be changed as long as it is held."""

from collections.abc import Mapping, Sequence

import streamlit as st

from pages.holding.held import VisitorFigures
from pages.reader import Question, Reading
from pages.visitor_figures.preview import ASKED, Place

MOST_SEEN = 3  # answers that are all shown, so that one act gives one
SHORT = 16  # letters of answers that stand on one line of a phone
LATER = ""  # an answer that has not been given
FREE = "What follows need not be answered: these figures stay left out unless you say what they are."
TYPE = "Choose one, or type another: 2024/25, Q1 2024/25, September 2025, 31 March 2025"


def cells(mine: VisitorFigures) -> dict[tuple[str | None, str], str]:
    """Name the question that each cell is about: by sheet and cell."""
    found: dict[tuple[str | None, str], str] = {}
    for number, question in enumerate([*_needed(mine), *_free(mine)], 1):
        if question.cell:
            found.setdefault((question.sheet, question.cell), f"{ASKED} {number}")
    return found


def _needed(mine: VisitorFigures) -> list[Question]:
    """Give the questions by whose answers figures can be read; where there is no such, all of them."""
    needed = [each for each in mine.asked.values() if each.suggestion or each.kind != "indicator"]
    return needed if needed or mine.records else list(mine.asked.values())


def _free(mine: VisitorFigures) -> list[Question]:
    """Give those about headings that are like no measure: most are of something else, and stay left out."""
    needed = _needed(mine)
    return [each for each in mine.asked.values() if each not in needed]


def only_asked(mine: VisitorFigures, reading: Reading) -> dict[Place, str]:
    """Name the open questions about cells in which nothing must be corrected."""
    asked = {(question.sheet, question.cell) for question in (*reading.questions, *reading.offers)}
    wrong = {(issue.sheet, issue.cell) for issue in reading.issues if issue.severity == "must"}
    return {place: said for place, said in cells(mine).items() if place in asked - wrong}


def form(mine: VisitorFigures) -> None:
    """Ask all that was ever asked of the file, each with the answer it has."""
    with st.form(f"own.form.{mine.turn}", border=True):
        st.subheader("Please say", anchor=False)
        needed, free = _needed(mine), _free(mine)
        given = _answers(mine, needed, 1)
        if free:
            st.write(FREE)
            given |= _answers(mine, free, 1 + len(needed))
        if st.form_submit_button("Read my file again with these answers", type="primary"):
            read_again(mine, given)


def _answers(mine: VisitorFigures, questions: Sequence[Question], first: int) -> dict[str, str]:
    """Ask some questions; a widget's key is the place at which its question was first put, and never changes."""
    places = {id: place for place, id in enumerate(mine.asked, 1)}
    return {
        question.id: _question(mine, question, number, f"own.answer.{mine.turn}.{places[question.id]}")
        for number, question in enumerate(questions, first)
    }


def read_again(mine: VisitorFigures, given: Mapping[str, str]) -> None:
    """Read the file with more answers; those given before stay."""
    with st.spinner("Reading your file"):
        mine.answer(given)
    st.session_state["own.moved"] = True
    st.rerun()


def _question(mine: VisitorFigures, question: Question, number: int, key: str) -> str:
    """Ask one question: by choosing or typing, and by Yes or No where the reader has a suggestion."""
    sheet = f"{question.sheet}: " if question.sheet else ""
    words = f"{number}. {question.text}" + (f" ({sheet}{question.cell})" if question.cell else "")
    now = mine.answers.get(question.id, LATER)
    if question.typed or not question.options:
        return typed(words, dict(question.options), now, key)
    if question.suggestion:
        return _suggested(question, words, now, key)
    return _chosen(words, question, now, key)


def typed(words: str, offered: Mapping[str, str], now: str, key: str) -> str:
    """Ask for something that can be chosen or written in other words; what was written stays until it is changed."""
    if now and now not in offered:
        st.write(f"You said: {now}")
    chosen = st.selectbox(
        words, tuple(offered), index=list(offered).index(now) if now in offered else None, placeholder=TYPE,
        format_func=_Named(offered), accept_new_options=True, key=key,
    )  # fmt: skip
    return str(chosen or now).strip()


class _Named(dict[str, str]):
    """The words of options; what was typed stands for itself."""

    def __call__(self, id: str) -> str:
        return self.get(id, id)


def _chosen(words: str, question: Question, now: str, key: str) -> str:
    labels = {LATER: "Not answered"} | dict(question.options)
    index = tuple(labels).index(now) if now in labels else 0
    if len(question.options) <= MOST_SEEN:
        short = all(len(label) <= SHORT for label in labels.values())
        return str(
            st.radio(words, tuple(labels), index=index, format_func=labels.__getitem__, horizontal=short, key=key)
        )
    return str(st.selectbox(words, tuple(labels), index=index, format_func=labels.__getitem__, key=key))


def _suggested(question: Question, words: str, now: str, key: str) -> str:
    """Ask whether a suggestion is what was meant, and what else: nothing is taken until it is said."""
    suggestion = str(question.suggestion)
    meant = dict(question.options).get(suggestion, suggestion)
    said = st.radio(
        f"{words} Did you mean {meant}?", ("Not answered", "Yes", "No"), horizontal=True, key=f"{key}.meant",
        index=1 if now == suggestion else 2 if now else 0,
    )  # fmt: skip
    other = _chosen(f"{question.text} If not {meant}, which?", question, LATER if now == suggestion else now, key)
    return suggestion if said == "Yes" else other
