"""Each thing that the articles name or ask leads to a view that opens, or says why there is none."""

import re
from urllib.parse import parse_qsl, urlsplit

import pytest

from data.catalogue import indicators
from pages.choosing import choices
from pages.data_and_method.answered import matching
from pages.england.choices import VIEWS as ENGLAND
from pages.interventions.choices import REGISTER_VIEWS
from pages.places import PLACES
from queries import about

KNOWN = {  # what an address of a page may ask for by a word, and which words there are
    ("compare", "as"): {*choices.TABS, *choices.VIEWS},
    ("england", "as"): set(ENGLAND),
    ("interventions", "as"): set(REGISTER_VIEWS),
    ("ofsted", "as"): {"moves", "share", "visits", "authority"},
    ("ofsted", "moves"): {"rose", "fell"},
    ("compare", "groups"): set(choices.GROUPS),
    ("compare", "context"): {"0", "1"},
    ("authority", "events"): set(choices.EVENT_SCOPES),
}


@pytest.fixture(scope="module")
def traced(opened):
    return about.trace(opened)


@pytest.fixture(scope="module")
def held(opened):
    """Return what the addresses may name: places with a figure of each indicator, claims, and dated events."""
    cursor = opened.cursor()
    cursor.execute("use dashboard")
    return {
        "figures": set(cursor.execute("select distinct area_code, indicator_id from observation").fetchall()),
        "claims": {row[0] for row in cursor.execute("select claim_id from claim").fetchall()},
        "codes": {row[0] for row in cursor.execute("select area_code from authority").fetchall()},
        "local": {row[0] for row in cursor.execute(
            "select area_code from event inner join authority using (dfe_code) where scope = 'authority'").fetchall()},
        "intervened": {row[0] for row in cursor.execute(
            "select area_code from intervention inner join authority using (dfe_code)").fetchall()},
        "judged": {row[0] for row in cursor.execute("select distinct area_code from judgement").fetchall()},
    }  # fmt: skip


def test_every_row_of_the_trace_is_there_once(traced):
    ids = [row.trace_row for row in traced]
    expected = [*range(1, 22), *range(101, 134), *range(201, 234), *range(301, 322), *range(401, 442)]
    assert ids == [f"R{number:03}" for number in expected] and len(ids) == 149
    assert all(bool(row.answered_at) != bool(row.why_not) for row in traced)
    assert all(row.why_not.endswith(".") for row in traced if row.why_not)
    assert not re.search(r"Khyra|Keanu|Hamzah|Pelka|seed", " ".join(map(str, traced)))


def test_every_address_leads_to_a_page_and_what_it_asks_for_is_there(traced, held):
    pages = {place.address for place in PLACES}
    for row in traced:
        if not row.answered_at:
            continue
        parts = urlsplit(row.answered_at)
        page, asked = parts.path.removeprefix("/"), dict(parse_qsl(parts.query))
        assert page in pages, row
        unknown = asked.keys() - {"authority", "indicator", "claim", "against"}
        for name in unknown:
            assert set(asked[name].split(",")) <= KNOWN[page, name], row
        codes = asked.get("authority", "").split(",") if "authority" in asked else []
        assert set(codes) <= held["codes"], row
        for id in (*asked.get("indicator", "").split(","), asked.get("against", "")):
            assert not id or id in indicators(), row
            assert not id or all((code, id) in held["figures"] for code in codes), row
        assert ("claim" in asked) == (page == "claims"), row
        assert page != "claims" or asked["claim"] in held["claims"], row
        assert "local" not in asked.get("events", "") or set(codes) <= held["local"], row
        assert page != "interventions" or set(codes) <= held["intervened"], row
        assert page != "ofsted" or set(codes) <= held["judged"], row


def test_a_search_finds_every_word_wherever_it_stands(traced):
    assert len(matching(traced, "")) == 149
    found = matching(traced, "Referrals POLICE")
    assert found and all("police" in " ".join(row).lower() for row in found)
    assert matching(traced, "no such thing at all") == []
