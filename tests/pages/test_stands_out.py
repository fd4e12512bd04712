"""What stands out in words, over every place and indicator: each sentence is its facts and the published figures."""

import io
import re
import zipfile
from datetime import date
from html import escape
from itertools import combinations
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.catalogue import indicators
from pages.choosing import carried
from pages.places import PLACES, at
from pages.stands_out import choices, pack, part, table
from pages.stands_out.links import onward
from pages.stands_out.tested import small_print
from pages.stands_out.words import KINDS, NONE, first, paragraph, sentence
from pages.turns import PAGES, released, turn
from queries import stands_out
from tests.at_once import at_once

FRAME = str(Path(__file__).parents[2] / "pages/frame.py")
DONCASTER, SUNDERLAND, SCILLY, KINGSTON = "E08000017", "E08000024", "E06000053", "E09000021"
WEST_MIDLANDS, ENGLAND = "E12000005", "E92000001"
NEVER = re.compile(
    r"\bNone\b|\bnan\b|\bNaT\b|\b[Ff]ail(?:ed|ing)\b|\b[Bb]est\b|\b[Ww]orst\b|\brescued\b|\bimproved\b|"
    r"\bworsened\b|\bbetter\b|\bworse\b|\bbecause\b|\bdue to\b"
)
MONTHS = "January February March April May June July August September October November December".split()


@pytest.fixture(scope="module")
def codes(opened):
    """Return every authority that there is now, every region and England."""
    cursor = opened.cursor()
    return [
        code
        for (code,) in cursor.execute("""
            select area_code from dashboard.authority where closed_on is null
            union select area_code from dashboard.region
        """).fetchall()
    ]


@pytest.fixture(scope="module")
def places(opened, codes):
    """Return what is shown of every place, of all indicators together."""
    answers = at_once(opened, stands_out.facts, [{"place": each, "within": False, "indicator": ""} for each in codes])
    return {code: first(facts, choices.MOST) for code, facts in zip(codes, answers, strict=True)}


@pytest.fixture(scope="module")
def every_fact(opened, codes, places):
    """Return what is shown of every place, and of every indicator by itself."""
    found = {fact for facts in places.values() for fact in facts}
    wide = (ENGLAND, *(code for code in codes if code.startswith(("E12", "E13"))))
    asks = [{"place": code, "within": False, "indicator": indicator} for code in wide for indicator in indicators()]
    asks += [{"place": ENGLAND, "within": True, "indicator": indicator} for indicator in ("", *indicators())]
    found |= {fact for facts in at_once(opened, stands_out.facts, asks) for fact in facts}
    return sorted(found, key=lambda fact: (fact.place_code, fact.indicator_id or "", fact.kind, fact.period_end))


@pytest.fixture(scope="module")
def published(opened):
    """Return the figures as published, by area, indicator and date."""
    rows = opened.cursor().execute(
        "select area_code, indicator_id, period_end, value, status from dashboard.observation"
    )
    return {(area, indicator, on): (value, status) for area, indicator, on, value, status in rows.fetchall()}


def test_there_is_every_place_and_every_kind_that_the_country_has(codes, every_fact):
    assert len([code for code in codes if code.startswith(("E06", "E08", "E09", "E10"))]) == 153
    assert {fact.kind for fact in every_fact} >= set(KINDS) - {"intervention"} and len(every_fact) > 1200


def test_no_sentence_says_why_or_blames_or_has_an_empty_place_or_runs_on(every_fact):
    for fact in every_fact:
        said = sentence(fact)
        assert not NEVER.search(said) and not NEVER.search(small_print(fact)), said
        assert len(said) <= 300 and said.endswith(".") and ".." not in said and "  " not in said, said
        assert said.replace("St. Helens", "").count(". ") == 0, said  # one sentence
        assert fact.place_name.split(" / ")[0] in said and (said[0].isupper()), said


def years_of(when, basis):
    """Write the year of a figure a second time."""
    if basis == "year":
        return (
            f"{when.year - 1}-{str(when.year)[2:]}"
            if when.month == 3
            else f"the year to {MONTHS[when.month - 1]} {when.year}"
        )
    return f"{MONTHS[when.month - 1]} {when.year}"


def back(when, years):
    return when.replace(year=when.year - years)


def years_told(fact):
    """Return the dates whose figures a sentence tells of the place, and of England."""
    now, then = fact.period_end, fact.from_period_end
    moved = fact.kind in ("largest_change", "against_england")
    own = {now}
    if moved or fact.kind == "turn" or fact.kind == "since" and fact.from_value is not None:
        own.add(then)
    if fact.kind == "turn":
        own.add(back(then, 4))
    if fact.kind == "check":
        own |= {back(now, 1), back(now, -1)} if fact.after is not None else {back(now, 1)}
    if fact.kind == "check" or fact.place_code == ENGLAND:
        return own, set()
    return own, {now, then} if moved else {now}


