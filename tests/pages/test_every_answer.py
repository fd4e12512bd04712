"""Every answer says what a browser may do with it: of each status and method, refusals and errors too."""

import http.client
from urllib.parse import urlencode

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.routing import Route

from pages.by_address import answers, kept
from pages.by_address.answers import Problem, Reached
from pages.by_address.limits import Buckets
from pages.guarded.policy import EVERY, FILE, SCRIPT, Policy
from pages.served import SCRIPTS
from pages.visitor_figures.upload_limit import UploadLimit
from tests.pages.awaited import awaited
from tests.pages.by_address.asked import get

JS = f"/static/js/{next((SCRIPTS / 'js').glob('index.*.js')).name}"
UPLOAD = "/_stcore/upload_file/a/b"
LONG = "/authority?" + urlencode({"note": "a" * 8_000})
# Method, address, headers, and the status that is answered.
ASKED = [
    ("GET", "/", {}, 200), ("HEAD", "/", {}, 200), ("POST", "/", {}, 405), ("GET", "/nowhere", {}, 404),
    ("GET", "/frame/", {}, 301), ("GET", "/frame/a/upload", {}, 404), ("GET", "/embed", {}, 302),
    ("GET", JS, {"Range": "bytes=0-9"}, 206), ("GET", JS, {"Range": "bytes=999999999-"}, 416),
    ("GET", JS, {"Accept-Encoding": "gzip"}, 200), ("HEAD", JS, {}, 200), ("GET", "/static/none.js", {}, 404),
    ("GET", "/media/none.csv", {}, 404), ("GET", "/_stcore/health", {}, 200), ("GET", "/_stcore/metrics", {}, 404),
    ("GET", "/data/agency_rate.csv", {}, 200), ("HEAD", "/data/agency_rate.csv", {}, 200),
    ("OPTIONS", "/data/agency_rate.csv", {}, 204), ("POST", "/data/agency_rate.csv", {}, 405),
    ("GET", "/data/none.csv", {}, 404), ("GET", "/picture/none.svg", {}, 404), ("GET", "/frame/none", {}, 404),
    ("GET", "/frame/authority", {}, 200), ("GET", "/api/v1/docs", {}, 200), ("GET", "/api/v1/none", {}, 404),
    ("GET", "/v/1authority", {}, 404), ("GET", "/robots.txt", {}, 200), ("GET", "/favicon.ico", {}, 200),
    ("PUT", UPLOAD, {}, 403), ("OPTIONS", UPLOAD, {}, 204), ("GET", LONG, {}, 414), ("GET", "/..%2f..%2fetc", {}, 400),
    ("GET", "/%00", {}, 404), ("GET", "/data/%00.csv", {}, 404), ("GET", "/static/js/%0a.js", {}, 404),
]  # fmt: skip


def kinds(headers):
    """Say which policy an answer has, by its type."""
    kind = headers.get("content-type", "")
    return "page" if "text/html" in kind else SCRIPT.decode() if "javascript" in kind else FILE.decode()


def holds(path, headers):
    """Hold the headers of an answer to what is due to one of its type at its address."""
    assert all(headers[name.decode()] == value.decode() for name, value in EVERY)
    assert headers["cross-origin-resource-policy"] in ("same-origin", "cross-origin")
    policy, due = headers["content-security-policy"], kinds(headers)
    may_be_framed = path == "/frame/authority"
    if due == "page":
        assert {"default-src 'none'", "object-src 'none'"} <= set(policy.split("; "))
        assert "script-src 'unsafe-inline'" not in policy
        assert policy.endswith("frame-ancestors *" if may_be_framed else "frame-ancestors 'none'"), policy
        assert may_be_framed or headers["x-frame-options"] == "DENY"
        assert headers["cross-origin-opener-policy"] == "same-origin" and "camera=()" in headers["permissions-policy"]
    else:
        assert policy == due


def test_every_answer_of_the_server_has_its_policy(server):
    there = http.client.HTTPConnection(server.removeprefix("http://"), timeout=60)
    for method, path, given, status in ASKED:
        there.request(method, path, headers=given)
        answer = there.getresponse()
        answer.read()
        assert (answer.status, method, path) == (status, method, path)
        holds(path.partition("?")[0], {name.lower(): value for name, value in answer.getheaders()})
    there.close()


def broken(request):
    raise RuntimeError("Quagga7719")


def nothing(request):
    raise Problem(503, "There is no database.")


def made(request):
    return kept.kept(request, lambda: kept.Made(b"a", "text/csv"))


def test_so_have_refusals_and_errors(built, monkeypatch):
    monkeypatch.setattr(answers, "BUCKETS", Buckets(at_once=3, now=lambda: 0.0))
    routes = [Route(f"/data/{each.__name__}", Reached(each)) for each in (broken, nothing, made)]
    app = Starlette(routes=routes, middleware=[Middleware(Policy)])
    for name, status in (("nothing", 503), ("made", 200), ("made", 200), ("made", 429)):
        answer = get(app, f"/data/{name}")
        assert answer.status == status
        holds("", answer.headers)
    files = UploadLimit(app, {"a": 3}.__getitem__, int)
    answer = get(Policy(files), "/_stcore/upload_file/a/b", method="PUT")
    assert answer.status == 429
    holds("", answer.headers)


def test_what_goes_wrong_is_answered_so_too_and_says_nothing_of_itself(monkeypatch):
    """Starlette's own answer to an error stands before ours, and has no headers."""
    sent = []

    async def send(message):
        sent.append(message)

    app = Starlette(routes=[Route("/data/broken", broken)], middleware=[Middleware(Policy)])
    scope = {"type": "http", "method": "GET", "path": "/data/broken", "query_string": b"", "headers": []}
    with pytest.raises(RuntimeError):  # it goes on to the server, which writes it to its log
        awaited(app(scope, None, send))
    assert [message["type"] for message in sent] == ["http.response.start", "http.response.body"]
    assert sent[0]["status"] == 500 and b"Quagga" not in sent[1]["body"]
    holds("", {name.decode(): value.decode() for name, value in sent[0]["headers"]})
