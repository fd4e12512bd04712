"""The lines under each view: their addresses answer with the rows of the view, in the program that they name."""

import csv
import io
import re
import shlex
from contextlib import nullcontext
from urllib.parse import unquote

import pandas as pd
import pytest
import streamlit as st
from starlette.applications import Starlette

import queries.downloads
from pages.authority import strip
from pages.by_address import stage
from pages.by_address.routes import routes
from pages.by_address.views import view
from pages.showing import by_address, downloads
from pages.takeaway.code_lines import BEHIND, KINDS, MOST_AREAS, WIDER, blocks, lines, parts
from tests.pages.by_address.asked import get

DATES = ("reference_date", "published_on", "began_on", "ended_on", "event_on", "first_day")
BASE = "https://children.example.gov.uk/"
BIRMINGHAM, WEST_MIDLANDS = "authority=E08000025", "region=E12000005"
# One view of each kind, and where a kind is of a region or of everything, both.
VIEWS = (
    "home", f"authority?{BIRMINGHAM}", "authority?authority=E09000027", f"compare?{BIRMINGHAM},E08000017",
    "compare?authority=E09000021,E09000027&indicator=agency_rate", "england?indicator=caseload", "england?as=change",
    "england?as=money", f"demand-and-money?{BIRMINGHAM}", "indicator?indicator=cla_rate", f"chart?{BIRMINGHAM}",
    f"referral-sources?{BIRMINGHAM}",
    f"chart?{BIRMINGHAM}&indicator=agency_rate&edition=2022", "claims?claim=coventry-children-earlier",
    "stands-out", "stands-out?authority=E08000017", f"stands-out?{WEST_MIDLANDS}", "around?event=inadequate",
    "before-and-after?authority=E08000017&indicator=rereferral_rate",
    "double?authority=E08000028&event=trust&indicator=cla_rate",
    f"ofsted?{BIRMINGHAM}", *(f"ofsted?as={each}" for each in ("share", "moves", "since", "visits", "figures")),
    *(f"ofsted?as={each}&{WEST_MIDLANDS}" for each in ("years", "visits")),
    "interventions", f"interventions?{WEST_MIDLANDS}", "interventions?as=chronology&authority=E08000017",
    *(f"interventions?as={each}" for each in ("force", "lasting", "followed", "events")),
)  # fmt: skip


@pytest.fixture(scope="module")
def app(built):
    return Starlette(routes=routes())


class Nothing:
    """What a component of a page gives back that nobody touched."""

    def __getattr__(self, _):
        return None


@pytest.fixture
def under(built, monkeypatch):
    """Run a page up to its end, and return what it gives to take away and what lines it shows."""

    def run(address):
        offered, shown = {}, []
        monkeypatch.setattr(
            downloads, "buttons", lambda rows, **named: offered.update({named.get("of", "figures"): rows})
        )
        monkeypatch.setattr(by_address, "show", lambda kind, **chosen: shown.append((kind, chosen)))
        monkeypatch.setattr(strip, "menu", lambda *_, **__: nullcontext(enter_result=True))  # as opened
        monkeypatch.setattr(st, "_bidi_component", lambda *_, **__: Nothing())
        page, _, query = address.partition("?")
        asked = view(page, dict(each.split("=") for each in query.split("&") if each))
        with stage._on_stage(asked.place, dict(asked.address)):
            source = (stage.PAGES / asked.place.script).read_text(encoding="utf-8")
            exec(compile(source, asked.place.script, "exec"), {"__name__": "__main__"})
        return {of: rows() if callable(rows) else rows for of, rows in offered.items()}, shown

    return run


def read(app, part):
    answer = get(app, "/" + part.address(""))
    assert answer.status == 200, (part, answer.text)
    rows = list(csv.DictReader(io.StringIO(answer.text, newline="")))
    assert len(rows) < 10_000, "all of them come at once"
    return rows


@pytest.mark.parametrize("address", VIEWS)
def test_the_lines_of_a_view_bring_its_rows(under, app, address):
    offered, shown = under(address)
    ((kind, chosen),) = shown
    chosen.pop("own_menu", None)
    for part in parts(kind, **chosen):
        rows, of = read(app, part), "figures" if part.path.startswith("data/") else part.name
        assert rows or of in ("interventions", "intervention_events"), "some authorities had no intervention"
        if of in offered and KINDS[kind].what not in (BEHIND, WIDER) and len(chosen["areas"]) <= MOST_AREAS:
            wanted, columns = offered[of].to_dict("records"), rows[0] if rows else ()
            assert [written(row, columns) for row in rows] == [written(row, columns) for row in wanted], part
        elif of in offered:
            assert len(rows) >= len(offered[of])


