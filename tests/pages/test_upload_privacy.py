"""What becomes of a visitor's file: a planted text is looked for in memory, disk, logs and another's browser."""

import os
import re
import socket
import subprocess
import time

import pytest
from starlette.formparsers import MultiPartParser

import dashboard
from tests.pages.browser import CHROMIUM, ROOT, at_rest, wait_for

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="no Chromium on this machine: `.ci/run` shows how to install it"),
]

PLANTED = "Quagga7719"
FIGURE = "17.7391"
NEVER, AT_ONCE = 20 * 60, 1  # seconds without use after which the figures go
ROWS = f"""Birmingham children's services {PLANTED},,
Measure,2024,2025
Vacancy rate,12.34%,13.41%
Agency rate,15.2%,17.7391%
{PLANTED} per thousand,4,5
"""
CHILDREN = f"Child ID,Date of birth,Surname\n1,01/02/2015,{PLANTED}\n2,03/04/2016,Other\n"


class Watched:
    """A server of the dashboard, and what it says of its memory."""

    def __init__(self, folder, built, python):
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self.folder, self.database = folder, built
        self.address = f"http://127.0.0.1:{port}"
        self.log = folder / "log.txt"
        self.temporary = folder / "tmp"
        self.temporary.mkdir()
        environment = {"DASHBOARD_DATABASE": str(built), "TMPDIR": str(self.temporary), "HOME": str(folder)}
        with self.log.open("wb") as log:
            self.process = subprocess.Popen(
                [python, "-m", "tests.pages.watched_server", str(port)], cwd=ROOT, text=True,
                env=os.environ | environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=log,
            )  # fmt: skip
        wait_for(f"{self.address}/_stcore/health")

    def idle(self, seconds):
        """Set the time without use after which the figures go."""
        self._say(str(seconds))

    def _say(self, line):
        self.process.stdin.write(f"{line}\n")
        self.process.stdin.flush()

    def holders(self):
        """Say how many objects of the server hold the planted text, how many the figure, and which they are."""
        self._say(f"{PLANTED[::-1]} {FIGURE[::-1]}")
        for line in self.process.stdout:
            if line.startswith("HELD"):
                _, counts, words = line.split(" ", 2)
                text, figure = map(int, counts.split(","))
                return text, figure, words
        raise AssertionError(self.log.read_text())

    def written(self):
        """Name every file that the server may have written and that holds the planted text."""
        places = [path for path in self.folder.rglob("*") if path.is_file()]
        return [path for path in [*places, self.database] if PLANTED.encode() in path.read_bytes()]


@pytest.fixture(scope="module")
def one_server(tmp_path_factory, built, python):
    """Serve all the tests: what one of them left behind would fail the next."""
    server = Watched(tmp_path_factory.mktemp("watched"), built, python)
    yield server
    server.process.terminate()
    server.process.wait(timeout=60)
    server.process.stdin.close()
    server.process.stdout.close()


@pytest.fixture
def watched(one_server):
    one_server.idle(NEVER)
    return one_server


@pytest.fixture
def visitor(chromium, watched):
    """Open the page of own figures as somebody else than every other visitor; all leave when the test ends."""
    came = []

    def comes():
        came.append(chromium.new_context(accept_downloads=True))
        page = came[-1].new_page()
        page.goto(f"{watched.address}/upload")
        page.get_by_role("button", name="Continue").click(timeout=60_000)
        page.wait_for_selector("input[type=file]", state="attached", timeout=60_000)
        at_rest(page)  # a file given while the page is drawn may be lost
        return page

    yield comes
    for context in came:
        context.close()


def upload(page, text, name=f"{PLANTED}.csv"):
    """Give a file until it is taken: one that is given while the page is drawn is lost."""
    taken = page.get_by_role("heading", name=re.compile("Step 3 of 5|There is a problem"))
    for _ in range(3):
        page.set_input_files("input[type=file]", {"name": name, "mimeType": "text/csv", "buffer": text.encode()})
        until = time.monotonic() + 30
        while time.monotonic() < until:
            if taken.count():
                return
            page.wait_for_timeout(100)


