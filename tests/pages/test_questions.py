"""Every view that the README names as an answer opens in a browser and draws its picture."""

import re
from pathlib import Path

import pytest

from tests.pages.test_browser import CHROMIUM, chromium, server

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")
ADDRESSES = re.findall(r"`(/(?:authority|compare|before-and-after|ofsted|interventions)\?[^`]+)`", README)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: `.ci/run` shows how to install it"),
]
__all__ = ["chromium", "server"]


def test_the_readme_links_to_a_view_for_each_question_and_history():
    assert len(ADDRESSES) == 26


@pytest.mark.parametrize("address", ADDRESSES)
def test_the_view_draws_its_picture(address, server, chromium):
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(server + address)
    page.wait_for_selector(".js-plotly-plot .main-svg", timeout=30_000)
    page.wait_for_timeout(400)
    assert page.locator("[data-testid=stException]").count() == 0
    assert page.get_by_text("is not known:").count() == 0
    assert page.get_by_text("(not a code)").count() == 0
    assert page.get_by_role("heading", level=1).count() == 1
    page.close()
