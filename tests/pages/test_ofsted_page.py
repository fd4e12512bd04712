"""The Ofsted page: its address, each view, its tables, and how it stands on a screen."""

import re
from html import unescape
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from streamlit.testing.v1 import AppTest

from pages.choosing.address import read, written
from pages.choosing.choices import region as one_region
from pages.ofsted import choices

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
    offered = [choices.ofsted_view(), one_region(REGIONS, default="all"), choices.counted(),
               choices.moves(), choices.grades(), choices.visits()]  # fmt: skip
    wanted = {"as": (view,), "region": (region,), "by": (counted,), "moves": moves, "grades": last, "visited": visited}
    assert read(offered, written(wanted)) == (wanted, [])


@pytest.mark.parametrize("view", choices.OFSTED_VIEWS)
def test_each_view_draws_says_and_lists(page, view):
    app = page(as_=view, region="E12000005")
    charts = app.get("plotly_chart")
    assert len(charts) == (6 if view == "figures" else 1) and all(len(chart.proto.alt) > 40 for chart in charts)
    assert len(titles(app)) == 1
    assert "<table" in "".join(each.proto.body for each in app.get("html"))
    labels = [each.label for each in app.get("download_button")]
    assert {"Square, PNG", "Print, SVG"} <= set(labels) and sum(" as " in label for label in labels) >= 4
    assert "Open Government Licence" in said(app)
    assert not LOADED.search(said(app).replace("requires improvement", "").replace("Requires improvement", ""))


def test_the_page_opens_on_one_authority_with_its_page_at_ofsted(page):
    app = page()
    assert titles(app) == ["Birmingham: Ofsted judgements"]
    assert "https://reports.ofsted.gov.uk/provider/44/330" in "".join(each.proto.body for each in app.get("html"))
    assert "Visits between inspections" in [each.value for each in app.header]
    kinds = [each.type for each in app.main if each.type in ("plotly_chart", "html")]
    assert kinds.index("plotly_chart") <= 2, "nothing but the subtitle and the key stands before the chart"


def test_visits_are_not_shown_unless_wanted_and_an_ended_authority_keeps_its_judgements(page):
    app = page(authority="E10000006", visits="0")
    assert "Cumbria" in titles(app)[0] and "last grade before the authority ended" in said(app)
    assert "Visits between inspections" not in [each.value for each in app.header]


def test_groups_by_grade_say_that_they_are_medians_and_what_inadequate_means(page):
    text = said(page(as_="figures", indicator="caseload"))
    assert "median of its authorities" in text
    assert "in neither group, even where an area of it was judged inadequate" in text


def test_nonsense_in_the_address_is_named(page):
    app = page(as_="nonsense", region="E99")
    assert len(app.warning) == 2
