"""What asks by address costs, beside a visitor on a page: `python -m tests.benchmarks.benchmark_addresses`.

First a flood of pictures that nobody has asked for before, each from a network address of its own; then, with wrk,
a table and a picture that are kept and ones that are not. Meanwhile a visitor opens an authority's page once a second,
and somebody asks for a picture that is kept. Needs a built database, Linux and wrk.
"""

import asyncio
import contextlib
import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections import Counter
from functools import partial

from data.catalogue import indicators
from data.paths import database
from pages.database import every_authority
from pages.guarded.whence import HEADER
from tests.benchmarks.endure.visitor import Visitor, connected
from tests.benchmarks.endure.watched import watched

FLOOD = 1_000  # pictures, each asked for once
QUIET, LASTING = 5.0, 8  # seconds of nothing, and of each run of wrk
KEPT = "/picture/chart.svg?authority=E08000025&indicator=agency_rate"
SCRIPT = """
local n, codes = {start}, {{{codes}}}
request = function()
  n = n + 1
  local address = "10." .. math.floor(n / 65536) % 256 .. "." .. math.floor(n / 256) % 256 .. "." .. n % 256
  return wrk.format("GET", {path}, {{["x-forwarded-for"] = {whence}, ["accept-encoding"] = "gzip"}})
end
done = function(summary, latency, requests)
  io.write(string.format("p50 %.1f p95 %.1f each %.1f refused %d", latency:percentile(50) / 1000,
    latency:percentile(95) / 1000, (summary.requests - summary.errors.status) / summary.duration * 1e6,
    summary.errors.status))
end
"""
MANY, ONE = (
    "address",
    '"192.0.2.77"',
)  # as the header says that a proxy of ours would set: one visitor each, or one alone
TABLE = '"/data/agency_rate.csv'
TABLES = TABLE + '?area=" .. codes[n % #codes + 1] .. "," .. codes[math.floor(n / #codes) % #codes + 1]'
PICTURES = '"/picture/chart.svg?authority=E08000025&headline=b" .. n'
RUNS = (
    ("a table that is kept", TABLE + '"', 8, MANY),
    ("a table that is kept, from one address", TABLE + '"', 8, ONE),
    ("tables that are not kept", TABLES, 8, MANY),
    ("a picture that is kept", f'"{KEPT}"', 8, MANY),
    ("pictures that are not kept", PICTURES, 8, MANY),
    ("pictures that are not kept, 100 at once", PICTURES, 100, MANY),
    ("pictures that are not kept, from one address", PICTURES, 8, ONE),
)


async def asked(server: str, path: str, whence: str) -> tuple[int, float]:
    """Ask for an address, and return the status and how long it took."""
    host, port = server.removeprefix("http://").split(":")
    began = time.perf_counter()
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(f"GET {path} HTTP/1.1\r\nHost: a\r\nX-Forwarded-For: {whence}\r\nConnection: close\r\n\r\n".encode())
    answer = await reader.read()
    writer.close()
    return int(answer[9:12]), time.perf_counter() - began


async def meanwhile(server: str, ended: asyncio.Event) -> dict[str, list[float]]:
    """Open a page and ask for what is kept, until all is over."""
    taken: dict[str, list[float]] = {"page": [], "kept": [], "refused": []}
    async with connected(server) as socket:
        visitor = Visitor(socket)
        while not ended.is_set() or len(taken["page"]) < 3:
            status, seconds = await asked(server, KEPT, "192.0.2.1")
            taken["kept" if status == 200 else "refused"].append(seconds)
            seen = await visitor.open("/authority?authority=E08000017&indicator=agency_rate")
            taken["page"].append(seen.seconds)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(ended.wait(), 1)
    return taken


async def beside(server: str, what: str, flood) -> None:
    """Let something happen while a visitor is there, and write what both saw."""
    ended = asyncio.Event()
    other = asyncio.ensure_future(meanwhile(server, ended))
    began = time.perf_counter()
    said = await flood()
    seconds = time.perf_counter() - began
    ended.set()
    seen = await other
    page, kept = (f"{statistics.median(seen[n]) * 1000:.0f} / {max(seen[n]) * 1000:.0f}" for n in ("page", "kept"))
    sys.stdout.write(f"| {what} | {said} | {seconds:.0f} | {page} | {kept} |\n")
    sys.stdout.flush()


async def pictures(server: str) -> str:
    """Ask for so many pictures at once, each from an address of its own."""
    measures = list(indicators())
    paths = [
        f"/picture/chart.png?authority=E08000025&indicator={measures[n % len(measures)]}&headline=a{n}"
        for n in range(FLOOD)
    ]
    found = await asyncio.gather(*(asked(server, path, f"10.1.{n // 250}.{n % 250}") for n, path in enumerate(paths)))
    drawn = [seconds for status, seconds in found if status == 200] or [0.0]
    refused = [seconds for status, seconds in found if status != 200] or [0.0]
    got = dict(Counter(status for status, _ in found))
    return (
        f"{got}: drawn within {statistics.median(drawn):.1f} / {max(drawn):.1f} s, "
        f"refused within {statistics.median(refused):.1f} / {max(refused):.1f} s"
    )


def wrk(server: str, path: str, connections: int, whence: str, *, start: int) -> str:
    """Ask for an address without end, and say how many answers there were and how long they took."""
    codes = ", ".join(f'"{code}"' for code in every_authority())
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        script.write(SCRIPT.format(path=path, codes=codes, start=start, whence=whence))
        script.flush()
        said = subprocess.run(
            ["wrk", "-t1", f"-c{connections}", f"-d{LASTING}s", "-s", script.name, server],
            capture_output=True, text=True, check=True,
        ).stdout  # fmt: skip
    p50, p95, each, refused = re.search(r"p50 (\S+) p95 (\S+) each (\S+) refused (\d+)", said).groups()
    return f"{each} answers a second, p50 {p50} ms, p95 {p95} ms, {refused} refused"


async def measured(server: str) -> None:
    """Measure each in turn."""
    first = urllib.request.Request(server + KEPT, headers={"X-Forwarded-For": "192.0.2.9"})
    with urllib.request.urlopen(first) as answer:
        answer.read()
    sys.stdout.write(
        "| what | what it got | s | page of another, median / most ms | kept picture of another |\n"
        "|---|---|---|---|---|\n"
    )

    async def quiet() -> str:
        await asyncio.sleep(QUIET)
        return "nothing"

    await beside(server, "nothing", quiet)
    await beside(server, f"{FLOOD} pictures at once from {FLOOD} addresses", partial(pictures, server))
    for at, (what, path, connections, whence) in enumerate(RUNS, start=1):
        run = partial(wrk, server, path, connections, whence, start=at * 1_000_000)
        await beside(server, f"{what}, {connections} connections", partial(asyncio.to_thread, run))


def main() -> None:
    """Serve, and measure."""
    os.environ[HEADER] = "x-forwarded-for"
    with watched(database(), STREAMLIT_SERVER_FILE_WATCHER_TYPE="none") as (server, _):
        asyncio.run(measured(server))


if __name__ == "__main__":
    main()
