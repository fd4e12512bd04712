"""The page of claims: every sentence of every claim, the marks, and a visitor's own claim."""

import re

import pytest

from data.catalogue import indicators
from pages.charts import claimed
from pages.charts.comparison import compare
from pages.charts.words import figure_of
from pages.claims import choices, definitions, words
from pages.compare.picture import Drawn, picture, whole
from queries import claims as questions
from tests.pages.drawn import lines_of
from tests.pages.lapses import lapses
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
    halved = claimed.claimed(found["birmingham-referrals-halved"], "")
    assert halved is not None and halved.value == pytest.approx(28_177 / 2)
    assert claimed.claimed(found["birmingham-sources"], "") is None


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


def test_claims_that_touch_a_series_are_those_of_its_place_measure_and_years(opened, said, found):
    held = {
        (area, indicator, year)
        for area, indicator, year in opened.cursor()
        .execute("select area_code, indicator_id, year(period_end) from dashboard.observation where value is not null")
        .fetchall()
    }
    areas = sorted({each.area_code for each in said if each.area_code})
    seen = 0
    for indicator in sorted({each.indicator_id for each in said if each.indicator_id}):
        for first, last in ((2000, 2030), (2013, 2018)):
            ids = {
                each.claim_id
                for each in said
                if each.indicator_id == indicator
                and (row := found[each.claim_id]).reading in ("figure", "change", "times")
                and row.period_end
                and first <= row.period_end.year <= last
                and any((each.area_code, indicator, year) in held for year in range(first, last + 1))
            }
            rows = questions.touching(opened, areas=areas, indicator=indicator, first=first, last=last)
            assert {row.claim_id for row in rows} == ids
            assert all(claimed.claimed(found[id], "said") for id in ids)
            seen += len(ids)
    assert seen > 60


@pytest.mark.parametrize(
    ("codes", "indicator"),
    [(["E08000025"], "vacancies_fte"), (["E08000025", "E08000017"], "agency_rate"), (["E08000032"], "caseload")],
)
def test_claims_marked_on_a_comparison_stand_on_its_axes_and_in_its_pictures(opened, said, found, codes, indicator):
    ids = [row.claim_id for row in questions.touching(opened, areas=codes, indicator=indicator, first=2009, last=2026)]
    by_id = {each.claim_id: each for each in said}
    claims = [claimed.claimed(found[id], words.in_a_line(by_id[id])) for id in ids]
    lines, rows, asked = lines_of(opened, codes=codes, indicator=indicator)
    drawn = compare.pictures(rows, lines, [], asked, claims=claims)
    plot, axis = drawn[0][0].panels[0], drawn[0][0].across
    diamonds = [mark for mark in plot.marks if mark.symbol == "diamond" and mark.colour == claimed.CLAIMED]
    assert {(mark.x, mark.y) for mark in diamonds} == {(each.on, each.value) for each in claims}
    assert sum(len(mark.said) for mark in diamonds) == len(ids) > 0
    assert all(axis.first < mark.x < axis.last and plot.up.low <= mark.y <= plot.up.high for mark in diamonds)
    told = words.marked([by_id[id] for id in ids])
    assert "not " in told and "official figure" in told and by_id[ids[0]].said in told
    taken = picture(Drawn(*whole(drawn), (claimed.KEY,), (), "Picture"), lines, asked, title="Claims", notes=(told,),
                    sources=(), register=False, version="2026-08-22", link="example.org/compare")  # fmt: skip
    assert lapses(taken) == []
