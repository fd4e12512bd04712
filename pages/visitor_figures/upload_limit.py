"""A limit on uploads: a session can send the server no more files than the page takes at once. No Streamlit here."""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Scope = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[MutableMapping[str, Any]]]
Send = Callable[[MutableMapping[str, Any]], Awaitable[None]]
PATH = "/_stcore/upload_file/"
MOST = 3  # files of a session that wait to be read; the page takes each away as soon as it has read it


class UploadLimit:
    """Refuse a file of a session for which enough wait already: Streamlit itself would hold any number.

    Parameters
    ----------
    app
        What serves everything else.
    waiting
        Tells how many files the server holds of a session.
    """

    def __init__(self, app: Callable[[Scope, Receive, Send], Awaitable[None]], waiting: Callable[[str], int]) -> None:
        self._app, self._waiting = app, waiting

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] == "http" and scope["method"] == "PUT" and PATH in scope["path"]:
            session = scope["path"].partition(PATH)[2].partition("/")[0]
            if self._waiting(session) >= MOST:
                await send({"type": "http.response.start", "status": 429, "headers": []})
                await send({"type": "http.response.body", "body": b"Too many files at once"})
                return
        await self._app(scope, receive, send)
