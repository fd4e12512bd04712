"""A long run of mixed visitors: `python -m tests.benchmarks.endure.soak MINUTES` prints what the server holds.

Visitors come, open a few views of all kinds at a person's pace, and leave; one in eight sends a file of its own. Every
minute one line says how many came, what went wrong, and what the process holds. Needs a built database and Linux.
"""

import asyncio
import random
import statistics
import sys
import time
from collections import Counter

from data.paths import database
from tests.benchmarks.endure.visitor import Visitor, connected
from tests.benchmarks.endure.watched import held, watched
from tests.pages.test_every_view import ADDRESSES

VISITORS = 8  # at once: with a view every six seconds each, a tenth to a fifth of two cores
VIEWS = (2, 8)  # of one visitor
PAUSE = (3.0, 9.0)  # seconds between two views
UPLOADS = 8  # one visitor of so many sends a file
PLAIN = b"Authority,Code,Measure,Period,Figure\nBirmingham,330,Agency [agency_rate],30 September 2025,12.4\n"
LARGE = PLAIN + b"Leeds,383,Agency [agency_rate],30 September 2024,10.1\n" * 4_000
NOISE = bytes(range(256)) * 2_000


async def visits(server: str, until: float, chance: random.Random, happened: Counter[str], taken: list[float]) -> None:
    """Be one visitor after another until it is time."""
    while time.monotonic() < until:
        try:
            async with connected(server) as socket:
                visitor = Visitor(socket)
                happened["visitors"] += 1
                if chance.randrange(UPLOADS) == 0:
                    await uploads(visitor, server, chance, happened)
                for address in chance.sample(ADDRESSES, chance.randint(*VIEWS)):
                    seen = await visitor.open(address)
                    happened["views"] += 1
                    happened["errors shown"] += len(seen.errors)
                    taken.append(seen.seconds)
                    await asyncio.sleep(chance.uniform(*PAUSE))
        except Exception as error:  # noqa: BLE001 whatever it was, it is counted, and the run goes on
            happened[f"{type(error).__name__}: {error}"[:80]] += 1
            await asyncio.sleep(1)


async def uploads(visitor, server: str, chance: random.Random, happened: Counter[str]) -> None:
    """Send a file: one that is read, a large one, or noise."""
    status, seen = await visitor.send_file(server, "own.csv", chance.choice((PLAIN, LARGE, NOISE)))
    happened[f"files answered {status}"] += 1
    happened["errors shown"] += len(seen.errors)
    await asyncio.sleep(chance.uniform(*PAUSE))


async def watch(process: int, until: float, happened: Counter[str], taken: list[float]) -> None:
    """Write a line every minute."""
    began = time.monotonic()
    while time.monotonic() < until:
        await asyncio.sleep(min(60, max(0.0, until - time.monotonic())))
        now, taken[:], recent = held(process), [], sorted(taken)
        median = statistics.median(recent) if recent else 0.0
        late = recent[int(len(recent) * 0.95)] if recent else 0.0
        sys.stdout.write(
            f"| {(time.monotonic() - began) / 60:.0f} | {now.memory:.0f} | {now.files} | {now.threads} | "
            f"{now.children} | {median:.2f} / {late:.2f} | {dict(happened)} |\n"
        )
        sys.stdout.flush()


async def soak(server: str, process: int, minutes: float) -> None:
    """Let visitors come and go for so many minutes."""
    until, happened, taken = time.monotonic() + minutes * 60, Counter[str](), list[float]()
    visitors = (visits(server, until, random.Random(seed), happened, taken) for seed in range(VISITORS))
    await asyncio.gather(watch(process, until, happened, taken), *visitors)


def main() -> None:
    """Serve, soak, and print the table; then what is left five seconds after the last has gone."""
    minutes = float(sys.argv[1])
    sys.stdout.write(
        "| minute | MB | files | threads | children | view, median / p95 s | so far |\n|---|---|---|---|---|---|---|\n"
    )
    with watched(database(), STREAMLIT_SERVER_FILE_WATCHER_TYPE="none") as (server, process):
        asyncio.run(soak(server, process, minutes))
        time.sleep(5)
        sys.stdout.write(f"{held(process)}\n")


if __name__ == "__main__":
    main()
