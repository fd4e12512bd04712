"""What all answers by address keep: versions, conditions, methods, errors, limits, and bytes compressed once."""

import gzip
import json
from datetime import timedelta
from email.utils import format_datetime, parsedate_to_datetime

import pytest
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.middleware.gzip import GZipMiddleware
from starlette.routing import Route

from pages.by_address import answers, kept
from pages.by_address.answers import Problem, Reached
from pages.by_address.limits import Buckets
from pages.by_address.routes import routes
from pages.guarded.whence import HEADER, whence
from tests.pages.by_address.asked import get

LONG = b"a,b\r\n" * 1000


@pytest.fixture
def made():
    return []


@pytest.fixture
def client(built, monkeypatch, made):
    """Ask a server with one table, one sentence, one refusal, behind the compression that the dashboard has."""

    def table(request):
        return kept.kept(request, lambda: made.append(request.url.path) or kept.Made(LONG, "text/csv"))

    def archive(request):
        return kept.kept(request, lambda: kept.Made(LONG, "application/zip", compress=False))

    def refused(request):
        raise Problem(404, "There is no such thing.", parameter="name")

    monkeypatch.setattr(answers, "BUCKETS", Buckets(now=lambda: 0.0))
    monkeypatch.setattr(kept, "SHELF", kept.Shelf(kept.MOST_KEPT))
    found = [Route(f"/{each.__name__}", Reached(each)) for each in (table, archive, refused)]
    middleware = [Middleware(GZipMiddleware, minimum_size=1000, compresslevel=6)]
    app = Starlette(routes=found, middleware=middleware)
    return lambda path, method="GET", accept_encoding="gzip", **headers: get(
        app, path, method=method, accept_encoding=accept_encoding, **headers
    )


def test_an_answer_is_made_once_and_compressed_once(client, made):
    for _ in range(3):
        answer = client("/table")
        assert gzip.decompress(answer.body) == LONG and answer.headers["content-encoding"] == "gzip"
        assert int(answer.headers["content-length"]) < 200
    plain = client("/table", accept_encoding="identity")
    assert plain.body == LONG and "content-encoding" not in plain.headers
    assert made == ["/table"]
    assert client("/table?a=1").headers["etag"] != plain.headers["etag"] and len(made) == 2
    assert client("/archive").body == LONG


def test_whoever_has_an_answer_is_told_so_and_nothing_is_made(client, made):
    first = client("/table")
    tag, modified = first.headers["etag"], first.headers["last-modified"]
    later = format_datetime(parsedate_to_datetime(modified) + timedelta(days=1), usegmt=True)
    earlier = format_datetime(parsedate_to_datetime(modified) - timedelta(seconds=1), usegmt=True)
    made.clear()
    for headers, status in [
        ({"if_none_match": tag}, 304),
        ({"if_none_match": f'"other", {tag.removeprefix("W/")}'}, 304),
        ({"if_none_match": "*"}, 304),
        ({"if_none_match": '"other"'}, 200),
        ({"if_none_match": '"other"', "if_modified_since": later}, 200),
        ({"if_modified_since": modified}, 304),
        ({"if_modified_since": later}, 304),
        ({"if_modified_since": earlier}, 200),
        ({"if_modified_since": "yesterday"}, 200),
    ]:
        answer = client("/table", **headers)
        assert (answer.status, headers) == (status, headers)
        assert answer.headers["etag"] == tag and (answer.body == b"") is (status == 304)
    assert made == []


def test_what_another_program_or_other_data_make_has_another_version(built, monkeypatch):
    before = kept.version()
    monkeypatch.setattr(kept, "_program", lambda: "another")
    assert kept.version().word != before.word and kept.version().built_at == before.built_at


def test_headers_alone_are_those_of_the_answer(client):
    whole, bare = client("/table"), client("/table", "HEAD")
    assert bare.body == b"" and bare.status == 200
    assert dict(bare.headers) == dict(whole.headers)


def test_anyones_page_may_read_and_none_may_write(client):
    asked = client("/table", "OPTIONS", origin="https://example.org")
    assert asked.status == 204 and asked.headers["access-control-allow-methods"] == "GET, HEAD, OPTIONS"
    for path, status in (("/table", 200), ("/refused", 404)):
        answer = client(path, origin="https://example.org")
        assert answer.status == status and answer.headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in answer.headers
        assert answer.headers["cross-origin-resource-policy"] == "cross-origin"
    for method in ("POST", "PUT", "PATCH", "DELETE", "TRACE"):
        answer = client("/table", method)
        assert answer.status == 405 and answer.headers["allow"] == "GET, HEAD, OPTIONS"
        assert json.loads(answer.body)["status"] == 405


def test_a_refusal_says_what_is_wrong(client):
    answer = client("/refused")
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    assert json.loads(answer.body) == {
        "type": "about:blank", "title": "Not Found", "status": 404, "detail": "There is no such thing.",
        "instance": "/refused", "parameter": "name",
    }  # fmt: skip


def test_a_bucket_empties_fills_and_is_forgotten():
    now = [0.0]
    buckets = Buckets(at_once=3, each_second=2, now=lambda: now[0])
    assert [buckets.wait("a") for _ in range(4)] == [0, 0, 0, 0.5]
    assert buckets.wait("b", cost=3) == 0 and len(buckets) == 2
    now[0] = 0.5
    assert [buckets.wait("a"), buckets.wait("a")] == [0, 0.5]
    now[0] = 60
    assert buckets.wait("c") == 0 and len(buckets) == 1


def test_the_number_of_buckets_is_bounded(monkeypatch):
    monkeypatch.setattr("pages.by_address.limits.MOST", 100)
    buckets = Buckets(now=lambda: 0.0)
    for number in range(500):
        buckets.wait(f"10.0.{number // 256}.{number % 256}")
    assert len(buckets) == 100


def test_too_many_requests_are_refused_with_a_time(client, monkeypatch):
    monkeypatch.setattr(answers, "BUCKETS", Buckets(at_once=2, each_second=0.5, now=lambda: 0.0))
    assert [client("/table").status for _ in range(3)] == [200, 200, 429]
    refused = client("/table")
    assert refused.headers["retry-after"] == "2" and json.loads(refused.body)["status"] == 429


def test_a_header_counts_only_where_our_proxy_is_named_and_only_what_it_wrote():
    def scope(client, **headers):
        said = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
        return {"client": (client, 1), "headers": said}

    forwarded = scope("10.0.0.1", x_forwarded_for="6.6.6.6, 192.0.2.7")
    assert whence(forwarded, {}) == "10.0.0.1"
    assert whence(forwarded, {HEADER: "X-Forwarded-For"}) == "192.0.2.7"
    assert whence(forwarded, {HEADER: "x-real-ip"}) == "10.0.0.1"
    assert whence(scope("2001:db8:1:2:3::4"), {}) == whence(scope("2001:db8:1:2::"), {}) == "2001:db8:1:2::/64"
    assert whence({"client": None, "headers": []}, {}) == ""


def test_a_shelf_gives_up_what_was_asked_for_longest_ago():
    shelf = kept.Shelf(30)
    for key in "abc":
        shelf.put(key, kept.Made(b"0123456789", ""))
    assert shelf.get("a")
    shelf.put("d", kept.Made(gzip.compress(b""), ""))
    assert shelf.get("a") and shelf.get("b") is None
    shelf.put("e", kept.Made(b"0" * (kept.LARGEST_KEPT + 1), ""))
    assert shelf.get("e") is None and shelf.get("a")


def test_routes_are_given_as_one_list():
    assert isinstance(routes(), list)
