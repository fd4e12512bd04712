"""Nothing of a visitor's upload is reachable by an address: a file is planted, and every route is looked over."""

import gzip
import io
import zipfile

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.routing import Route

from data.catalogue import indicators
from pages.by_address import answers
from pages.by_address.data.datasets import datasets
from pages.by_address.data.figures import ENDINGS
from pages.by_address.limits import Buckets
from pages.by_address.routes import routes
from pages.holding.held import KEY, VisitorFigures
from tests.pages.by_address.asked import get
from tests.test_import_law import ROOT, arrows

FILE = b"Measure,Local authority,30 September 2024\r\nAgency social workers (%),Birmingham,37.531\r\n"
# Where a session that holds the file would draw it: what is planted is Birmingham's.
OF_VIEWS = ("chart?authority=E08000025&indicator=agency_rate", "authority?authority=E08000025&indicator=agency_rate")
PLANTED = (b"37.531", b"planted-by-a-test")


@pytest.fixture
def planted(built):
    """Hold a visitor's file where a thread without a session looks for one, which is where a route might find it."""
    own = VisitorFigures()
    own.take(FILE, "planted-by-a-test.csv")
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


def test_no_address_knows_what_a_visitor_holds(planted, monkeypatch):
    monkeypatch.setattr(answers, "BUCKETS", Buckets(at_once=1e9))
    app = Starlette(routes=routes())
    looked = 0
    for address in addresses():
        body = opened_up(get(app, address).body)
        assert not any(text in body for text in PLANTED), address
        looked += len(body)
    assert looked > 8_000_000 and "agency_rate" in indicators()


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
