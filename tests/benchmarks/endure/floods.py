"""Floods, in turn: `python -m tests.benchmarks.endure.floods` says whether others are served meanwhile and after.

During each a visitor opens a view again and again; the line of a flood says how many of those were shown, how long
they took, what the flood got, and what the process holds ten seconds after its end. Names (connections, slow, broken,
files, pictures) choose among them. Needs a built database and Linux.

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
from tests.benchmarks.endure.visitor import Visitor, connected
from tests.benchmarks.endure.watched import held, watched

CONNECTIONS, SLOW, BROKEN, FILES, PICTURES = 1_000, 200, 300, 40, 30  # of each flood
LASTING = 10.0  # seconds that connections and slow clients stay
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


async def many(server: str) -> str:
    """Connect and stay."""
    async with contextlib.AsyncExitStack() as stack:
        there = await asyncio.gather(
            *(stack.enter_async_context(connected(server)) for _ in range(CONNECTIONS)), return_exceptions=True
        )
        await asyncio.sleep(LASTING)
    return "refused" if any(isinstance(each, BaseException) for each in there) else "let in"


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
    other = asyncio.ensure_future(visited(server, ended, taken, lost))
    began = time.perf_counter()
    answers = await asyncio.gather(*(of(number) for number in range(times)), return_exceptions=True)
    seconds = time.perf_counter() - began
    ended.set()
    await other
    got = Counter(each if isinstance(each, str) else type(each).__name__ for each in answers)
    await asyncio.sleep(LASTING)
    sys.stdout.write(
        f"| {name} | {dict(got)} | {seconds:.0f} | {len(taken)} of {len(taken) + len(lost)} | "
        f"{statistics.median(taken):.2f} / {max(taken):.2f} | {tuple(held(process))} |\n"
    )
    sys.stdout.flush()


async def floods(server: str, process: int) -> None:
    """Let each flood come in turn."""
    sys.stdout.write(
        "| flood | what it got | s | views of another | median / most s | MB, files, threads, children after |\n"
    )
    quiet = ("nothing", lambda _: asyncio.sleep(3, "quiet"), 1)
    every = {
        "connections": (f"{CONNECTIONS} connections", lambda _: many(server), 1),
        "slow": (f"{SLOW} slow requests", lambda _: slow(server), SLOW),
        "broken": (f"{BROKEN} malformed frames", lambda number: broken(server, number), BROKEN),
        "files": (f"{FILES} files at once", lambda _: file(server), FILES),
        "pictures": (f"{PICTURES} pictures at once", lambda number: picture(server, number), PICTURES),
    }
    chosen = [each for name, each in every.items() if name in sys.argv[1:] or not sys.argv[1:]]
    for each in (quiet, *chosen, quiet):
        await flood(server, process, *each)


def main() -> None:
    """Serve, and let the floods come."""
    with watched(database(), STREAMLIT_SERVER_FILE_WATCHER_TYPE="none") as (server, process):
        asyncio.run(floods(server, process))


if __name__ == "__main__":
    main()
