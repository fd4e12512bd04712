"""Pictures: nothing overlaps or leaves the edge, letters and colours can be read, and each carries its words."""

import itertools
import os
import re
import struct
import zlib
from dataclasses import replace
from pathlib import Path
from xml.etree import ElementTree

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from pages.charts.comparison.looks import AUTHORITY_LOOKS, ENGLAND_LOOK, GROUP_LOOKS
from pages.charts.cuts import gathered, said
from pages.charts.svg.files import as_png, as_svg
from pages.charts.svg.layout import laid_out, made
from pages.charts.svg.lettering import FILES, width, wrapped
from pages.charts.svg.png import png
from pages.charts.svg.scene import Path as Stroke
from pages.charts.svg.scene import meet
from pages.charts.svg.sizes import PHONE, PRINT, SIZES
from tests.pages.drawn import VIEWS, picture_of

ALL = SIZES | {"print": PRINT, "phone": PHONE}
KEPT = os.environ.get("PICTURES")  # a folder, to look at what is drawn


@pytest.fixture(scope="session")  # of a module they would be made anew whenever a worker takes a test of another
def pictures(opened):
    return {name: picture_of(opened, **asked) for name, asked in VIEWS.items()}


@pytest.mark.parametrize("size", ALL)
@pytest.mark.parametrize("view", VIEWS)
def test_no_two_texts_meet_and_nothing_leaves_the_edge(pictures, view, size):
    picture = pictures[view]
    scene = laid_out(picture, ALL[size])
    for one, other in itertools.combinations(scene.texts, 2):
        assert not meet(one.box, other.box), f"'{one.text}' over '{other.text}'"
    for text in scene.texts:
        left, top, right, bottom = text.box
        assert left >= 0 and top >= 0 and right <= scene.width and bottom <= scene.height, text.text
    for shape in scene.shapes:
        for x, y in shape.points if isinstance(shape, Stroke) else [(shape.x, shape.y)]:
            assert -0.5 <= x <= scene.width + 0.5 and -0.5 <= y <= scene.height + 0.5
    if KEPT:
        svg = scene.svg(title=picture.headline, description="")
        Path(KEPT, f"{view.replace(' ', '-')}-{size}.png").write_bytes(png(svg, description="", zoom=ALL[size].zoom))


@pytest.mark.parametrize("view", VIEWS)
def test_words_stand_in_every_picture(pictures, view):
    picture = pictures[view]
    for size in ALL.values():
        said = " ".join(text.text for text in laid_out(picture, size).texts).replace("\u00a0", " ")
        unbroken = said.replace(" ", "")  # an address may be broken where it is wider than the picture
        for words in (picture.headline, picture.subtitle, "example.org/chart?authority=E08000025,E08000017"):
            assert re.sub(r"\s", "", words) in unbroken, size.name
        drawn = made(picture, size).picture
        assert re.sub(r"\s", "", drawn.source) in unbroken and re.sub(r"\s", "", drawn.stamp) in unbroken
        assert "Open Government Licence v3.0" in said and "published" in said and "2026-08-22" in said
        for end in picture.drawing.panels[0].ends:
            assert end.name.split()[-1] in said
        assert ("DRAFT, unpublished" in said) == (view == "a draft")


def test_a_gap_is_named_and_no_line_crosses_it(pictures):
    texts = [text.text for text in laid_out(pictures["a gap"], SIZES["news"]).texts]
    assert "2024: [u]" in texts and "low reliability" in texts
    scene = laid_out(pictures["a gap"], SIZES["news"])
    data = [shape for shape in scene.shapes if isinstance(shape, Stroke) and shape.data and shape.stroke == "#12436d"]
    assert [len(shape.points) for shape in data] == [7]  # 2017 to 2023; 2025 stands alone


def test_a_break_cuts_the_line_and_is_named(pictures):
    scene = laid_out(pictures["a break"], SIZES["news"])
    data = [shape for shape in scene.shapes if isinstance(shape, Stroke) and shape.data and shape.stroke == "#12436d"]
    assert sorted(len(shape.points) for shape in data) == [2, 9]
    assert "break in series" in [text.text for text in scene.texts]


@given(st.lists(st.floats(0, 1000), max_size=8), st.floats(1, 300))
def test_breaks_that_are_near_share_a_label(places, apart):
    groups = gathered(places, apart)
    assert [place for group in groups for place in group] == sorted(places)
    assert all(after[0] - before[-1] >= apart for before, after in itertools.pairwise(groups))
    assert all(b - a < apart for group in groups for a, b in itertools.pairwise(group))
    assert all((said(group) == "break in series") == (len(group) == 1) for group in groups)


