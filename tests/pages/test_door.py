"""Who comes in: limits on connections, messages, addresses and files, by a stub and by the served dashboard."""

import asyncio
import http.client
import json
import socket
import urllib.error
import urllib.request
from collections import Counter
from threading import BoundedSemaphore, Thread

import pytest
from websockets.exceptions import ConnectionClosed, InvalidStatus
from websockets.sync.client import connect

from etl.reader import fence
from pages.guarded import door
from pages.guarded.door import Door
from pages.guarded.whence import HEADER
from pages.visitor_figures.upload_limit import MOST, MOST_OF_ALL, MOST_OF_ONE, UploadLimit
from tests.pages.awaited import awaited


async def passed(scope, receive, send):
    await send({"type": "http.response.start", "status": 200, "headers": []})
    await send({"type": "http.response.body", "body": b"ours"})


@pytest.mark.parametrize(
    "path", ["/_stcore/metrics", "/_stcore/agent/openapi.json", "/_stcore/agent/mcp", "/_stcore/script-health-check"]
)
def test_what_is_for_whoever_runs_it_is_shown_to_nobody(server, path):
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(server + path)
    assert refused.value.code == 404
    refused.value.close()


def test_a_page_around_ours_gives_it_no_orders(server):
    with urllib.request.urlopen(f"{server}/_stcore/host-config") as answer:
        assert json.load(answer)["allowedOrigins"] == []


def test_an_address_has_a_length(server):
    for path, status in (("/authority?claim=" + "a" * 7_000, 200), ("/authority?claim=" + "a" * 8_000, 414)):
        there = http.client.HTTPConnection(server.removeprefix("http://"))
        there.request("GET", path)
        answer = there.getresponse()
        said = answer.read()
        there.close()
        assert answer.status == status and (status == 200 or b"at most 8,000 characters" in said)


def connected(door, host, headers=()):
    """Connect to the door as from a host, stay as long as the app behind it lets one, and return what was sent."""

    async def run():
        sent = []

        async def send(message):
            sent.append(message)

        async def receive():
            return {"type": "websocket.connect"}

        await door({"type": "websocket", "client": (host, 1), "headers": headers}, receive, send)
        return sent

    return asyncio.ensure_future(run())


def test_connections_are_counted_by_address_and_in_all_and_let_go_of(monkeypatch):
    monkeypatch.setattr(door, "MOST", 5)
    monkeypatch.setattr(door, "MOST_OF_ONE", 3)

    async def run():
        hold = asyncio.Event()

        async def app(scope, receive, send):
            await receive()
            await hold.wait()
            await send({"type": "websocket.close"})

        entrance = Door(app)
        hosts = ["a"] * 4 + ["b"] * 3 + ["c"]
        there = [connected(entrance, host) for host in hosts]
        await asyncio.sleep(0)
        for _ in range(3):
            await asyncio.sleep(0)
        inside = dict(entrance._inside)
        hold.set()
        answers = [(await each)[-1].get("code") for each in there]
        return inside, answers, dict(entrance._inside)

    inside, answers, after = awaited(run())
    assert inside == {"a": 3, "b": 2} and after == {}
    assert answers == [None, None, None, 1013, None, None, 1013, 1013]


PROXY = "10.0.0.9"


@pytest.mark.parametrize(
    ("trusted", "let_in"),
    [
        ("x-real-ip", ["a", "a", None, "b", "c"]),  # each visitor behind our proxy is counted by itself
        ("", ["a", "a", None, None, None]),  # no header is believed: whoever writes one counts as where they come from
    ],
)
def test_behind_our_proxy_each_visitor_is_counted_and_elsewhere_no_header_helps(monkeypatch, trusted, let_in):
    monkeypatch.setattr(door, "MOST_OF_ONE", 2)
    monkeypatch.setenv(HEADER, trusted)

    async def run():
        hold, inside = asyncio.Event(), []

        async def app(scope, receive, send):
            inside.append(dict(scope["headers"])[b"x-real-ip"].decode())
            await hold.wait()

        entrance = Door(app)
        real = (b"a", b"a", b"a", b"b", b"c")
        said = [[(b"x-real-ip", each), (b"x-forwarded-for", b"%d" % at)] for at, each in enumerate(real)]
        there = [connected(entrance, PROXY, headers) for headers in said]
        for _ in range(3):
            await asyncio.sleep(0)
        hold.set()
        full = [[message.get("code") for message in await each] == [1013] for each in there]
        return inside, full

    inside, full = awaited(run())
    assert inside == [each for each in let_in if each]
    assert full == [each is None for each in let_in]


