"""Checks on the committed reference data in data/reference."""

import csv
import io
import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import pytest

from data.catalogue import indicators

FOLDER = Path(__file__).resolve().parents[2] / "data" / "reference"

HEADERS = {
    "authorities": "dfe_code,area_code,name,plain_name,region_code,region_name,opened_on,closed_on,tiny",
    "authority_changes": "changed_on,kind,predecessor_code,successor_code,note",
    "authority_codes": "area_code,dfe_code,from_on,to_on,note",
    "authority_names": "dfe_code,name,used_by",
    "claims": (
        "claim_id,said_on,date_precision,claimant,outlet,article,area_code,place,about,said,word,amount,reading,"
        "indicator_id,period_end,base_period_end,step_id,differs_by,one_of,why_not,source,note"
    ),
    "contradictions": (
        "contradiction_id,dfe_code,about,one_account,one_source,other_account,other_source,treated_as,confidence"
    ),
    "events": (
        "event_id,scope,dfe_code,authority_name,nation,event_on,date_precision,kind,title,"
        "detail,source_title,source_url,confidence"
    ),
    "intervention_events": (
        "event_id,intervention_id,dfe_code,authority_name,event_on,date_precision,kind,scope,"
        "happened,title,detail,source_title,source_url,source_date,confidence,note"
    ),
    "intervention_phases": (
        "intervention_id,phase,began_on,began_precision,ended_on,ended_precision,title,event_ids,confidence,note"
    ),
    "interventions": (
        "intervention_id,dfe_code,authority_name,began_on,began_precision,ended_on,"
        "ended_precision,state,scope,form,trigger,source_url_began,source_url_ended,"
        "confidence,note"
    ),
    "joint_returns": ("joint_code,area_code,region_code,name,member_code,first_period_end,last_period_end,note"),
    "ofsted_pages": "dfe_code,page_url,source_file,source_sheet",
    "point_notes": "note_id,dfe_code,area_code,indicator_id,period_end,kind,note,source",
    "register_changes": "changed_on,file,row_id,change,changed,before,after,why",
    "regions": "area_code,name,level,parent_code,other_names",
    "series_breaks": "break_id,indicator_id,from_period_end,to_period_end,title,detail,source",
    "symbols": "symbol,layout,status,meaning",
    "outlines": "area_code,outline",
    "tiles": "dfe_code,tile_column,tile_row",
    "trace": "trace_row,asks,answered_at,why_not",
}

KEYS = {
    "authorities": ("dfe_code",),
    "authority_changes": ("changed_on", "predecessor_code", "successor_code"),
    "authority_codes": ("area_code",),
    "authority_names": ("dfe_code", "name"),
    "claims": ("claim_id",),
    "contradictions": ("contradiction_id",),
    "events": ("event_id",),
    "intervention_events": ("event_id",),
    "intervention_phases": ("intervention_id", "began_on"),
    "interventions": ("intervention_id",),
    "joint_returns": ("joint_code", "member_code"),
    "ofsted_pages": ("dfe_code",),
    "point_notes": ("note_id",),
    "register_changes": ("changed_on", "file", "row_id"),
    "regions": ("area_code",),
    "series_breaks": ("break_id",),
    "symbols": ("layout", "symbol"),
    "outlines": ("area_code",),
    "tiles": ("dfe_code",),
    "trace": ("trace_row",),
}

DATE_COLUMNS = {
    "claims": ("said_on", "period_end", "base_period_end"),
    "authorities": ("opened_on", "closed_on"),
    "authority_changes": ("changed_on",),
    "authority_codes": ("from_on", "to_on"),
    "events": ("event_on",),
    "intervention_events": ("event_on", "source_date"),
    "intervention_phases": ("began_on", "ended_on"),
    "interventions": ("began_on", "ended_on"),
    "joint_returns": ("first_period_end", "last_period_end"),
    "point_notes": ("period_end",),
    "series_breaks": ("from_period_end", "to_period_end"),
}

