"""The page of claims: every sentence of every claim, the marks, and a visitor's own claim."""

import re

import pytest

from data.catalogue import indicators
from pages.charts.words import figure_of
from pages.claims import choices, definitions, drawing, words
from queries import claims as questions
from tests.pages.opened import opened as opened_page
from tests.queries.test_claims import NOBODY


@pytest.fixture(scope="module")
def said(opened):
    return questions.said(opened)


@pytest.fixture(scope="module")
def found(opened, said):
    ids = [each.claim_id for each in said]
    return {row.claim_id: row for row in questions.found(opened, **NOBODY | {"claims": ids})}


def test_every_claim_has_a_sentence_with_its_figures(said, found):
    for each in said:
        row, indicator = found[each.claim_id], indicators().get(each.indicator_id)
        text = words.finding(row, indicator, each.place)
        assert text.startswith(words.FINDINGS[row.finding].split(" within")[0]) and text.endswith(".")
        assert not re.search(r"None|nan|  |\.\.|: \.", text)
        if row.official is not None and row.finding != "unchecked":
            assert figure_of(row.official, indicator) in text
        assert definitions.ways(each.differs_by) or not each.differs_by


def test_each_claim_is_told_apart_in_the_list_and_no_child_is_named(said):
    labels = [choices.label(each) for each in said]
    assert len(set(labels)) == len(labels) > 160
    assert not re.search(r"Khyra|Keanu|Hamzah|Pelka|seed", " ".join(map(str, said)))


def test_a_claim_of_a_change_stands_where_it_would_have_led(found):
    halved = drawing.claimed(found["birmingham-referrals-halved"], "")
    assert halved is not None and halved.value == pytest.approx(28_177 / 2)
    assert drawing.claimed(found["birmingham-sources"], "") is None


@pytest.mark.parametrize(
    ("typed", "number"),
    [("30,000", "30000"), ("£1,234.50", "1234.50"), ("−30%", "-30"), ("22.6 %", "22.6"), ("half", ""), ("1e9", ""),
     ("nan", ""), ("inf", ""), ("", "")],
)  # fmt: skip
def test_a_number_is_read_as_it_is_written(typed, number):
    assert choices.number(typed) == number


def test_a_visitors_claim_is_opened_by_its_address(built):
    asked = {"claim": "own", "place_": "E08000017", "indicator": "agency_rate", "reading": "change", "word": "about",
             "value": "-37", "on": "2025", "since": "2023"}  # fmt: skip
    page = opened_page("claims", **asked)
    assert not page.exception
    shown = " ".join(each.proto.body for each in page.get("html"))
    assert "Matches within rounding. Agency social workers in Doncaster: 20.4% in September 2023" in shown
    assert "12.8% in September 2025 by the official figures: a change by −37.3% of the first figure." in shown
