"""Every page held to WCAG 2.2 A and AA by axe-core in a real browser, with every section open."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.pages.test_browser import CHROMIUM, chromium, server

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: `.ci/run` shows how to install it"),
]
__all__ = ["chromium", "server"]

LAW = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]}
PAGES = {
    "home": "",
    "authority": "authority?authority=E08000017&with=england,neighbours&areas=yes&events=local,national",
    "compare": "compare?authority=E08000025,E08000017&indicator=agency_rate",
    "before and after": "before-and-after?authority=E08000017",
    "own figures": "upload",
    "chart": "chart?authority=E08000025,E08000017&indicator=agency_rate&edition=2022",
    "embed": "embed?authority=E08000025&embed=true",
    "ofsted": "ofsted?authority=E08000017",
    "interventions": "interventions?as=chronology&authority=E08000025",
    "data": "data",
    "accessibility": "accessibility",
}


def found_by_axe(chromium, address, width):
    """Return what axe-core finds against the law on a page whose sections are all open."""
    page = chromium.new_page(viewport={"width": width, "height": 900})
    page.goto(address)
    page.wait_for_selector("h1", timeout=30_000, state="attached")
    page.wait_for_timeout(2500)
    for section in page.locator("[data-testid=stExpander] summary").all():
        section.click()
    page.wait_for_timeout(500)
    violations = Axe().run(page, options=LAW).response["violations"]
    page.close()
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in violations]


@pytest.mark.parametrize("width", [1280, 375])
@pytest.mark.parametrize("name", PAGES)
def test_no_page_breaks_the_law(server, chromium, name, width):
    assert found_by_axe(chromium, f"{server}/{PAGES[name]}", width) == []


def test_axe_finds_what_is_planted(server, chromium):
    page = chromium.new_page()
    page.goto(server)
    page.wait_for_selector("h1", timeout=30_000)
    planted = "<img src='data:,'><button></button>"
    page.evaluate("html => document.querySelector('h1').insertAdjacentHTML('afterend', html)", planted)
    found = {rule["id"] for rule in Axe().run(page, options=LAW).response["violations"]}
    page.close()
    assert {"image-alt", "button-name"} <= found
