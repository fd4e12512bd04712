"""Floods, in turn: `python -m tests.benchmarks.endure.floods` says whether others are served meanwhile and after.

During each a visitor opens a view again and again; the line of a flood says how many of those were shown, how long
they took, what the flood got, and what the process holds before it and ten seconds after its end; the last line, what
it holds three minutes after all. Names (connections, slow, deaf, broken, files, pictures, addresses) choose among them;
with `at ADDRESS PROCESS` they come to a dashboard that is served already. Needs a built database and Linux. What was
found stands in floods.md.

Open files stay high after a flood of connections: Streamlit keeps 128 sessions at most of those that have gone, for two
minutes, so that whose line broke finds the page as it was, and each has an event loop of three files.
"""

import asyncio
import contextlib
import statistics
import sys
import time
from collections import Counter
from collections.abc import Awaitable, Callable

from data.paths import database
from tests.benchmarks.endure.soak import LARGE
from tests.benchmarks.endure.visitor import Visitor, asking, connected
from tests.benchmarks.endure.watched import Held, held, watched

CONNECTIONS, SLOW, BROKEN, FILES, PICTURES, ADDRESSES, DEAF = 1_000, 200, 300, 40, 30, 1_000, 100  # of each flood
ASKED = 3  # pages that each asks for who reads none
OFFICES = 4  # network addresses from which connections come: one may have 500
LASTING = 10.0  # seconds that connections and slow clients stay
LATER = 180  # seconds: what is kept of a session that has gone is kept for two minutes
WHENCE = "x-visitor"  # the header in which a flood of addresses says from which network address it comes
UPGRADE = (
    "GET /_stcore/stream HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
    "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n"
)
FRAMES = (
    b"\x82\x05plain",
    b"\xf2\x80\x00\x00\x00\x00",
    b"\x82\xff" + b"\xff" * 12,
    b"\x82\x82\x00\x00\x00\x00\xff\xff",
)


async def many(server: str, number: int) -> str:
    """Connect and stay."""
    async with connected(server, **{WHENCE: f"10.1.0.{number % OFFICES}"}):
        await asyncio.sleep(LASTING)
    return "let in"


async def raw(server: str, first: bytes, then: bytes) -> str:
    """Open a connection, send some bytes, then others, and see how it ends."""
    host, port = server.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(first)
    with contextlib.suppress(ConnectionError, TimeoutError):
        async with asyncio.timeout(LASTING):
            if then:
                await reader.readuntil(b"\r\n\r\n")
                writer.write(then)
            while await reader.read(65_536):
                pass
            writer.close()
            return "ended by the server"
    writer.close()
    return "still open"


async def slow(server: str) -> str:
    """Begin a request and never end it."""
    return await raw(server, b"GET /authority HTTP/1.1\r\nHost: a\r\nX-Slow: ", b"")


async def deaf(server: str, number: int) -> str:
    """Ask for large pages, and read nothing of them."""
    async with connected(server, **{WHENCE: f"10.2.0.{number % OFFICES}"}) as socket:
        for _ in range(ASKED):
            await socket.send(asking(f"/england?indicator={('agency_rate', 'vacancy_rate')[number % 2]}"))
            await asyncio.sleep(LASTING / ASKED)
    return "let in"


async def broken(server: str, number: int) -> str:
    """Send what is no frame, or no message."""
    return await raw(server, UPGRADE.format(host=server.removeprefix("http://")).encode(), FRAMES[number % len(FRAMES)])


async def file(server: str) -> str:
    """Send a large file of a session of its own, and let it be read."""
    async with connected(server) as socket:
        status, seen = await Visitor(socket).send_file(server, "own.csv", LARGE)
        return f"{status}, {len(seen.errors)} errors"


async def picture(server: str, number: int) -> str:
    """Open the page that draws a picture, for years of one's own."""
    async with connected(server) as socket:
        seen = await Visitor(socket).open(f"/chart?authority=E08000025&indicator=agency_rate&headline=a+{number}")
        return f"{len(seen.errors)} errors"


