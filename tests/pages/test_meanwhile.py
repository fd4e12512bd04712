"""While a file is read, and while pictures are drawn, another visitor's page is run and answered: none holds the turn.

Each test stops in the middle of the long work and opens another page there, to its end, before the work goes on.
"""

import pytest
from streamlit.runtime import Runtime

from pages import turns
from pages.by_address import sharing
from pages.by_address.pictures import answer as by_address
from pages.holding import held
from pages.picture import pictures
from tests.pages.by_address.asked import get, serving
from tests.pages.opened import opened

BIRMINGHAM, DONCASTER = "E08000025", "E08000017"
FILE = b"Birmingham,,\nMeasure,2024,2025\nVacancy rate,12.1%,13%\n"


class Counting(turns.Queue):
    """The turn of pages, and how often somebody has had it."""

    def __init__(self):
        super().__init__()
        self.had = 0

    def take(self):
        super().take()
        self.had += 1


class Meanwhile:
    """Work in whose middle another visitor opens a page, once; then it is done as ever."""

    def __init__(self, work, queue):
        self._work, self._queue, self.answered = work, queue, False

    def __call__(self, *given, **named):
        if not self.answered:
            before = self._queue.had
            runtime = Runtime._instance  # tests' way to run a page puts a stub of its own here, and takes it away
            page = opened("authority", authority=DONCASTER, indicator="agency_rate")
            Runtime._instance = runtime
            assert self._queue.had == before + 1  # it is a page that waits for its turn
            self.answered = not page.exception and len(page.get("html")) > 1
        return self._work(*given, **named)


@pytest.fixture
def during(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))

    queue = Counting()
    monkeypatch.setattr(turns, "PAGES", queue)

    def stopped(where, name):
        work = Meanwhile(getattr(where, name), queue)
        monkeypatch.setattr(where, name, work)
        return work

    return stopped


def test_while_a_picture_is_drawn_on_its_page(during):
    work = during(pictures, "as_png")
    page = opened("chart", authority=BIRMINGHAM, indicator="agency_rate")
    assert work.answered and not page.exception


def test_while_a_picture_is_drawn_by_address(during):
    work = during(by_address, "as_png")
    answer = get(serving(sharing.ROUTES), f"/picture/chart.png?authority={BIRMINGHAM}&headline=drawn+here+alone")
    assert work.answered and answer.status == 200 and answer.body.startswith(b"\x89PNG")


def test_while_a_file_is_read(during):
    work = during(held, "read_upload")
    page = opened("upload")
    page.file_uploader[0].set_value(("own.csv", FILE, "text/csv"))
    page.run()
    assert work.answered and not page.exception
