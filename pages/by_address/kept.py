"""Answers kept for as long as the data are the same: named by a version, compressed once, made in turn."""

import gzip
from collections import OrderedDict
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import cache
from hashlib import sha256
from pathlib import Path
from threading import Lock
from types import MappingProxyType
from typing import Final, NamedTuple

from starlette.requests import Request
from starlette.responses import Response

from pages.by_address.answers import OPEN, Problem
from pages.by_address.turns import TURN, Unmade
from pages.database import rows_once
from pages.opened import build_made
from queries.by_address import version as asked_version
from queries.errors import QueryError

ROOT = Path(__file__).parents[2]
# Five minutes without asking, for a new build is to be seen the same hour; for a day an old one while asking.
CACHED: Final = "public, max-age=300, stale-while-revalidate=86400"
SMALL = 1_000  # bytes under which nothing is gained by compressing
LEVEL = 6  # of gzip: at 9 a table takes three times as long for 2 % less
MOST_KEPT = 48_000_000  # bytes of answers: every indicator in each format, and some pages of the largest tables
LARGEST_KEPT = 8_000_000  # bytes of one of them, that one archive does not push out all tables


class Made(NamedTuple):
    """The bytes of an answer.

    Attributes
    ----------
    body, media_type
        What is sent, and its type.
    headers
        That the answer has besides.
    compress
        Whether it is sent compressed: not what is so already, as pictures and archives.
    """

    body: bytes
    media_type: str
    headers: Mapping[str, str] = MappingProxyType({})
    compress: bool = True


class Version(NamedTuple):
    """Which data and which program make an answer: the same word wherever both are, and when the data were built."""

    word: str
    built_at: datetime


def version() -> Version:
    """Return the version of the database that is newest now.

    Raises
    ------
    Problem
        There is no database, and none can be built.
    """
    try:
        found = rows_once(asked_version)[0]
    except QueryError as error:
        raise Problem(503, str(error), headers={"Retry-After": "60"}) from error
    word = sha256(f"{found.data} {_program()}".encode()).hexdigest()[:16]
    return Version(word, found.built_at.replace(microsecond=0, tzinfo=UTC))


@cache
def _program() -> str:
    """Hash the program: another one may say of the same data more than this does."""
    digest = sha256()
    for folder in ("data", "pages", "queries"):
        for path in sorted(path for ending in ("py", "sql", "toml") for path in (ROOT / folder).rglob(f"*.{ending}")):
            digest.update(path.read_bytes())
    return digest.hexdigest()


class Shelf:
    """Answers by their address and version, those asked for longest ago given up first.

    Parameters
    ----------
    most
        Bytes of all of them.
    """

    def __init__(self, most: int) -> None:
        self._most, self._size, self._lock = most, 0, Lock()
        self._kept: OrderedDict[str, Made] = OrderedDict()

    def get(self, key: str) -> Made | None:
        """Return what is kept under a key."""
        with self._lock:
            if key in self._kept:
                self._kept.move_to_end(key)
            return self._kept.get(key)

    def put(self, key: str, made: Made) -> None:
        """Keep an answer, unless it is too large."""
        if len(made.body) > LARGEST_KEPT:
            return
        with self._lock:
            self._size += len(made.body) - len(self._kept.pop(key, Made(b"", "")).body)
            self._kept[key] = made
            while self._size > self._most:
                self._size -= len(self._kept.popitem(last=False)[1].body)


SHELF = Shelf(MOST_KEPT)


def kept(request: Request, make: Callable[[], Made], *, cached: str = CACHED, site: str = "") -> Response:
    """Answer with what is kept for an address, or make it.

    Parameters
    ----------
    request
        Its path and query name the answer; whoever has it already is told so, and nothing is made.
    make
        Makes it: with the same data always the same.
    cached
        How long others may keep it.
    site
        What else names the answer, as the host whose address stands in it.

    Raises
    ------
    Unmade
        It is not kept, and nobody has the turn to make it.
    """
    now = version()
    address = f"{now.word} {site}{request.url.path}?{request.url.query}"
    tag = f'W/"{sha256(address.encode()).hexdigest()[:20]}"'  # weak: compressed and plain have the same
    headers = OPEN | {
        "ETag": tag,
        "Last-Modified": format_datetime(now.built_at, usegmt=True),
        "Cache-Control": cached,
        "Vary": "Accept-Encoding",
    }
    if _has_it(request, tag, now.built_at):
        return Response(status_code=304, headers=headers)
    return _sent(request, SHELF.get(address) or _made(address, make), headers)


def _has_it(request: Request, tag: str, built_at: datetime) -> bool:
    if (said := request.headers.get("if-none-match")) is not None:
        tags = {each.strip().removeprefix("W/") for each in said.split(",")}
        return bool(tags & {tag.removeprefix("W/"), "*"})
    try:
        since = parsedate_to_datetime(request.headers.get("if-modified-since", ""))
    except ValueError:
        return False
    return since.tzinfo is not None and built_at <= since


def _made(address: str, make: Callable[[], Made]) -> Made:
    if not TURN.get():
        raise Unmade(address)
    before = build_made()
    made = make()
    packed = made._replace(body=gzip.compress(made.body, LEVEL, mtime=0)) if _compressed(made) else made
    if before == build_made():  # else a new database moved in meanwhile, and this may be of either
        SHELF.put(address, packed)
    return packed


def _compressed(made: Made) -> bool:
    return made.compress and len(made.body) >= SMALL


def _sent(request: Request, made: Made, headers: Mapping[str, str]) -> Response:
    headers = {**headers, **made.headers, "Content-Type": made.media_type}
    if not made.body.startswith(b"\x1f\x8b") or not made.compress:
        return Response(made.body, headers=headers)
    if "gzip" in request.headers.get("accept-encoding", ""):
        return Response(made.body, headers=headers | {"Content-Encoding": "gzip"})
    return Response(gzip.decompress(made.body), headers=headers)
