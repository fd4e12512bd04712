"""A process that is asked to end finishes what is under way, says so to whoever sends visitors, and lets nobody in."""

import asyncio
import signal
import sys
import urllib.error
import urllib.request

import pytest
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from uvicorn import Config, Server
from uvicorn.protocols.utils import ClientDisconnected
from websockets.exceptions import ConnectionClosed

from pages.guarded import draining
from pages.guarded.connections import BEGUN_ANEW, Connections
from pages.guarded.door import Door
from pages.guarded.draining import NOTICE, Ending
from tests.benchmarks.endure.visitor import asking, connected
from tests.pages.awaited import awaited
from tests.pages.browser import begun

ADDRESS = "/authority?authority=E08000017&indicator=agency_rate"
CLOSED = {"type": "websocket.close", "code": BEGUN_ANEW}


def status(address: str) -> int:
    try:
        with urllib.request.urlopen(address, timeout=30) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        with refused:
            return refused.code


async def asked_to_end_while_a_page_runs(server: str, process) -> tuple[list[str], int, int]:
    """Ask for a page; end the process as soon as it has begun; what came, what `/readyz` said then, how it closed."""
    kinds = []
    async with connected(server) as visitor, connected(server) as idle:
        await visitor.send(asking(ADDRESS))
        while "new_session" not in kinds:
            kinds.append(ForwardMsg.FromString(await visitor.recv()).WhichOneof("type"))
        process.terminate()
        said = await asyncio.to_thread(status, f"{server}/readyz")
        try:
            while True:
                kinds.append(ForwardMsg.FromString(await visitor.recv()).WhichOneof("type"))
        except ConnectionClosed:
            await idle.wait_closed()
            assert idle.close_code == visitor.close_code
            return kinds, said, visitor.close_code


def test_a_page_under_way_is_sent_whole_and_the_process_ends_well(built):
    with begun(built, sys.executable) as (server, process):
        assert status(f"{server}/readyz") == 200
        kinds, said, code = awaited(asked_to_end_while_a_page_runs(server, process))
        assert said == 503
        assert kinds[-1] == "script_finished" and kinds.count("delta") > 20
        assert code == BEGUN_ANEW and process.wait(timeout=60) == 0


class Line:
    """A stub of a connection: messages of a visitor are put in, messages to the visitor are kept."""

    def __init__(self) -> None:
        self.put, self.sent = asyncio.Queue(), []

    async def send(self, message) -> None:
        self.sent.append(message)
        if message["type"] == "websocket.close":
            self.put.put_nowait({"type": "websocket.disconnect"})


async def app(scope, receive, send):
    """Answer as a page would: a page asked for begins; its end is sent by the test."""
    while (await receive())["type"] != "websocket.disconnect":
        pass


def ended(how: int = ForwardMsg.FINISHED_SUCCESSFULLY) -> dict[str, object]:
    message = ForwardMsg()
    message.script_finished = how
    return {"type": "websocket.send", "bytes": message.SerializeToString()}


def test_a_connection_is_ended_when_its_page_has_been_sent_and_not_when_that_begins_anew():
    async def run():
        connections, line = Connections(), Line()
        with connections.one(line.put.get, line.send) as connection:
            serving = asyncio.ensure_future(app(None, connection.receive, connection.send))
            line.put.put_nowait({"type": "websocket.receive", "bytes": asking("/")})
            line.put.put_nowait({"type": "websocket.receive", "bytes": b"\xff no message"})
            await asyncio.sleep(0)
            leaving = asyncio.ensure_future(connections.leave())
            for each in ({"type": "websocket.send", "bytes": b"x" * 1_000}, ended(ForwardMsg.FINISHED_EARLY_FOR_RERUN)):
                await asyncio.sleep(0)
                await connection.send(each)
            before = CLOSED in line.sent
            await connection.send(ended())
            await connection.send({"type": "websocket.send", "bytes": b"too late"})
            await serving
        await leaving
        return before, line.sent

    before, sent = awaited(run())
    assert not before and sent[-2:] == [ended(), CLOSED]


