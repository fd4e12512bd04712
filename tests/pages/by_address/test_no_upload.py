"""Nothing of a visitor's upload is reachable by an address: a session holds a file, and every route is looked over."""

import asyncio
import gzip
import http.client
import io
import sys
import zipfile

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.routing import Route

from data.catalogue import indicators
from pages.by_address.data.datasets import datasets
from pages.by_address.data.figures import ENDINGS
from pages.by_address.routes import routes
from pages.holding.held import KEY, VisitorFigures
from tests.benchmarks.endure.visitor import Visitor, connected
from tests.pages.awaited import awaited
from tests.pages.by_address.asked import get
from tests.test_import_law import ROOT, arrows

FILE = b"Measure,Local authority,30 September 2024\r\nAgency social workers (%),Birmingham,37.531\r\n"
# Where a session that holds the file would draw it: what is planted is Birmingham's.
OF_VIEWS = ("chart?authority=E08000025&indicator=agency_rate", "authority?authority=E08000025&indicator=agency_rate")
PLANTED = (b"37.531", b"planted-by-a-test", b"DRAFT")  # the last is what stands at own figures wherever they are shown
SHOWN = "37.5"  # as a page writes it
NAME = "planted-by-a-test.csv"
# The addresses are asked from one of this machine that nobody else asks from, which only Linux has: its bucket is full.
WHENCE = ("127.0.0.7", 0) if sys.platform == "linux" else None


@pytest.fixture
def planted(built):
    """Hold a visitor's file where a thread without a session looks for one, which is where a route might find it."""
    own = VisitorFigures()
    own.take(FILE, NAME)
    assert own.reading is not None and PLANTED[0] in own.data
    st.session_state[KEY] = own
    yield own
    del st.session_state[KEY]


def addresses():
    found = [f"/data/agency_rate.{ending}" for ending in ENDINGS]
    found += [f"/api/v1/{name}?limit=10000" for name in datasets()]
    found += [f"/api/v1/{name}{ending}?limit=100" for name in datasets() for ending in (".csv", ".parquet")]
    found += [
        f"/{kind}{asked}" for asked in OF_VIEWS for kind in ("frame/", "oembed?url=https://children.example.gov.uk/")
    ]
    found += [f"/picture/{asked.replace('?', '.svg?')}" for asked in OF_VIEWS]
    found += [f"/feeds/{each}" for each in ("england.atom", "E08000025.json", "releases.ics")] + [
        "/sitemap.xml",
        "/api/v1/",
    ]
    found += [f"/api/v1/{each}" for each in ("openapi.json", "docs", KEY, "upload")]
    return [*found, f"/data/{KEY}.csv", "/data/upload.json"]


def opened_up(body):
    if zipfile.is_zipfile(io.BytesIO(body)):
        with zipfile.ZipFile(io.BytesIO(body)) as pack:
            return b"".join(pack.read(name) for name in pack.namelist())
    return gzip.decompress(body) if body.startswith(b"\x1f\x8b") else body


def looked_over(server):
    """Ask a server for every address; return how many bytes were looked over, and which addresses knew of the file."""
    there = http.client.HTTPConnection(server.removeprefix("http://"), timeout=60, source_address=WHENCE)
    looked, knew = 0, []
    for address in addresses():
        there.request("GET", address)
        answer = there.getresponse()
        body = opened_up(answer.read())
        assert answer.status != 429
        knew += [address] if any(text in body for text in PLANTED) else []
        looked += len(body)
    there.close()
    return looked, knew


async def while_a_session_holds_it(server):
    """Be a visitor who sends the file and opens a page that shows it, before and after all addresses are asked for."""
    async with connected(server) as socket:
        visitor = Visitor(socket)
        status, _ = await visitor.send_file(server, NAME, FILE)
        held = [await is_shown(visitor)]
        found = await asyncio.to_thread(looked_over, server)
        held.append(await is_shown(visitor))
    assert status == 204 and all(held)
    return found


async def is_shown(visitor):
    """Say whether a page shows the file; a run that begins anew has two ends, and the next page meets the second."""
    for _ in range(3):
        seen = await visitor.open(OF_VIEWS[1])
        assert not seen.errors
        if any("DRAFT" in text and SHOWN in text for text in seen.texts):
            return True
    return False


def test_no_address_knows_what_a_session_holds(server):
    looked, knew = awaited(while_a_session_holds_it(server))
    assert knew == [] and looked > 8_000_000 and "agency_rate" in indicators()


def test_no_view_by_address_looks_where_there_is_no_session(planted):
    app = Starlette(routes=routes())
    for address in addresses():
        if address.startswith(("/picture/", "/frame/", "/oembed")):
            assert not any(text in opened_up(get(app, address).body) for text in PLANTED), address


def test_all_that_is_reached_by_address_only_reads():
    for route in routes():
        assert isinstance(route, Route)
        for method in ("POST", "PUT", "DELETE"):
            path = route.path
            for name in route.param_convertors:
                path = path.replace(f"{{{name}}}", "a")
            assert get(Starlette(routes=[route]), path, method=method).status == 405


def test_no_module_behind_the_data_by_address_knows_how_uploads_are_held():
    between = arrows(ROOT / "pages")
    seen, left = set(), {name for name in between if name.startswith("pages.by_address.data")}
    while left:
        seen |= left
        left = set().union(*(between.get(name, set()) for name in left)) - seen
    assert "pages.database" in seen and len(seen) > 20
    assert [name for name in seen if name.startswith(("pages.holding", "pages.visitor_figures"))] == []
