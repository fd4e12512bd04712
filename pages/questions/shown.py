"""One question with its answer in two sentences, the series that it rests on, a picture, and where there is more."""

import streamlit as st

import queries.catalogue
from data.catalogue import Indicator, indicators
from pages.charts.sources import credit, credited, without_judgements
from pages.charts.svg.picture import Picture, stamp, unlabelled
from pages.charts.years import measured
from pages.choosing import years
from pages.choosing.choose import Chooser
from pages.claims import drawing
from pages.database import every_authority, rows_once
from pages.questions.every import QUESTIONS, Answered
from pages.questions.facts import Facts
from pages.questions.others import NAMES
from pages.showing import chart
from pages.showing import show as showing
from pages.showing.marks import paragraphs
from queries import claims, pictures
from queries.rows.catalogue import Publication


def asked(number: str) -> str:
    """Name a question with its number."""
    return f"{number}. {QUESTIONS[int(number) - 1].asked}"


def show(question: Answered, facts: Facts, chooser: Chooser) -> None:
    """Show a question with its answer."""
    sentences = question.answer(facts)
    paragraphs(sentences)
    if question.indicator:
        _series(question, indicators()[question.indicator], " ".join(sentences), chooser)
    st.page_link(question.script, label="See the view, with tables and notes", query_params=question.address)


def _series(question: Answered, indicator: Indicator, answer: str, chooser: Chooser) -> None:
    rows = rows_once(claims.series, area=question.area, indicator=indicator.id)
    breaks = rows_once(queries.catalogue.breaks, indicators=[indicator.id])
    drawn = drawing.drawing(rows, breaks, [], indicator=indicator, place=NAMES[question.area], said_on=None)
    alternative = f"Line chart: {measured(indicator)}, {NAMES[question.area]}. {answer}"
    signs = drawing.key([], rows, None)
    publications = _publications(question, indicator)
    version = rows_once(pictures.version)[0].published
    cut = credit(f"{NAMES[question.area]}: {measured(indicator)}", [indicator])
    chart.chart(drawn, alternative=alternative, credit=cut)
    chart.key(signs)
    chart.take_picture(
        Picture(
            headline=question.asked, subtitle=f"{measured(indicator)}, {NAMES[question.area]}", drawing=drawn,
            alternative=alternative, notes=(answer,), source=credited(publications, register=True),
            stamp=stamp(version=version, link=chooser.printed()),
            key=unlabelled(signs),
            name=("question", indicator.short_title),
        ),
        version=version,
    )  # fmt: skip
    showing.sources(publications, register=True)


def _publications(question: Answered, indicator: Indicator) -> list[Publication]:
    """Name the publications behind the series and the answer: where it tells of judgements those of all authorities."""
    areas = [question.area, *(every_authority() if question.judged else ())]
    found = rows_once(queries.catalogue.sources, areas=areas, indicators=[indicator.id], **years.span())
    return found if question.judged else without_judgements(found)
