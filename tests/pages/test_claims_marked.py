"""Claims on the pages of others: each stands at the number that the page of claims draws it at."""

from collections import Counter
from datetime import date

import pytest

from data.catalogue import indicators
from pages.by_address.stage import picture_of
from pages.charts import claimed
from pages.choosing.regions import ENGLAND
from pages.claims import beside
from pages.database import rows_once
from pages.demand.measures import BASES
from pages.places import at
from queries import claims as questions
from tests.pages.lapses import lapses

BIRMINGHAM, DONCASTER, BRADFORD = "E08000025", "E08000017", "E08000032"
YORKSHIRE = "E12000003"
CASELOAD_2018 = 16.5  # of Bradford, from which a rise by 38% is claimed
RANKED = {"indicator": "agency_rate", "to": "2022"}
CHANGED = {"indicator": "caseload", "from": "2018", "to": "2021"}


def picture(page, **address):
    given = picture_of(at(page), address)
    return given and given.picture


def marks(drawn):
    """Return the marks of claims with the number of the panel that each stands in."""
    return [(n, mark) for n, panel in enumerate(drawn.drawing.panels) for mark in panel.marks
            if mark.symbol == claimed.SYMBOL]  # fmt: skip


def row_of(drawn, name):
    """Return the height of the figure of an authority, or of a row that has a name alone."""
    panel = drawn.drawing.panels[0]
    named = [mark.y for mark in panel.marks if mark.said and mark.said[0] == name]
    return (named or [tick.at for tick in panel.up.ticks if tick.words.startswith(name)])[0]


AMONG_ALL = {
    "ranking": ("england", RANKED | {"as": "ranking", "region": YORKSHIRE}, "Bradford", 40),
    "ranking of all": ("england", RANKED | {"as": "ranking"}, "Bradford", 40),
    "England's row": ("england", {"as": "ranking", "indicator": "rereferral_rate", "to": "2025"}, "England", 22.6),
    "dots": ("england", RANKED | {"as": "dots"}, "Bradford", 40),
    "change": ("england", CHANGED | {"as": "change"}, "Bradford", CASELOAD_2018 * 1.38),
    "compared ranking": ("compare", RANKED | {"as": "ranking", "authority": BRADFORD}, "Bradford", 40),
    "compared change": ("compare", CHANGED | {"as": "change", "authority": DONCASTER}, "Bradford",
                        CASELOAD_2018 * 1.38),
}  # fmt: skip


@pytest.mark.parametrize("view", AMONG_ALL)
def test_among_all_authorities_a_claim_stands_at_its_number_on_the_row_of_whom_it_is_of(built, view):
    page, address, name, value = AMONG_ALL[view]
    drawn = picture(page, **address, claims="1")
    [(panel, mark)] = marks(drawn)
    assert (panel, mark.x, mark.y) == (0, pytest.approx(value), row_of(drawn, name))
    assert mark.named == name and mark.said[0].startswith(f"Claim: {name}: ")
    assert drawn.drawing.across.first < mark.x < drawn.drawing.across.last
    [key] = [entry.words for entry in drawn.key if entry.colour == claimed.CLAIMED]
    assert key.startswith(f"claim, not an official figure, {name} ")
    assert f"A claim, not an official figure, is marked: {name} " in drawn.alternative
    assert lapses(drawn, taller=1.3) == []
    assert marks(picture(page, **address)) == []


@pytest.mark.parametrize("view", AMONG_ALL)
def test_among_all_authorities_claims_are_looked_up_once(built, monkeypatch, view):
    page, address, *_ = AMONG_ALL[view]
    marked, asked = beside.marked, []
    monkeypatch.setattr(beside, "marked", lambda ids: asked.append(ids) or marked(ids))
    assert len(marks(picture(page, **address, claims="1"))) == 1
    assert [len(ids) for ids in asked] == [1]


