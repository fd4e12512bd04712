"""The page on which a picture is made: its files, its pack, its frozen link, its frame, and what it refuses."""

import io
import json
import re
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

import queries.catalogue
from pages.charts.svg.sizes import PRINT, SIZES
from pages.picture import pack, pictures
from pages.picture.composed import composed
from queries import pictures as questions
from queries.database import open_database
from queries.rows.catalogue import Publication
from tests.pages.drawn import BIRMINGHAM, DONCASTER, below_of, credits_of, told_of

PAGES = Path(__file__).parents[2] / "pages"
SCRIPTS = {"chart": "page.py", "embed": "embed.py"}


@pytest.fixture
def page(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))

    def open_at(script="chart", **address):
        app = AppTest.from_file(str(PAGES / "picture" / SCRIPTS[script]), default_timeout=60)
        for name, value in address.items():
            app.query_params[name.removesuffix("_")] = value
        app = app.run()
        assert not app.exception and not app.error
        return app

    return open_at


def bodies(app):
    return "".join(each.proto.body for each in app.get("html"))


def warned(app):
    return " ".join(each.value for each in (*app.warning, *app.info))


def test_every_size_and_the_pack_are_offered(page):
    labels = [json.loads(json.dumps(each.proto.label)) for each in page().get("download_button")]
    assert [label for label in labels if label.endswith("PNG")] == [f"{s.name}, {s.pixels} PNG" for s in SIZES.values()]
    assert "Print, SVG" in labels and "Share pack, ZIP" in labels


def test_a_frozen_link_shows_the_edition_and_says_that_newer_figures_exist(page):
    app = page(authority=BIRMINGHAM, indicator="agency_rate", edition="2022", from_="2017", to="2025")
    assert "of the chosen authorities and England, in the years shown, 6 figures are new." in warned(app)
    assert "published by February 2023" in warned(app)
    assert "30 September 2022" in bodies(app) and "not yet published" in bodies(app)
    shown = bodies(app).split("The same in a table")[-1]
    assert "19.3%" in shown


def test_a_live_link_says_nothing_of_editions(page):
    assert "Newer figures" not in warned(page(authority=BIRMINGHAM))


@pytest.mark.parametrize(
    "address",
    [
        {"authority": "E99999999"},
        {"authority": ",".join([BIRMINGHAM] * 10_000)},
        {"edition": "1066"},
        {"as_": "against"},
        {"from_": "2025", "to": "2017"},
        {"size": "poster"},
        {"indicator": "agency_rate", "as_": "rank", "edition": "2022"},
        {"as_": "since", "edition": "2022"},
        {"as_": "difference", "indicator": "referrals"},
        {"authority": "E06000053", "indicator": "caseload"},
        {"indicator": "spend_looked_after"},
        {"groups": "neighbours,inadequate,E12000005"},
    ],
)
@pytest.mark.parametrize("script", ["chart", "embed"])
def test_whatever_the_address_says_there_is_a_picture_or_a_sentence(page, script, address):
    app = page(script, **address)
    assert app.get("image") or warned(app)


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ({"indicator": "referrals", "as_": "rank"}, "a rank would mislead"),
        ({"indicator": "referrals", "as_": "difference"}, "is a count"),
        ({"indicator": "agency_rate", "as_": "index", "base": "2024"}, "no figure of 2024 to compare with"),
        ({"authority": "E06000053", "indicator": "agency_rate", "as_": "rank"}, "very small, so without a rank"),
    ],
)
@pytest.mark.parametrize("script", ["chart", "embed"])
def test_a_view_that_is_refused_has_no_picture_and_no_button(page, script, address, why):
    app = page(script, **{"authority": BIRMINGHAM} | address)
    assert why in warned(app)
    assert not app.get("image") and not app.get("download_button")


def test_the_frame_carries_the_picture_its_words_and_its_table(page):
    app = page("embed", authority=DONCASTER, indicator="agency_rate", from_="2024", to="2025")
    assert len(app.get("image")) == 2  # one for wide screens, one for phones
    said = "agency social workers fell from 20.0% to 12.8%, September 2024 to September 2025"
    assert f"Doncaster: {said}, while England's fell from 16.2% to 13.0%" in unescape(bodies(app))
    assert "<table" in bodies(app)


def drawn(con, code, indicator="agency_rate"):
    content = told_of(con, codes=(code,), indicator=indicator)
    given = credits_of(con, content)
    return pictures.Pictured(
        picture=composed(content, below_of(con, content), given), content=content, credits=given, version="2026-08-22",
        sources=[Publication(title="T", publisher="P", published=["2026-02"])],
        groups=[],
    )  # fmt: skip


def packed(con, code):
    drawing = drawn(con, code)
    phases = questions.phases(con, authorities=[code])
    tables = {"data.csv": lambda: code.encode()}
    return pack.packed(drawing, link="https://x/chart", on=date(2026, 11, 22), phases=phases, tables=tables)


def test_the_pack_holds_pictures_figures_and_words(built):
    con = open_database(built)
    with zipfile.ZipFile(io.BytesIO(packed(con, BIRMINGHAM))) as file:
        names = file.namelist()
        assert sum(name.endswith(".png") for name in names) == 3 and sum(name.endswith(".svg") for name in names) == 1
        assert {"data.csv", "alt-text.txt", "citation.txt", "METHODS.txt", "LINK.txt"} <= set(names)
        named = re.compile(r".*agency-rate_birmingham_2015-20\d\d_1200x675_data-2026-08-22\.png")
        assert any(map(named.fullmatch, names))
        methods = file.read("METHODS.txt").decode()
        assert "[u] low reliability" in methods and "confidence: " in methods and "https://" in methods
        cited = file.read("citation.txt").decode()
        assert cited == (
            "Analysis of P, T (published February 2026), via Children's services in England, an independent dashboard, "
            "data version 2026-08-22, https://x/chart, accessed 22 November 2026. OGL v3.0."
        )
    con.close()


def test_packs_made_at_once_do_not_mix(built):
    con = open_database(built)
    codes = queries.catalogue.authorities.frame(con)["area_code"].to_list()[:6]
    names = queries.catalogue.authorities.frame(con).set_index("area_code")["name"]
    with ThreadPoolExecutor(6) as pool:
        packs = list(pool.map(lambda code: packed(con, code), codes))
    for code, content in zip(codes, packs, strict=True):
        with zipfile.ZipFile(io.BytesIO(content)) as file:
            assert file.read("data.csv").decode() == code
            svg = next(file.read(name).decode() for name in file.namelist() if name.endswith(".svg"))
            assert names[code].split(" (")[0] in svg
            assert file.testzip() is None
    con.close()


def test_pictures_are_drawn_alike_every_time(built):
    con = open_database(built)
    first, again = (drawn(con, DONCASTER) for _ in range(2))
    assert first.svg(PRINT) == again.svg(PRINT) and first.png(SIZES["news"]) == again.png(SIZES["news"])
    con.close()