def test_whoever_sends_more_than_a_person_can_is_shown_out(monkeypatch):
    now = [0.0]
    monkeypatch.setattr(door, "monotonic", lambda: now[0])
    sent, codes = [], []

    async def receive():
        return {"type": "websocket.receive", "bytes": b""}

    async def send(message):
        sent.append(message)

    async def run(seconds, times):
        passed = door.measured(receive, send)
        for _ in range(times):
            now[0] += seconds
            codes.append((await passed()).get("code"))

    awaited(run(0.11, 500))  # nine a second, for as long as one likes
    assert set(codes) == {None} and sent == []
    codes.clear()
    awaited(run(0.0, 61))
    assert codes == [None] * 60 + [1008] and sent == [{"type": "websocket.close", "code": 1008}]


def put(limit, session, whence="192.0.2.1"):
    sent = []

    async def send(message):
        sent.append(message)

    scope = {"type": "http", "method": "PUT", "path": f"/_stcore/upload_file/{session}/id", "client": (whence, 1)}
    return limit(scope, None, send), sent


def test_a_session_cannot_heap_up_files():
    limit = UploadLimit(passed, {"one": 3, "two": 0}.__getitem__, lambda: 3)
    for session, status in (("one", 429), ("two", 200)):
        answer, sent = put(limit, session)
        awaited(answer)
        assert sent[0]["status"] == status


def test_files_that_are_still_coming_count_and_all_sessions_together_have_a_limit():
    held = Counter()

    async def run():
        hold = asyncio.Event()

        async def app(scope, receive, send):
            await hold.wait()
            await passed(scope, receive, send)

        limit = UploadLimit(app, held.__getitem__, held.total)
        puts = [put(limit, session, session) for session in ["one"] * 5 + [f"other {n}" for n in range(MOST_OF_ALL)]]
        there = [asyncio.ensure_future(answer) for answer, _ in puts]
        await asyncio.sleep(0)
        hold.set()
        await asyncio.gather(*there)
        return Counter(sent[0]["status"] for _, sent in puts), limit._coming

    statuses, left = awaited(run())
    assert statuses == {429: 2, 503: 3, 200: MOST_OF_ALL} and left == {}


def test_a_file_that_does_not_come_is_waited_for_only_so_long():
    async def never(scope, receive, send):
        await asyncio.Event().wait()

    limit = UploadLimit(never, Counter().__getitem__, int, longest=0.01)
    answer, sent = put(limit, "one")
    awaited(answer)
    assert sent[0]["status"] == 408 and limit._coming == {}


def test_one_network_address_does_not_take_the_places_of_all():
    """Files that nobody reads stay while their connections do: of one address a third, and room for the others."""
    held = Counter()

    async def kept(scope, receive, send):
        held[scope["path"].split("/")[3]] += 1
        await send({"type": "http.response.start", "status": 204, "headers": []})

    limit = UploadLimit(kept, held.__getitem__, held.total)

    def sent_by(whence, sessions):
        return [status(limit, f"{whence} {number}", whence) for number in sessions for _ in range(MOST)]

    assert sent_by("192.0.2.1", range(30)) == [204] * MOST_OF_ONE + [429] * (30 * MOST - MOST_OF_ONE)
    assert sent_by("192.0.2.2", range(2)) == [204] * 2 * MOST
    held.clear()  # they were read, or their connections ended
    assert sent_by("192.0.2.1", range(2)) == [204] * 2 * MOST
    assert set(limit._whose) == {f"192.0.2.1 {number}" for number in range(2)}