def to_the_end(page):
    page.get_by_role("heading", name="Step 3 of 5: Match").wait_for(timeout=60_000)
    at_rest(page)  # while a step is drawn, the button of the one before stands beside its own
    page.get_by_role("button", name="Continue").click()
    page.get_by_role("heading", name="Step 4 of 5: Check").wait_for(timeout=60_000)
    at_rest(page)  # while a step is drawn, the button of the one before stands beside its own
    page.get_by_role("button", name="Continue").click()
    page.wait_for_selector(".js-plotly-plot .main-svg", timeout=60_000)


def gone(server, within=0):
    """Wait until nothing in the memory of the server holds the planted text."""
    until = time.monotonic() + within
    while any((held := server.holders())[:2]) and time.monotonic() < until:
        time.sleep(4)
    assert held[:2] == (0, 0), held
    return True


def test_nothing_is_seen_by_others_and_nothing_stays_after_delete(watched, visitor):
    one, other = visitor(), visitor()
    upload(one, ROWS)
    to_the_end(one)
    assert min(watched.holders()[:2]) > 0
    with one.expect_download():
        one.get_by_role("button", name="Committee pack").click()
    one.get_by_role("button", name="4. Check").click()
    with one.expect_download():
        one.get_by_role("button", name="Your file with the problems").click()
    assert PLANTED in one.inner_text("[data-testid=stMain]")
    other.goto(f"{watched.address}/authority?authority=E08000025&indicator=vacancy_rate")
    other.wait_for_selector(".plot img", timeout=60_000)
    assert "DRAFT" not in other.content() and PLANTED not in other.content() and "12.34" not in other.content()
    assert PLANTED not in one.url and "12.3" not in one.url
    for name in ("Compare", "Make a chart", "Authorities"):
        one.get_by_role("link", name=name).first.click()
        one.get_by_text("Your own figures (DRAFT").wait_for(timeout=60_000)
        at_rest(one)
    one.get_by_role("link", name="Your own figures").first.click()
    one.get_by_role("button", name="Delete my data").click()
    one.get_by_text("Your data has been deleted").wait_for(timeout=60_000)
    assert PLANTED not in one.content()
    assert gone(watched, 3)
    assert watched.written() == [] and list(watched.temporary.rglob("*")) == []


def test_nothing_stays_after_the_time_without_use_and_the_screen_is_cleared(watched, visitor):
    page = visitor()
    upload(page, ROWS)
    to_the_end(page)
    with page.expect_download():
        page.get_by_role("button", name="Committee pack").click()
    watched.idle(AT_ONCE)
    page.get_by_text("went by without use").wait_for(timeout=90_000)
    assert PLANTED not in page.content() and "12.34" not in page.content()
    assert gone(watched, 3)
    assert watched.written() == []


def test_nothing_stays_after_the_page_is_closed(watched, visitor):
    page = visitor()
    upload(page, ROWS)
    to_the_end(page)
    page.context.close()
    assert gone(watched, 20)
    assert watched.written() == []


def test_of_a_refused_file_nothing_is_kept_or_shown(watched, visitor):
    page = visitor()
    upload(page, CHILDREN)
    page.get_by_role("heading", name="There is a problem").wait_for(timeout=60_000)
    at_rest(page)  # while the page is drawn, the name of the file still stands where it was given
    assert PLANTED not in page.content() and "individual children" in page.content()
    assert page.locator(".grid").count() == 0
    assert gone(watched, 25)
    assert watched.written() == []


def test_no_upload_is_large_enough_to_be_put_on_disk():
    assert dashboard.app is not None
    assert MultiPartParser.spool_max_size > 5 * 2**20
    assert "maxUploadSize = 5\n" in (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")