COUNTED = {
    "largest_change": lambda fact: {fact.counted},
    "lowest": lambda fact: {fact.counted, *([fact.shared_by - 1] if fact.shared_by > 1 else [])},
    "highest": lambda fact: {fact.counted, *([fact.shared_by - 1] if fact.shared_by > 1 else [])},
    "neighbours": lambda fact: {fact.counted},
    "since": lambda fact: {fact.counted + 1} if fact.from_value is None else set(),
    "outside": lambda _: {99.8},
}


def expected(fact, published):
    """Return the numbers and the dates of a sentence, from the figures as published."""
    about = indicators()[fact.indicator_id]
    own, abroad = years_told(fact)
    dates = (own | abroad | {fact.from_period_end or fact.period_end}) if fact.kind != "check" else {fact.period_end}
    read = [published[area, fact.indicator_id, on] for area, those in ((fact.place_code, own), (ENGLAND, abroad))
            for on in those]  # fmt: skip
    numbers = {"0" if status == "rounds_to_zero" else f"{value:,.{about.decimals}f}" for value, status in read}
    numbers |= {str(number) for number in COUNTED.get(fact.kind, lambda _: set())(fact)}
    if fact.kind in ("outside", "neighbours"):
        numbers.add(f"{fact.compared:,.{about.decimals}f}")
    return numbers, {years_of(when, about.basis) for when in dates}


def test_the_numbers_and_dates_of_every_sentence_are_those_published(every_fact, published):
    counted = 0
    for fact in every_fact:
        if not fact.indicator_id:
            continue
        about, said = indicators()[fact.indicator_id], sentence(fact)
        numbers, dates = expected(fact, published)
        left = (
            said.replace(fact.place_name, "")
            .replace(f"{about.title[0].lower()}{about.title[1:]}", "")
            .replace(about.title, "")
        )
        for written in sorted(dates, key=len, reverse=True):
            assert written in said, (said, written)
            left = left.replace(written, "")
        left = left.replace("per 10,000", "")
        assert set(re.findall(r"\d+(?:,\d{3})*(?:\.\d+)?", left)) == numbers, (said, numbers)
        counted += 1
    assert counted > 1200


def test_every_direction_is_that_of_the_published_figures(every_fact, published):
    for fact in every_fact:
        if not fact.indicator_id:
            continue
        said = sentence(fact)
        now = published[fact.place_code, fact.indicator_id, fact.period_end][0] or 0.0
        then = published.get((fact.place_code, fact.indicator_id, fact.from_period_end), (None, ""))[0]
        if fact.kind in ("largest_change", "against_england", "turn"):
            moved = re.search(r" (rose from|fell from|was [^ ]+(?: per 10,000)? both times)", said).group(1)
            assert moved.startswith("was") or moved == ("rose from" if now > then else "fell from"), said
        if (england := re.search(r"while England's (rose|fell) from", said)) is not None:
            was, is_now = (
                published[ENGLAND, fact.indicator_id, on][0] for on in (fact.from_period_end, fact.period_end)
            )
            assert england.group(1) == ("rose" if is_now > was else "fell"), said
        if fact.kind in ("outside", "neighbours"):
            assert ("higher than" in said) == (now > fact.compared) and ("lower than" in said) == (now < fact.compared)
        if fact.kind == "turn":
            first_value = published[fact.place_code, fact.indicator_id, back(fact.from_period_end, 4)][0]
            assert ("had fallen" in said) == (first_value > then) and ("had risen" in said) == (first_value < then)


def test_no_figure_between_contradicts_highest_or_lowest_since(every_fact, published):
    series = {}
    for (area, indicator, on), (value, _) in published.items():
        if value is not None:
            series.setdefault((area, indicator), []).append((on, value))
    checked = 0
    for fact in every_fact:
        if fact.kind != "since":
            continue
        rows = series[fact.place_code, fact.indicator_id]
        after = [
            value
            for on, value in rows
            if fact.from_period_end <= on < fact.period_end and (on > fact.from_period_end or fact.from_value is None)
        ]
        assert ("highest" in sentence(fact)) == (fact.direction == 1)
        assert all((fact.value - value) * fact.direction > 0 for value in after), sentence(fact)
        assert fact.from_value is None or (fact.from_value - fact.value) * fact.direction >= 0
        checked += 1
    assert checked > 200


def moves(facts):
    """Return of each change told its window and its direction."""
    return [
        ((fact.place_code, fact.indicator_id, fact.from_period_end, fact.period_end), match.group(1))
        for fact in facts
        if (match := re.search(r" (rose|fell) from", sentence(fact).split(", while")[0]))
    ]