PRECISION = {"day", "month", "year"}
CONFIDENCE = {"high", "medium", "low"}
VOCABULARY = {
    ("authorities", "tiny"): {"yes", "no"},
    ("authority_changes", "kind"): {"merged", "split", "boundary", "recoded"},
    ("authority_names", "used_by"): {"dfe", "ofsted", "lait", "short", "d2i"},
    ("events", "scope"): {"national", "authority"},
    ("events", "nation"): {"England", "Wales"},
    ("events", "date_precision"): PRECISION,
    ("events", "confidence"): CONFIDENCE,
    ("events", "kind"): {
        "annual_assessment",
        "council",
        "data_incident",
        "delivery_change",
        "improvement_board",
        "inspection_framework",
        "joint_inspection",
        "legislation",
        "new_council",
        "policy",
        "practice_review",
        "statement",
        "statistical_break",
    },
    ("interventions", "state"): {"ended", "in_force", "end_unknown"},
    ("interventions", "scope"): {"social_care", "education", "send", "corporate", "mixed"},
    ("interventions", "form"): {
        "improvement_notice",
        "direction",
        "commissioner",
        "mixed",
        "unknown",
    },
    ("interventions", "began_precision"): PRECISION,
    ("interventions", "ended_precision"): PRECISION | {""},
    ("interventions", "confidence"): CONFIDENCE,
    ("intervention_phases", "phase"): {
        "improvement_notice",
        "direction",
        "direction_with_commissioner",
        "trust_under_direction",
        "unspecified",
    },
    ("intervention_phases", "began_precision"): PRECISION,
    ("intervention_phases", "ended_precision"): PRECISION | {""},
    ("intervention_phases", "confidence"): CONFIDENCE,
    ("intervention_events", "date_precision"): PRECISION,
    ("intervention_events", "confidence"): CONFIDENCE,
    ("intervention_events", "scope"): {"social_care", "send", "corporate", "context"},
    ("intervention_events", "happened"): {
        "happened",
        "planned",
        "conditional",
        "not_carried_out",
    },
    ("intervention_events", "kind"): {
        "adviser_appointed",
        "commissioner_appointed",
        "commissioner_left",
        "commissioner_report",
        "context",
        "corporate_intervention",
        "delivery_change",
        "direction_ended",
        "final_warning",
        "improvement_notice",
        "intervention_ended",
        "intervention_reported",
        "letter",
        "ofsted_context",
        "parliamentary_statement",
        "review",
        "revised_direction",
        "send_intervention",
        "services_returned_to_council",
        "statutory_direction",
        "takeover_announced",
        "trust_announced",
        "trust_launched",
    },
    ("point_notes", "kind"): {
        "not_available",
        "unreliable",
        "unusual_value",
        "joint_return",
        "suppressed_or_small",
        "provisional",
        "data_confidence",
        "coverage",
    },
    ("point_notes", "indicator_id"): set(indicators()),
    ("series_breaks", "indicator_id"): set(indicators()),
    ("regions", "level"): {"england", "region", "london_area"},
    ("symbols", "layout"): {"ees", "statistical_first_release", "interactive_tool"},
    ("symbols", "status"): {
        "suppressed",
        "unreliable",
        "not_available",
        "not_applicable",
        "rounds_to_zero",
    },
}

# Interventions that began in an earlier year than was thought when they got their id: links keep it.
BEGAN_EARLIER = {"west-sussex-2009": "2008", "wokingham-2009": "2008"}

# Counties that ended in April 2009, before any series held here.
OUTSIDE_THE_DATA = {"820", "875"}


def read(name: str) -> list[dict[str, str]]:
    with (FOLDER / f"{name}.csv").open(encoding="utf-8", newline="") as handle:
        return list(csv.DictReader(handle))