def status(limit, session, whence):
    answer, sent = put(limit, session, whence)
    awaited(answer)
    return sent[0]["status"]


def test_files_are_read_a_few_at_a_time(monkeypatch):
    at_once, most, full = Counter(), [], BoundedSemaphore(2)

    def run(*command, **more):
        at_once["now"] += 1
        most.append(at_once["now"])
        assert not {"DASHBOARD_DATABASE", "HOME", "PYTHONPATH"} & more["env"].keys()
        full.acquire(timeout=0.01)
        at_once["now"] -= 1
        raise fence.subprocess.TimeoutExpired("read", 1)

    monkeypatch.setattr(fence, "AT_ONCE", BoundedSemaphore(2))
    monkeypatch.setattr(fence.subprocess, "run", run)

    def read():
        with pytest.raises(fence.Unanswered):
            fence.ask("read", {}, b"", 1)

    threads = [Thread(target=read) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(most) == 6 and max(most) <= 2


def stream(server, **more):
    return connect(f"ws{server.removeprefix('http')}/_stcore/stream", subprotocols=["streamlit"], **more)


def test_a_connection_in_the_name_of_another_site_is_refused(server):
    with pytest.raises(InvalidStatus) as refused:
        stream(server, origin="https://other.invalid")
    assert refused.value.response.status_code == 403


@pytest.mark.parametrize(
    ("message", "code"),
    [(b"\xff" * 1_200_000, 1009), (b"\xff\xff not a message", 1002), ("text", 1003)],
    ids=["large", "not a message", "text"],
)
def test_a_malformed_message_ends_its_connection_and_nothing_else(server, message, code):
    with stream(server, origin=server) as other, stream(server, origin=server) as mine:
        with pytest.raises(ConnectionClosed) as ended:
            mine.send(message)
            while True:
                mine.recv(timeout=10)
        assert ended.value.rcvd.code == code
        assert other.ping().wait(10)


@pytest.mark.parametrize("frame", [b"\x82\x05plain", b"\xf2\x80\x00\x00\x00\x00", b"\x83\x80\x00\x00\x00\x00"])
def test_bytes_that_are_no_frame_end_their_connection(server, frame):
    host, port = server.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as there:
        there.sendall(
            f"GET /_stcore/stream HTTP/1.1\r\nHost: {host}:{port}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n".encode()
        )
        assert b" 101 " in there.recv(4096)
        there.sendall(frame)
        rest = b""
        while got := there.recv(4096):
            rest += got
        assert rest.endswith(b"") and b"\x88" in rest  # a closing frame, and then nothing more


def test_a_file_in_the_name_of_another_site_is_refused(server):
    asked_of = urllib.request.Request(f"{server}/_stcore/upload_file/a/b", data=b"a", method="PUT")
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(asked_of)
    assert refused.value.code == 403
    refused.value.close()


def test_the_cookie_against_forgery_stays_within_the_site(server):
    assert "samesite=strict" in cookie_against_forgery(server).lower()


def test_a_file_with_a_token_that_is_not_the_cookies_is_refused(server):
    held = cookie_against_forgery(server).split(";")[0]
    right = {"Cookie": held, "X-Xsrftoken": held.partition("=")[2]}
    tried = ({"X-Xsrftoken": "made up"}, right | {"X-Xsrftoken": "made up"}, right)
    # the last is refused for its session, which there is not
    assert [refused_with(server, headers) for headers in tried] == [403, 403, 400]


def cookie_against_forgery(server):
    with urllib.request.urlopen(f"{server}/_stcore/health") as answer:
        (cookie,) = [each for each in answer.headers.get_all("set-cookie") if each.startswith("_streamlit_xsrf=")]
    return cookie


def refused_with(server, headers):
    """Send a file to no session that there is, and return the status."""
    with pytest.raises(urllib.error.HTTPError) as refused:
        urllib.request.urlopen(urllib.request.Request(f"{server}/_stcore/upload_file/a/b", b"a", headers, method="PUT"))
    refused.value.close()
    return refused.value.code
