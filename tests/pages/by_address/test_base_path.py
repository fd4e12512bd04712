"""Served under a path of its host, everything that is had by address stands under it, and leads on beneath it."""

import json
import re

import pytest
import streamlit as st
from starlette.applications import Starlette
from starlette.responses import HTMLResponse

from pages.by_address.previews.document import Previews
from pages.by_address.routes import routes
from pages.places import PLACES
from pages.served import SCRIPTS, Scripts
from tests.pages.by_address.asked import get

UNDER = "/care"
ADDRESSES = (
    "/healthz", "/data/agency_rate.csv?area=371", "/api/v1/", "/api/v1/docs", "/api/v1/openapi.json",
    "/api/v1/breaks.csv", "/feeds/england.atom", "/feeds/releases.ics", "/sitemap.xml", "/favicon.png",
    "/oembed?url=https://children.example.gov.uk/care/chart?authority=E08000025",
)  # fmt: skip


@pytest.fixture
def under(built):
    st.config.set_option("server.baseUrlPath", UNDER.strip("/"))
    yield
    st.config.set_option("server.baseUrlPath", "")


async def index(scope, receive, send):
    await HTMLResponse((SCRIPTS.parent / "index.html").read_text(encoding="utf-8"))(scope, receive, send)


@pytest.mark.parametrize("address", ADDRESSES)
def test_what_is_had_by_address_stands_under_the_path(under, address):
    app = Starlette(routes=routes())
    answer = get(app, UNDER + address)
    assert answer.status == 200 and get(app, address).status == 404
    named = re.findall(
        r"https://children\.example\.gov\.uk([^\s\"<]*)", answer.text if b"\x89" not in answer.body else ""
    )
    assert all(each.startswith(UNDER) for each in named), named


def test_short_links_and_frames_lead_on_under_the_path(under):
    app = Starlette(routes=routes())
    assert get(app, f"{UNDER}/v/1402119t").headers["location"].startswith("../")
    assert get(app, f"{UNDER}/embed?authority=E08000025").headers["location"].startswith("frame/")
    assert f'href="{UNDER}/"' in get(app, f"{UNDER}/v/1zz").text
    assert get(app, f"{UNDER}/api/v1").headers["location"] == f"{UNDER}/api/v1/"
    assert json.loads(get(app, f"{UNDER}/api/v1/openapi.json").text)["servers"] == [{"url": UNDER}]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.address)
def test_every_page_says_what_it_is_and_brings_our_style_under_the_path(under, place):
    page = get(Scripts(Previews(index, routes())), f"{UNDER}/{place.address}").text
    if place.address != "embed":  # leads on
        assert "<title>Streamlit" not in page and f"{UNDER}/{place.address}" in page
    assert "<body><style>" in page and f'location.origin + "{UNDER}/"' in page
    assert get(Scripts(Previews(index, routes())), f"{UNDER}/nowhere").status == 404
