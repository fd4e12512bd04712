"""The dashboard in a real browser. Without Chromium these tests are skipped, and say so."""

import pytest

from tests.pages.browser import CHART, CHROMIUM, SIDEWAYS, at_rest, serving

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: `.ci/run` shows how to install it"),
]


@pytest.fixture(scope="module")
def tab(chromium):
    """Open one tab for all: a new one compiles every script anew."""
    page = chromium.new_page()
    yield page
    page.close()


def _open(page, address, width=1280):
    page.set_viewport_size({"width": width, "height": 1000})
    page.goto(address)
    page.wait_for_selector(CHART, timeout=60_000)
    at_rest(page)
    return page


def test_the_first_visitor_after_a_start_may_follow_a_link(built, python, chromium):
    page = chromium.new_page()
    elsewhere = []
    page.on("request", lambda request: elsewhere.append(request.url))
    with serving(built, python) as server:
        _open(page, f"{server}/authority?authority=E08000017")
    assert page.get_by_role("dialog").count() == 0
    assert page.get_by_role("heading", level=1).inner_text() == "Doncaster"
    local = ("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")
    assert [url for url in elsewhere if not url.startswith(local)] == []
    page.close()


def _wall(page):
    return page.get_by_role("slider", name="Every local authority")


def _home(page, server, width=1280):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(server)
    _wall(page).wait_for(timeout=60_000)
    at_rest(page)
    return page


def test_the_search_on_every_page_leads_to_an_authority_by_a_name_that_is_near(server, tab):
    page = _home(tab, server)
    for typed, name in (("Bucks", "Buckinghamshire"), ("Birmingam", "Birmingham")):
        page.get_by_role("combobox", name="Find an authority or region").click()
        page.keyboard.type(typed)
        page.wait_for_timeout(400)
        page.keyboard.press("Enter")
        page.get_by_role("heading", level=1, name=name).wait_for(timeout=60_000)


def test_the_wall_names_a_row_and_opens_it_by_pointer_and_by_keyboard(server, tab):
    page = _home(tab, server)
    wall = _wall(page)
    wall.focus()
    page.keyboard.press("Home")
    named = wall.get_attribute("aria-valuetext").split(".")[0]
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowUp")
    assert wall.get_attribute("aria-valuetext").startswith(f"{named}. Ofsted:")
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name=named).wait_for(timeout=60_000)
    page.go_back()
    _wall(page).wait_for(timeout=60_000)
    at_rest(page)
    box = _wall(page).bounding_box()
    page.mouse.move(box["x"] + 300, box["y"] + box["height"] / 2)
    pointed = _wall(page).get_attribute("aria-valuetext").split(".")[0]
    page.mouse.click(box["x"] + 300, box["y"] + box["height"] / 2)
    page.get_by_role("heading", level=1, name=pointed).wait_for(timeout=60_000)


@pytest.mark.parametrize("width", [1280, 320])
def test_the_wall_is_on_the_first_screen_and_a_phone_has_a_menu(server, tab, width):
    page = _home(tab, server, width)
    assert page.evaluate(SIDEWAYS) == 0
    box = _wall(page).bounding_box()
    assert box["y"] < 560 and (width < 1280 or box["y"] + box["height"] < 800)
    assert page.get_by_role("button", name="Menu").is_visible() == (width < 1280)


def test_entries_back_and_reload_keep_the_authority_of_a_link(server, tab):
    page = _open(tab, f"{server}/authority?authority=E08000016")
    for entry, name in (("Compare", "Barnsley"), ("Authorities", "Barnsley")):
        page.get_by_role("link", name=entry, exact=True).click()
        page.get_by_role("heading", level=1, name=name).wait_for(timeout=60_000)
        at_rest(page)
    page.go_back()
    page.wait_for_url("**/compare*", timeout=60_000)
    page.get_by_role("heading", level=1, name="Agency social workers: Barnsley").wait_for(timeout=60_000)
    at_rest(page)
    page.reload()
    page.get_by_role("heading", level=1, name="Agency social workers: Barnsley").wait_for(timeout=60_000)


def test_the_authority_page_opens_on_birmingham(server, tab):
    page = _open(tab, f"{server}/authority")
    assert page.get_by_role("heading", level=1).inner_text() == "Birmingham"


def test_choice_address_reload_and_back_agree(server, tab):
    page = _open(tab, f"{server}/authority?authority=E08000025")
    page.get_by_role("combobox", name="Local authority").click()
    page.keyboard.type("Hull")
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    page.wait_for_url("**authority=E06000010*", timeout=60_000)
    page.reload()
    page.wait_for_selector(CHART, timeout=60_000)
    page.get_by_role("heading", level=1, name="Kingston upon Hull").wait_for(timeout=60_000)
    page.goto(f"{server}/authority?authority=E08000017")
    page.get_by_role("heading", level=1, name="Doncaster").wait_for(timeout=60_000)
    page.go_back()
    page.get_by_role("heading", level=1, name="Kingston upon Hull").wait_for(timeout=60_000)


def test_the_crosshair_reads_all_rows_by_pointer_and_by_keyboard_and_is_closed(server, tab):
    page = _open(tab, f"{server}/authority?authority=E08000025")
    cross = page.get_by_role("slider", name="Read the chart")
    cross.focus()
    page.keyboard.press("End")
    last = cross.get_attribute("aria-valuetext")
    assert last == "30 September 2025"
    page.keyboard.press("ArrowLeft")
    assert cross.get_attribute("aria-valuetext") != last
    page.keyboard.press("ArrowRight")
    said = page.get_by_role("status").filter(has_text=last).inner_text()
    assert "Agency social workers: 12.4%, England 13.0%" in said and "Ofsted judgement: Good" in said
    page.keyboard.press("Escape")
    assert cross.get_attribute("aria-valuetext") == "no date chosen"
    cross.blur()
    box = cross.bounding_box()
    page.mouse.move(box["x"] + box["width"] * 0.88, box["y"] + 200)
    assert cross.get_attribute("aria-valuetext").endswith(("2024", "2025"))
    assert page.get_by_text("low reliability", exact=False).first.is_visible()


@pytest.mark.parametrize("width", [1280, 375])
def test_the_name_stays_on_the_screen_and_covers_nothing_that_is_focused(server, tab, width):
    page = _open(tab, f"{server}/authority?authority=E06000058", width)
    page.get_by_role("tab", name="Ofsted").focus()
    page.evaluate("document.querySelector('.stMain').scrollBy(0, 400)")
    page.get_by_role("combobox", name="Indicators, up to eight").focus()
    page.wait_for_timeout(200)
    name = page.get_by_role("combobox", name="Local authority").bounding_box()
    assert 0 <= name["y"] < 30
    focused = page.get_by_role("combobox", name="Indicators, up to eight").bounding_box()
    assert focused["y"] >= name["y"] + name["height"]
