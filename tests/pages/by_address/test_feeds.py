"""Feeds and the calendar are what their standards say, have what the changelog has, and every id stays."""

import json
import re
from datetime import UTC, date, datetime
from html import unescape
from pathlib import Path
from xml.etree import ElementTree

import pytest
from starlette.applications import Starlette

from data.catalogue import sources
from data.freshness import sentence
from data.paths import CHANGES
from pages.by_address.feeds import calendar, entries, routes
from pages.database import every_authority, rows_once
from pages.showing.changelog import said
from queries.changelog import changelog
from tests.pages.by_address.asked import Answered, get, serving

SITE = "https://children.example.gov.uk"
ATOM = "{http://www.w3.org/2005/Atom}"
DONCASTER = "E08000017"
# As they were when feeds began: a reader that has seen them does not show them again.
STAYS = {
    "feed/england": "urn:uuid:d3c7bb50-1689-5e2e-9e65-5291cff05d09",
    "edition/Children's social work workforce/2025": "urn:uuid:0a579e79-a95b-5fde-9011-b7ff3194a12d",
    "report/888/2026-08-20": "urn:uuid:6dc6293f-3373-5f9f-97a0-7a0ff80609a6",
    "register/302/2026-11-26": "urn:uuid:c243efc7-7f9f-522c-af91-f4176e2a1474",
}


@pytest.fixture(scope="module")
def app(built: Path) -> Starlette:
    return serving(routes.routes())


def asked(app: Starlette, address: str) -> Answered:
    answer = get(app, address)
    assert answer.status == 200, answer.text
    return answer


