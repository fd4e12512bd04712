"""How fast a page is, against the floor: a bare page with one such chart. Ratios of one run, so that machines compare.

`python -m tests.benchmarks change` needs Chromium and a built database. Both servers run on this machine, the same
browser asks both in turns. A first visit has a profile of its own, and time runs from the address to the drawn chart. A
change is a choice by keyboard, and time runs until the chart of that authority has been drawn. The floor draws the very
same charts, made beforehand, and is served by Streamlit as it comes.
"""

import json
import statistics
import sys
import tempfile
import time
from contextlib import ExitStack, contextmanager
from pathlib import Path

import queries.catalogue
import queries.figures
import queries.history
from data.catalogue import indicators
from data.paths import database
from pages.authority.choosing import FIRST_INDICATORS
from pages.authority.drawing import timeline
from pages.authority.shown import Shown
from pages.charts.plotly.figure import figure
from queries.database import open_database
from tests.pages.browser import CHROMIUM, serving, until

ROOT = Path(__file__).parents[2]
# The first is where both are opened; no one has asked for the others when they are first chosen.
PLACES = {"Birmingham": "E08000025", "Doncaster": "E08000017", "Leeds": "E08000035", "Kent": "E10000016",
          "Essex": "E10000012", "Bradford": "E08000032", "Devon": "E10000008", "Wigan": "E08000010"}  # fmt: skip
VISITS, ROUNDS = 9, 4
# Ours is drawn when its image is there and fills its frame, the floor's when Plotly has drawn the figures of the place.
DRAWN = """name => [...document.querySelectorAll('.js-plotly-plot')].some(chart => chart.querySelector('.main-svg')
    && chart._fullData?.some(trace => [trace.text].flat().some(words => String(words).includes(name + ':'))))
    || [...document.querySelectorAll('.plot')].some(chart => chart.ariaLabel.startsWith(`Timeline of ${name}:`)
    && chart.querySelector('img')?.complete && chart.querySelector('img').offsetHeight > 400)"""


def _charts():
    """Make the charts of a few authorities as the page makes them."""
    con = open_database(database())
    ids, years = list(FIRST_INDICATORS), {"first": 2009, "last": 2026}
    for name, code in PLACES.items():
        shown = Shown(
            name=name, indicators=[indicators()[id] for id in ids], **years,
            trend=queries.figures.trend(con, authority=code, indicators=ids, comparators=["england"], others=[],
                                        model="2025", **years),
            percentiles=queries.figures.percentiles(con, indicators=ids),
            breaks=queries.catalogue.breaks(con, indicators=ids),
            phases=queries.history.interventions(con, authority=code),
            steps=queries.history.intervention_events(con, authority=code),
            in_force=queries.history.grades_in_force(con, authority=code), areas=[], visits=[], events=[],
        )  # fmt: skip
        yield name, figure(timeline(shown)).to_dict()


@contextmanager
def servers():
    """Serve both, and give the address at which each opens at the first place."""
    with tempfile.TemporaryDirectory() as folder, ExitStack() as running:
        charts = Path(folder) / "charts.json"
        charts.write_text(json.dumps(dict(_charts())), encoding="utf-8")
        floor = serving(database(), sys.executable, script="tests/benchmarks/floor.py", FLOOR_CHARTS=str(charts),
                        FLOOR_CODES=json.dumps({code: name for name, code in PLACES.items()}))  # fmt: skip
        yield {
            "ours": running.enter_context(serving(database(), sys.executable)) + "/authority",
            "floor": running.enter_context(floor),
        }


def _opened(browser, address):
    page = browser.new_context(viewport={"width": 1280, "height": 800}).new_page()
    began = time.perf_counter()
    page.goto(address)
    until(page, DRAWN, next(iter(PLACES)), 60)
    return page, time.perf_counter() - began


def _visits(browser, addresses):
    """Return the seconds of first visits by whose they are; the first of each warms the server and is left out."""
    seconds = {name: [] for name in addresses}
    for _ in range(VISITS + 1):
        for name, address in addresses.items():
            page, taken = _opened(browser, address)
            seconds[name].append(taken)
            page.context.close()
    return {name: taken[1:] for name, taken in seconds.items()}


def _changed(page, name):
    """Choose an authority and return the seconds until its chart is there."""
    page.locator(".st-key-authority-authority input, [class*=st-key-floor] input").first.click()
    page.keyboard.type(name)
    page.wait_for_timeout(300)
    began = time.perf_counter()
    page.keyboard.press("Enter")
    until(page, DRAWN, name, 20)
    return time.perf_counter() - began


def _changes(browser, addresses):
    """Return the seconds of changes to places that nobody has opened before, and of changes back to them."""
    pages = {name: _opened(browser, address)[0] for name, address in addresses.items()}
    new, again = {name: [] for name in pages}, {name: [] for name in pages}
    for round in range(ROUNDS):
        for place in [*list(PLACES)[1:], next(iter(PLACES))]:
            for name, page in pages.items():
                page.wait_for_timeout(400)
                (again if round else new)[name].append(_changed(page, place))
    return new, again


def _row(what, seconds):
    ours, floor = (statistics.median(seconds[name]) for name in ("ours", "floor"))
    return f"| {what} | {ours * 1000:.0f} ms | {floor * 1000:.0f} ms | {ours / floor:.2f} | {len(seconds['ours'])} |"


def rows():
    """Measure both in turns, and give the rows of the table."""
    from playwright.sync_api import sync_playwright

    with servers() as addresses, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        visits = _visits(browser, addresses)
        new, again = _changes(browser, addresses)
        browser.close()
    yield "| until the chart is drawn | ours | floor | ratio | times |"
    yield "|---|---|---|---|---|"
    yield _row("first visit", visits)
    yield _row("change to an authority that nobody has opened before", new)
    yield _row("change to one that somebody has", again)
