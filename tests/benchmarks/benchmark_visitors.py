"""How long a change takes when many visitors make one every five seconds, against the floor: ratios of one run.

`python -m tests.benchmarks.benchmark_visitors` needs a built database; numbers after it are those of visitors, and
`--replicas` measures two processes behind nginx as well. Each visitor is a websocket that asks for another authority,
as a browser does, and waits for the chart, then for the end of the page. The floor is served the same requests: a bare
page with one such chart, made beforehand. Browsers are left out: their own work is that of their visitors' machines.
"""

import asyncio
import random
import statistics
import sys
import time
from contextlib import ExitStack
from typing import NamedTuple

from tests.benchmarks.asking import session, timed
from tests.benchmarks.benchmark_pages import PLACES, servers
from tests.benchmarks.benchmark_replicas import replicas

VISITORS, EVERY, CLICKS = (5, 20, 50, 125), 5, 4  # at once, seconds between the clicks of each, clicks of each
TOGETHER = 8  # sessions are opened so many at a time: all at once they would be a test of something else
HEAD = (
    "| visitors | served by | chart, median / p95 | whole page, median / p95 | changes a second | errors | kB a change "
    "| processor of the asker |\n|---|---|---|---|---|---|---|---|\n"
)


class Measured(NamedTuple):
    """What a number of visitors saw of one server."""

    visitors: int
    name: str
    taken: list
    errors: int
    seconds: float  # from the first click to the last answer
    asker: float  # of one processor, what this measurement itself took

    @property
    def charts(self):
        return middle_and_late([each.chart for each in self.taken])

    def __str__(self):
        """Return a row of a table."""
        chart, whole = self.charts, middle_and_late([each.whole for each in self.taken])
        size = statistics.median(each.bytes for each in self.taken) / 1000
        return (
            f"| {self.visitors} | {self.name} | {chart[0]:.0f} / {chart[1]:.0f} ms | {whole[0]:.0f} / {whole[1]:.0f} ms"
            f" | {len(self.taken) / self.seconds:.1f} | {self.errors} | {size:.0f} | {self.asker:.2f} |"
        )


def middle_and_late(seconds):
    """Return the median and the 95th percentile, in milliseconds."""
    return statistics.median(seconds) * 1000, statistics.quantiles(seconds, n=20)[-1] * 1000


class Crowd:
    """Visitors of one server: all open a page, then each clicks at a steady pace, at moments of its own."""

    def __init__(self, address, page, visitors):
        self._address, self._page = f"ws://{address.split('/')[2]}/_stcore/stream", page
        self._visitors, self._opening = visitors, asyncio.Semaphore(TOGETHER)

    async def _asked(self, socket, place):
        return await timed(socket, self._page, f"authority={PLACES[place]}")

    async def _opened(self):
        async with self._opening:
            socket = await session(self._address)
            await self._asked(socket, next(iter(PLACES)))
            return socket

    async def _clicks(self, socket, seed):
        chance, taken = random.Random(seed), []
        wait = chance.uniform(0, EVERY)
        for _ in range(CLICKS):
            await asyncio.sleep(max(0, wait))
            began = time.perf_counter()
            taken.append(await self._asked(socket, chance.choice(list(PLACES)[1:])))
            wait = began + EVERY - time.perf_counter()
        return taken

    async def visits(self, name):
        """Measure once."""
        sockets = await asyncio.gather(*(self._opened() for _ in range(self._visitors)))
        began, worked = time.perf_counter(), time.process_time()
        ended = await asyncio.gather(
            *(self._clicks(socket, seed) for seed, socket in enumerate(sockets)), return_exceptions=True
        )
        seconds, processor = time.perf_counter() - began, time.process_time() - worked
        await asyncio.gather(*(socket.close() for socket in sockets))
        taken = [each for one in ended if not isinstance(one, BaseException) for each in one]
        errors = sum(isinstance(one, BaseException) for one in ended)
        return Measured(self._visitors, name, taken, errors, seconds, processor / seconds)


def measured(addresses, visitors=VISITORS):
    """Measure each server with each number of visitors, in turns."""
    for many in visitors:
        for name, address in addresses.items():
            page = "" if name == "floor" else "authority"
            yield asyncio.run(Crowd(address, page, many).visits(name))


def main():
    """Print medians and 95th percentiles of both beside one another."""
    visitors = [int(each) for each in sys.argv[1:] if each.isdecimal()] or VISITORS
    sys.stdout.write(HEAD)
    with ExitStack() as running:
        addresses = running.enter_context(servers())
        if "--replicas" in sys.argv:
            addresses["two processes"] = running.enter_context(replicas()).address
        for each in measured(addresses, visitors):
            sys.stdout.write(f"{each}\n")
            sys.stdout.flush()


if __name__ == "__main__":
    main()