def window(first: str, precision: str) -> tuple[date, date]:
    """The first and the last day a date with this precision can stand for."""
    start = date.fromisoformat(first)
    if precision == "day":
        return start, start
    if precision == "month":
        following = date(start.year + start.month // 12, start.month % 12 + 1, 1)
        return start, following - timedelta(days=1)
    return start, date(start.year, 12, 31)


def last_day(row: dict[str, str]) -> date:
    if not row["ended_on"]:
        return date.max
    return window(row["ended_on"], row["ended_precision"])[1]


@pytest.fixture(scope="module")
def tables() -> dict[str, list[dict[str, str]]]:
    return {name: read(name) for name in HEADERS}


@pytest.fixture(scope="module")
def authority(tables):
    return {row["dfe_code"]: row for row in tables["authorities"]}


@pytest.mark.parametrize("name", HEADERS)
def test_file_is_plain_and_keys_are_unique(name):
    raw = (FOLDER / f"{name}.csv").read_bytes()
    text = raw.decode("utf-8")
    assert not text.startswith("\ufeff")
    assert "\r" not in text
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert text.splitlines()[0] == HEADERS[name]
    rows = list(csv.reader(io.StringIO(text)))
    assert {len(row) for row in rows} == {len(rows[0])}
    assert all(cell == cell.strip() and "\n" not in cell for row in rows for cell in row)
    again = io.StringIO()
    csv.writer(again, lineterminator="\n").writerows(rows)
    assert again.getvalue() == text, "quoted only where needed"
    keys = [tuple(row[column] for column in KEYS[name]) for row in read(name)]
    assert [key for key, count in Counter(keys).items() if count > 1] == []
    assert keys == sorted(keys)


@pytest.mark.parametrize("name", DATE_COLUMNS)
def test_dates_are_iso(name):
    for row in read(name):
        for column in DATE_COLUMNS[name]:
            if row[column]:
                assert date.fromisoformat(row[column]).isoformat() == row[column]


@pytest.mark.parametrize(("name", "column"), VOCABULARY)
def test_vocabularies_are_closed(name, column):
    assert {row[column] for row in read(name)} - VOCABULARY[name, column] == set()


def test_there_are_158_authorities(authority):
    assert len(authority) == 158
    assert sum(not row["closed_on"] for row in authority.values()) == 153
    closed = {code: row["closed_on"] for code, row in authority.items() if row["closed_on"]}
    assert closed == {
        "835": "2019-03-31",
        "836": "2019-03-31",
        "837": "2019-03-31",
        "928": "2021-03-31",
        "909": "2023-03-31",
    }
    assert {code for code, row in authority.items() if row["tiny"] == "yes"} == {"201", "420"}
    assert all(re.fullmatch(r"\d{3}", code) for code in authority)
    assert len({row["name"] for row in authority.values()}) == 158
    expected = {
        "370": "E08000016",
        "373": "E08000019",
        "825": "E06000060",
        "815": "E06000065",
        "933": "E06000066",
    }
    assert {code: authority[code]["area_code"] for code in expected} == expected


def test_plain_names_are_those_that_people_say(authority):
    said = {row["name"]: row["plain_name"] for row in authority.values() if row["plain_name"] != row["name"]}
    assert said == {
        "Bristol, City of": "Bristol",
        "Herefordshire, County of": "Herefordshire",
        "Kingston upon Hull, City of": "Kingston upon Hull",
        "St. Helens": "St Helens",
    }
    assert len({row["plain_name"] for row in authority.values()}) == 158


def test_openings_and_closings_agree_with_changes(tables, authority):
    starts = {
        row["successor_code"]: row["changed_on"] for row in tables["authority_changes"] if row["kind"] != "recoded"
    }
    assert {code: row["opened_on"] for code, row in authority.items() if row["opened_on"]} == starts
    for row in tables["authority_changes"]:
        if row["kind"] == "recoded":
            owners = {
                line["area_code"]: line["dfe_code"]
                for line in tables["authority_codes"]
                if line["area_code"] in (row["predecessor_code"], row["successor_code"])
            }
            assert len(owners) == 2
            assert len(set(owners.values())) == 1
        else:
            assert row["successor_code"] in authority
            assert row["predecessor_code"] in set(authority) | OUTSIDE_THE_DATA
    moved = [row for row in tables["authority_changes"] if "Christchurch moved" in row["note"]]
    assert [(row["predecessor_code"], row["successor_code"]) for row in moved] == [("835", "839")]


def test_regions_and_area_codes(tables, authority):
    regions = {row["area_code"]: row for row in tables["regions"]}
    assert Counter(row["level"] for row in regions.values()) == {
        "england": 1,
        "region": 9,
        "london_area": 2,
    }
    for row in regions.values():
        assert bool(row["parent_code"]) == (row["level"] != "england")
        assert not row["parent_code"] or row["parent_code"] in regions
    spellings = Counter(
        name.lower()
        for row in regions.values()
        for name in {name.lower() for name in [row["name"], *row["other_names"].split("|")] if name}
    )
    assert max(spellings.values()) == 1
    for row in authority.values():
        assert regions[row["region_code"]]["name"] == row["region_name"]
        assert row["region_name"] != "London"


def test_every_area_code_belongs_to_one_authority(tables, authority):
    codes = tables["authority_codes"]
    assert {row["dfe_code"] for row in codes} == set(authority)
    by_area = {row["area_code"]: row["dfe_code"] for row in codes}
    assert all(re.fullmatch(r"E\d{8}", code) for code in by_area)
    for code, row in authority.items():
        assert by_area[row["area_code"]] == code
    assert by_area["E10000002"] == "825"
    assert by_area["E10000023"] == "815"
    assert by_area["E10000027"] == "933"
    assert by_area["E08000038"] == "370"
    assert by_area["E08000039"] == "373"
    for row in codes:
        assert not (row["from_on"] and row["to_on"]) or row["from_on"] < row["to_on"]


def test_a_name_points_at_one_authority(tables, authority):
    owners: dict[str, set[str]] = {}
    for row in tables["authority_names"]:
        assert row["dfe_code"] in authority
        owners.setdefault(row["name"].lower(), set()).add(row["dfe_code"])
    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}
    for code, row in authority.items():
        assert owners[row["name"].lower()] == {code}
    typed = {
        "hull": "810",
        "durham": "840",
        "bcp": "839",
        "telford": "894",
        "hammersmith": "205",
        "herefordshire": "884",
        "bristol": "801",
        "bedford borough": "822",
        "kensington": "207",
        "barking": "301",
        "st helens": "342",
        "dorset": "838",
        "dorset (pre lg)": "835",
        "bournemouth": "837",
        "poole": "836",
    }
    assert {name: min(owners[name]) for name in typed} == typed


