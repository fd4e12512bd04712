"""Short links: 300 written on 27 November 2026 open the views they were written for; mistyped ones open none."""

import csv
import re
from pathlib import Path
from urllib.parse import parse_qsl
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pages.by_address.frames import embedding
from pages.by_address.sharing import ROUTES
from pages.by_address.views import view
from pages.choosing import printed, short
from pages.choosing.address import Choice
from pages.choosing.short import LETTERS, NotShort, lists, of_address, of_view, opened
from pages.places import PLACES
from tests.pages.by_address.asked import get, serving

# Never to be written anew: a link that is out in the world opens what it opened. New kinds are added at the end.
ROOT = Path(__file__).parents[3]
COMMITTED = Path(__file__).parent / "short_links.csv"
FIRST = 1365  # rows of the list of ids as it was when the first links were written
WRITTEN = 1573862542  # their sum, by crc32
SAID = st.text(st.characters(blacklist_categories=["Cs"], blacklist_characters=","), max_size=30).filter("none".__ne__)


def committed() -> list[tuple[str, str]]:
    with COMMITTED.open(encoding="utf-8", newline="") as file:
        return [(link, address) for link, address in csv.reader(file)]


def parted(address):
    page, _, query = address.removeprefix("/").partition("?")
    return page, dict(parse_qsl(query, keep_blank_values=True))


@pytest.fixture(scope="module")
def app():
    return serving(ROUTES)


def test_each_committed_link_opens_its_view_for_ever(app):
    rows = committed()
    assert len({link for link, _ in rows}) == len(rows) >= 300
    assert {parted(address)[0] for _, address in rows} >= set(lists().ids["page"][:17]) - {"", "upload"}
    for link, address in rows:
        assert opened(link) == parted(address), link
        answer = get(app, f"/v/{link}")
        assert answer.status == 302 and parted(answer.headers["location"].removeprefix("..")) == parted(address)


def test_a_link_is_as_good_in_capitals_and_with_letters_that_look_alike():
    for link, address in committed():
        for spelt in (link.upper(), link.replace("0", "o").replace("1", "l"), link.replace("1", "I")):
            assert opened(spelt) == parted(address)


def test_one_wrong_letter_opens_no_other_view():
    wrong = taken = 0
    for link, _ in committed():
        for at in range(len(link)):
            for letter in set(LETTERS[at % 7 :: 7]) - {link[at]}:
                wrong += 1
                try:
                    opened(link[:at] + letter + link[at + 1 :])
                    taken += 1
                except NotShort:
                    pass
    assert wrong > 10_000 and taken == 0


@given(st.sampled_from([place.address for place in PLACES]), st.dictionaries(SAID.filter(bool), SAID, max_size=5))
def test_any_address_can_be_written_short(page, address):
    assert opened(of_address(page, address)) == (page, address)


@given(st.text(max_size=60))
def test_any_other_text_is_refused(text):
    try:
        opened(text)
    except NotShort as error:
        assert "no link of ours" in str(error)


def test_a_link_leads_to_no_other_site(app):
    for page in ("/evil.example", "//evil.example", "authority/../x", "nowhere"):
        assert get(app, f"/v/{of_address(page, {})}").status == 404
    assert get(app, "/v/1").status == get(app, "/v/1zzz").status == 404


def test_what_was_usual_when_a_link_was_written_is_meant_when_something_else_is():
    for page, usual in lists().usual.items():
        assert opened(of_view(page, usual, [])) == (page, usual)
        shortest = of_view(page, usual, [])
        for name in usual:
            assert opened(of_view(page, usual | {name: "other"}, [])) == (page, usual | {name: "other"})
            assert len(of_view(page, usual | {name: "other"}, [])) > len(shortest)


def test_a_picture_carries_a_link_that_a_reader_can_type():
    years = tuple(map(str, range(2009, 2027)))
    offered = [
        Choice(name="authority", options=("E08000025",), default=()),
        Choice(name="to", options=years, default=("2026",)),
    ]
    text = printed.address("https://x.uk/kids/chart", {"authority": ("E08000025",), "to": ("2026",)}, offered)
    host, link = text.rsplit("/v/", 1)
    assert host == "x.uk/kids" and len(link) < 40
    page, address = opened(link)
    assert page == "chart" and address["authority"] == "E08000025" and "to" not in address, "it goes on with the data"


def test_the_list_of_ids_only_grows():
    rows = short.LIST.read_text(encoding="utf-8").splitlines()
    assert len(rows) >= FIRST and rows[0] == "page,chart,"
    assert all(len(ids) == len(set(ids)) for ids in lists().ids.values())
    spelt = of_address("a-new-page", {"indicator": "a_new_measure", "a_new_choice": "x"})
    assert opened(spelt) == ("a-new-page", {"indicator": "a_new_measure", "a_new_choice": "x"}), (
        "what is new is spelt out"
    )
    first = "\n".join(rows[:FIRST]).encode("utf-8")
    assert crc32(first) == WRITTEN, "a number that was given stays given: new ids stand at the end"


def test_every_choice_of_a_page_has_a_number_else_pictures_and_previews_would_pass_it_over():
    sources = [path.read_text(encoding="utf-8") for path in (ROOT / "pages").rglob("*.py")]
    named = {name for text in sources for name in re.findall(r'Choice\(name="([a-z-]+)"', text)}
    named |= {name for text in sources for name in re.findall(r'(?:yes_or_no|typed|year)\("([a-z-]+)"', text)}
    assert len(named) > 35 and named - set(lists().numbers["name"]) == {
        "string"
    }  # of the writing of dates, none of ours
    asked = {"authority": "E08000025", "prices": "totals", "unknown": "1"}
    assert dict(view("demand-and-money", asked).address) == {"authority": "E08000025", "prices": "totals"}
    assert dict(view("england", {"as": "money", "spend": "cla"}).address) == {"as": "money", "spend": "cla"}


def test_a_link_of_a_choice_that_had_no_number_then_opens_the_same_as_one_written_now():
    for page, asked, then in (
        ("demand-and-money", {"prices": "cash"}, [19, 0]), ("england", {"claims": "yes"}, [4, 0]),
        ("england", {"spend": "spend_looked_after_per_child"}, [4, 0]),
    ):  # fmt: skip
        ((name, value),) = asked.items()
        of_value = list(short._number("yes", "word")) if value == "yes" else [0, len(value), *value.encode()]
        numbers = [*then, 0, len(name), *name.encode(), 1, *of_value]
        text = short.VERSION + "".join(map(short._letters, numbers))
        assert opened(text + short._check(text)) == (page, asked) == opened(of_address(page, asked))


def test_a_long_address_is_offered_short_too():
    for address in ("https://x.uk/chart?authority=E08000025&headline=Half+%26+half", "https://x.uk/kids/?order=name"):
        site, link = printed.shorter(address).split("/v/")
        page, asked = opened(link)
        assert address.startswith(f"{site}/{page}") and parted(f"/{page}?{address.split('?')[1]}") == (page, asked)
    assert embedding.framed("https://x.uk/chart?authority=E08000025") == "https://x.uk/frame/" + of_address(
        "chart", {"authority": "E08000025"}
    )
