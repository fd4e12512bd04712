"""What the tests in a real browser share: where Chromium is, a dashboard that is served, and when a page is at rest."""

import os
import shutil
import socket
import subprocess
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).parents[2]
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
CHART = ".js-plotly-plot .main-svg, .plot img"
LAW = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"]}  # for axe-core
MAIN = "document.querySelector('[data-testid=stMain]') ?? document.documentElement"
SIDEWAYS = f"(main => main.scrollWidth - main.clientWidth)({MAIN})"  # pixels by which a page is wider than its screen
# A page is at rest when its script has run and nothing of it has changed for this long.
REST = """() => new Promise(done => {
    let last = performance.now();
    const watch = new MutationObserver(() => { last = performance.now(); });
    watch.observe(document.body, {childList: true, subtree: true, attributes: true, characterData: true});
    const look = () => {
        // a page for frames is none of Streamlit's: it has no script to wait for
        const ours = !document.getElementById('root');
        const runs = document.querySelector('[data-testid=stApp]')?.getAttribute('data-test-script-state');
        if ((ours || runs === 'notRunning') && performance.now() - last > 250) { watch.disconnect(); done(true); }
        else setTimeout(look, 50);
    };
    look();
})"""


# Playwright's own waiting for a function evaluates a text, which the policy of the pages refuses.
UNTIL = """([arg, seconds]) => new Promise((done, late) => {
    const end = performance.now() + seconds * 1000;
    const look = () => (WHAT)(arg) ? done() : performance.now() > end ? late(Error('not in time'))
        : requestAnimationFrame(look);
    look();
})"""


@contextmanager
def serving(database: Path, python: str, script: str = "dashboard.py", **environment: str) -> Iterator[str]:
    """Serve the dashboard, or another script, on a free port, freshly started, and give its address."""
    with begun(database, python, script, **environment) as (address, _):
        yield address


@contextmanager
def begun(
    database: Path, python: str, script: str = "dashboard.py", **environment: str
) -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """Serve as `serving` does, and give the process too."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [python, "-m", "streamlit", "run", script, "--server.port", str(port),
               "--server.address", "127.0.0.1", "--server.headless", "true"]  # fmt: skip
    process = subprocess.Popen(
        command, cwd=ROOT, env=os.environ | {"DASHBOARD_DATABASE": str(database)} | environment,
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        wait_for(f"{address}/_stcore/health")
        yield address, process
    finally:
        process.terminate()
        process.wait(timeout=60)


def wait_for(address: str) -> None:
    """Wait until a server answers."""
    for _ in range(300):
        try:
            with urllib.request.urlopen(address, timeout=2):
                return
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the server did not start")


def at_rest(page) -> None:
    """Wait until a page has been drawn whole."""
    page.wait_for_selector("h1", timeout=30_000, state="attached")
    page.evaluate(REST)


def until(page, what: str, arg: object, seconds: float) -> None:
    """Wait until a function of the browser says yes; it is asked at each frame."""
    page.evaluate(UNTIL.replace("WHAT", what), [arg, seconds])
