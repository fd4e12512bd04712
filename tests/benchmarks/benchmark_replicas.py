"""Fifty visitors on two processes behind nginx, one killed, then another database swapped in: are all figures right?

`python -m tests.benchmarks.benchmark_replicas` needs nginx and a built database. Each process has a copy of its own; in
the database that is swapped in every agency rate is one point higher. What visitors are shown is compared with what one
process shows alone: before the swap with the first database, from a while after it with the second, never with a mix.
"""

import asyncio
import os
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from contextlib import contextmanager
from pathlib import Path

import duckdb
from websockets.exceptions import ConnectionClosed, InvalidHandshake
from websockets.protocol import State

from data.paths import database
from tests.benchmarks.asking import bodies, session
from tests.benchmarks.benchmark_pages import PLACES, ROOT
from tests.pages.browser import wait_for

VISITORS, EVERY = 50, 5  # at once, and seconds between the clicks of each
KILLED, BACK, SWAPPED, END = 12, 18, 30, 48  # seconds from the start of the clicks
PORTS, DOOR = (8651, 8652), 8650
ENVIRONMENT = {"STREAMLIT_SERVER_COOKIE_SECRET": "of the measurement alone", "STREAMLIT_SERVER_HEADLESS": "true"}


class Process:
    """One process of the dashboard, with a database of its own."""

    def __init__(self, folder, port):
        self.path, self._port = folder / f"{port}.duckdb", port
        shutil.copy(database(), self.path)
        self.begin()

    def begin(self):
        command = [sys.executable, "-m", "streamlit", "run", "dashboard.py", "--server.port", str(self._port)]
        self.process = subprocess.Popen(
            command, cwd=ROOT, env=os.environ | ENVIRONMENT | {"DASHBOARD_DATABASE": str(self.path)},
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def end(self):
        self.process.terminate()
        self.process.wait()

    def kill(self):
        self.process.kill()
        self.process.wait()


def nginx(folder):
    """Start nginx with what stands in the deployment, at the addresses of this machine."""
    text = (ROOT / ".deployment" / "nginx.conf").read_text(encoding="utf-8")
    for name, port in zip(("one", "two"), PORTS, strict=True):
        text = text.replace(f"{name}:8501", f"127.0.0.1:{port}")
    text = text.replace("listen 8080", f"listen 127.0.0.1:{DOOR}").replace("/tmp/", f"{folder}/")
    (folder / "nginx.conf").write_text(f"daemon off;\n{text}", encoding="utf-8")
    return subprocess.Popen(["nginx", "-c", str(folder / "nginx.conf")], stderr=subprocess.DEVNULL)


async def asked(socket, place):
    """Ask for a place, and return the charts and tables that the page shows."""
    return await bodies(socket, "authority", f"authority={PLACES[place]}")


def at(port):
    return session(f"ws://127.0.0.1:{port}/_stcore/stream")


async def reference(port):
    """Return what one process shows of each place."""
    async with at(port) as socket:
        return {place: await asked(socket, place) for place in PLACES}


class Seen:
    """What became of every click."""

    def __init__(self):
        self.began = time.monotonic()
        self.answers, self.again, self.errors = [], 0, []  # (second, seconds it took, place, what was shown)
        self.cut = 0  # pages that were asked for and did not come whole

    @property
    def now(self):
        return time.monotonic() - self.began


def entered():
    """Open the page as a browser does, and return the cookie that names the process."""
    with urllib.request.urlopen(f"http://127.0.0.1:{DOOR}/authority", timeout=30) as page:
        return next(each for each in page.headers.get_all("Set-Cookie") if each.startswith("process=")).split(";")[0]


async def visitor(seed, seen):
    """Click every few seconds; connect again when the connection ends, as a browser does."""
    chance = random.Random(seed)
    cookie = await asyncio.to_thread(entered)
    await asyncio.sleep(chance.uniform(0, EVERY))
    while seen.now < END:
        try:
            path = f"ws://127.0.0.1:{DOOR}/_stcore/stream"
            async with session(path, additional_headers={"Cookie": cookie}) as socket:
                await clicks(socket, chance, seen)
        except (ConnectionClosed, ConnectionError):
            seen.again += 1
        except (InvalidHandshake, OSError) as error:
            seen.errors.append(repr(error))
        await asyncio.sleep(0.5)


async def clicks(socket, chance, seen):
    while seen.now < END:
        if socket.state is not State.OPEN:
            raise ConnectionError("closed while the visitor read")
        place, began = chance.choice(list(PLACES)), seen.now
        seen.cut += 1
        shown = await asked(socket, place)
        seen.cut -= 1
        seen.answers.append((began, seen.now - began, place, shown))
        await asyncio.sleep(max(0, EVERY - (seen.now - began)))


async def happenings(processes, newer, seen):
    await asyncio.sleep(KILLED)
    await asyncio.to_thread(processes[0].end if "ended" in sys.argv else processes[0].kill)
    await asyncio.sleep(BACK - KILLED)
    processes[0].begin()
    await asyncio.sleep(SWAPPED - BACK)
    for each in processes:
        beside = each.path.with_suffix(".new")
        shutil.copy(newer, beside)
        os.replace(beside, each.path)


async def measured(processes, newer):
    first = await reference(PORTS[0])
    await reference(PORTS[1])
    seen = Seen()
    await asyncio.gather(happenings(processes, newer, seen), *(visitor(seed, seen) for seed in range(VISITORS)))
    return seen, first, await reference(PORTS[1])


def judged(seen, first, second):
    """Count the answers of the first database, of the second, and those that are of neither or of the wrong one."""
    count = Counter()
    for began, taken, place, shown in seen.answers:
        old, new = shown == first[place], shown == second[place]
        late = began > SWAPPED + 2  # copying takes a moment
        early = began + taken < SWAPPED
        count["old" if old and not late else "new" if new and not early else "wrong"] += 1
    return count


def newer_one(folder):
    """Make a database in which agency rates are one point higher."""
    path = folder / "newer.duckdb"
    shutil.copy(database(), path)
    with duckdb.connect(str(path)) as con:
        for table in ("found_observation", "newest_figure"):
            con.execute(
                f"update {table} set value = value + 1 where indicator_id = 'agency_rate' and value is not null"
            )
    return path


class Replicas:
    """Two processes and nginx before them, all ready."""

    address = f"http://127.0.0.1:{DOOR}"

    def __init__(self, folder):
        folder.chmod(0o755)
        self.folder, self.processes, self._proxy = folder, [Process(folder, port) for port in PORTS], nginx(folder)

    def ready(self):
        for port in (*PORTS, DOOR):
            wait_for(f"http://127.0.0.1:{port}/readyz")

    def end(self):
        self._proxy.terminate()
        self._proxy.wait()
        for each in self.processes:
            each.kill()


@contextmanager
def replicas():
    """Serve the dashboard twice behind nginx."""
    with tempfile.TemporaryDirectory() as name:
        both = Replicas(Path(name))
        try:
            both.ready()
            yield both
        finally:
            both.end()


def main():
    """Measure once, and print what was seen."""
    with replicas() as both:
        seen, first, second = asyncio.run(measured(both.processes, newer_one(both.folder)))
    assert all(first[place] and first[place] != second[place] for place in PLACES)
    taken = [seconds for _, seconds, _, _ in seen.answers]
    middle, late = statistics.median(taken), statistics.quantiles(taken, n=20)[-1]
    sys.stdout.write(f"{len(taken)} clicks of {VISITORS} visitors: {dict(judged(seen, first, second))}\n")
    sys.stdout.write(
        f"connected again {seen.again} times; pages cut off {seen.cut}; errors {len(seen.errors)} {seen.errors[:3]}\n"
    )
    sys.stdout.write(f"whole page median {middle:.2f} s, p95 {late:.2f} s\n")


if __name__ == "__main__":
    main()