def test_joint_returns(tables, authority):
    members: dict[str, set[str]] = {}
    for row in tables["joint_returns"]:
        assert row["member_code"] in authority
        assert row["region_code"] == authority[row["member_code"]]["region_code"]
        assert authority[row["member_code"]]["area_code"] in row["area_code"].split(" / ")
        members.setdefault(row["joint_code"], set()).add(row["member_code"])
    assert members == {"314 / 318": {"314", "318"}, "940 / 941": {"940", "941"}}
    starts = {row["joint_code"]: row["first_period_end"] for row in tables["joint_returns"]}
    assert starts == {"314 / 318": "2016-09-30", "940 / 941": "2021-09-30"}


def test_symbols_mean_different_things_by_layout(tables):
    status = {(row["layout"], row["symbol"]): row["status"] for row in tables["symbols"]}
    assert status["ees", "x"] == "not_available"
    assert status["statistical_first_release", "x"] == "suppressed"
    assert status["ees", "c"] == "suppressed"
    assert status["ees", "u"] == "unreliable"
    assert status["ees", "z"] == "not_applicable"
    assert status["ees", "low"] == "rounds_to_zero"
    assert status["statistical_first_release", "-"] == "rounds_to_zero"
    assert status["interactive_tool", "-"] == "not_available"
    assert all(row["meaning"] for row in tables["symbols"])


def test_spells(tables, authority):
    assert len(tables["interventions"]) == 96
    for row in tables["interventions"]:
        assert row["authority_name"] == authority[row["dfe_code"]]["name"]
        assert re.fullmatch(r"[a-z0-9-]+-\d{4}", row["intervention_id"])
        assert row["began_on"][:4] == BEGAN_EARLIER.get(row["intervention_id"], row["intervention_id"][-4:])
        assert row["trigger"]
        assert row["source_url_began"].startswith("http")
        assert (row["state"] == "ended") == bool(row["ended_on"])
        assert bool(row["ended_on"]) == bool(row["ended_precision"])
        assert bool(row["ended_on"]) == bool(row["source_url_ended"])
        assert date.fromisoformat(row["began_on"]) <= last_day(row)


