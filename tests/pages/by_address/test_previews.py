"""What a link says of its view: read by a parser of its own for 40 views; true for all authorities and indicators."""

from html.parser import HTMLParser
from xml.etree import ElementTree

import pytest
from starlette.responses import HTMLResponse, PlainTextResponse

import queries.catalogue
from data.catalogue import indicators
from pages.by_address.previews.crawled import listed
from pages.by_address.previews.document import Previews
from pages.by_address.previews.words import words
from pages.by_address.routes import routes
from pages.by_address.sharing import ROUTES
from pages.by_address.views import at_page
from pages.choosing import short
from pages.database import every_authority
from pages.opened import is_open
from pages.places import PLACES, at
from pages.served import SCRIPTS
from tests.pages.by_address.asked import get, serving
from tests.pages.by_address.test_short_links import committed

SITE = "https://children.example.gov.uk"
INDEX = (SCRIPTS.parent / "index.html").read_text(encoding="utf-8")


class Head(HTMLParser):
    """What a crawler reads: the title, and each meta and link element."""

    def __init__(self, text):
        super().__init__()
        self.title, self.meta, self.links, self.others, self.language, self._in = "", {}, {}, {}, "", False
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        self.language = given.get("lang", "") if tag == "html" else self.language
        self._in = tag == "title"
        if tag == "meta" and "content" in given:
            self.meta[given.get("property") or given.get("name")] = given["content"]
        if tag == "link":
            self.links[given["rel"]] = given["href"]
            if given["rel"] == "alternate":
                self.others[given["type"]] = given["href"]

    def handle_data(self, data):
        if self._in:
            self.title += data

    def handle_endtag(self, tag):
        self._in = self._in and tag != "title"


async def streamlit(scope, receive, send):
    """Answer as Streamlit does: with its document whatever is asked for."""
    if "/_stcore/" in scope["path"]:
        await PlainTextResponse("ok")(scope, receive, send)
    else:
        await HTMLResponse(INDEX)(scope, receive, send)


@pytest.fixture(scope="module")
def site(built):
    assert every_authority() and is_open()
    return Previews(streamlit, routes=ROUTES)


@pytest.fixture(scope="module")
def found(opened):
    return {each.area_code: each for each in queries.catalogue.authorities(opened)}


FORTY = [address for _, address in committed() if not address.startswith("/embed")][::7][:40]


@pytest.mark.parametrize("address", FORTY)
def test_a_crawler_reads_what_the_view_is(site, address):
    answer = get(site, address.replace(" ", "+"))
    head = Head(answer.text)
    assert answer.status == 200 and "Streamlit" not in head.title and head.language == "en-GB"
    assert head.meta["og:title"] and head.title.startswith(head.meta["og:title"])
    assert head.meta["description"] == head.meta["og:description"] and len(head.meta["description"]) > 60
    assert head.links["canonical"].startswith(f"{SITE}/{address[1:].split('?')[0]}")
    if image := head.meta.get("og:image"):
        page, _ = short.opened(image.removeprefix(f"{SITE}/picture/").split(".png")[0])
        assert page == address[1:].split("?")[0] and image.endswith("size=card")
    assert len(answer.body) - len(INDEX) < 3_000


def test_the_picture_of_a_preview_is_there(built):
    app = serving(ROUTES)
    for address in FORTY[:4]:
        image = Head(get(Previews(streamlit), address).text).meta.get("og:image")
        if image:
            assert get(app, image.removeprefix(SITE)).status in (200, 404)


def test_titles_name_what_is_shown_of_whom_and_nobody_else(site, found):
    """Every authority, and every indicator with one authority in ten: neither changes what is said of the other."""
    every = list(found)
    for n, (id, about) in enumerate(indicators().items()):
        for code in every[n % 10 :: 10]:
            said = words(at_page(at("chart"), {"authority": code, "indicator": id}))
            assert said.title == f"{about.title}: {found[code].name}"
            assert said.description.startswith(f"{said.title}. ")


@pytest.mark.parametrize("page", [place.address for place in PLACES])
def test_a_page_without_choices_names_no_authority(site, found, page):
    said = words(at_page(at(page), {}))
    assert said.title and not any(each.name in said.title + said.description for each in found.values())


def test_what_an_address_does_not_say_is_not_named(site):
    assert "nowhere" not in words(at_page(at("authority"), {"authority": "nowhere"})).title
    assert words(at_page(at("england"), {"region": "E12000005"})).title.endswith(": West Midlands")
    eight = "E08000025,E08000017,E08000035,E08000003"
    assert words(at_page(at("compare"), {"authority": eight})).title.endswith(": 4 local authorities")


def test_nothing_of_an_address_is_written_as_html(site):
    answer = get(site, "/chart?authority=%22%3E%3Cscript%3Ealert(1)%3C/script%3E&headline=%3Cb%3E&indicator=%3Ci%3E")
    assert "<script>alert" not in answer.text and "<b>" not in answer.text and "<i>" not in answer.text


@pytest.mark.parametrize("path", ["/nowhere", "/authority/nowhere", "/.env", "/wp-login.php", "/data/x.csv"])
def test_what_is_no_page_is_not_found(site, path):
    answer = get(site, path)
    assert answer.status == 404 and "There is no such page" in answer.text and "noindex" in answer.text


def test_what_is_none_of_ours_goes_through(site):
    assert get(site, "/_stcore/health").text == "ok" and get(site, "/authority/_stcore/health").text == "ok"


def test_the_map_names_every_page_authority_and_indicator_and_all_answer(site, found):
    app = serving(ROUTES)
    answer = get(app, "/sitemap.xml")
    named = [each.text for each in ElementTree.fromstring(answer.text).findall(".//{*}loc")]
    assert answer.headers["content-type"].startswith("application/xml") and len(named) == len(set(named))
    assert sum("authority?authority=" in each for each in named) == 153
    assert all(f"{SITE}/indicator?indicator={id}" in named for id in indicators())
    assert named == [f"{SITE}/{path}" for path in listed()]
    titles = {path: Head(get(site, f"/{path}").text).title for path in listed()}
    assert all(titles.values()) and len(set(titles.values())) == len(titles), "each says of itself what it is"
    assert get(app, "/robots.txt").text.rstrip().endswith(f"Sitemap: {SITE}/sitemap.xml")


def test_the_sign_is_our_own(built):
    answer = get(serving(ROUTES), "/favicon.png")
    assert answer.body[:4] == b"\x89PNG" and answer.body != (SCRIPTS.parent / "favicon.png").read_bytes()


def test_the_address_of_the_site_can_be_set(site, monkeypatch):
    monkeypatch.setenv("DASHBOARD_SITE", "https://public.example/")
    assert Head(get(site, "/england").text).links["canonical"] == "https://public.example/england"


def test_a_feed_and_the_data_are_named_for_england_and_every_authority_and_answer(site, found):
    app = serving(routes())
    for page in ("", "england?indicator=cla_rate", "data", *(f"authority?authority={code}" for code in found)):
        others = Head(get(site, f"/{page}").text).others
        of = page.partition("=")[2] if page.startswith("authority") else "england"
        assert others["application/atom+xml"] == f"{SITE}/feeds/{of}.atom"
        assert others["application/feed+json"] == f"{SITE}/feeds/{of}.json"
        assert page == "data" or others["text/csv"].startswith(SITE)
        if page.removeprefix("authority?authority=") in ("", "england?indicator=cla_rate", "data", "E08000025"):
            assert all(
                get(app, each.removeprefix(SITE)).status == 200 for each in others.values() if "/oembed" not in each
            )
