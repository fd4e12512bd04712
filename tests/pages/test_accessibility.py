"""Every page held to WCAG 2.2 A and AA by axe-core in a real browser, with every section open."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.pages.browser import CHROMIUM, at_rest

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: `.ci/run` shows how to install it"),
]

LAW = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]}
PAGES = {
    "home": "",
    "authority": "authority?authority=E08000017&with=england,neighbours&areas=yes&events=local,national",
    "compare": "compare?authority=E08000025,E08000017&indicator=agency_rate",
    "before and after": "before-and-after?authority=E08000017",
    "england": "england?authority=E08000017",
    "england changed": "england?as=change",
    "own figures": "upload",
    "chart": "chart?authority=E08000025,E08000017&indicator=agency_rate&edition=2022",
    "embed": "embed?authority=E08000025&embed=true",
    "ofsted": "ofsted?authority=E08000017",
    "interventions": "interventions?as=chronology&authority=E08000025",
    "data": "data",
    "accessibility": "accessibility",
}


SECTIONS = 4  # opened of each page: the others of a page are made by the same code


def found_by_axe(chromium, address, scheme):
    """Return what axe-core finds against the law on a page with sections open, the last of them too."""
    page = chromium.new_page(viewport={"width": 1280, "height": 900}, color_scheme=scheme)
    page.goto(address)
    at_rest(page)
    sections = page.locator("[data-testid=stExpander] summary").all()
    for section in [*sections[: SECTIONS - 1], *sections[-1:]]:
        section.click()
    at_rest(page)
    violations = Axe().run(page, options=LAW).response["violations"]
    page.close()
    return [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in violations]


@pytest.mark.parametrize("name", PAGES)
def test_no_page_breaks_the_law(server, chromium, name):
    assert found_by_axe(chromium, f"{server}/{PAGES[name]}", "light") == []


@pytest.mark.parametrize("name", ["home", "authority", "own figures"])
def test_no_page_breaks_the_law_in_the_dark(server, chromium, name):
    assert found_by_axe(chromium, f"{server}/{PAGES[name]}", "dark") == []


@pytest.mark.parametrize("name", PAGES)
def test_no_page_is_wider_than_a_screen_of_320_pixels(server, chromium, name):
    page = chromium.new_page(viewport={"width": 320, "height": 700})
    page.goto(f"{server}/{PAGES[name]}")
    at_rest(page)
    main = "document.querySelector('[data-testid=stMain]')"
    assert page.evaluate(f"{main}.scrollWidth - {main}.clientWidth") == 0
    page.close()


def test_axe_finds_what_is_planted(server, chromium):
    page = chromium.new_page()
    page.goto(server)
    page.wait_for_selector("h1", timeout=30_000)
    planted = "<img src='data:,'><button></button>"
    page.evaluate("html => document.querySelector('h1').insertAdjacentHTML('afterend', html)", planted)
    found = {rule["id"] for rule in Axe().run(page, options=LAW).response["violations"]}
    page.close()
    assert {"image-alt", "button-name"} <= found
