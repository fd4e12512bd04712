"""The Ofsted page: its address, each view, its tables, and how it stands on a screen."""

import json
import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

import queries
from pages.charts import facts
from pages.charts.ofsted import grades, shares, words
from pages.charts.ofsted import tables as ofsted_tables
from pages.charts.timeline.ribbon import grade_bars
from pages.choosing.address import read, written
from pages.ofsted import choices
from queries import ofsted
from queries.database import open_database
from tests.pages.test_browser import CHROMIUM, chromium, server

__all__ = ["chromium", "server"]

SCRIPT = str(Path(__file__).parents[2] / "pages/ofsted/page.py")
REGIONS = {"E12000005": "West Midlands", "E12000007": "London"}
LOADED = re.compile(
    r"\b(fail\w*|rescu\w*|best|worst|league|turn(ed|s)? around|because|improv(ed|ing)|deteriorat\w*)\b", re.I
)


@pytest.fixture
def page(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))

    def open_at(**address):
        app = AppTest.from_file(SCRIPT, default_timeout=60)
        for name, value in address.items():
            app.query_params[name.removesuffix("_")] = value
        app = app.run()
        assert not app.exception and not app.error
        return app

    return open_at


def said(app):
    return unescape(re.sub(r"<[^>]+>", " ", "".join(each.proto.body for each in app.get("html"))))


def titles(app):
    return [each.value for each in app.title]


@given(
    view=st.sampled_from(list(choices.OFSTED_VIEWS)),
    region=st.sampled_from(["all", *REGIONS]),
    counted=st.sampled_from(list(choices.COUNTED)),
    moves=st.lists(st.sampled_from(list(choices.MOVES)), min_size=1, unique=True).map(tuple),
    last=st.lists(st.sampled_from(list(choices.GRADES)), unique=True).map(tuple),
    visited=st.lists(st.sampled_from(list(choices.VISITS)), min_size=1, unique=True).map(tuple),
)
@settings(max_examples=60, deadline=None)
def test_every_view_comes_back_from_its_address(view, region, counted, moves, last, visited):
    offered = [choices.ofsted_view(), region(REGIONS, default="all"), choices.counted(),
               choices.moves(), choices.grades(), choices.visits()]  # fmt: skip
    wanted = {"as": (view,), "region": (region,), "by": (counted,), "moves": moves, "grades": last, "visited": visited}
    assert read(offered, written(wanted)) == (wanted, [])


@pytest.mark.parametrize("view", choices.OFSTED_VIEWS)
def test_each_view_draws_says_and_lists(page, view):
    app = page(as_=view, region="E12000005")
    charts = app.get("plotly_chart")
    assert charts and all(len(chart.proto.alt) > 40 for chart in charts)
    assert len(titles(app)) == 1
    assert "<table" in "".join(each.proto.body for each in app.get("html"))
    assert len(app.get("download_button")) >= 4
    assert "Open Government Licence" in said(app)
    assert not LOADED.search(said(app).replace("requires improvement", "").replace("Requires improvement", ""))


def test_birmingham_opens_with_every_regime_named(page):
    app = page()
    assert titles(app) == ["Birmingham: Ofsted judgements"]
    text = said(app)
    for framework in ("SLAC, full", "CPI, full", "SIF, full", "SIF re-inspection", "ILACS, standard"):
        assert framework in text
    assert "3 years 6 months before 22 August 2026" in text
    assert "https://reports.ofsted.gov.uk/provider/44/330" in "".join(each.proto.body for each in app.get("html"))
    assert "good (2025)" not in text.lower()


def test_brent_has_no_overall_grade_and_the_page_says_so(page):
    text = said(page(authority="E09000005"))
    assert "no overall grade" in text and "Ofsted gives none for inspections from April 2026" in text
    assert "since superseded" in text


def test_each_authority_without_an_overall_grade_is_told_with_its_areas(built):
    """All of today's: the sentence on the page, the key, the table beneath the shares and the hover of the ribbon."""
    con = open_database(built)
    rows = ofsted.in_force.frame(con, region="all", counted="published")
    without = grades.ungraded(rows).to_dict("records")
    listed = ofsted_tables.ungraded(rows)
    assert len(without) == len(listed) == 11
    for row in without:
        ribbon = queries.ribbon.frame(con, authority=row["area_code"])
        areas = row["judgements"].split("; ")
        told = facts.standing_grade(ribbon)
        hover = grade_bars(ribbon, axis="y")[-2]["hovertemplate"]
        assert len(areas) == 4 and told.startswith("no overall grade (ILACS, inspected")
        for area, grade in (each.split(": ") for each in areas):
            assert f"{area} {grade}" in told and f"{area}: {grade}" in hover
            assert (listed.set_index("Authority").loc[row["authority_name"], area.capitalize()]) == grade
        assert "since superseded" in told and "inspected since April 2026" in hover
    assert "Liverpool" in words.ungraded(rows) and "(inspected since April 2026)" in words.today(rows)
    con.close()


def test_groups_by_grade_say_what_inadequate_means(page):
    assert "in neither group, even where an area of it was judged inadequate" in said(page(as_="figures"))


