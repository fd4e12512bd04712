"""The connections that are open, and of which of them a page runs: each can be left as soon as its page has been sent.

What is sent over a connection is sent in order: when the message that a page has ended went out, all of it went out.
"""

from asyncio import Event, gather
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from google.protobuf.message import DecodeError
from starlette.types import Message, Receive, Send
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg

# Of websockets, that the service begins anew: the browser connects again, and the proxy sends it to another process.
BEGUN_ANEW = 1012
# Bytes: the message that a page has ended has two and names, where it has some, of the message that asked for it. The
# others of a page, up to a megabyte, need not be read for it.
SHORT = 200
AGAIN = ForwardMsg.FINISHED_EARLY_FOR_RERUN  # it ended because it begins anew


class Connection:
    """One connection, between a visitor and what serves everything.

    Parameters
    ----------
    receive, send
        What passes the messages of the visitor, and to the visitor.

    Attributes
    ----------
    running
        Whether a page has been asked for and has not been sent whole.
    """

    def __init__(self, receive: Receive, send: Send) -> None:
        self._receive, self._send = receive, send
        self.running = self._leaving = self._left = False

    async def receive(self) -> Message:
        """Pass on a message of the visitor."""
        message = await self._receive()
        self.running = self.running or asks(message)
        return message

    async def send(self, message: Message) -> None:
        """Pass on a message to the visitor; none after the end."""
        if self._left:
            return
        await self._send(message)
        self.running = self.running and not ends(message)
        if self._leaving and not self.running:
            await self._leave()

    async def leave(self) -> None:
        """End the connection, at once or when its page has been sent."""
        self._leaving = True
        if not self.running:
            await self._leave()

    async def _leave(self) -> None:
        self._left = True
        with suppress(OSError, RuntimeError):  # uvicorn's two answers where the browser has gone meanwhile
            await self._send({"type": "websocket.close", "code": BEGUN_ANEW})


class Connections:
    """All that are open, and whether others may come."""

    def __init__(self) -> None:
        self._open: set[Connection] = set()
        self._empty = Event()
        self.closed = False

    @contextmanager
    def one(self, receive: Receive, send: Send) -> Iterator[Connection]:
        """Keep count of a connection while it is open."""
        connection = Connection(receive, send)
        self._open.add(connection)
        try:
            yield connection
        finally:
            self._open.discard(connection)
            if self.closed and not self._open:
                self._empty.set()

    async def leave(self) -> None:
        """Let nobody in, and end every connection as its page has been sent; return when all have ended."""
        self.closed = True
        await gather(*(each.leave() for each in self._open))  # a browser that is slow to agree holds nobody up
        if self._open:
            await self._empty.wait()


def asks(message: Message) -> bool:
    """Tell whether a message of a visitor asks for a page."""
    data = message.get("bytes")
    try:
        return bool(data) and BackMsg.FromString(data).HasField("rerun_script")
    except DecodeError:  # no message of a browser: Streamlit ends the connection for it
        return False


def ends(message: Message) -> bool:
    """Tell whether a message to a visitor is the last of a page."""
    data = message.get("bytes") or b""
    if len(data) > SHORT:
        return False
    found = ForwardMsg.FromString(data)
    return bool(found.HasField("script_finished") and found.script_finished != AGAIN)
