"""What the server adds to Streamlit's own: its scripts compressed once, and the largest of them named ahead."""

import gzip
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any

import streamlit as st

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]
SCRIPTS = Path(st.__file__).parent / "static" / "static"
UNDER = "/static/"
TYPES = {".js": b"text/javascript; charset=utf-8", ".css": b"text/css; charset=utf-8"}
# The names of Streamlit's scripts change with their contents: whoever has one need never ask for it again.
FOREVER = b"public, max-age=31536000, immutable"


class Scripts:
    """Answer for Streamlit's scripts with bytes that are compressed at the first request and kept.

    Streamlit leaves them as they are, 9 MB for a first visit; compressed anew for each visitor they cost a quarter of
    a second of the one loop that serves everybody.

    Parameters
    ----------
    app
        What serves everything else.
    """

    def __init__(self, app: App) -> None:
        self._app = app
        self._kept: dict[str, bytes] = {}
        drawn = sorted((SCRIPTS / "js").glob("PlotlyChart.*.js"))
        self._ahead = b", ".join(f"<./static/js/{path.name}>; rel=modulepreload".encode() for path in drawn)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["method"] != "GET":
            await self._app(scope, receive, send)
        elif (path := _script(scope["path"])) and _takes_gzip(scope):
            await _answer(self._compressed(path), path.suffix, send)
        else:
            await self._app(scope, receive, self._naming(scope["path"], send))

    def _compressed(self, path: Path) -> bytes:
        if path.name not in self._kept:
            self._kept[path.name] = gzip.compress(path.read_bytes(), compresslevel=9)
        return self._kept[path.name]

    def _naming(self, path: str, send: Send) -> Send:
        """Name the script of charts in the header of a page: the browser fetches it while the page still starts."""
        if path.count("/") > 1 or "." in path or not self._ahead:
            return send

        async def named(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] == 200:
                message = {**message, "headers": [*message["headers"], (b"link", self._ahead)]}
            await send(message)

        return named


def _script(path: str) -> Path | None:
    """Return the script of Streamlit's that an address asks for; nothing outside its folder."""
    found = (SCRIPTS / path.removeprefix(UNDER)).resolve()
    asked = path.startswith(UNDER) and found.suffix in TYPES and found.is_relative_to(SCRIPTS) and found.is_file()
    return found if asked else None


def _takes_gzip(scope: Scope) -> bool:
    return any(name == b"accept-encoding" and b"gzip" in value for name, value in scope["headers"])


async def _answer(body: bytes, ending: str, send: Send) -> None:
    headers = [
        (b"content-type", TYPES[ending]), (b"content-encoding", b"gzip"), (b"content-length", str(len(body)).encode()),
        (b"cache-control", FOREVER), (b"vary", b"Accept-Encoding"), (b"x-content-type-options", b"nosniff"),
    ]  # fmt: skip
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})
