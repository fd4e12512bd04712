"""An address that nobody would type opens a page that says so, and shows no value of it as anything but text.

A few of each kind; `python -m tests.benchmarks.endure.addresses` tries hundreds.
"""

import random

import pytest

from pages.places import PLACES
from tests.benchmarks.endure.addresses import OTHER, lapses, live, strange

MARKUP = f"![a](https://{OTHER}/a.png)<img src=https://{OTHER}/a.png onerror=alert(1)>"
# A page of each kind of choice, with what its parameters are the most open to.
TRIED = (
    ("authority", {"authority": MARKUP, "indicator": "agency_rate," * 600}),
    ("authority", {"authority": "E08000025", "indicator": "' or 1=1 --", "with": MARKUP, "from": "9" * 400}),
    ("compare", {"authority": ",".join(f"E{n:08d}" for n in range(700)), "as": MARKUP, "base": "-1"}),
    ("england", {"indicator": "agency_rate", "as": "change", "from": "1e999", "to": "²", "region": "\x00"}),
    ("chart", {"authority": "E08000025", "indicator": "agency_rate", "headline": MARKUP * 50, "edition": "../../x"}),
    ("before-and-after", {"authority": "E08000017", "event": f"judgement:{MARKUP}", "years": "inf"}),
    ("claims", {"claim": MARKUP, "authority": "__proto__"}),
)


@pytest.fixture(autouse=True)
def _database(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))


@pytest.mark.parametrize(("place", "address"), TRIED, ids=lambda each: each if isinstance(each, str) else "")
def test_a_strange_address_is_answered_with_a_page_and_nothing_of_it_is_live(place, address):
    assert lapses(place, address) == []


def test_what_is_live_is_known_by_its_marks():
    address = f"https://{OTHER}/a.png"
    for text in (
        f"![a]({address})",
        f"<img src={address}>",
        "a <script>",
        f"see {address}",
        "[a](javascript:alert(1))",
    ):
        assert live(text)
    for text in (f"`{address}`", f"`![a]({address})`", "a < b", rf"https\://{OTHER}"):
        assert not live(text)


def test_every_page_is_tried_in_the_long_run():
    chance = random.Random(1)
    assert {strange(chance)[0] for _ in range(300)} == {place.address for place in PLACES}
