"""A limit on uploads: how many files wait, of a session, of an address, of all, and how long one may take."""

import asyncio
from collections import Counter
from collections.abc import Callable

from starlette.types import ASGIApp, Receive, Scope, Send

from pages.guarded.whence import whence

PATH = "/_stcore/upload_file/"
MOST = 3  # files of a session that come or wait to be read; the page takes each away as soon as it has read it
MOST_OF_ONE = 20  # files of one network address, behind which an office may sit: it takes no more than a third of all
MOST_OF_ALL = 60  # files of all sessions: at the five megabytes that the page allows they are 300
LONGEST = 120.0  # seconds for a file to come: five megabytes take as long by a bad mobile network


class UploadLimit:
    """Refuse a file where enough come or wait already, and one that does not come: Streamlit itself would hold any.

    Parameters
    ----------
    app
        What serves everything else.
    waiting
        Tells how many files the server holds of a session.
    of_all
        Tells how many it holds of all sessions.
    longest
        Seconds for a file to come.
    """

    def __init__(
        self,
        app: ASGIApp,
        waiting: Callable[[str], int],
        of_all: Callable[[], int],
        longest: float = LONGEST,
    ) -> None:
        self._app, self._waiting, self._of_all, self._longest = app, waiting, of_all, longest
        self._coming: Counter[str] = Counter()
        self._whose: dict[str, str] = {}  # the network address of each session that has a file here

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        if scope["type"] != "http" or scope["method"] != "PUT" or PATH not in scope["path"]:
            await self._app(scope, receive, send)
            return
        session, visitor = scope["path"].partition(PATH)[2].partition("/")[0], whence(scope)
        if self._here(session) >= MOST or self._of(visitor) >= MOST_OF_ONE:
            await _refuse(send, 429, b"Too many files at once")
        elif self._of_all() + self._coming.total() >= MOST_OF_ALL:
            await _refuse(send, 503, b"Too many files are being read: try again in a minute")
        else:
            self._whose[session] = visitor
            await self._taken(session, scope, receive, send)

    def _here(self, session: str) -> int:
        """Count the files of a session that come or wait."""
        return self._waiting(session) + self._coming[session]

    def _of(self, visitor: str) -> int:
        """Count those of all sessions of a network address."""
        self._whose = {session: whose for session, whose in self._whose.items() if self._here(session)}
        return sum(self._here(session) for session, whose in self._whose.items() if whose == visitor)

    async def _taken(self, session: str, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a file in, and count it as long as it comes."""
        self._coming[session] += 1
        try:
            async with asyncio.timeout(self._longest):
                await self._app(scope, receive, send)
        except TimeoutError:
            await _refuse(send, 408, b"The file took too long to come")
        finally:
            self._coming[session] -= 1
            self._coming += Counter()  # which leaves out those of whom none is left


async def _refuse(send: Send, status: int, words: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": [(b"connection", b"close")]})
    await send({"type": "http.response.body", "body": words})
