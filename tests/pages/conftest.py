"""One server and one browser for all tests of pages: each start costs seconds."""

import pytest

from tests.pages.browser import CHROMIUM, serving


@pytest.fixture(scope="session")
def server(built, python):
    with serving(built, python) as address:
        yield address


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=CHROMIUM, args=["--no-sandbox", "--disable-background-networking"]
        )
        yield browser
        browser.close()