@pytest.mark.parametrize("name", ["england", DONCASTER, "E10000030", "E06000028"])
def test_a_feed_is_atom(name: str, app: Starlette) -> None:
    """RFC 4287 §4.1, and an independent reader finds nothing amiss."""
    answer = asked(app, f"/feeds/{name}.atom")
    assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
    root = ElementTree.fromstring(answer.body)
    for one in (root, *root.iter(f"{ATOM}entry")):
        for needed in ("id", "title", "updated"):
            assert len(one.findall(f"{ATOM}{needed}")) == 1
        assert one.findtext(f"{ATOM}id", "").startswith("urn:uuid:")
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", one.findtext(f"{ATOM}updated", ""))
    links = {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")}
    assert links == {"self": f"{SITE}/feeds/{name}.atom", "alternate": f"{SITE}/"}
    found = root.findall(f"{ATOM}entry")
    assert len(found) > 50 and root.findtext(f"{ATOM}author/{ATOM}name")
    assert len({each.findtext(f"{ATOM}id") for each in found}) == len(found)
    assert root.findtext(f"{ATOM}updated") == max(each.findtext(f"{ATOM}updated", "") for each in found)
    for each in found:
        (link,) = each.findall(f"{ATOM}link")
        assert (link.get("rel"), link.get("href", "").startswith(f"{SITE}/")) == ("alternate", True)
        (content,) = each.findall(f"{ATOM}content")
        assert content.get("type") == "html" and re.fullmatch(r"(<p>[^<>]+</p>)+", content.text or "")


def test_both_kinds_say_the_same_of_the_same(app: Starlette) -> None:
    for name in ("england", DONCASTER):
        atom = ElementTree.fromstring(asked(app, f"/feeds/{name}.atom").body).findall(f"{ATOM}entry")
        answer = asked(app, f"/feeds/{name}.json")
        assert answer.headers["content-type"] == "application/feed+json; charset=utf-8"
        made = json.loads(answer.body)
        assert made["version"] == "https://jsonfeed.org/version/1.1" and made["feed_url"] == f"{SITE}/feeds/{name}.json"
        for item, entry in zip(made["items"], atom, strict=True):
            told = {part: entry.findtext(f"{ATOM}{part}") for part in ("id", "title", "updated", "published")}
            assert told == {
                "id": item["id"], "title": item["title"], "updated": item["date_modified"],
                "published": item.get("date_published"),
            }  # fmt: skip
            assert [link.get("href") for link in entry.findall(f"{ATOM}link")] == [item["url"]]
            paragraphs = re.findall("<p>(.*?)</p>", entry.findtext(f"{ATOM}content", ""))
            assert [unescape(each) for each in paragraphs] == item["content_text"].split("\n")


def test_a_date_that_is_not_known_to_the_day_is_not_said_to_be_one(app: Starlette) -> None:
    changes = rows_once(changelog, area="")[: entries.MOST]
    made = json.loads(asked(app, "/feeds/england.json").body)["items"]
    for change, item in zip(changes, made, strict=True):
        assert ("date_published" in item) == (len(change.happened) == 10)
        assert item["date_modified"][:10] == change.happened_on.isoformat()


def test_an_edition_has_its_diff(app: Starlette) -> None:
    items = {
        item["title"]: item["content_text"] for item in json.loads(asked(app, "/feeds/england.json").body)["items"]
    }
    words = items["Children's social work workforce: edition of 2025"].split("\n")
    assert words[0] == "Department for Education. Held: 2025, published February 2026."
    page = (CHANGES / "2026-02-workforce-2025.md").read_text(encoding="utf-8")
    assert (
        len(words) == 1 + page.count("\n- **")
        and "Revised: 7 of the 28,408 figures that both editions publish." in words
    )


def test_words_are_those_of_the_status() -> None:
    for source in sources().values():
        newest = source.editions[-1]
        status = sentence(newest.edition, newest.published, source.due, source.next_release, date(2020, 1, 1))
        assert status.startswith(calendar.held(newest.edition, newest.published))
        assert not source.due or status.endswith(calendar.expected(source.due))


def test_every_change_is_said_in_whole_sentences(app: Starlette) -> None:
    for change in rows_once(changelog, area=""):
        words = said(change)
        assert (
            words.title
            and words.lines
            and not re.search(r"None|NaT|\s\s|\.\.|: ?$|\(\)", f"{words.title} {' '.join(words.lines)}")
        ), words
        assert all(line[-1] in ".’”)?" for line in words.lines), words.lines


def test_every_authority_has_a_feed(app: Starlette) -> None:
    for code, authority in list(every_authority().items())[::8]:  # past ones among them
        found = entries.feed(code, SITE)
        assert found and found.title.endswith(f": {authority.name}")
        assert {entry.kind for entry in found.entries} >= {"edition"}
    for address in ("/feeds/E99999999.atom", "/feeds/england.rss"):
        answer = get(app, address)
        assert answer.status == 404 and answer.headers["content-type"] == "application/problem+json"


def test_an_id_stays() -> None:
    assert {of: entries.identity(of) for of in STAYS} == STAYS


def test_another_site_is_not_given_what_was_made_for_one(app: Starlette, monkeypatch: pytest.MonkeyPatch) -> None:
    ours = asked(app, "/feeds/england.json")
    monkeypatch.setenv("DASHBOARD_SITE", "https://other.example/dashboard/")
    theirs = asked(app, "/feeds/england.json")
    assert ours.headers["etag"] != theirs.headers["etag"]
    assert json.loads(theirs.body)["feed_url"] == "https://other.example/dashboard/feeds/england.json"


# --- the calendar ------------------------------------------------------------------------------------------------


def events(text: str) -> list[dict[str, str]]:
    """Read a calendar plainly: RFC 5545 §3.1."""
    assert text.endswith("\r\n") and "\n" not in text.replace("\r\n", "")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    lines = text.replace("\r\n ", "").split("\r\n")[:-1]
    assert (lines[0], lines[-1]) == ("BEGIN:VCALENDAR", "END:VCALENDAR")
    blocks = "\n".join(lines).split("BEGIN:VEVENT\n")[1:]
    return [dict(line.split(":", 1) for line in block.split("\n") if ":" in line) for block in blocks]


def test_the_calendar_has_each_month_in_which_an_edition_is_expected(app: Starlette) -> None:
    answer = asked(app, "/feeds/releases.ics")
    assert answer.headers["content-type"] == "text/calendar; charset=utf-8"
    assert "VERSION:2.0\r\n" in answer.text and "PRODID:" in answer.text
    found = events(answer.text)
    wanted = {(source.catalogue or source.title, source.due) for source in sources().values() if source.due}
    told = {
        (each["SUMMARY"].removeprefix("Expected this month: ").replace("\\", ""),
         f"{each['DTSTART;VALUE=DATE'][:4]}-{each['DTSTART;VALUE=DATE'][4:6]}")
        for each in found
    }  # fmt: skip
    assert told == wanted and len(found) == len(wanted) == len({each["UID"] for each in found})
    for each in found:
        assert each["DTSTART;VALUE=DATE"].endswith("01") and each["DTEND;VALUE=DATE"].endswith("01")
        assert each["DTSTART;VALUE=DATE"] < each["DTEND;VALUE=DATE"]
        assert "The day is not known." in each["DESCRIPTION"]


def test_long_lines_are_folded_between_letters() -> None:
    line = "SUMMARY:" + "Kinder­schutz é “” " * 20
    folded = list(calendar._folded(line))
    assert all(len(each.encode()) <= 75 for each in folded) and "".join(folded).replace("\n ", "") != ""
    assert folded[0] + "".join(each[1:] for each in folded[1:]) == line


def test_it_is_the_same_of_the_same_build() -> None:
    at = datetime(2026, 11, 27, 2, 0, tzinfo=UTC)
    assert calendar.calendar(SITE, at) == calendar.calendar(SITE, at)
