"""Every address of the trace opens: the page runs, follows what it is asked for, and shows what answers."""

from urllib.parse import parse_qsl, urlsplit

import pytest

from data.paths import REFERENCE
from tests import tidy
from tests.pages.opened import opened

ADDRESSES = list(dict.fromkeys(row["answered_at"] for row in tidy.rows(REFERENCE / "trace.csv") if row["answered_at"]))
# A box to tick has no word of the address; the view of two measures has a choice of the other, which is there or not.
SAID_OTHERWISE = {("context", "0"), ("as", "against")}
SIGNS = ('class="finding"', 'class="plot', "<table")  # a claim with its finding, a drawing in the page, a table


@pytest.fixture(autouse=True)
def _database(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_of_the_trace_opens_at_what_answers(address):
    parts = urlsplit(address)
    asked = dict(parse_qsl(parts.query))
    assert lapses(opened(parts.path.removeprefix("/"), **asked), asked) == []


def test_an_address_that_leads_to_nothing_is_found_out():
    for page, asked in (
        ("claims", {"claim": "no-such-claim"}),
        ("authority", {"authority": "E99999999"}),
        ("authority", {"authority": "E08000025", "indicator": "no_such_rate"}),
        ("compare", {"authority": "E08000025", "indicator": "agency_rate", "as": "nothing"}),
        ("demand-and-money", {"authority": "E06000053x"}),
        ("authority", {"authority": "E06000001", "events": "local"}),
    ):
        assert lapses(opened(page, **asked), asked) != [], (page, asked)


@pytest.mark.parametrize("place", ["authority", "compare", "chart", "england"])
def test_admissions_for_injuries_are_said_to_be_no_measure_of_abuse_wherever_they_are_drawn(place):
    row = next(row for row in tidy.rows(REFERENCE / "trace.csv") if row["trace_row"] == "R108")
    page = opened(place, **dict(parse_qsl(urlsplit(row["answered_at"]).query)))
    said = " ".join([*(each.proto.body for each in page.get("html")), *(each.value for each in page.info)])
    assert said.count("ages 0 to 14: no measure of abuse or neglect") == 1
    assert place == "authority" or "injuries, accidental or deliberate" in said


def lapses(page, asked):
    """Say what is wrong with a page that was opened at an address."""
    found = [f"error: {each.value}" for each in (*page.exception, *page.error)]
    texts = " ".join(each.proto.body for each in page.get("html"))
    if not page.get("plotly_chart") and not any(sign in texts for sign in SIGNS):
        found.append("nothing is shown")
    chosen = held(page)
    found += [f"{name}={value} is not followed" for name, value in asked.items()
              if (name, value) not in SAID_OTHERWISE and not set(value.split(",")) <= chosen]  # fmt: skip
    read = " ".join(str(each.proto) for each in page.get("bidi_component"))  # what a reader of the chart is told
    if "events" in asked and not any(title in read for title in titles(asked)):
        found.append("none of the events that are asked for is shown")
    return found


def held(page):
    """Return what the widgets of a page have chosen, by the words of addresses."""
    found = set()
    for kind in ("selectbox", "multiselect", "button_group", "radio", "pills", "segmented_control"):
        for each in page.get(kind):
            value = each.value if hasattr(each, "value") else []
            found |= set(value) if isinstance(value, list | tuple) else {value}
    return found


def titles(asked):
    """Return the titles of the events of a kind that an address asks for."""
    codes = {row["area_code"]: row["dfe_code"] for row in tidy.reference("authorities")}
    asked_of = {("authority", codes[asked["authority"]]), ("national", "")}
    scopes = {"local": "authority", "national": "national"}
    wanted = {each for each in asked_of if each[0] in {scopes[scope] for scope in asked["events"].split(",")}}
    return [row["title"] for row in tidy.reference("events") if (row["scope"], row["dfe_code"]) in wanted]
