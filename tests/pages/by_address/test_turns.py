"""A flood of what must be made: so many wait, others are refused, the same is made once, and what is kept is sent."""

import asyncio
import json
from threading import Event

import pytest
from starlette.routing import Route

from pages.by_address import answers, kept, turns
from pages.by_address.answers import Reached
from pages.by_address.limits import Buckets
from pages.by_address.turns import Making
from pages.guarded.whence import HEADER
from tests.pages.awaited import awaited
from tests.pages.by_address.asked import serving

MOST = 5  # that are being made or wait, in these tests


class Server:
    """A server whose answers are made when the test says so."""

    def __init__(self):
        self.may, self.made, self.queue = Event(), [], Making(at_once=1, most=MOST)
        self.looked = []
        self.app = serving([Route("/picture/{name}", Reached(self._answer, worth=10, making=self.queue))])

    def _answer(self, request):
        try:
            return kept.kept(request, lambda: self._make(request.url.path))
        except turns.Unmade:
            self.looked.append(request.url.path)
            raise

    def _make(self, path):
        self.may.wait(30)
        self.made.append(path)
        return kept.Made(path.encode(), "image/png")

    async def get(self, name, *, whence="192.0.2.1", gone=None):
        """Ask from an address; who goes away when `gone` is set reads no answer."""
        sent, first = [], True
        scope = {
            "type": "http", "method": "GET", "path": f"/picture/{name}", "raw_path": b"", "query_string": b"",
            "headers": [(b"host", b"x.uk"), (b"x-forwarded-for", whence.encode())], "root_path": "", "scheme": "http",
            "server": ("x.uk", 80), "client": ("10.0.0.1", 1), "http_version": "1.1",
        }  # fmt: skip

        async def receive():
            nonlocal first
            if first:
                first = False
                return {"type": "http.request", "body": b"", "more_body": False}
            await (gone or asyncio.Event()).wait()
            return {"type": "http.disconnect"}

        async def send(message):
            sent.append(message)

        await self.app(scope, receive, send)
        return sent[0]["status"], dict(sent[0]["headers"]), b"".join(each.get("body", b"") for each in sent)


@pytest.fixture
def server(built, monkeypatch):
    monkeypatch.setattr(kept, "SHELF", kept.Shelf(kept.MOST_KEPT))
    monkeypatch.setattr(answers, "BUCKETS", Buckets(now=lambda: 0.0))
    monkeypatch.setenv(HEADER, "x-forwarded-for")
    made = Server()
    yield made
    made.may.set()


async def begun(server, many):
    """Wait until so many are being made or wait."""
    async with asyncio.timeout(30):
        while server.queue.length < many:
            await asyncio.sleep(0.002)


def test_of_a_flood_from_many_addresses_so_many_wait_and_the_others_are_asked_to_come_again(server):
    async def flood():
        server.may.set()
        assert (await server.get("kept"))[0] == 200
        server.may.clear()
        asked = [asyncio.create_task(server.get(n, whence=f"192.0.2.{n}")) for n in range(100)]
        await begun(server, MOST)
        async with asyncio.timeout(20):
            while (refused := sum(each.done() for each in asked)) < 100 - MOST:
                await asyncio.sleep(0.002)
            kept = await server.get("kept", whence="198.51.100.1")
        server.may.set()
        return [await each for each in asked], refused, kept

    found, refused, kept = awaited(flood())
    assert refused == 100 - MOST and kept[::2] == (200, b"/picture/kept"), "what is kept is sent meanwhile"
    assert [status for status, *_ in found].count(200) == MOST and len(server.made) == MOST + 1
    _, headers, body = next(each for each in found if each[0] == 503)
    assert int(headers[b"retry-after"]) > 0 and headers[b"content-type"] == b"application/problem+json"
    assert json.loads(body)["status"] == 503 and headers[b"cache-control"] == b"no-store"
    assert server.queue.length == 0


def test_the_same_is_made_once_for_all_who_want_it_and_paid_for_by_one(server):
    async def crowd():
        asked = [asyncio.create_task(server.get("same")) for _ in range(50)]
        async with asyncio.timeout(30):
            while len(server.looked) < 50:  # all have looked whether it is kept
                await asyncio.sleep(0.002)
        await asyncio.sleep(0.05)
        server.may.set()
        return [await each for each in asked]

    assert {each[0] for each in awaited(crowd())} == {200} and server.made == ["/picture/same"]
    assert answers.BUCKETS.wait("192.0.2.1", 141) > 0 and answers.BUCKETS.wait("192.0.2.1", 140) == 0


def test_who_goes_away_waits_no_longer(server):
    async def left():
        gone = asyncio.Event()
        first = asyncio.create_task(server.get("first"))
        await begun(server, 1)
        others = [asyncio.create_task(server.get(n, gone=gone)) for n in range(MOST - 1)]
        await begun(server, MOST)
        gone.set()
        await asyncio.gather(*others)
        length = server.queue.length
        server.may.set()
        return await first, length

    (status, *_), length = awaited(left())
    assert status == 200 and length == 1 and server.made == ["/picture/first"]
    assert awaited(server.get("0"))[0] == 200


def test_who_waits_for_too_long_is_asked_to_come_again(server, monkeypatch):
    monkeypatch.setattr(turns, "PATIENCE", 0.05)

    async def slow():
        first = asyncio.create_task(server.get("first"))
        await begun(server, 1)
        second, same = await server.get("second"), await server.get("first")
        server.may.set()
        return (await first)[0], second[0], same[0]

    assert awaited(slow()) == (200, 503, 503) and server.made == ["/picture/first"]