async def address(server: str, number: int) -> str:
    """Ask for a picture that nobody has asked for before, from a network address of its own; return the status."""
    host = server.removeprefix("http://")
    reader, writer = await asyncio.open_connection(*host.split(":"))
    writer.write(
        f"GET /picture/chart.png?authority=E08000025&indicator=agency_rate&headline=a{number} HTTP/1.1\r\n"
        f"Host: {host}\r\n{WHENCE}: 10.0.{number // 250}.{number % 250}\r\nConnection: close\r\n\r\n".encode()
    )
    answer = await reader.read()
    writer.close()
    return answer.split(b" ", 2)[1].decode() if answer else "nothing"


async def visited(server: str, ended: asyncio.Event, taken: list[float], lost: list[str]) -> None:
    """Be the other visitor, until the flood has ended."""
    while not ended.is_set() or not taken:
        try:
            async with connected(server) as socket:
                seen = await Visitor(socket).open("/authority?authority=E08000017&indicator=agency_rate")
                (lost if seen.errors else taken).append(seen.seconds if not seen.errors else str(seen.errors))
        except (OSError, TimeoutError, ConnectionError) as error:
            lost.append(type(error).__name__)
        await asyncio.sleep(0.5)


async def flood(server: str, process: int, name: str, of: Callable[[int], Awaitable[str]], times: int) -> None:
    """Let a flood come while a visitor is there, and say what became of both."""
    ended, taken, lost = asyncio.Event(), list[float](), list[str]()
    before = held(process)
    other = asyncio.ensure_future(visited(server, ended, taken, lost))
    began = time.perf_counter()
    answers = await asyncio.gather(*(of(number) for number in range(times)), return_exceptions=True)
    seconds = time.perf_counter() - began
    ended.set()
    await other
    got = Counter(each if isinstance(each, str) else type(each).__name__ for each in answers)
    await asyncio.sleep(LASTING)
    times = f"{statistics.median(taken):.2f} / {late(taken):.2f} / {max(taken):.2f}"
    sys.stdout.write(
        f"| {name} | {dict(got)} | {seconds:.0f} | {len(taken)} of {len(taken) + len(lost)} | {times} | "
        f"{said(before)} | {said(held(process))} |\n"
    )
    sys.stdout.flush()


def late(taken: list[float]) -> float:
    """Return the time within which 95 in 100 were shown."""
    return sorted(taken)[max(0, -(-len(taken) * 95 // 100) - 1)]


def said(what: Held) -> str:
    """Write what a process holds."""
    return f"{what.memory:.0f} MB, {what.files}, {what.threads}, {what.children}"


async def floods(server: str, process: int) -> None:
    """Let each flood come in turn."""
    sys.stdout.write(
        "| flood | what it got | s | views of another | median / p95 / most s | "
        "memory, files, threads, children before | after |\n"
    )
    quiet = ("nothing", lambda _: asyncio.sleep(3, "quiet"), 1)
    every = {
        "connections": (f"{CONNECTIONS} connections", lambda number: many(server, number), CONNECTIONS),
        "slow": (f"{SLOW} slow requests", lambda _: slow(server), SLOW),
        "deaf": (f"{DEAF} who read nothing", lambda number: deaf(server, number), DEAF),
        "broken": (f"{BROKEN} malformed frames", lambda number: broken(server, number), BROKEN),
        "files": (f"{FILES} files at once", lambda _: file(server), FILES),
        "addresses": (f"{ADDRESSES} pictures by address", lambda number: address(server, number), ADDRESSES),
        "pictures": (f"{PICTURES} pictures at once", lambda number: picture(server, number), PICTURES),
    }
    chosen = [each for name, each in every.items() if name in sys.argv[1:] or not sys.argv[1:]]
    for each in (quiet, *chosen, quiet):
        await flood(server, process, *each)


def main() -> None:
    """Serve, unless it is served, and let the floods come."""
    if "at" in sys.argv:
        server, process = sys.argv[sys.argv.index("at") + 1 :]
        asyncio.run(floods(server, int(process)))
        return
    with watched(database(), DASHBOARD_VISITOR_HEADER=WHENCE) as (server, process):
        asyncio.run(floods(server, process))
        time.sleep(LATER)
        sys.stdout.write(f"{LATER} s later: {said(held(process))}\n")


if __name__ == "__main__":
    main()