def test_no_two_facts_of_a_place_contradict_each_other(places):
    for facts in places.values():
        for (window, one), (other_window, other) in combinations(moves(facts), 2):
            assert window != other_window or one == other
        ends = {}
        for fact in facts:
            if fact.kind in ("lowest", "highest", "outside", "neighbours"):
                assert ends.setdefault((fact.place_code, fact.indicator_id), fact.direction) == fact.direction


def test_at_most_six_a_place_and_what_to_check_first(places):
    for facts in places.values():
        order = [list(KINDS).index(fact.kind) for fact in facts]
        assert len(facts) <= 6 and order == sorted(order)
    assert sentence(places[DONCASTER][0]) == (
        "Check this: in Doncaster, the figure for child protection plans reviewed in time was 0.0% in March 2023, "
        "between 57.9% the year before and 91.8% the year after."
    )
    assert "rounded to 0 in September 2025, the lowest of 147" in " ".join(map(sentence, places[SUNDERLAND]))
    assert "(one joint return)" in " ".join(map(sentence, places[KINGSTON])) and places[SCILLY] == []


def test_a_paragraph_has_every_fact_but_figures_to_check_and_says_no_change_twice(places):
    for facts in places.values():
        words = paragraph(facts)
        assert not NEVER.search(words) and "Check this" not in words
        assert bool(words) == any(fact.kind != "check" for fact in facts)
        said = re.findall(r"[^.]*(?:\.\d[^.]*)*\.", words)
        assert len(said) == len(set(said))


def test_a_paragraph_names_an_authority_anew_after_its_joint_return(places):
    own = next(fact for fact in places[DONCASTER] if fact.kind == "since")
    joint = own._replace(place_code="J", place_name="One / Other", place_level="joint return")
    said = paragraph([own, own, joint, own, joint])
    assert re.findall(r"[Ii]n (Doncaster|One and Other)", said) == [
        "Doncaster", "One and Other", "Doncaster", "One and Other",
    ]  # fmt: skip


def test_judgements_and_interventions_are_said_with_what_stood_before(every_fact, opened):
    reports = {
        (area, on): grade
        for area, on, grade in opened.cursor()
        .execute("""
            select authority.area_code, published_on, grade
            from dashboard.standing inner join dashboard.authority using (dfe_code)
        """)
        .fetchall()
    }
    judged = [fact for fact in every_fact if fact.kind == "judgement"]
    for fact in judged:
        said = sentence(fact)
        assert f"{fact.period_end.day} {MONTHS[fact.period_end.month - 1]} {fact.period_end.year}" in said
        assert reports[fact.place_code, fact.period_end] == fact.grade
        assert f"“{fact.grade}”" in said or "no overall grade" in said
        assert said.count(f"“{fact.grade}”") < 2, "a grade that stayed is told once"
        assert said.endswith("; the report before said the same.") == (
            fact.grade == fact.grade_before != "no overall grade"
        )
    assert len(judged) > 20
    made = judged[0]._replace(
        kind="intervention", grade="began", grade_before="inadequate", period_end=date(2026, 3, 1)
    )
    assert sentence(made).endswith("began in March 2026; Ofsted's overall grade in force was “inadequate”.")
    assert sentence(made._replace(grade_before="none held")).endswith("began in March 2026.")


def test_a_lowest_figure_that_has_no_rank_is_not_told_as_one_of_those_ranked(every_fact, opened):
    """Few are behind some of them: they are the lowest whatever chance does next, and have no rank."""
    unranked = opened.cursor().execute(
        "select area_code, indicator_id from dashboard.newest_figure where rank is null and ranked_of is not null"
    ).fetchall()  # fmt: skip
    lowest = [fact for fact in every_fact if fact.kind in ("lowest", "highest")]
    assert any((fact.place_code, fact.indicator_id) in unranked for fact in lowest)
    assert all(f"of {fact.counted} authorities and joint returns with a figure" in sentence(fact) for fact in lowest)


def test_every_fact_leads_to_a_page_there_is_with_its_indicator_and_year(every_fact):
    scripts = {place.script for place in PLACES}
    for fact in every_fact:
        for asked in (DONCASTER, ""):
            for way in onward(fact, asked):
                assert way.script in scripts and way.address.get("indicator", fact.indicator_id) == fact.indicator_id
                assert way.address.get("to", str(fact.period_end.year)) == str(fact.period_end.year)
        if fact.indicator_id:
            assert [way.label for way in onward(fact, DONCASTER)][-1] == "Make its picture" and onward(fact, "")


