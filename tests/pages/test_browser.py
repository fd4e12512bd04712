"""The dashboard in a real browser. Without Chromium these tests are skipped, and say so."""

import os
import shutil
import socket
import subprocess
import time
import urllib.request
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: `.ci/run` shows how to install it"),
]


@pytest.fixture(scope="module")
def server(built, python):
    """Serve the dashboard on a free port, freshly started: the first visitor must fare well too."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [python, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(port),
               "--server.address", "127.0.0.1", "--server.headless", "true"]  # fmt: skip
    process = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | {"DASHBOARD_DATABASE": str(built)},
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        _wait_for(f"{address}/_stcore/health")
        yield address
    finally:
        process.terminate()
        process.wait(timeout=20)


def _wait_for(address):
    for _ in range(100):
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server did not start")


@pytest.fixture(scope="module")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()


def _open(chromium, address, width=1280):
    page = chromium.new_page(viewport={"width": width, "height": 1000})
    page.elsewhere = []
    page.on("request", lambda request: page.elsewhere.append(request.url))
    page.goto(address)
    page.wait_for_selector(".js-plotly-plot .main-svg", timeout=30_000)
    page.wait_for_timeout(800)
    return page


def test_the_first_visitor_after_a_start_may_follow_a_link(server, chromium):
    page = _open(chromium, f"{server}/authority?authority=E08000017")
    assert page.get_by_role("dialog").count() == 0
    assert page.get_by_role("heading", level=1).inner_text() == "Doncaster"
    local = ("http://127.0.0.1", "ws://127.0.0.1", "data:", "blob:")
    assert [url for url in page.elsewhere if not url.startswith(local)] == []
    page.close()


def test_home_leads_to_an_authority(server, chromium):
    page = _open(chromium, server)
    assert page.get_by_role("heading", level=1).inner_text() == "Children's services in England"
    box = page.get_by_role("combobox").first
    box.click()
    page.keyboard.type("Northants")
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    page.get_by_role("heading", level=1, name="Northamptonshire").wait_for(timeout=10_000)
    page.close()


def test_the_authority_page_opens_on_birmingham(server, chromium):
    page = _open(chromium, f"{server}/authority")
    assert page.get_by_role("heading", level=1).inner_text() == "Birmingham"
    page.close()


def test_choice_address_reload_and_back_agree(server, chromium):
    page = _open(chromium, f"{server}/authority?authority=E08000025")
    box = page.get_by_role("combobox").first
    box.click()
    page.keyboard.type("Hull")
    page.wait_for_timeout(300)
    page.keyboard.press("Enter")
    page.wait_for_url("**authority=E06000010*", timeout=10_000)
    page.reload()
    page.wait_for_selector(".js-plotly-plot .main-svg", timeout=30_000)
    page.get_by_role("heading", level=1, name="Kingston upon Hull").wait_for(timeout=10_000)
    page.goto(f"{server}/authority?authority=E08000017")
    page.get_by_role("heading", level=1, name="Doncaster").wait_for(timeout=10_000)
    page.go_back()
    page.get_by_role("heading", level=1, name="Kingston upon Hull").wait_for(timeout=10_000)
    page.close()


@pytest.mark.parametrize("width", [1280, 375, 320])
@pytest.mark.parametrize("code", ["E08000025", "E08000017", "E06000058"])
def test_nothing_leaves_the_screen_or_overlaps(server, chromium, width, code):
    page = _open(chromium, f"{server}/authority?authority={code}", width)
    main = "document.querySelector('[data-testid=stMain]')"
    assert page.evaluate(f"{main}.scrollWidth - {main}.clientWidth") == 0
    boxes = page.evaluate(
        """() => [...document.querySelectorAll('.js-plotly-plot .annotation-text-g, .js-plotly-plot .xtick text')]
        .map(e => [e.textContent, e.getBoundingClientRect()]).map(([t, r]) => [t, r.left, r.top, r.right, r.bottom])"""
    )
    assert len(boxes) > 10
    for text, left, _, right, _ in boxes:
        assert left >= 0 and right <= width, f"{text} leaves the screen"
    for n, (text, left, top, right, bottom) in enumerate(boxes):
        for other, l2, t2, r2, b2 in boxes[n + 1 :]:
            apart = right <= l2 + 1 or r2 <= left + 1 or bottom <= t2 + 1 or b2 <= top + 1
            assert apart, f"'{text}' and '{other}' overlap at {width} pixels"
    page.close()
