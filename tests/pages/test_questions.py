"""Every view that the README names as an answer opens in a browser and draws its picture."""

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from streamlit.testing.v1 import AppTest

from pages.places import at
from tests.pages.browser import CHART, CHROMIUM, at_rest

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
ADDRESSES = re.findall(r"`(/(?:authority|compare|before-and-after|ofsted|interventions|england)\?[^`]+)`", README)

# One address of each page is opened in a browser; all of them are opened without one, in a tenth of the time.
FIRST = list({address.split("?")[0]: address for address in reversed(ADDRESSES)}.values())
FRAME = str(Path(__file__).parents[2] / "pages/frame.py")


def test_the_readme_links_to_a_view_for_each_question_and_history():
    assert len(ADDRESSES) == 30


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_view_draws_its_picture(address, built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    split = urlsplit(address)
    app = AppTest.from_file(FRAME, default_timeout=60).run()
    for name, value in parse_qsl(split.query, keep_blank_values=True):
        app.query_params[name] = value
    app = app.switch_page(at(split.path.strip("/")).script).run()
    assert not app.exception and not app.error
    assert app.get("plotly_chart") and len(app.title) == 1
    said = " ".join(each.value for each in (*app.warning, *app.info))
    assert "is not known" not in said and "(not a code)" not in said


@pytest.mark.browser
@pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: `.ci/run` shows how to install it")
@pytest.mark.parametrize("address", FIRST)
def test_the_view_opens_in_a_browser(address, server, chromium):
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(server + address)
    page.wait_for_selector(CHART, timeout=30_000)
    at_rest(page)
    assert page.locator("[data-testid=stException]").count() == 0
    assert page.get_by_role("heading", level=1).count() == 1
    page.close()