@pytest.mark.parametrize(
    ("name", "column", "precision"),
    [
        ("interventions", "began_on", "began_precision"),
        ("interventions", "ended_on", "ended_precision"),
        ("intervention_phases", "began_on", "began_precision"),
        ("intervention_phases", "ended_on", "ended_precision"),
        ("intervention_events", "event_on", "date_precision"),
        ("events", "event_on", "date_precision"),
    ],
)
def test_imprecise_dates_are_the_first_of_their_period(name, column, precision):
    for row in read(name):
        if row[column] and row[precision] == "month":
            assert row[column].endswith("-01")
        if row[column] and row[precision] == "year":
            assert row[column].endswith("-01-01")


def test_phases_lie_in_order_inside_their_spells(tables):
    spells = {row["intervention_id"]: row for row in tables["interventions"]}
    phases: dict[str, list[dict[str, str]]] = {}
    for row in tables["intervention_phases"]:
        phases.setdefault(row["intervention_id"], []).append(row)
    assert set(phases) == set(spells)
    for spell_id, rows in phases.items():
        spell = spells[spell_id]
        for column in ("began_on", "began_precision"):
            assert rows[0][column] == spell[column]
        for column in ("ended_on", "ended_precision"):
            assert rows[-1][column] == spell[column]
        for row in rows:
            assert row["title"]
            assert bool(row["ended_on"]) == bool(row["ended_precision"])
            assert date.fromisoformat(row["began_on"]) <= last_day(row) <= last_day(spell)
        for before, after in zip(rows, rows[1:], strict=False):
            assert before["ended_on"], "only the last phase may be open"
            assert before["began_on"] < after["began_on"]
            assert before["ended_on"] <= after["began_on"]


def test_phases_rest_on_events_that_happened(tables):
    events = {row["event_id"]: row for row in tables["intervention_events"]}
    for row in tables["intervention_phases"]:
        assert row["event_ids"]
        for event_id in row["event_ids"].split("|"):
            assert events[event_id]["intervention_id"] == row["intervention_id"]
            assert events[event_id]["happened"] == "happened"


def test_register_events(tables, authority):
    spells = {row["intervention_id"]: row for row in tables["interventions"]}
    for row in tables["intervention_events"]:
        assert row["authority_name"] == authority[row["dfe_code"]]["name"]
        assert row["title"]
        assert row["detail"]
        assert row["source_title"]
        assert row["source_url"].startswith("http")
        if row["intervention_id"]:
            spell = spells[row["intervention_id"]]
            assert spell["dfe_code"] == row["dfe_code"]
            assert row["scope"] in {"social_care", "context"}
            first, last = window(row["event_on"], row["date_precision"])
            assert first <= last_day(spell)
            assert last >= date.fromisoformat(spell["began_on"])
    used = {row["intervention_id"] for row in tables["intervention_events"]}
    assert set(spells) <= used


def test_plans_and_warnings_are_not_counted_as_happened(tables):
    for row in tables["intervention_events"]:
        if row["happened"] == "happened":
            assert row["kind"] != "final_warning"
            assert not re.search(r"\bplanned\b", row["title"].lower())
    state = {row["event_id"]: row["happened"] for row in tables["intervention_events"]}
    assert state["doncaster-2013-07-16-takeover-announced"] == "happened"
    assert state["birmingham-2013-11-14-final-warning"] == "conditional"
    assert state["birmingham-2013-11-ofsted-context"] == "not_carried_out"
    assert state["worcestershire-2024-10-services-returned-to-council"] == "happened"
    assert state["reading-2026-03-delivery-change"] == "planned"
    assert state["isle-of-wight-2024-01-31-services-returned-to-council"] == "planned"


def facts(rows, code):
    return {(row["event_on"], row["kind"]) for row in rows if row["dfe_code"] == code and row["happened"] == "happened"}


