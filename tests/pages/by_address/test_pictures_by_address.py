"""Pictures by address: the page's own picture, in any size, drawn once; none of what no page shows; floods wait."""

import struct
from xml.etree import ElementTree

import pytest

from pages import given, places
from pages.by_address import answers
from pages.by_address.limits import Buckets
from pages.by_address.pictures import answer
from pages.by_address.sharing import DRAWN, ROUTES
from pages.by_address.stage import picture_of
from pages.by_address.views import NOT_BY_ADDRESS, view
from pages.charts.svg.sizes import BY_ADDRESS
from pages.choosing.printed import pictured
from pages.choosing.short import opened
from pages.holding import held
from tests.pages.by_address.asked import get, serving

VIEWS = (
    "home", "authority?authority=E08000017", "compare?authority=E08000025,E08000017&indicator=agency_rate",
    "england?indicator=cla_rate&as=map", "chart?authority=E08000017&indicator=agency_rate&from=2024",
    "ofsted?as=share", "interventions?as=chronology&authority=E08000025",
    "before-and-after?authority=E08000017&indicator=agency_rate", "claims", "questions?question=9",
    "stands-out?authority=E08000017", "indicator?indicator=agency_rate",
)  # fmt: skip


@pytest.fixture(scope="module")
def app(built):
    return serving(ROUTES)


def addressed(view, ending="png", **query):
    page, _, rest = view.partition("?")
    more = "&".join([*rest.split("&")] * bool(rest) + [f"{name}={value}" for name, value in query.items()])
    return f"/picture/{page}.{ending}" + f"?{more}" * bool(more)


@pytest.mark.parametrize("asked", VIEWS)
def test_a_view_has_its_picture_by_its_long_and_by_its_short_address(app, asked):
    answer = get(app, addressed(asked, "svg"))
    assert answer.status == 200 and answer.headers["content-type"].startswith("image/svg+xml")
    page, _, query = asked.partition("?")
    found = view(page, dict(each.split("=") for each in query.split("&") if each))
    ours = picture_of(found.place, dict(found.address))
    assert ElementTree.fromstring(answer.text).find("{*}title").text
    host, link = ours.picture.stamp.split(" · ")[-1].rsplit("/v/", 1)
    assert host and opened(link)[0] == found.place.address, "a reader can type what stands on it"
    assert get(app, f"/picture/{found.short}.svg").body == answer.body


def test_it_is_the_picture_of_the_page_itself(app, built):
    answer = get(app, addressed("chart?authority=E08000017&indicator=agency_rate&from=2024&to=2025", "svg"))
    assert "fell from 20.0% to 12.8%" in answer.text and "while England" in answer.text


@pytest.mark.parametrize("size", BY_ADDRESS)
def test_each_size_has_the_pixels_that_it_says(app, size):
    answer = get(app, addressed("chart?authority=E08000025", size=size))
    assert answer.body[:8] == b"\x89PNG\r\n\x1a\n" and answer.headers["content-type"] == "image/png"
    wanted = BY_ADDRESS[size]
    wide, tall = struct.unpack(">II", answer.body[16:24])
    assert wide == wanted.width * wanted.zoom and tall >= wanted.height * wanted.zoom, "it grows where words need it"


def test_a_picture_is_drawn_once_and_sent_once(app, monkeypatch):
    address = addressed("chart?authority=E08000016&indicator=cla_rate")
    first = get(app, address)
    monkeypatch.setattr(answer, "drawn", None)
    assert get(app, address).body == first.body
    again = get(app, address, if_none_match=first.headers["etag"])
    assert again.status == 304 and again.body == b"" and again.headers["etag"] == first.headers["etag"]


@pytest.mark.parametrize(
    ("address", "status"),
    [
        ("/picture/nowhere.png", 404), ("/picture/upload.png", 404), ("/picture/embed.png", 404),
        ("/picture/1zz.png", 404), ("/picture/data.png", 404), ("/picture/home.gif", 404),
        ("/picture/home.png?size=huge", 400), ("/picture/chart.png?authority=E99999999", 404),
        ("/picture/chart.png?indicator=no_such_measure", 404),
    ],
)  # fmt: skip
def test_what_is_no_view_has_no_picture_and_never_another(app, address, status):
    assert get(app, address).status == status


