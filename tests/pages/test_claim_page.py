"""The page of claims: every sentence of every claim, the marks, and a visitor's own claim."""

import re
from datetime import date
from pathlib import Path

import duckdb
import pytest

import queries
from data.catalogue import indicators
from pages.authority.shown import BESIDE, CHOSEN, OTHERS
from pages.by_address.stage import picture_of
from pages.charts import claimed
from pages.charts.comparison import compare, looks
from pages.charts.svg.key import SYMBOLS
from pages.charts.words import figure_of
from pages.choosing.regions import ENGLAND
from pages.claims import beside, choices, definitions, words
from pages.compare.picture import Drawn, picture, whole
from pages.database import rows_once
from pages.places import at
from queries import claims as questions
from tests.at_once import at_once
from tests.pages.drawn import lines_of
from tests.pages.lapses import lapses
from tests.pages.opened import opened as opened_page
from tests.queries.test_claims import NOBODY

QUERIES = Path(queries.__file__).parent


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
        assert definitions.differences(each.differs_by) or not each.differs_by


SENTENCES = [
    ("E06000024", "cpp_2_years_rate", "fewer_than", "0.0", "2013-03-31",
     "Differs. Child protection plans of two years or more in X, March 2013: 0.0% by the official figures. That is the "
     "number claimed itself, and not less."),
    ("E06000001", "turnover_rate", "at_least", "12", "2025-09-30",
     "Matches within rounding. Social worker turnover in X, the year to September 2025: 11.5% by the official "
     "figures."),
    ("E06000001", "caseload", "more_than", "14.4", "2016-09-30",
     "Near. Average caseload in X, September 2016: 14.4 cases by the official figures. That is the number claimed "
     "itself, and not more."),
    ("E06000001", "agency_fte", "about", "999999999999", "2025-09-30",
     "Differs. Agency social workers (number) in X, September 2025: 5.0 FTE by the official figures. The number "
     "claimed is 200,000,000,000 times that."),
    ("E06000001", "vacancies_fte", "exactly", "0", "2015-09-30",
     "Matches within rounding. Vacant posts in X, September 2015: 0.0 FTE by the official figures."),
    ("E06000001", "turnover_rate", "exactly", "12.46", "2024-09-30",
     "Near. Social worker turnover in X, the year to September 2024: 12.5% by the official figures. That is less than "
     "0.1 percentage points above the number claimed."),
    ("E09000021", "agency_rate", "about", "10", "2020-09-30",
     "Cannot be checked, because X makes one return of agency social workers together with another authority: the "
     "figure is of both."),
    ("E06000001", "referral_nfa_rate", "about", "10", "2020-03-31",
     "Cannot be checked, because for 2019-20 no official figure is given: hidden to protect people."),
]  # fmt: skip


def test_the_sentence_of_what_stands_at_an_edge(opened):
    """Of 0, of a bound that is the figure itself or holds by rounding, of what is huge, withheld, or of two."""
    asks = [
        NOBODY | {"area": area, "indicator": id, "reading": "figure", "word": word, "amount": amount, "period": when}
        for area, id, word, amount, when, _ in SENTENCES
    ]
    for (row,), (_, id, *_, said) in zip(at_once(opened, questions.found, asks), SENTENCES, strict=True):
        assert words.finding(row, indicators()[id], "X") == said


def test_no_sentence_says_near_of_0_nor_that_two_numbers_stand_nothing_apart(opened):
    """Around every kind of figure, in every word: those of an area by chance for each indicator, and its smallest."""
    smallest = opened.cursor().execute(
        """select indicator_id, area_code, period_end, value from dashboard.observation where status = 'published'
        qualify row_number() over (partition by indicator_id order by value, area_code, period_end) = 1
        or row_number() over (
        partition by indicator_id order by hash(area_code, period_end)) = 1 order by all"""
    ).fetchall()  # fmt: skip
    amounts = ("0", f"{10**12 - 1}", "{:.0f}", "{:.1f}", "{:.3f}")
    asks = [
        NOBODY | {"area": area, "indicator": id, "reading": "figure", "word": word, "period": when.isoformat()}
        | {"amount": amount.format(max(value, 0))}
        for n, (id, area, when, value) in enumerate(smallest)
        for word, amount in zip(list(choices.WORDS), (amounts * 3)[n % 5 :], strict=False)
    ]  # fmt: skip
    for (row,), ask in zip(at_once(opened, questions.found, asks), asks, strict=True):
        said = words.finding(row, indicators()[ask["indicator"]], "X")
        assert not re.search(r"is 0\.0(%| percentage points)|Near[^:]*: £?0(\.0)?[ %]|None|nan|  ", said), (said, ask)


