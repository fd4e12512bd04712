"""How long a change takes when many visitors make one every five seconds, against the floor: ratios of one run.

`python -m tests.benchmarks.benchmark_visitors` needs a built database. Each visitor is a websocket that asks for
another authority, as a browser does, and waits for the chart, then for the end of the page. The floor is served the
same requests: a bare page with one such chart, made beforehand. Browsers are left out: their own work is that of
their visitors' machines.
"""

import asyncio
import random
import statistics
import sys
import time
from typing import NamedTuple

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

from tests.benchmarks.benchmark_pages import PLACES, servers

VISITORS, EVERY, CLICKS = (5, 20, 50), 5, 4  # visitors at once, seconds between a visitor's clicks, clicks of each


class Taken(NamedTuple):
    """Seconds from a click until the chart has arrived, and until the page has ended."""

    chart: float
    whole: float


async def _asked(socket, page, place):
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.query_string = f"authority={PLACES[place]}"
    began, chart = time.perf_counter(), None
    await socket.send(message.SerializeToString())
    async for received in socket:
        answer = ForwardMsg.FromString(received)
        kind = answer.delta.new_element.WhichOneof("type") if answer.WhichOneof("type") == "delta" else ""
        if kind == "plotly_chart" and chart is None:
            chart = time.perf_counter() - began
        elif answer.WhichOneof("type") == "script_finished":
            return Taken(chart, time.perf_counter() - began)
    raise ConnectionError(place)


async def _visitor(address, page, seed):
    """Open the page, then click a few times at a steady pace, each visitor at moments of its own."""
    chance, taken = random.Random(seed), []
    async with connect(address, max_size=None, subprotocols=["streamlit"]) as socket:
        await _asked(socket, page, next(iter(PLACES)))
        await asyncio.sleep(chance.uniform(0, EVERY))
        for _ in range(CLICKS):
            ended = time.perf_counter() + EVERY
            taken.append(await _asked(socket, page, chance.choice(list(PLACES)[1:])))
            await asyncio.sleep(max(0, ended - time.perf_counter()))
    return taken


async def _visited(address, page, visitors):
    every = await asyncio.gather(*(_visitor(address, page, seed) for seed in range(visitors)))
    return [taken for one in every for taken in one]


def _said(seconds):
    return statistics.median(seconds), statistics.quantiles(seconds, n=20)[-1]


def _row(visitors, found):
    ours, floor = (_said([taken.chart for taken in found[name]]) for name in ("ours", "floor"))
    whole, _ = _said([taken.whole for taken in found["ours"]])
    ratios = [mine / theirs for mine, theirs in zip(ours, floor, strict=True)]
    return (
        f"| {visitors} | {ours[0] * 1000:.0f} / {ours[1] * 1000:.0f} ms | {floor[0] * 1000:.0f} / "
        f"{floor[1] * 1000:.0f} ms | {ratios[0]:.1f} / {ratios[1]:.1f} | {whole * 1000:.0f} ms |"
    )


def main():
    """Measure both with each number of visitors, and print medians and 95th percentiles beside one another."""
    sys.stdout.write("| visitors | ours, median / p95 | floor | ratio | ours, whole page |\n|---|---|---|---|---|\n")
    with servers() as addresses:
        for visitors in VISITORS:
            found = {}
            for name, address in addresses.items():
                host = address.split("/")[2]
                page = "authority" if name == "ours" else ""
                found[name] = asyncio.run(_visited(f"ws://{host}/_stcore/stream", page, visitors))
            sys.stdout.write(_row(visitors, found) + "\n")


if __name__ == "__main__":
    main()
