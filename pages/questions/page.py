"""The questions of the articles that began this project, each answered from the figures held."""

import streamlit as st

from pages.choosing import choose
from pages.choosing.address import Choice
from pages.questions import shown
from pages.questions.asked import facts
from pages.questions.every import QUESTIONS
from pages.showing import show
from pages.showing.marks import paragraphs

NUMBERS = tuple(str(number) for number in range(1, len(QUESTIONS) + 1))

known = facts()
chooser = choose.Chooser("questions")
show.plain_heading("Questions", "What the articles that began this project ask, answered from the figures held")
choice = Choice(name="question", options=NUMBERS, default=("1",))
chosen = chooser.one(choice, "Question", shown.asked)
chooser.keep()
shown.show(QUESTIONS[int(chosen) - 1], known, chooser)
st.header("All questions", anchor=False)
for number, each in enumerate(QUESTIONS, 1):
    st.html(f"<h3>{number}. {each.asked}</h3>")
    paragraphs([" ".join(each.answer(known))])
