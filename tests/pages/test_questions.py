"""The eighteen answers: each number in them is given a second way, from the tidy tables, at each edition.

That the answers ask the database of the build and the second way does not is what makes them two.
"""

import re
from datetime import date

import pytest

from pages.places import PLACES
from pages.questions import asked
from pages.questions.every import QUESTIONS
from tests import tidy
from tests.pages.opened import opened as opened_page
from tests.pages.plain_answers import ANSWERS, numbers

# Those made of figures alone, which say nothing of what is asked of the database whole: they are held at earlier times.
OF_FIGURES = [number for number, each in enumerate(ANSWERS) if each.__name__ in (
    "referrals", "posts", "on_time", "absence", "sources", "spend", "care", "unusual", "own",
)]  # fmt: skip
# Months from the last day of a year to its publication, where they differ least: the Department's own calendar.
UNTIL_PUBLISHED = {"workforce": 5, "spend": 9, "care": 8}
TIMES = [date(year, month, 1) for year in range(2019, 2027) for month in (1, 3, 11)]


@pytest.fixture(scope="module")
def known(opened):
    """Return what the page makes its answers of, from the database of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asked, "rows_once", lambda question, **parameters: question(opened, **parameters))
        patch.setattr(asked.years, "span", lambda: {"first": 2009, "last": 2026})
        return asked.facts()


@pytest.fixture(scope="module")
def answers(known):
    return [each.answer(known) for each in QUESTIONS]


def test_there_are_eighteen_each_of_two_sentences_that_lead_to_a_page(answers):
    assert len(answers) == len(QUESTIONS) == len(ANSWERS) == 18
    scripts = {place.script for place in PLACES}
    for question, pair in zip(QUESTIONS, answers, strict=True):
        assert question.script in scripts and question.asked.endswith("?")
        assert len(pair) == 2 and all(text.endswith(".") and "None" not in text and "nan" not in text for text in pair)
        assert not re.search(r"\b(best|worst|failed|failing|rescued|because of|caused)\b", " ".join(pair))


@pytest.mark.parametrize("number", range(18), ids=[each.__name__ for each in ANSWERS])
def test_every_number_of_an_answer_is_that_of_the_tidy_tables(answers, number):
    for said, expected in zip(answers[number], ANSWERS[number](), strict=True):
        assert numbers(said) == numbers(expected), said


def published(id, on):
    """Return from when a figure was known, as the Department publishes."""
    months = on.year * 12 + on.month - 1 + UNTIL_PUBLISHED.get(tidy.catalogue()[id]["topic"], 7)
    return date(months // 12, months % 12 + 1, 1)


@pytest.mark.parametrize("time", TIMES, ids=str)
def test_what_is_said_of_figures_was_true_at_every_edition(known, monkeypatch, time):
    """With the figures that had been published by then: some indicators end a year before others."""
    held = tidy.shown
    monkeypatch.setattr(tidy, "shown", lambda id: {
        area: {on: row for on, row in found.items() if published(id, on) <= time} for area, found in held(id).items()
    })  # fmt: skip
    then = known._replace(figures={
        (area, id): [row for row in rows if published(id, row.period_end) <= time]
        for (area, id), rows in known.figures.items()
    })  # fmt: skip
    for number in OF_FIGURES:
        for said, expected in zip(QUESTIONS[number].answer(then), ANSWERS[number](), strict=True):
            assert numbers(said) == numbers(expected), said


def test_an_answer_that_tells_of_grades_names_whose_they_are():
    graded = [number for number, each in enumerate(QUESTIONS) if each.judged]
    assert [ANSWERS[number].__name__ for number in graded] == ["interventions", "after_inadequate", "trusts"]


def test_what_is_said_of_a_correlation_follows_its_interval(known):
    closing = QUESTIONS[7].answer
    for low, high, words in ((0.1, 0.4, "high together"), (-0.4, -0.1, "tends to be low"), (-0.1, 0.1, "no link")):
        first, _ = closing(known._replace(correlation=((low + high) / 2, low, high, 144, 2025)))
        assert words in first and "-0" not in first


def test_a_question_is_opened_by_its_address(built):
    page = opened_page("questions", question="9")
    assert not page.exception
    assert page.selectbox(key="questions.question").value == "9"
    assert len(page.get("plotly_chart")) == 1