def test_every_page_is_either_drawn_or_said_not_to_be(app):
    assert all(not place.pictured for place in places.PLACES if place.address in NOT_BY_ADDRESS)
    for place in places.PLACES:
        answer = get(app, f"/picture/{place.address or 'home'}.svg")
        assert answer.status == (200 if place.pictured else 404), place.address


def test_each_picture_of_a_page_that_has_several_has_its_address(app):
    several = {"compare?authority=E08000025,E08000017&indicator=agency_rate": 2, "ofsted?as=figures": 6}
    for view_asked, many in several.items():
        drawn = [get(app, addressed(view_asked, "svg", picture=n)) for n in range(1, many + 2)]
        assert [each.status for each in drawn] == [200] * many + [404]
        assert len({each.body for each in drawn}) == many + 1
        assert get(app, addressed(view_asked, "svg")).body == drawn[0].body
    for said in ("0", "x", "-1", "\u0661", "100", ""):
        assert get(app, f"/picture/home.svg?picture={said}").status == 400, said
    frame = get(app, "/frame/compare?authority=E08000025,E08000017&indicator=agency_rate&picture=2").text
    assert "?size=news&amp;picture=2" in frame


def test_the_menu_of_a_page_names_the_address_of_its_pictures(app):
    page = "https://x.uk/kids/compare?authority=E08000025,E08000017&indicator=agency_rate"
    site, link = pictured(page, number=2).rsplit("/picture/", 1)
    assert site == "https://x.uk/kids" and link.endswith(".png?picture=2") and pictured(page).endswith(".png")
    assert get(app, f"/picture/{link}&size=phone").body[:4] == b"\x89PNG"
    found = view("compare", {"indicator": "agency_rate", "authority": "E08000025,E08000017"})
    assert pictured(page) == f"https://x.uk/kids/picture/{found.short}.png", "as previews name it"


def test_whoever_asks_without_end_is_asked_to_wait(app, monkeypatch):
    kept = addressed("chart?authority=E09000002", ending="svg")
    get(app, kept)
    monkeypatch.setattr(answers, "BUCKETS", Buckets(at_once=2.5 * DRAWN, each_second=0.001))
    assert [get(app, kept).status for _ in range(2)] == [200, 200], "what is kept costs little"
    monkeypatch.setattr(answers, "BUCKETS", Buckets(at_once=2.5 * DRAWN, each_second=0.001))
    asked = [get(app, addressed(f"chart?authority=E0900000{n}", "svg")) for n in (4, 5, 6, 7)]
    assert [each.status for each in asked] == [200, 200, 429, 429]
    assert int(asked[-1].headers["retry-after"]) > 0


def test_nothing_of_a_visitor_is_drawn(app, monkeypatch):
    """A page that runs for an address finds no figures of anybody, whatever sessions hold."""
    seen = []
    whole = held.held
    monkeypatch.setattr(held, "held", lambda: seen.append(whole()) or whole())
    for each in VIEWS:
        page, _, query = each.partition("?")
        found = view(page, dict(part.split("=") for part in query.split("&") if part))
        ours = picture_of(found.place, dict(found.address))
        assert not ours.picture.draft
    assert all(each is None or not (each.records or each.data) for each in seen)
    assert given.page_is_wanted(), "after it pages are shown as before"


def test_a_picture_names_the_address_that_is_set_and_never_the_host_of_a_request(app, monkeypatch):
    monkeypatch.setenv("DASHBOARD_SITE", "https://public.example")
    answer = get(app, addressed("chart?authority=E09000003", "svg"))
    assert "public.example/v/1" in answer.text.replace("\u200b", "") and "children.example.gov.uk" not in answer.text
