"""Frames: a light page of one request that says under the pointer and in rows what the chart says, and leads to it."""

import gzip
import json
import re
from html import unescape
from xml.etree import ElementTree

import pytest

from pages.by_address.routes import routes
from pages.by_address.sharing import ROUTES
from pages.choosing import short
from tests.pages.by_address.asked import get, serving
from tests.pages.by_address.test_pictures_by_address import VIEWS

MOST = 100_000  # bytes of a frame with its picture


@pytest.fixture(scope="module")
def app(built):
    return serving(ROUTES)


@pytest.fixture(scope="module")
def everything(built):
    return serving(routes())


def framed(asked):
    page, _, query = asked.partition("?")
    return f"/frame/{page}" + f"?{query}" * bool(query)


@pytest.mark.parametrize("asked", VIEWS)
def test_a_frame_is_light_and_stands_alone(app, everything, asked):
    answer = get(app, framed(asked))
    assert answer.status == 200 and len(gzip.compress(answer.body)) < MOST / 4 and len(answer.body) < MOST
    assert not re.findall(r'(?:src|href)="(?!\.\./)[^"]*"', answer.text), "nothing else is asked for"
    data = re.search(r'<a href="\.\./((?:data|api)/[^"]+)">Data \(CSV\)', answer.text)
    if not asked.startswith(("claims", "questions")):  # which name their areas by other words
        assert data and get(everything, "/" + unescape(data.group(1))).status == 200
    assert "_stcore" not in answer.text and "set-cookie" not in answer.headers
    assert "frame-ancestors *" in answer.headers["content-security-policy"]
    for picture in re.findall(r"<svg.*?</svg>", answer.text, re.DOTALL):
        svg = ElementTree.fromstring(picture)
        assert svg.find("{*}title").text and svg.find("{*}desc").text
    ids = re.findall(r'\bid="([^"]+)"', answer.text)
    assert len(ids) == len(set(ids))


def test_what_stands_in_a_frame_is_what_the_chart_says(app):
    text = unescape(get(app, framed("chart?authority=E08000017&indicator=agency_rate&from=2024&to=2025")).text)
    assert "fell from 20.0% to 12.8%" in text
    rows = re.findall(r"<tr><th scope=\"row\">(.*?)</th><td>(.*?)</td></tr>", text)
    assert any("12.8%" in " ".join(row) for row in rows) and any("20.0%" in " ".join(row) for row in rows)
    assert "12.8%" in "".join(re.findall(r"<rect[^>]*>\s*<title>(.*?)</title>", text, re.DOTALL))


def test_a_frame_of_before_leads_to_that_of_now(app):
    answer = get(app, "/embed?authority=E08000025&indicator=agency_rate&embed=true&groups=E12000005,neighbours")
    assert answer.status == 302
    assert (
        answer.headers["location"]
        == "frame/chart?authority=E08000025&indicator=agency_rate&groups=E12000005,neighbours"
    )
    assert get(app, f"/{answer.headers['location']}").status == 200


@pytest.mark.parametrize("address", ["/frame/nowhere", "/frame/upload", "/frame/1zz", "/frame/data"])
def test_what_is_no_view_has_no_frame(app, address):
    assert get(app, address).status == 404


def test_nothing_that_is_written_in_an_address_is_taken_for_html(app):
    answer = get(app, framed("chart?authority=E08000025&headline=%3Cscript%3Ealert(1)%3C/script%3E"))
    assert answer.status == 200 and "<script>alert" not in answer.text and "&lt;script&gt;" in answer.text


def test_a_program_that_has_an_address_learns_how_to_show_its_view(app):
    site = "https://children.example.gov.uk"
    ask = serving(ROUTES)
    link = short.of_address("chart", {"authority": "E08000025"})
    for url in (f"{site}/chart?authority=E08000025%26indicator=cla_rate", f"{site}/v/{link}", f"{site}/"):
        answer = get(ask, f"/oembed?format=json&maxwidth=500&url={url}")
        said = json.loads(answer.text)
        assert said["version"] == "1.0" and said["type"] == "rich" and said["width"] == 500
        frame = re.search(r'src="([^"]+)"', said["html"]).group(1)
        assert frame.startswith(f"{site}/frame/1") and get(ask, frame.removeprefix(site)).status == 200
        assert said["thumbnail_url"].startswith(f"{site}/picture/1")
    assert get(ask, "/oembed?url=https://evil.example/chart").status == 404
    assert get(ask, f"/oembed?url={site}.evil.example/chart").status == 404
    assert get(ask, f"/oembed?url={site}/&format=xml").status == 501
