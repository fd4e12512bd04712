"""What each page costs, beside the floor: until it is drawn, what jumps, bytes, and the server's time and memory.

`python -m tests.benchmarks pages` asks with Chromium: a first visit with an empty store of its own, and a second in the
same browser, ours and the floor in turns. `python -m tests.benchmarks server` asks by websocket, as a browser does, for
one authority after another, so that nothing is the browser's.
"""

import asyncio
import os
import statistics
import time
from collections.abc import Iterator
from contextlib import aclosing
from pathlib import Path

from data.catalogue import indicators
from data.paths import database
from pages.places import FRAMED, PLACES
from tests.benchmarks.asking import messages, session
from tests.benchmarks.benchmark_pages import PLACES as AUTHORITIES
from tests.benchmarks.benchmark_pages import servers
from tests.benchmarks.endure.watched import children, held, watched
from tests.pages.browser import CHART, CHROMIUM, at_rest

ASKED = "authority=E08000025&indicator=agency_rate"
VISITS = 3  # of each page, in turns with the floor
SESSIONS = 50  # that are opened to see what one of them holds
HELD = ("authority", "england")  # pages whose sessions are weighed
PLAIN = 10_000  # bytes from which an answer that is not compressed is named
TICKS = os.sysconf("SC_CLK_TCK")
# When the first chart stood, and when anything last changed, from the moment at which the address was asked for.
WATCHED = f"""
window.shift = 0; window.charted = null; window.changed = null;
new PerformanceObserver(list => list.getEntries().forEach(each => {{
    if (!each.hadRecentInput) window.shift += each.value; }})).observe({{type: 'layout-shift', buffered: true}});
new MutationObserver(() => {{
    window.changed = performance.now();
    const chart = document.querySelector({CHART!r});
    if (window.charted === null && chart && chart.complete !== false) window.charted = performance.now();
}}).observe(document, {{childList: true, subtree: true, attributes: true, characterData: true}});
"""
READ = """() => {
    const sent = ['navigation', 'resource'].flatMap(kind => performance.getEntriesByType(kind));
    const plain = sent.filter(one => one.decodedBodySize > SIZE && one.encodedBodySize == one.decodedBodySize
        && !/woff|png/.test(one.name) && one.transferSize > 0);
    return {charted: window.charted, whole: window.changed, shift: window.shift, asked: sent.length,
        bytes: sent.reduce((sum, one) => sum + one.transferSize, 0), plain: plain.map(one => one.name)}; }"""


def _visited(context, address: str) -> dict:
    page = context.new_page()
    page.goto(address)
    at_rest(page)
    seen = page.evaluate(READ.replace("SIZE", str(PLAIN)))
    page.close()
    return seen


def _twice(browser, address: str) -> tuple[dict, dict]:
    """Visit with an empty store, and again in the same browser.

    The second visit has a tab of its own, as that of another day has: within one tab a page that may share its process
    with others, as the floor may, is given the scripts out of the memory of the first.
    """
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.add_init_script(WATCHED)
    cold, warm = (_visited(context, address) for _ in range(2))
    context.close()
    return cold, warm


def _middle(visits: list[dict], what: str) -> float | None:
    known = [each[what] for each in visits if each[what] is not None]
    return statistics.median(known) if known else None


def _ratio(ours: float | None, floor: float | None) -> str:
    return f"{ours:.0f} ({ours / floor:.2f})" if ours is not None and floor else "none"


def _row(name: str, ours: list[tuple[dict, dict]], floor: list[tuple[dict, dict]]) -> str:
    cold, warm = ([pair[n] for pair in ours] for n in (0, 1))
    times = [
        _ratio(_middle(mine, what), _middle([pair[n] for pair in floor], what))
        for what in ("charted", "whole")
        for n, mine in enumerate((cold, warm))
    ]
    worst = max(each["shift"] for pair in ours for each in pair)
    plain = {address.split("/")[-1].split("?")[0] for each in cold for address in each["plain"]}
    return (
        f"| /{name} | {' | '.join(times)} | {worst:.3f} | {_middle(cold, 'asked'):.0f} "
        f"| {_middle(cold, 'bytes') / 1000:.0f} | {_middle(warm, 'bytes') / 1000:.0f} | {', '.join(sorted(plain))} |"
    )