def test_birmingham(tables):
    spells = [row for row in tables["interventions"] if row["dfe_code"] == "330"]
    assert [(row["began_on"], row["ended_on"], row["ended_precision"]) for row in spells] == [
        ("2009-02-01", "2023-05-26", "day")
    ]
    assert facts(tables["intervention_events"], "330") >= {
        ("2009-02-01", "improvement_notice"),
        ("2014-03-27", "commissioner_appointed"),
        ("2018-04-01", "trust_launched"),
        ("2019-07-22", "commissioner_left"),
        ("2023-05-26", "intervention_ended"),
    }
    phases = [
        (row["phase"], row["began_on"], row["ended_on"])
        for row in tables["intervention_phases"]
        if row["intervention_id"] == "birmingham-2009"
    ]
    assert phases == [
        ("improvement_notice", "2009-02-01", "2014-03-27"),
        ("direction_with_commissioner", "2014-03-27", "2019-07-22"),
        ("direction", "2019-07-22", "2023-05-26"),
    ]


def test_doncaster(tables):
    spells = [row for row in tables["interventions"] if row["dfe_code"] == "371"]
    assert [(row["began_on"], row["ended_on"], row["ended_precision"]) for row in spells] == [
        ("2009-03-12", "2021-01-01", "month")
    ]
    assert facts(tables["intervention_events"], "371") >= {
        ("2009-03-12", "intervention_reported"),
        ("2013-03-01", "statutory_direction"),
        ("2013-07-16", "takeover_announced"),
        ("2014-10-01", "trust_launched"),
        ("2021-01-01", "intervention_ended"),
        ("2022-09-01", "services_returned_to_council"),
    }
    phases = [
        (row["phase"], row["began_on"], row["ended_on"])
        for row in tables["intervention_phases"]
        if row["intervention_id"] == "doncaster-2009"
    ]
    assert phases == [
        ("unspecified", "2009-03-12", "2013-03-01"),
        ("direction", "2013-03-01", "2014-10-01"),
        ("trust_under_direction", "2014-10-01", "2021-01-01"),
    ]


def test_events(tables, authority):
    for row in tables["events"]:
        assert row["title"]
        assert row["source_title"]
        assert row["source_url"].startswith("http")
        if row["scope"] == "national":
            assert row["dfe_code"] == row["authority_name"] == ""
        elif row["nation"] == "Wales":
            assert row["dfe_code"] == ""
            assert row["authority_name"]
        else:
            assert row["authority_name"] == authority[row["dfe_code"]]["name"]
    wales = [row["authority_name"] for row in tables["events"] if row["nation"] == "Wales"]
    assert wales == ["Bridgend"]


def test_words_are_neutral(tables):
    words = re.compile(
        r"\b(fail\w*|rescu\w*|best|worst|turn(ed|s)? (it )?around|damning|scandal\w*|"
        r"because|led to|leading to|leads to(?! the GOV\.UK collection)|due to|"
        r"result(ed|s|ing)? (of|in|from)|after which|thanks|owing to|behind the)\b",
        re.I,
    )
    columns = {
        "contradictions": ("about", "one_account", "other_account", "treated_as"),
        "events": ("title", "detail"),
        "intervention_events": ("title", "detail", "note"),
        "intervention_phases": ("title", "note"),
        "interventions": ("trigger", "note"),
        "point_notes": ("note",),
        "series_breaks": ("title", "detail"),
    }
    found = [
        (name, column, row[column])
        for name, names in columns.items()
        for row in tables[name]
        for column in names
        if words.search(row[column])
    ]
    assert found == []


def test_series_breaks(tables):
    money = {"spend_safeguarding", "spend_looked_after", "spend_family_support"}
    rows = [row for row in tables["series_breaks"] if row["indicator_id"] not in money]
    spans = {row["indicator_id"]: (row["from_period_end"], row["to_period_end"]) for row in rows}
    assert len(spans) == len(rows)
    held = {id: {series.source for series in each.series} for id, each in indicators().items()}
    experimental = {id for id, sources in held.items() if sources > {"workforce_2015_2016"}}
    assert len(experimental) >= 10
    for indicator in experimental:
        assert spans[indicator] == ("2016-09-30", "2017-09-30")
    assert spans["rereferral_rate"] == ("2012-03-31", "2013-03-31")
    assert spans["cla_rate"] == ("2012-03-31", "2013-03-31")
    assessed = {id for id, sources in held.items() if "assessments" in sources}
    assert len(assessed) == 4
    assert {spans.get(indicator) for indicator in assessed} == {("2014-03-31", "2015-03-31")}
    unbroken = {"referrals", "cpp", "cpp_rate", "cla"}
    begun_after = {"agency_cover_rate", "cin_rate", "icpc_rate", "section47_rate", "cpp_started_rate"}
    assert not (unbroken | begun_after) & set(spans)
    assert all(row["detail"] and row["source"] for row in tables["series_breaks"])