def test_a_judgement_and_an_intervention_lead_to_all_cases_of_their_kind(every_fact):
    one = next(fact for fact in every_fact if not fact.indicator_id)
    kinds = {
        ("judgement", "inadequate", "good"): ["inadequate"], ("judgement", "good", "inadequate"): ["rose"],
        ("judgement", "good", "outstanding"): [], ("judgement", NONE, "inadequate"): [],
        ("intervention", "began", "inadequate"): ["began"], ("intervention", "ended", "good"): ["ended"],
    }  # fmt: skip
    for (kind, grade, before), events in kinds.items():
        ways = onward(one._replace(kind=kind, grade=grade, grade_before=before), DONCASTER)
        assert [way.address["event"] for way in ways if way.script == "around/page.py"] == events


def test_facts_by_topic_and_in_a_table_are_all_of_them(every_fact):
    assert sum(map(len, table.by_topic(every_fact).values())) == len(every_fact) == len(table.rows(every_fact))
    assert not any(NEVER.search(row["Figure"]) for row in table.rows(every_fact))


@pytest.fixture
def seen(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))

    def open_at(**address):
        app = AppTest.from_file(FRAME, default_timeout=60).run()
        app.session_state[carried.KEY] = {"authority": ("E08000025",), "indicator": ("cla_rate",)}
        for name, value in address.items():
            app.query_params[name] = value
        app = app.switch_page("stands_out/page.py").run()
        assert not app.exception and not app.error
        return app

    return open_at


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ({}, "England"),
        ({"region": WEST_MIDLANDS}, "West Midlands"),
        ({"authority": DONCASTER}, "Doncaster"),
        ({"authority": DONCASTER, "indicator": "rereferral_rate"}, "Doncaster, Re-referrals within 12 months"),
        ({"authority": SCILLY}, "Isles of Scilly"),
    ],
)
def test_the_page_is_of_the_place_in_its_address_whatever_was_chosen_elsewhere(seen, places, address, name):
    app = seen(**address)
    shown = " ".join(each.proto.body for each in app.get("html"))
    assert app.title[0].value == f"What stands out: {name}"
    nothing = "Nothing stands out" in " ".join(each.value for each in app.info)
    assert nothing == ("authority" in address and address["authority"] == SCILLY)
    assert nothing or "Check this" in shown or " in " in shown
    assert app.session_state[carried.KEY]["authority"][0] == address.get("authority", "E08000025")
    assert app.session_state[carried.KEY]["indicator"] == (
        (address["indicator"],) if "indicator" in address else ("cla_rate",)
    )


@pytest.mark.parametrize(("code", "shown", "label"), [(DONCASTER, 3, "3 more"), (SCILLY, 0, "the rules")])
def test_an_authority_s_own_page_has_the_first_three_and_the_way_to_the_rest(
    built, monkeypatch, places, code, shown, label
):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    links = []
    # outside the frame there is no page to lead to
    monkeypatch.setattr("streamlit.page_link", lambda script, **said: links.append((script, said)))
    app = AppTest.from_string(f"from pages.stands_out.top import top\ntop('{code}')", default_timeout=60).run()
    assert not app.exception
    said = " ".join(each.proto.body for each in app.get("html"))
    assert said.count("<li>") == shown and all(escape(sentence(fact)) in said for fact in places[code][:3])
    assert shown or "Nothing stands out" in said
    [(script, way)] = links
    assert script == "stands_out/page.py" and way["query_params"] == {"authority": code} and label in way["label"]


def test_a_part_of_the_pack_is_written_and_read_whole_in_a_process_of_its_own(built, monkeypatch, places):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    drawn = list(pack.parts([DONCASTER, SCILLY, SUNDERLAND], "example.org"))
    assert {each.code for each in drawn} == {DONCASTER, SCILLY, SUNDERLAND} and len(drawn) == 3
    for each in drawn:
        assert each.picture.startswith(b"\x89PNG") and each == part.Part.read(each.line())
        assert each.said == (paragraph(places[each.code]) or part.NOTHING)
    packed = zipfile.ZipFile(io.BytesIO(pack.packed(drawn)))
    assert packed.testzip() is None and len(packed.namelist()) == 3 + 2 * 3
    figures = packed.read("figures.csv").decode("utf-8-sig")
    assert all(f"{each.name}," in figures for each in drawn) and "England," in figures
    told = packed.read("facts.csv").decode("utf-8-sig")
    assert told.count("\n") == 1 + len(places[DONCASTER]) + len(places[SUNDERLAND])
    assert "Sources:" in packed.read("README.txt").decode()


def test_others_have_their_turns_while_the_pack_is_drawn():
    stands_out_page, home = at("stands-out"), at("")
    with turn(stands_out_page):
        assert PAGES.taken
        with released():
            assert not PAGES.taken
            with turn(home):
                assert PAGES.taken
        assert PAGES.taken
    with released():  # without a turn there is none to give
        assert not PAGES.taken