@pytest.mark.parametrize(
    ("page", "address", "place"),
    [
        ("before-and-after",
         {"authority": DONCASTER, "indicator": "agency_rate", "event": "ended:doncaster-2009"}, (-4.0, 10)),
        ("double", {"authority": BIRMINGHAM, "indicator": "section47_rate", "event": "trust"},
         (date(2013, 3, 31), 107.5)),
    ],
)  # fmt: skip
def test_around_an_event_a_claim_stands_at_its_number_in_its_year(built, page, address, place):
    drawn = picture(page, **address, claims="1")
    [(panel, mark)] = marks(drawn)
    assert (panel, mark.x, mark.y) == (0, *place)
    assert "A claim, not an official figure, is marked" in drawn.alternative
    assert any("claim, not an official figure" in entry.words for entry in drawn.key)
    assert lapses(drawn, taller=1.6) == []
    assert marks(picture(page, **address)) == []


@pytest.mark.parametrize(
    "address",
    [
        {"as": "chance", "indicator": "rereferral_rate", "to": "2025"},
        {"as": "map", "indicator": "agency_rate", "to": "2022"},
        {"as": "money"},
        {"as": "ranking", "indicator": "caseload", "to": "2020"},
        CHANGED | {"as": "change", "from": "2017"},
        CHANGED | {"as": "change", "mean": "2"},
    ],
)
def test_what_has_no_place_for_a_claim_offers_none(built, address):
    assert picture("england", **address, claims="1") == picture("england", **address)


def pages_of(claim, since, on):
    """Return every page that may draw a claim, with its choices."""
    code = claim.area_code if claim.area_code.startswith(("E0", "E10")) else BIRMINGHAM
    one = {"authority": code, "indicator": claim.indicator_id}
    yield "authority", one | {"with": "england,region"}
    yield "chart", one
    yield "compare", one
    for basis, each in BASES.items():
        if claim.indicator_id in each.demand:
            yield "demand-and-money", {"authority": code, "prices": basis}
    if since:
        yield "england", {"as": "change", "indicator": claim.indicator_id, "from": str(since.year), "to": str(on.year)}
    else:
        for view in ("dots", "ranking"):
            yield "england", {"as": view, "indicator": claim.indicator_id, "to": str(on.year)}
    if not indicators()[claim.indicator_id].unit.is_count:
        yield "before-and-after", one
        yield "double", one


def numbers(drawn, claim, *, across):
    """Return the numbers at which a claim stands."""
    title = f"Claim: {claim.place}: {claim.about}, {claim.said}"
    return {(mark.x if across else mark.y) for _, mark in marks(drawn) for said in mark.said if said.startswith(title)}


def test_every_claim_that_a_page_draws_stands_where_the_page_of_claims_draws_it(built, opened):
    """All claims that are kept, on all pages that mark claims."""
    dates = {row[0]: row[1:] for row in opened.cursor().execute(
        """select claim_id, period_end, base_period_end from dashboard.claim
        where reading in ('figure', 'change', 'times')"""
    ).fetchall()}  # fmt: skip
    seen, said = Counter(), rows_once(questions.said)
    assert len(said) == 168
    for claim in said:
        own = picture("claims", claim=claim.claim_id)
        there = numbers(own, claim, across=False) if own else set()
        if claim.claim_id not in dates:
            assert there == set()
            continue
        on, since = dates[claim.claim_id]
        for page, address in pages_of(claim, since, on):
            drawn = picture(page, **address, claims="1")
            found = numbers(drawn, claim, across=page == "england") if drawn else set()
            assert found in (set(), there), (claim.claim_id, page)
            seen[page] += bool(found)
            if claim.area_code == ENGLAND and indicators()[claim.indicator_id].unit.is_count:
                assert not found, (claim.claim_id, page)
    least = {"authority": 50, "chart": 45, "compare": 45, "demand-and-money": 10, "england": 40, "before-and-after": 6,
             "double": 3}  # fmt: skip
    assert all(seen[page] >= number for page, number in least.items()), seen
