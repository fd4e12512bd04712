"""How long a change of authority takes, against the floor of an app with one such chart: a ratio of one run.

`python -m tests.benchmarks.benchmark_pages` needs Chromium and a built database. Both servers run on this machine,
one after the other, the same browser asks both, in turns: an authority is chosen by keyboard, and time runs until its
name is the heading and its chart has been drawn anew. The floor draws the very same charts, made beforehand.
"""

import json
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

import queries.catalogue
import queries.figures
import queries.history
from data.catalogue import indicators
from data.paths import database
from pages.authority.drawing import timeline
from pages.authority.shown import Shown
from pages.charts.plotly.figure import figure
from queries.database import open_database

ROOT = Path(__file__).parents[2]
INDICATORS = ["agency_rate", "vacancy_rate", "rereferral_rate", "referrals"]
PLACES = {"Birmingham": "E08000025", "Doncaster": "E08000017", "Leeds": "E08000035", "Kent": "E10000016"}
ROUNDS = 8


def _charts():
    """Make the charts of a few authorities as the page makes them."""
    con = open_database(database())
    years = {"first": 2009, "last": 2026}
    for name, code in PLACES.items():
        shown = Shown(
            name=name, indicators=[indicators()[id] for id in INDICATORS], **years,
            trend=queries.figures.trend(con, authority=code, indicators=INDICATORS, beside=["england"], others=[],
                                model="2025", **years),
            percentiles=queries.figures.percentiles(con, indicators=INDICATORS),
            breaks=queries.catalogue.breaks(con, indicators=INDICATORS),
            phases=queries.history.interventions(con, authority=code),
            steps=queries.history.intervention_events(con, authority=code),
            in_force=queries.history.grades_in_force(con, authority=code), areas=[], visits=[], events=[],
        )  # fmt: skip
        yield name, json.loads(figure(timeline(shown)).to_json())


def _serve(script, **environment):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [
        sys.executable,
        "-m",
        "streamlit",
        "run",
        script,
        "--server.port",
        str(port),
        "--server.headless",
        "true",
    ]
    process = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    for _ in range(100):
        try:
            with urllib.request.urlopen(f"http://localhost:{port}/_stcore/health", timeout=1):
                break
        except OSError:
            time.sleep(0.2)
    return process, f"http://localhost:{port}"


def _change(page, name):
    """Choose an authority and return the seconds until its chart is there."""
    box = page.get_by_role("combobox").first
    box.click()
    page.keyboard.type(name)
    page.wait_for_timeout(250)
    began = time.perf_counter()
    page.keyboard.press("Enter")
    page.wait_for_function(
        """name => document.querySelector('h1')?.innerText.trim() === name
        && document.querySelector('.js-plotly-plot')?._fullData?.some(t => String(t.text).startsWith(name + ':'))""",
        arg=name,
        timeout=20_000,
    )
    return time.perf_counter() - began


def main():
    """Measure both in turns and print medians and their ratio."""
    from playwright.sync_api import sync_playwright

    chromium = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        charts = Path(folder) / "charts.json"
        charts.write_text(json.dumps(dict(_charts())), encoding="utf-8")
        servers = {
            "floor": _serve(str(ROOT / "tests/benchmarks/floor.py"), FLOOR_CHARTS=str(charts)),
            "authority page": _serve("dashboard.py"),
        }
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        pages, seconds = {}, {name: [] for name in servers}
        for name, (_, address) in servers.items():
            pages[name] = browser.new_page(viewport={"width": 1280, "height": 900})
            pages[name].goto(address + ("/authority" if name == "authority page" else ""))
            pages[name].wait_for_selector(".js-plotly-plot .main-svg", timeout=60_000)
            pages[name].wait_for_timeout(1500)
        for _ in range(ROUNDS):
            for place in [*list(PLACES)[1:], "Birmingham"]:
                for name, page in pages.items():
                    seconds[name].append(_change(page, place))
        browser.close()
        for process, _ in servers.values():
            process.terminate()
    medians = {name: statistics.median(times) for name, times in seconds.items()}
    for name, median in medians.items():
        sys.stdout.write(f"{name}: median {median * 1000:.0f} ms of {len(seconds[name])} changes\n")
    sys.stdout.write(f"ratio: {medians['authority page'] / medians['floor']:.2f}\n")


if __name__ == "__main__":
    main()
