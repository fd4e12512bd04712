"""Who comes in: how many are connected at once, how often each may ask, and what is answered to nobody.

A request to a page is cheap; a connection is not, for a visitor's page runs for each of its messages.
"""

from collections import Counter
from time import monotonic
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from pages.guarded.connections import Connections
from pages.guarded.whence import whence
from pages.served import base

# Figures and a description of the server for whoever runs it, which Streamlit shows everybody.
NOBODY: Final = ("/_stcore/metrics", "/_stcore/agent/", "/_stcore/script-health-check")
LONGEST: Final = 8_000  # characters of an address: twenty authorities, groups and a headline take 1,500
MOST: Final = 1_500  # connections at once: at 140 KB a session they take 210 MB
MOST_OF_ONE: Final = 500  # of them from one network address, behind which a whole office may sit
# Messages of one connection: a visitor who draws a slider along sends ten a second, for a moment.
AT_ONCE, EACH_SECOND = 60, 10
# Of HTTP; and of websockets: try again later, not of the kind that is understood, against the rules.
TOO_LONG, FULL, NOT_UNDERSTOOD, TOO_MANY = 414, 1013, 1003, 1008
NOT_HERE: Final = 503  # the answer to a wish to connect for which nginx.conf asks another process


class Door:
    """Keep out what is too much: connections, messages, long addresses, and what only the one who runs it should see.

    Parameters
    ----------
    app
        What serves everything else.
    connections
        Where those that are open are kept; once it is closed, nobody comes in.
    """

    def __init__(self, app: ASGIApp, connections: Connections | None = None) -> None:
        self._app, self._base = app, base()
        self._inside: Counter[str] = Counter()
        self._connections = connections or Connections()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, or a connection."""
        if scope["type"] == "websocket":
            await self._connected(scope, receive, send)
        elif scope["type"] == "http" and self._is_nowhere(scope["path"]):
            await refuse(send, 404, "Not found")
        elif scope["type"] == "http" and len(scope["path"]) + len(scope["query_string"]) > LONGEST:
            await refuse(send, TOO_LONG, f"An address of this site has at most {LONGEST:,} characters.")
        else:
            await self._app(scope, receive, send)

    def _is_nowhere(self, path: str) -> bool:
        """Tell whether a path is for nobody, or holds what no file can be called by: it would end in an error."""
        return path.removeprefix(self._base).startswith(NOBODY) or not path.isprintable()

    async def _connected(self, scope: Scope, receive: Receive, send: Send) -> None:
        if self._connections.closed:
            await receive()  # the wish to connect
            await refuse(send, NOT_HERE, "This process ends: another one answers.", before="websocket.http.")
            return
        visitor = whence(scope)
        if self._inside.total() >= MOST or self._inside[visitor] >= MOST_OF_ONE:
            await receive()  # the wish to connect, which is answered by the end of it
            await send({"type": "websocket.close", "code": FULL})
            return
        self._inside[visitor] += 1
        try:
            with self._connections.one(receive, send) as connection:
                await self._app(scope, measured(connection.receive, connection.send), connection.send)
        finally:
            self._inside[visitor] -= 1
            if not self._inside[visitor]:  # nothing is kept of who was here
                del self._inside[visitor]


def measured(receive: Receive, send: Send) -> Receive:
    """Pass messages on; end the connection of whoever sends more than a person can, or texts, which no browser does."""
    left, before = float(AT_ONCE), monotonic()

    async def passed() -> Message:
        nonlocal left, before
        message = await receive()
        now = monotonic()
        left = min(AT_ONCE, left + (now - before) * EACH_SECOND) - 1
        before = now
        text = message.get("text") is not None
        if message["type"] == "websocket.disconnect" or (left >= 0 and not text):
            return message
        code = NOT_UNDERSTOOD if text else TOO_MANY
        await send({"type": "websocket.close", "code": code})
        return {"type": "websocket.disconnect", "code": code}

    return passed


async def refuse(send: Send, status: int, words: str, before: str = "http.") -> None:
    """Answer with a sentence, in messages whose names begin as those of the kind of request do."""
    body = words.encode()
    headers = [(b"content-type", b"text/plain; charset=utf-8"), (b"content-length", str(len(body)).encode())]
    await send({"type": f"{before}response.start", "status": status, "headers": headers})
    await send({"type": f"{before}response.body", "body": body})