def pages() -> Iterator[str]:
    """Write when each page is drawn, in a browser."""
    from playwright.sync_api import sync_playwright

    yield "Milliseconds from the address on, in brackets how many times those of the floor in the same turns; medians."
    yield ""
    yield (
        "| page | first chart cold | first chart warm | whole cold | whole warm | layout shift | answers | kB cold "
        "| kB warm | sent uncompressed |"
    )
    yield "|---|" + "---|" * 9
    with servers() as addresses, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        ours = addresses["ours"].removesuffix("/authority")
        for warming in addresses.values():
            _twice(browser, warming)
        for place in PLACES:
            taken = [
                (_twice(browser, f"{ours}/{place.address}?{ASKED}"), _twice(browser, addresses["floor"]))
                for _ in range(VISITS)
            ]
            yield _row(place.address, [pair[0] for pair in taken], [pair[1] for pair in taken])
        browser.close()


def worked(process: int) -> float:
    """Return the seconds of a processor that a process has used."""
    after = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(after[11]) + int(after[12])) / TICKS


async def _asked(address: str, process: int, page: str, queries: list[str]) -> str:
    taken, sizes = [], []
    async with session(address) as socket:
        for query in queries[:2]:  # the first two warm
            await _answer(socket, page, query)
        before = worked(process)
        for query in queries[2:]:
            began = time.perf_counter()
            sizes.append(await _answer(socket, page, query))
            taken.append(time.perf_counter() - began)
    work = (worked(process) - before) / len(taken) * 1000
    return f"{statistics.median(taken) * 1000:.0f} | {work:.0f} | {statistics.median(sizes) / 1000:.0f}"


async def _answer(socket, page: str, query: str) -> int:
    async with aclosing(messages(socket, page, query)) as answer:
        return sum([len(received) async for received in answer])


def _processes(before: set[int]) -> dict[str, int]:
    """Tell the floor's process from ours."""
    new = children(os.getpid()) - before
    named = {each: Path(f"/proc/{each}/cmdline").read_bytes() for each in new}
    return {"floor" if b"floor.py" in said else "ours": each for each, said in named.items()}


def server() -> Iterator[str]:
    """Write what each page costs the server: an authority nobody has asked for before, then one somebody has."""
    before = children(os.getpid())
    queries = [f"authority={code}&indicator=agency_rate" for code in AUTHORITIES.values()]
    yield "| page | ms | ms of the processor | kB sent | again: ms | ms of the processor | kB sent |"
    yield "|---|" + "---|" * 6
    with servers() as addresses:
        found = _processes(before)
        asked = [("floor", "floor", "")]
        asked += [("ours", f"/{place.address}", place.address) for place in PLACES if place.address != FRAMED]
        for whose, name, page in asked:
            address = f"ws://{addresses[whose].split('/')[2]}/_stcore/stream"
            both = [asyncio.run(_asked(address, found[whose], page, queries)) for _ in range(2)]
            yield f"| {name} | {both[0]} | {both[1]} |"
        changes = [f"authority=E08000025&indicator={each}" for each in list(indicators())[: len(queries)]]
        address = f"ws://{addresses['ours'].split('/')[2]}/_stcore/stream"
        for page in ("authority", "england", "compare"):
            both = [asyncio.run(_asked(address, found["ours"], page, changes)) for _ in range(2)]
            yield f"| /{page}, change of indicator | {both[0]} | {both[1]} |"


async def _weighed(address: str, process: int, page: str) -> float:
    """Return the megabytes that a session takes, when so many are open beside a first."""
    first = await session(address)
    await _answer(first, page, ASKED)
    for code in AUTHORITIES.values():
        await _answer(first, page, f"authority={code}&indicator=agency_rate")
    before, sockets = held(process).memory, []
    for n in range(SESSIONS):
        sockets.append(await session(address))
        await _answer(sockets[-1], page, f"authority={list(AUTHORITIES.values())[n % len(AUTHORITIES)]}")
    taken = (held(process).memory - before) / SESSIONS
    for each in (first, *sockets):
        await each.close()
    return taken


def memory() -> Iterator[str]:
    """Write what a session holds."""
    yield f"| page | MB of the process before | MB a session, of {SESSIONS} open |"
    yield "|---|---|---|"
    for page in HELD:
        with watched(database()) as (address, process):
            websocket = f"ws://{address.split('/')[2]}/_stcore/stream"
            before = held(process).memory
            yield f"| /{page} | {before:.0f} | {asyncio.run(_weighed(websocket, process, page)):.2f} |"