def test_what_ofsted_has_no_grade_for_and_what_followed_are_said_as_the_register_has_them(said, found):
    place = {each.claim_id: each.place for each in said}
    told = {id: words.finding(found[id], None, place[id]) for id in ("birmingham-standing", "england-trusts-grow")}
    assert told["birmingham-standing"] == (
        "Cannot be checked, because Ofsted has no grade of that name: in force on 31 August 2011 was inadequate, of "
        "the report of 16 July 2010."
    )
    assert told["england-trusts-grow"] == (
        "Matches. In our register the services of 14 authorities moved to a trust or a company after 12 November 2013; "
        "2 of them were new and began with theirs in one."
    )


def test_each_claim_is_told_apart_in_the_list_and_no_child_is_named(said):
    labels = [choices.label(each) for each in said]
    assert len(set(labels)) == len(labels) > 160
    assert not re.search(r"Khyra|Keanu|Hamzah|Pelka|seed", " ".join(map(str, said)))


def test_a_claim_of_a_change_stands_where_it_would_have_led(found):
    whose = {"place": "Birmingham", "short": "halved", "whose": "council review"}
    halved = claimed.claimed(found["birmingham-referrals-halved"], "", **whose)
    assert halved is not None and halved.value == pytest.approx(28_177 / 2)
    assert claimed.claimed(found["birmingham-sources"], "", **whose) is None


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
            rows = questions.touching(opened, areas=areas, indicators=[indicator], first=first, last=last)
            assert {row.claim_id for row in rows} == ids
            assert all(claimed.claimed(found[id], "said", place="", short="", whose="") for id in ids)
            seen += len(ids)
    assert seen > 60


@pytest.mark.parametrize(
    ("codes", "indicator"),
    [(["E08000025"], "vacancies_fte"), (["E08000025", "E08000017"], "agency_rate"), (["E08000032"], "caseload")],
)
def test_claims_marked_on_a_comparison_stand_on_its_axes_and_in_its_pictures(opened, codes, indicator):
    claims = beside.marked(beside.touching(codes, [indicator], first=2009, last=2026))
    lines, rows, asked = lines_of(opened, codes=codes, indicator=indicator)
    drawn = compare.pictures(rows, lines, [], asked, claims=claims)
    plot, axis = drawn[0][0].panels[0], drawn[0][0].across
    signs = [mark for mark in plot.marks if mark.symbol == claimed.SYMBOL]
    assert {(mark.x, mark.y) for mark in signs} == {(each.on, each.value) for each in claims}
    assert sum(len(mark.said) for mark in signs) == len(claims) > 0
    assert all(axis.first < mark.x < axis.last and plot.up.low <= mark.y <= plot.up.high for mark in signs)
    drawn_of_it = Drawn(*whole(drawn), tuple(claimed.key(claims)), (), "Picture", tuple(claims))
    taken = picture(drawn_of_it, lines, asked, title="Claims", notes=(), sources=(), register=False,
                    version="2026-08-22", link="example.org/compare")  # fmt: skip
    assert lapses(taken) == []


def test_the_sign_of_a_claim_is_that_of_no_official_line_and_the_key_has_its_colour():
    lines = {*looks.AUTHORITY_LOOKS, *looks.GROUP_LOOKS, looks.ENGLAND_LOOK, *OTHERS, *BESIDE.values(), CHOSEN}
    assert {look.symbol.removesuffix("-open") for look in lines} & {claimed.SYMBOL} == set()
    assert {look.colour for look in lines} & {claimed.CLAIMED} == set()
    assert SYMBOLS[claimed.KEY.sign] == claimed.SYMBOL and claimed.KEY.colour == claimed.CLAIMED


