"""Asking for pages as a browser does, and reading no more of the answers than a measurement needs.

Whoever measures runs on the processors of what is measured: an answer is looked through as bytes, and only the
shortest messages, one of which says that the page has ended, are unpacked.
"""

import time
from contextlib import aclosing
from typing import NamedTuple

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import connect

SHORT = 200  # bytes: the message that a page has ended has under 60 of them
DRAWN = (b'class="plot"', b'"layout":')  # our chart as HTML, and Plotly's, which the floor shows


class Taken(NamedTuple):
    """Seconds from a click until the chart has arrived, and until the page has ended; what it was, in bytes."""

    chart: float
    whole: float
    bytes: int


def session(address, **others):
    """Open a session as a browser does, at the address of a websocket."""
    return connect(address, max_size=None, subprotocols=["streamlit"], compression=None, **others)


def _request(page, query):
    message = BackMsg()
    message.rerun_script.page_name = page
    message.rerun_script.query_string = query
    return message.SerializeToString()


async def messages(socket, page, query):
    """Ask for a page, and give the messages of its answer as bytes until it has ended."""
    await socket.send(_request(page, query))
    async for received in socket:
        if len(received) < SHORT and ForwardMsg.FromString(received).WhichOneof("type") == "script_finished":
            return
        yield received
    raise ConnectionError("the server ended")


async def timed(socket, page, query):
    """Ask for a page, and say how long it took."""
    began, chart, size = time.perf_counter(), None, 0
    async with aclosing(messages(socket, page, query)) as answer:
        async for received in answer:
            size += len(received)
            if chart is None and any(mark in received for mark in DRAWN):
                chart = time.perf_counter() - began
    return Taken(chart, time.perf_counter() - began, size)


async def bodies(socket, page, query):
    """Ask for a page, and return the HTML of its charts and tables."""
    async with aclosing(messages(socket, page, query)) as answer:
        shown = [ForwardMsg.FromString(received).delta.new_element.html.body async for received in answer]
    return tuple(sorted(body for body in shown if 'class="plot"' in body or "<table" in body))