def written(row, columns):
    """Write what a row says of when, whose and how much, alike for a file and for what a page has."""
    said = [row[each] for each in ("value", "status", "area_code", "grade", *DATES) if each in columns]
    return [
        f"{float(each):.6g}"
        if isinstance(each, float | int) or each.replace(".", "", 1).replace("-", "", 1).isdigit()
        else each
        for each in ("" if pd.isna(each) else each if isinstance(each, float) else str(each)[:10] for each in said)
    ]


def test_figures_behind_a_view_are_those_of_the_downloads(app, opened):
    areas, ids = ["E09000021 / E09000027", "E92000001"], ["agency_rate", "caseload"]
    (part,) = parts("authority", areas=areas, indicators=ids, years=(2015, 2025))[:1]
    wanted = queries.downloads.figures.frame(opened, areas=areas, indicators=ids, first=2015, last=2025)
    names = {}
    figures = python(app, lines(part, BASE)["Python"], names)["figures"]
    assert list(figures.columns) == list(wanted.columns) and len(figures) == len(wanted) > 5
    assert figures["value"].fillna(-1).to_list() == pytest.approx(wanted["value"].fillna(-1).to_list(), abs=0)
    assert figures["dfe_code"].fillna("").to_list() == wanted["dfe_code"].fillna("").to_list()


def python(app, script, names):
    """Run a script whose addresses are answered in this process."""
    read_csv = pd.read_csv
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(
            "pandas.read_csv",
            lambda url, **named: read_csv(io.BytesIO(get(app, "/" + url.removeprefix(BASE)).body), **named),
        )
        exec(script, names)
    return names


@pytest.mark.parametrize("kind", KINDS)
def test_the_script_for_python_of_each_kind_of_view_runs_as_it_stands(app, kind):
    found = parts(kind, areas=["E08000025"], indicators=["agency_rate", "cla_rate"], years=(2015, 2025))
    names = python(app, *blocks(found, BASE)["Python"], {})
    assert all(len(names[part.name]) > 0 and "dfe_code" in names[part.name] for part in found)


@pytest.mark.parametrize("kind", KINDS)
def test_every_line_names_its_address_and_nothing_ends_it_early(kind):
    found = parts(kind, areas=["E09000021 / E09000027"], indicators=["agency_rate", "caseload"], years=(2015, 2025))
    for part in found:
        where = part.address(BASE)
        assert not re.search(r"[\s\"'\\$`{}<>]", where) and "E09000021 / E09000027" in unquote(where)
        for program, line in lines(part, BASE).items():
            assert line.count(where) == 1 and "\n" not in line, program
            assert line.count('"') % 2 == 0 and all(line.count(a) == line.count(b) for a, b in ("()", "[]", "{}"))
        assert shlex.split(lines(part, BASE)["curl"])[-1] == where
    assert len({part.name for part in found}) == len(found)
    for program, written in blocks(found, BASE).items():
        assert sum(len(block.splitlines()) for block in written) == len(found), program


def test_more_areas_than_an_address_holds_are_not_named_and_more_rows_than_come_at_once_are_parted():
    many = [f"E{number:08}" for number in range(MOST_AREAS + 1)]
    asked = {"indicators": ["referrals"], "years": (2013, 2025)}
    (whole,), (named,) = (parts("england", areas=each, **asked) for each in (many, many[:-1]))
    assert "area=" not in whole.address(BASE) and len(named.address(BASE)) < 1000
    apart = parts(
        "england", areas=many, indicators=["referrals", "agency_rate", "cla_rate", "cpp_rate"], years=(2009, 2026)
    )
    assert [part.path for part in apart] == [
        f"data/{id}.csv" for id in ("referrals", "agency_rate", "cla_rate", "cpp_rate")
    ]


def test_lines_begin_with_where_the_dashboard_is(monkeypatch):
    from pages.showing.by_address import _base

    for url, kind, base in (
        ("https://a.org/england", "england", "https://a.org/"), ("https://a.org/", "home", "https://a.org/"),
        ("https://a.org/care/ofsted", "ofsted/share", "https://a.org/care/"), ("", "home", ""),
        ("https://a.org/care", "home", "https://a.org/care/"),
    ):  # fmt: skip
        monkeypatch.setattr(by_address, "here", lambda url=url: url)
        assert _base(kind) == base
    monkeypatch.setenv("DASHBOARD_SITE", "https://public.example/")
    assert _base("england") == "https://public.example/" and st