def test_an_intervention_in_force_is_open_and_an_unknown_end_is_said(pictures):
    said = " ".join(text.text for text in laid_out(pictures["an intervention in force"], SIZES["news"]).texts)
    assert "in force, last reported" in said and "Pale, hatched: in force when last reported." in said
    said = " ".join(text.text for text in laid_out(pictures["a merged authority"], SIZES["news"]).texts)
    assert "end not known" in said


def test_letters_are_large_enough():
    assert min(SIZES["news"].small, SIZES["card"].small) >= 18


def _light(colour):
    parts = [int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def _contrast(one, other):
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("view", VIEWS)
def test_contrast(pictures, view):
    scene = laid_out(pictures[view], SIZES["news"])
    assert all(_contrast(text.colour, text.behind) >= 4.5 for text in scene.texts)
    lines = [shape.stroke for shape in scene.shapes if isinstance(shape, Stroke) and shape.data]
    assert (lines or view == "one date") and all(_contrast(colour, "#ffffff") >= 3 for colour in lines)


def test_lines_are_told_apart_without_colour():
    looks = [(look.dash, look.symbol) for look in [*AUTHORITY_LOOKS, ENGLAND_LOOK, *GROUP_LOOKS]]
    assert len(set(looks)) == len(looks)
    for four in (AUTHORITY_LOOKS[:4], AUTHORITY_LOOKS[4:]):
        assert len({look.dash for look in four}) == len({look.symbol for look in four}) == 4


def _chunks(data):
    at = 8
    while at < len(data):
        (size,) = struct.unpack(">I", data[at : at + 4])
        kind, body = data[at + 4 : at + 8], data[at + 8 : at + 8 + size]
        assert struct.unpack(">I", data[at + 8 + size : at + 12 + size])[0] == zlib.crc32(kind + body)
        yield kind, body
        at += 12 + size


@pytest.mark.parametrize("size", SIZES)
def test_png_has_its_size_its_description_and_a_white_ground(pictures, size):
    picture = pictures["near-equal ends"]
    words = made(picture, SIZES[size]).picture.alternative
    drawn = as_png(picture, SIZES[size])
    found = dict(_chunks(drawn))
    assert "x".join(map(str, struct.unpack(">II", found[b"IHDR"][:8]))) == SIZES[size].pixels
    assert found[b"iTXt"].decode().split("\0")[0] == "Description" and found[b"iTXt"].decode().endswith(words)
    from io import BytesIO

    from PIL import Image

    image = Image.open(BytesIO(drawn)).convert("RGBA")
    assert image.getpixel((0, 0)) == image.getpixel((image.width - 1, image.height - 1)) == (255, 255, 255, 255)


def test_svg_for_print_has_millimetres_title_and_description(pictures):
    picture = pictures["near-equal ends"]
    svg = as_svg(replace(picture, headline="A < B", alternative="C & D", simpler=()), PRINT)
    root = ElementTree.fromstring(svg)
    names = {child.tag.split("}")[1]: child.text for child in root}
    assert (root.get("width"), root.get("height")) == ("159mm", "100mm")
    assert (names["title"], names["desc"]) == ("A < B", "C & D")


@pytest.mark.parametrize("view", VIEWS)
def test_alternative_text_follows_the_formula(pictures, view):
    text = pictures[view].alternative
    assert text.startswith("Line chart of ") and len(text) <= 250


def test_letters_are_as_wide_as_the_font_says():
    for bold, file in FILES.items():
        with TTFont(file) as font:
            glyphs, widths, units = font.getBestCmap(), font["hmtx"].metrics, font["head"].unitsPerEm
        for text in ("Birmingham", "25%", "2015 to 2025", "−3.1"):
            plain = sum(widths[glyphs[ord(letter)]][0] for letter in text) * 22 / units
            assert abs(width(text, 22, bold=bold) - plain) < 0.06 * plain  # pairs of letters stand nearer


def test_lines_are_broken_between_words_only():
    lines = wrapped("Bournemouth, Christchurch and Poole 2017\u00a0to\u00a02025", 22, 200)
    assert " ".join(lines) == "Bournemouth, Christchurch and Poole 2017\u00a0to\u00a02025"
    assert all(width(line, 22) <= 200 for line in lines)
