"""The page of own figures in a real browser: by keyboard alone, at two widths, and held to the law of accessibility."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.pages.browser import CHROMIUM, LAW, SIDEWAYS, at_rest
from tests.reader.hostile import FILES as HOSTILE

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: `.ci/run` shows how to install it"),
]

ROWS = """Children's services,,,,
Measure,2023,2024,2025,2026
Vacancy rate,13.0%,15.7%,12.0%,11.0%
Agency rate,11.9%,about ten,40.0%,15.0%
Referrals,16000,3,15900,
"""
FILE = {"name": "own.csv", "mimeType": "text/csv", "buffer": ROWS.encode()}
FOCUSED = """(e => e.matches('button, a, input, [role=combobox], td')
  ? (e.innerText || e.getAttribute('aria-label') || '').trim() : '')(document.activeElement)"""


def press_until(page, words, key="Tab", most=80):
    """Press a key until what has the focus says some words."""
    for _ in range(most):
        if words in page.evaluate(FOCUSED):
            return
        page.keyboard.press(key)
    raise AssertionError(f"'{words}' is not reached by {key}; the focus is on '{page.evaluate(FOCUSED)}'")


def reached(page, title):
    """Wait for a step; the focus has moved to its heading, or to the problems above it."""
    page.get_by_role("heading", name=title).wait_for(timeout=60_000)
    page.wait_for_selector("#own-step:focus, #own-problem:focus", state="attached", timeout=60_000)
    at_rest(page)


def test_every_step_by_keyboard_alone(server, chromium):
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    opened = []  # listened for from the start: the browser shows a chooser that nobody waits for yet to nobody
    page.on("filechooser", lambda chooser: opened.append(chooser))
    page.goto(f"{server}/upload")
    page.get_by_role("heading", name="Step 1 of 5").wait_for(timeout=60_000)
    at_rest(page)
    press_until(page, "Continue")
    page.keyboard.press("Enter")
    reached(page, "Step 2 of 5")
    chosen(page, opened).set_files(FILE)
    reached(page, "Step 3 of 5")
    say_whose_they_are(page)
    look_at_the_problem(page)
    take_away_and_delete(page)
    page.close()


def chosen(page, opened):
    """Open the chooser of files by one Enter."""
    press_until(page, "Upload")
    page.keyboard.press("Enter")
    for _ in range(100):
        if opened:
            return opened[0]
        page.wait_for_timeout(100)
    raise AssertionError("Enter on the button does not open the chooser of files")


def say_whose_they_are(page):
    page.keyboard.press("Tab")
    page.keyboard.type("Birming")
    page.wait_for_timeout(500)
    page.keyboard.press("Enter")
    press_until(page, "Read my file again")
    page.keyboard.press("Enter")
    page.get_by_text("Who your names were read as").wait_for(timeout=60_000)


def look_at_the_problem(page):
    press_until(page, "Continue")
    page.keyboard.press("Enter")
    reached(page, "Step 4 of 5")
    assert page.title().startswith("Error:")
    page.wait_for_selector("#own-problem:focus", state="attached", timeout=60_000)
    press_until(page, "B4" if page.get_by_text("B4").count() else "C4", most=3)
    page.keyboard.press("Enter")
    assert page.url.endswith("#cell-0-C4")


def take_away_and_delete(page):
    press_until(page, "Continue")
    page.keyboard.press("Enter")
    reached(page, "Step 5 of 5")
    page.wait_for_selector(".js-plotly-plot .main-svg", timeout=60_000)
    press_until(page, "Committee pack")
    with page.expect_download() as download:
        page.keyboard.press("Enter")
    assert download.value.suggested_filename == "own-figures-draft_birmingham.zip"
    press_until(page, "Back")
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="Step 4 of 5").wait_for(timeout=60_000)
    press_until(page, "Delete my data", key="Shift+Tab")
    page.keyboard.press("Enter")
    page.get_by_text("Your data has been deleted").wait_for(timeout=60_000)


def test_no_step_breaks_the_law_or_leaves_the_screen(server, chromium):
    page = chromium.new_page()
    page.goto(f"{server}/upload")
    page.get_by_role("button", name="Continue").click(timeout=60_000)
    page.wait_for_selector("input[type=file]", state="attached", timeout=60_000)
    at_rest(page)  # a file given while the page is drawn may be lost
    page.set_input_files("input[type=file]", FILE | {"buffer": ROWS.replace("Children's", "Birmingham", 1).encode()})
    for step in (3, 4, 5):
        page.get_by_role("heading", name=f"Step {step} of 5").wait_for(timeout=60_000)
        for width in (1280, 375):
            page.set_viewport_size({"width": width, "height": 900})
            at_rest(page)
            assert page.evaluate(SIDEWAYS) == 0, (step, width)
            violations = Axe().run(page, options=LAW).response["violations"]
            assert [(rule["id"], [node["html"] for node in rule["nodes"]]) for rule in violations] == [], (step, width)
        if step < 5:
            page.get_by_role("button", name="Continue").click()
    page.close()


def test_a_hostile_file_leaves_the_server_to_other_visitors(server, chromium):
    attacker, other = (chromium.new_context().new_page() for _ in range(2))
    others = (("E08000017", "Doncaster"), ("E08000035", "Leeds"), ("E10000016", "Kent"))
    for name, (code, place) in zip(
        ("one part under many tabs", "ods rows repeated", "html spans"), others, strict=True
    ):
        make, _ = HOSTILE[name]
        attacker.goto(f"{server}/upload")
        attacker.get_by_role("button", name="Continue").click(timeout=60_000)
        attacker.wait_for_selector("input[type=file]", state="attached", timeout=60_000)
        at_rest(attacker)  # a file given while the page is drawn may be lost
        attacker.set_input_files("input[type=file]", {"name": "x.xlsx", "mimeType": "text/plain", "buffer": make()})
        other.goto(f"{server}/authority?authority={code}")
        other.get_by_role("heading", level=1, name=place).wait_for(timeout=15_000)
        attacker.get_by_text("Step 2 of 5").or_(attacker.get_by_text("Step 3 of 5")).first.wait_for(timeout=60_000)
    for page in (attacker, other):
        page.context.close()