def test_visits_carry_no_grade_and_what_is_missing_is_said(page):
    text = said(page(as_="visits"))
    assert "480 visits, 30 January 2018 to 9 December 2025" in text
    assert "A visit carries no grade" in text
    ended = "Bournemouth, Cumbria, Dorset (to March 2019), Northamptonshire and Poole"
    assert f"No letters are held of authorities that have ended: {ended}" in text
    focused = page(as_="visits", visited="focused")
    assert [each.label for each in focused.expander if "newest first" in each.label] == ["305 visits, the newest first"]


def test_visits_to_one_authority_are_shown_unless_they_are_not_wanted(page):
    assert "Visits between inspections" in [each.value for each in page(authority="E08000025").header]
    assert "Visits between inspections" not in [each.value for each in page(authority="E08000025", visits="0").header]


def test_an_ended_authority_keeps_its_judgements(page):
    app = page(authority="E10000006")
    assert "Cumbria" in titles(app)[0]
    assert "last grade before the authority ended" in said(app)


def test_the_shares_are_those_of_the_picture(page, built):
    con = open_database(built)
    rows = ofsted.in_force.frame(con, region="all", counted="published")
    chart = json.loads(page(as_="share").get("plotly_chart")[0].proto.spec)
    drawn = sorted(text for trace in chart["data"] for text in trace["customdata"])
    found = shares.counted(rows)
    counts = found[found["grade"].isin(shares.DRAWN)]
    assert len(drawn) == len(counts)
    listed = ofsted_tables.in_force(rows)
    for row in counts.to_dict("records"):
        cell = grades.share(row["authorities"], row["of"])
        assert any(text.startswith(f"{row['grade'].capitalize()}: {cell}") for text in drawn)
        assert (listed[row["grade"].capitalize()] == cell).any()
    con.close()


def test_authorities_of_a_date_are_all_accounted_for(built):
    con = open_database(built)
    rows = ofsted.in_force.frame(con, region="all", counted="published")
    found = shares.counted(rows)
    assert (found.groupby("as_at")["authorities"].sum() == found.groupby("as_at")["of"].first()).all()
    assert found.groupby("as_at")["share"].sum().round(6).eq(100).all()
    con.close()


def test_both_rules_are_offered_and_the_second_is_ofsteds_own(page):
    text = said(page(as_="share", by="inspected"))
    assert "Ofsted's rule" in text
    assert re.search(
        r"31 March 2025\s+Overall effectiveness \(SIF, ILACS\)\s+36 \(24%\)\s+67 \(44%\)\s+31 \(20%\)", text
    )


def test_filters_leave_what_was_chosen(page):
    everyone, fell = page(as_="moves", moves="rose,fell"), page(as_="moves", moves="fell")
    number = [int(re.search(r"Each of the (\d+) moves", app.expander[1].label)[1]) for app in (everyone, fell)]
    assert 0 < number[1] < number[0]
    assert "1 authorities" not in said(page(as_="since", grades="no-overall-grade"))


def test_nonsense_in_the_address_is_named(page):
    app = page(as_="nonsense", region="E99")
    assert len(app.warning) == 2


def test_figures_by_grade_are_medians_and_say_so(page):
    app = page(as_="figures")
    assert len(app.get("plotly_chart")) == 6
    assert "median of its authorities" in said(app)
    assert "median of" in said(app)


@pytest.mark.parametrize(("days", "words"), [(0, "under a month"), (365.25, "1 year"), (400, "1 year 1 month")])
def test_times_are_written_as_people_say_them(days, words):
    assert grades.years(days) == words


def test_months_that_are_not_over_do_not_count():
    assert grades.years(1449, full=True) == "3 years 11 months"
    assert grades.years(1449) == "4 years"


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: `.ci/run` shows how to install it")
@pytest.mark.parametrize("width", [1280, 375, 320])
@pytest.mark.parametrize(
    "view", ["authority", "share", "years&region=E12000005", "visits&region=E12000005", "moves", "since", "figures"]
)
def test_nothing_leaves_the_screen(server, chromium, width, view):
    screen = chromium.new_page(viewport={"width": width, "height": 1000})
    screen.goto(f"{server}/ofsted?as={view}")
    screen.wait_for_selector(".js-plotly-plot .main-svg", timeout=30_000)
    screen.wait_for_timeout(800)
    main = "document.querySelector('[data-testid=stMain]')"
    assert screen.evaluate(f"{main}.scrollWidth - {main}.clientWidth") == 0
    boxes = screen.evaluate(
        """() => [...document.querySelectorAll('.js-plotly-plot .annotation-text-g, .js-plotly-plot .xtick text, '
        + '.js-plotly-plot .ytick text')].map(e => [e.textContent, e.getBoundingClientRect()])
        .map(([t, r]) => [t, r.left, r.top, r.right, r.bottom])"""
    )
    assert len(boxes) > 5
    for text, left, _, right, _ in boxes:
        assert left >= 0 and right <= width, f"{text} leaves the screen"
    for n, (text, left, top, right, bottom) in enumerate(boxes):
        for other, l2, t2, r2, b2 in boxes[n + 1 :]:
            apart = right <= l2 + 1 or r2 <= left + 1 or bottom <= t2 + 1 or b2 <= top + 1
            assert apart, f"'{text}' and '{other}' overlap at {width} pixels"
    screen.close()