def test_who_is_idle_is_sent_away_at_once_and_who_comes_later_is_not_let_in():
    async def run():
        connections, line, late = Connections(), Line(), Line()
        door = Door(app, connections=connections)
        scope = {"type": "websocket", "path": "/_stcore/stream", "client": ("a", 1)}
        serving = asyncio.ensure_future(door(scope, line.put.get, line.send))
        await asyncio.sleep(0)
        await connections.leave()
        await serving
        late.put.put_nowait({"type": "websocket.connect"})
        await door(scope, late.put.get, late.send)
        return line.sent, late.sent

    sent, refused = awaited(run())
    assert sent == [CLOSED]
    assert [each["type"] for each in refused] == ["websocket.http.response.start", "websocket.http.response.body"]
    assert refused[0]["status"] == 503


class Gone(Line):
    """A stub of a connection whose browser has gone, before what serves it has heard of it."""

    def __init__(self, said: Exception) -> None:
        super().__init__()
        self.said = said

    async def send(self, message) -> None:
        raise self.said from OSError(message["type"])


@pytest.mark.parametrize("said", [ClientDisconnected(), RuntimeError("Unexpected ASGI message 'websocket.close'")])
def test_who_has_gone_in_that_moment_keeps_neither_the_others_nor_the_process(said):
    async def run():
        server, ending, gone, stays = Server(Config(app)), Ending(), Gone(said), Line()
        door = Door(app, connections=ending.connections)
        scope = {"type": "websocket", "path": "/_stcore/stream", "client": ("a", 1)}
        serving = [asyncio.ensure_future(door(scope, line.put.get, line.send)) for line in (gone, stays)]
        await asyncio.sleep(0)
        task = asyncio.ensure_future(ending.of(server))
        await asyncio.sleep(0.05)
        gone.put.put_nowait({"type": "websocket.disconnect"})
        await asyncio.gather(task, *serving)
        return server.should_exit, stays.sent

    assert awaited(run()) == (True, [CLOSED])


def test_a_process_ends_even_where_its_connections_cannot_be_ended(monkeypatch):
    async def run():
        server, ending = Server(Config(app)), Ending()
        monkeypatch.setattr(ending.connections, "leave", stopped)
        with pytest.raises(ZeroDivisionError):
            await ending.of(server)
        return server.should_exit

    async def stopped():
        raise ZeroDivisionError

    assert awaited(run())


def test_those_who_send_visitors_are_given_notice_and_nobody_is_waited_for_without_end(monkeypatch):
    monkeypatch.setenv(NOTICE, "0.2")
    monkeypatch.setattr(draining, "LONGEST", 0.1)

    async def run():
        server, ending, line = Server(Config(app)), Ending(), Line()
        with ending.connections.one(line.put.get, line.send) as connection:
            line.put.put_nowait({"type": "websocket.receive", "bytes": asking("/")})
            await connection.receive()
            task = asyncio.ensure_future(ending.of(server))
            await asyncio.sleep(0.05)
            during = ending.connections.closed, server.should_exit
            await task
            return during, server.should_exit, line.sent

    during, exits, sent = awaited(run())
    assert during == (False, False) and exits and sent == []


def test_asked_twice_it_ends_at_once(monkeypatch):
    taken = {}
    monkeypatch.setenv(NOTICE, "60")
    monkeypatch.setattr(draining, "ENDING", Ending())
    monkeypatch.setattr(signal, "signal", taken.__setitem__)

    async def run():
        server, said = Server(Config(app)), []
        draining.take(server, asyncio.get_running_loop())
        for _ in range(2):
            taken[signal.SIGTERM](signal.SIGTERM, None)
            await asyncio.sleep(0.01)
            said.append((draining.ENDING.begun, server.should_exit))
        return said

    assert awaited(run()) == [(True, False), (True, True)]