def test_breaks_of_spend(tables):
    """Comparable from 2012-13; before, a break wherever the lines of a total are not those of the year before."""
    broken = {}
    for row in tables["series_breaks"]:
        if row["indicator_id"].startswith("spend_"):
            broken.setdefault(row["indicator_id"], []).append(int(row["to_period_end"][:4]))
    assert broken == {
        "spend_looked_after": [2010, 2013],
        "spend_safeguarding": [2011, 2012, 2013],
        "spend_family_support": [2011, 2012, 2013],
    }


def test_point_notes(tables, authority):
    regions = {row["area_code"] for row in tables["regions"]}
    cells = Counter()
    kind = {}
    for row in tables["point_notes"]:
        cell = (row["dfe_code"] or row["area_code"], row["indicator_id"], row["period_end"])
        cells[cell] += 1
        kind[cell] = row
        assert not row["dfe_code"] or row["dfe_code"] in authority
        assert not row["area_code"] or row["area_code"] in regions and not row["dfe_code"]
        assert row["period_end"].endswith("-{:02d}-{:02d}".format(*indicators()[row["indicator_id"]].year_end))
        assert row["note"]
        assert row["source"]
        assert "error" not in row["note"].lower()
    assert max(cells.values()) == 1
    doncaster = kind["371", "rereferral_rate", "2022-03-31"]
    assert doncaster["kind"] == "unusual_value"
    assert doncaster["note"].startswith(
        "7.0%, between 25.4% in 2020-21 and 25.2% in 2022-23"
    )  # after the words of the rule
    for indicator in ("agency_rate", "agency_fte", "caseload", "absence_rate"):
        assert kind["330", indicator, "2024-09-30"]["kind"] == "unreliable"
    assert ("330", "vacancy_rate", "2024-09-30") not in kind
    for year in ("2021", "2022"):
        assert kind["204", "referrals", f"{year}-03-31"]["kind"] == "not_available"
    assert kind["850", "referrals", "2024-03-31"]["kind"] == "unreliable"
    assert kind["302", "referral_nfa_rate", "2024-03-31"]["kind"] == "unreliable"
    for code in ("207", "213"):
        assert kind[code, "vacancy_rate", "2025-09-30"]["kind"] == "not_available"
    joint = {row["dfe_code"] for row in tables["point_notes"] if row["kind"] == "joint_return"}
    assert joint == {"314", "318", "940", "941"}
    for code in ("E92000001", "E12000001", "E13000001", "E12000007"):
        assert kind[code, "spend_safeguarding", "2025-03-31"]["kind"] == "coverage"
    for year in ("2023", "2024", "2025"):  # 11.7% of referrals in 2020-21 came from schools there, and then none
        assert kind["384", "referral_source_school", f"{year}-03-31"]["kind"] == "unusual_value"
    for year in ("2021", "2022"):
        assert "Hackney" in kind["E92000001", "referrals", f"{year}-03-31"]["note"]


def test_data_confidence_of_2010_to_2012(tables):
    notes = [row for row in tables["point_notes"] if row["kind"] == "data_confidence"]
    assert Counter(row["period_end"][:4] for row in notes) == {"2010": 471, "2011": 771, "2012": 1005}
    for row in notes:
        assert row["dfe_code"]
        assert re.search(r"data confidence indicator [12A]\)\.$", row["note"])
        assert re.search(r"(osr28-2010ud|osr26-2011ud|SFR27-2012ud)\.csv, column \w+DCI$", row["source"])