def test_the_key_names_whose_each_claim_is_that_is_marked(built):
    """Of every place and indicator alone, and of every place with all its indicators."""
    of = {(each.area_code, each.indicator_id) for each in rows_once(questions.said) if each.area_code}
    seen = 0
    for areas, ids in [*((area, [id]) for area, id in of), *((area, list(indicators())) for area, _ in of)]:
        claims = beside.marked(beside.touching([areas], ids, first=2000, last=2030))
        key = " | ".join(entry.words for entry in claimed.key(claims))
        assert all(f"{each.short} ({each.whose})" in key and f"{each.on.year % 100:02}: " in key for each in claims)
        assert len(claimed.described(claims)) >= len(claimed.brief(claims)) * 15
        seen += len(claims)
    assert seen > 100


PICTURED = {
    "authority": {"authority": "E08000025", "indicator": "vacancy_rate,agency_rate,rereferral_rate,vacancies_fte"},
    "chart": {"authority": "E08000025,E08000017", "indicator": "agency_rate"},
    "compare": {"authority": "E08000025", "indicator": "vacancies_fte"},
    "demand-and-money": {"authority": "E08000025", "indicator": "referrals,cpp,cla,section47", "prices": "totals"},
}


# A picture may be taller for its key of claims: that of an authority, with four panels, is so without them.
TALLER = {"authority": 2.6, "chart": 1.3, "compare": 1.3, "demand-and-money": 1.3}


@pytest.mark.parametrize("page", PICTURED)
def test_a_picture_by_address_marks_claims_where_its_address_asks_for_them(built, page):
    def of(**more):
        return picture_of(at(page), PICTURED[page] | more).picture

    def marked(picture):
        return {
            (panel.title, mark.x, mark.y)
            for panel in picture.drawing.panels
            for mark in panel.marks
            if mark.symbol == claimed.SYMBOL
        }

    codes, indicators_shown = (PICTURED[page][name].split(",") for name in ("authority", "indicator"))
    claims = beside.marked(beside.touching([*codes, ENGLAND], indicators_shown, first=2009, last=2026))
    claims = [each for each in claims if each.place != "England" or not each.indicator.unit.is_count]
    with_claims = of(claims="1")
    assert {(x, y) for _, x, y in marked(with_claims)} == {(each.on, each.value) for each in claims}
    assert set(claimed.key(claims)) <= set(with_claims.key)
    assert lapses(with_claims, taller=TALLER[page]) == []
    assert "laims, not official figures, are marked" in with_claims.alternative
    assert marked(of()) == marked(of(claims="0")) == set()


def test_where_no_claim_touches_none_is_asked_for_and_none_is_in_the_link(built):
    plain = {"authority": "E08000016", "indicator": "caseload", "with": "none"}
    for page in PICTURED:
        found = [picture_of(at(page), plain | {"england": "0"} | more).picture for more in ({}, {"claims": "1"})]
        assert found[0] == found[1]


def test_a_claim_of_one_of_two_does_not_touch_the_return_of_both():
    con = duckdb.connect()
    con.execute(
        """create table claim as select *, 'agency_rate' as indicator_id, 'figure' as reading from (values
        ('alone', 'A', date '2015-09-30'), ('both', 'A', date '2016-09-30')) as t(claim_id, area_code, period_end);
        create table observation as select 'A' as area_code, 'agency_rate' as indicator_id, 10 as value,
        date '2015-09-30' as period_end;
        create table found_observation as select *, area_code as asked_code from observation union all
        select 'A / B', 'agency_rate', 12, date '2016-09-30', 'A'"""
    )
    sql = (QUERIES / "claims" / "touching.sql").read_text(encoding="utf-8")
    asked = {"areas": ["A"], "indicators": ["agency_rate"], "first": 2009, "last": 2026}
    assert con.execute(sql, asked).fetchall() == [("alone", date(2015, 9, 30))]
    con.close()


def test_a_claim_about_england_is_marked_at_its_number_among_the_dots_of_its_year(built):
    asked = {"indicator": "rereferral_rate", "as": "dots", "claims": "1"}
    marked = {
        year: [mark for mark in picture_of(at("england"), asked | {"to": year}).picture.drawing.panels[0].marks
               if mark.symbol == claimed.SYMBOL]
        for year in ("2024", "2025")
    }  # fmt: skip
    assert [mark.x for mark in marked["2025"]] == [22.6] and marked["2024"] == []
    counted = picture_of(at("england"), {"indicator": "referrals", "claims": "1", "to": "2025"}).picture
    assert claimed.SYMBOL not in {mark.symbol for mark in counted.drawing.panels[0].marks}
