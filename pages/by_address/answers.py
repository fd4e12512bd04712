"""What all that is reached by address has in common: methods, limits, errors, and that anyone's page may read it.

It is loaded when the server starts, and nothing heavy with it; `kept.py` keeps the answers themselves.
"""

from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import partial
from http import HTTPStatus
from math import ceil
from typing import Final

from anyio import CapacityLimiter
from anyio.lowlevel import RunVar
from anyio.to_thread import run_sync
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from pages.by_address.limits import Buckets
from pages.by_address.turns import Gone, Making, TooMany, Unmade, unless_gone
from pages.guarded.whence import whence

METHODS: Final = ("GET", "HEAD", "OPTIONS")
# Anyone's page may read what is public already, and sees what its scripts need of the answer.
OPEN: Final = {
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Expose-Headers": "ETag, Last-Modified, Link, Retry-After, Content-Disposition",
    "Cross-Origin-Resource-Policy": "cross-origin",
}
ASKED_BEFORE: Final = {
    "Access-Control-Allow-Methods": ", ".join(METHODS),
    "Access-Control-Allow-Headers": "If-None-Match, If-Modified-Since",
    "Access-Control-Max-Age": "86400",  # seconds: a day, the longest that browsers keep it
}
# Threads of ours: those of the server are for scripts and styles too, which must not wait for a table.
THREADS = 8
# Tables and feeds take a tenth of a second each, two at once on a small server: the last of a hundred waits five.
TABLES = Making(at_once=2, most=100)
BUCKETS = Buckets()
LATER = "10"  # seconds after which half of those that waited have their answers
_threads: RunVar[CapacityLimiter] = RunVar("threads of answers by address")


class Problem(Exception):
    """Why there is no answer, as RFC 9457 writes it.

    Parameters
    ----------
    status
        Of HTTP.
    detail
        What is wrong with what was asked, and what may be asked.
    parameter
        Which part of the address it is about, if any.
    headers
        That the answer has besides.
    """

    def __init__(
        self, status: int, detail: str, *, parameter: str = "", headers: Mapping[str, str] | None = None
    ) -> None:
        super().__init__(detail)
        self.status, self.detail, self.parameter, self.headers = status, detail, parameter, dict(headers or {})

    def response(self, path: str) -> Response:
        """Write it as an answer to an address."""
        said: dict[str, str | int] = {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "detail": self.detail,
            "instance": path,
        }
        body = said | ({"parameter": self.parameter} if self.parameter else {})
        headers = OPEN | {"Cache-Control": "no-store"} | self.headers
        return JSONResponse(body, self.status, headers, media_type="application/problem+json")


class Reached:
    """What answers at one address: `Route("/data/{name}", Reached(answer))`.

    Parameters
    ----------
    answer
        Takes a request and gives its answer, in a thread; a `Problem` that it raises is written as such.
    cost
        Tokens that a request takes from its address's bucket: as many as answers of a tenth of a second it is worth.
    worth
        Tokens that it takes besides where the answer is not kept and must be made.
    making
        In which queue it waits then.
    """

    def __init__(
        self, answer: Callable[[Request], Response], *, cost: float = 1, worth: float = 0, making: Making = TABLES
    ) -> None:
        self._answer, self._cost, self._worth, self._making = answer, cost, worth, making

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request."""
        request = Request(scope)
        try:
            response = await self._response(request, receive)
        except Problem as problem:
            response = problem.response(request.url.path)
        except Gone:  # nobody reads it, but whatever stands between them and us expects an answer
            response = Response(status_code=503)
        await (without_body(response) if request.method == "HEAD" else response)(scope, receive, send)

    async def _response(self, request: Request, receive: Receive) -> Response:
        if request.method == "OPTIONS":
            return Response(status_code=204, headers=OPEN | ASKED_BEFORE | {"Allow": ", ".join(METHODS)})
        if request.method not in METHODS:
            raise Problem(405, "Only reading is possible here.", headers={"Allow": ", ".join(METHODS)})
        pay(request, self._cost)
        try:
            return await self._answered(request)
        except Unmade as wanted:
            return await unless_gone(receive, partial(self._made, request, wanted.key))

    async def _answered(self, request: Request) -> Response:
        return await run_sync(self._answer, request, limiter=_limiter())

    async def _made(self, request: Request, key: str) -> Response:
        """Answer once somebody else has made it, or when it is one's turn to."""
        try:
            while await self._making.another(key):
                with suppress(Unmade):  # it was too large to be kept, or a new database moved in
                    return await self._answered(request)
            pay(request, self._worth)
            async with self._making.turn(key):
                return await self._answered(request)
        except TooMany as error:
            raise Problem(503, "Too many answers are being made.", headers={"Retry-After": LATER}) from error


def pay(request: Request, cost: float) -> None:
    """Take tokens for a request: at the door, and again by what must be made anew and costs more.

    Raises
    ------
    Problem
        There are too few.
    """
    if seconds := BUCKETS.wait(whence(request.scope), cost):
        again = str(ceil(seconds))
        raise Problem(429, f"Too many requests: ask again in {again} s.", headers={"Retry-After": again})


def _limiter() -> CapacityLimiter:
    """Return what counts our threads, one for each loop."""
    try:
        return _threads.get()
    except LookupError:
        _threads.set(CapacityLimiter(THREADS))
        return _threads.get()


def without_body(response: Response) -> Response:
    """Return the same answer for whoever asks for its headers alone."""
    bare = Response(status_code=response.status_code)
    bare.raw_headers = response.raw_headers
    return bare
