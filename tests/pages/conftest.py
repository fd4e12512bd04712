"""One server and one browser for all tests of pages: each start costs seconds."""

from functools import cache

import pytest
from streamlit.components.v2 import manifest_scanner

from tests.pages.browser import CHROMIUM, serving


@pytest.fixture(scope="session", autouse=True)
def _packages_looked_through_once():
    """Look through all installed packages for components once: every run of a page in a test looks anew, for 0.2 s."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(manifest_scanner, "scan_component_manifests", cache(manifest_scanner.scan_component_manifests))
        yield


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
