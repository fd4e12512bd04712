"""The eighteen answers: each number in them worked out a second way, from the table of figures alone."""

import re
import statistics

import numpy as np
import pytest

from pages.places import PLACES
from pages.questions import asked
from pages.questions.every import QUESTIONS
from pages.questions.others import BIRMINGHAM, BRADFORD, COVENTRY, DONCASTER, ENGLAND, SOLIHULL
from tests.pages.opened import opened as opened_page


@pytest.fixture(scope="module")
def answers(opened):
    """Write the answers as the page does, from the database of the tests."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(asked, "rows_once", lambda question, **parameters: question(opened, **parameters))
        patch.setattr(asked.years, "span", lambda: {"first": 2009, "last": 2026})
        known = asked.facts()
        return [each.answer(known) for each in QUESTIONS]


@pytest.fixture(scope="module")
def table(opened):
    """Return every published figure: area and indicator → year → value."""
    cursor = opened.cursor()
    cursor.execute("use dashboard")
    found = {}
    for area, id, year, value in cursor.execute(
        "select area_code, indicator_id, year(period_end), value from observation where status = 'published'"
    ).fetchall():
        found.setdefault((area, id), {})[year] = value
    return found


@pytest.fixture(scope="module")
def ask(opened):
    def rows(sql):
        cursor = opened.cursor()
        cursor.execute("use dashboard")
        return cursor.execute(sql).fetchall()

    return rows


def signed(value):
    return f"{value:+.1f}".replace("-", "−") if round(value, 1) else "0.0"


def change(series, before, after):
    return signed((series[after] / series[before] - 1) * 100) + "%"


def test_there_are_eighteen_each_of_two_sentences_that_lead_to_a_page(answers):
    assert len(answers) == len(QUESTIONS) == 18
    scripts = {place.script for place in PLACES}
    for question, pair in zip(QUESTIONS, answers, strict=True):
        assert question.script in scripts and question.asked.endswith("?")
        assert len(pair) == 2 and all(text.endswith(".") and "None" not in text and "nan" not in text for text in pair)
        assert not re.search(r"\b(best|worst|failed|because of|caused)\b", " ".join(pair))


def test_referrals_posts_and_absence(answers, table):
    referrals, again = table[BIRMINGHAM, "referrals"], table[BIRMINGHAM, "rereferrals"]
    newest = max(referrals)
    first, second = answers[0]
    assert f"{referrals[newest]:,.0f}" in first and f"{again[newest]:,.0f}" in first
    assert f"{max(referrals.values()):,.0f}" in first
    assert f"{referrals[2011]:,.0f}" in second and signed((referrals[2011] / 30_000 - 1) * 100) in second
    vacant, agency = table[BIRMINGHAM, "vacancy_rate"], table[BIRMINGHAM, "agency_rate"]
    assert f"September {min(vacant)}" in answers[1][0]
    assert f"{vacant[min(vacant)]:.1f}%" in answers[1][1] and f"{agency[min(agency)]:.1f}%" in answers[1][1]
    absence = table[BIRMINGHAM, "absence_rate"]
    assert f"{absence[max(absence)]:.1f}%" in answers[9][0]
    assert f"{absence[2017]:.1f}%" in answers[9][1] and f"September {min(absence)}" in answers[9][1]


def test_interventions_and_trusts(answers, ask, table):
    for code, name in (("371", "Doncaster"), ("330", "Birmingham")):
        (row,) = ask(f"select began_on, ended_on from intervention where dfe_code = '{code}' order by began_on limit 1")
        assert f"in {name} it began" in answers[2][0] and all(f"{day:%B %Y}" in answers[2][0] for day in row)
        judged = ask(f"select grade from standing where dfe_code = '{code}' and published_on >= '{row[0]}'")
        inadequate = sum(grade == "inadequate" for (grade,) in judged)
        assert f"inadequate {inadequate} times" in answers[2][0]
    for area in (DONCASTER, BIRMINGHAM):
        agency = table[area, "agency_rate"]
        assert f"{agency[2017]:.1f}%" in answers[2][1] and f"{agency[max(agency)]:.1f}%" in answers[2][1]
    launched = ask("select dfe_code from intervention_event where kind = 'trust_launched' and happened = 'happened'")
    asked_for = re.search(r"services of (\d+) authorities", answers[11][0])
    assert asked_for and int(asked_for[1]) >= len({code for (code,) in launched})
    counted = re.findall(r" in (\d+)", answers[11][1])
    assert sum(map(int, counted)) == int(asked_for[1])


def test_what_followed_judgements_of_inadequate(answers, ask):
    """Over all reports, in plain Python."""
    breaks = {(id, day) for id, day in ask("select indicator_id, to_period_end from series_break")}
    tiny = {code for (code,) in ask("select area_code from area where tiny")}
    for place, id in ((0, "vacancy_rate"), (1, "agency_rate")):
        series = {}
        for area, day, value in ask(
            f"select area_code, period_end, value from observation where indicator_id = '{id}' and status = 'published'"
        ):
            series.setdefault(area, {})[day] = value
        changes, beside = [], []
        for area, report in ask("select area_code, published_on from standing where grade = 'inadequate'"):
            days = [day for day in series.get(area, {}) if day <= report]
            if area in tiny or not days or max(days).replace(year=max(days).year + 1) <= report:
                continue
            before = max(days)
            after = before.replace(year=before.year + 2)
            cut = any((id, day) in breaks for day in (after, after.replace(year=before.year + 1)))
            if after in series[area] and not cut:
                changes.append(series[area][after] - series[area][before])
                beside.append(series[ENGLAND][after] - series[ENGLAND][before])
        text = answers[3][place]
        assert f"after {sum(each > 0 for each in changes)} of {len(changes)} judgements" in text
        assert f"fell after {sum(each < 0 for each in changes)}" in text
        assert f"median change was {signed(statistics.median(changes))} percentage points" in text
        assert f"England's over the same dates {signed(statistics.median(beside))} percentage points" in text


def test_publicity_demand_and_money(answers, table):
    for area in (BIRMINGHAM, BRADFORD, COVENTRY, ENGLAND):
        assert change(table[area, "referrals"], 2013, 2014) in answers[4][0]
    for area in (SOLIHULL, BRADFORD, ENGLAND):
        assert change(table[area, "referrals"], 2021, 2022) in answers[4][1]
    assert change(table[ENGLAND, "referrals"], 2010, 2013) in answers[5][0]
    lines = [f"spend_{line}_per_child" for line in ("safeguarding", "looked_after", "family_support")]
    for id in ("referral_rate", "section47_rate", "cpp_rate", "cla_rate", *lines):
        assert change(table[ENGLAND, id], 2013, 2022) in answers[5][1], id
    assert "not compared (a break in the series between the dates)" not in answers[5][1]
    for area in (BIRMINGHAM, ENGLAND):
        for part in ("family_support", "looked_after"):
            series = table[area, f"spend_{part}_per_child"]
            assert f"£{series[max(series)]:,.0f} per child" in answers[13][0]


def test_on_time_sources_and_care(answers, table):
    for place, id in ((0, "icpc_15_days"), (1, "assessments_45_days")):
        for area in (BIRMINGHAM, ENGLAND):
            assert f"{table[area, id][max(table[area, id])]:.1f}%" in answers[6][place]
    for id in ("referral_source_police", "referral_source_school"):
        series = table[BIRMINGHAM, id]
        assert f"{series[min(series)]:.1f}%" in answers[10][0] and f"{series[max(series)]:.1f}%" in answers[10][0]
        assert f"{table[ENGLAND, id][max(table[ENGLAND, id])]:.1f}%" in answers[10][1]
    started = table[ENGLAND, "cla_started_rate"]
    assert f"{started[min(started)]:.1f} per 10,000" in answers[14][0]
    assert f"{started[max(started)]:.1f} per 10,000" in answers[14][0]
    for id in ("cin_rate", "cpp_rate", "cla_rate"):
        assert f"{table[ENGLAND, id][2013]:.1f} per 10,000" in answers[14][1]


def test_closing_caseloads_ranks_and_what_is_kept(answers, ask, table):
    tiny = {code for (code,) in ask("select area_code from area where tiny")}
    codes = {code for (code,) in ask("select area_code from area where area_level in ('authority', 'joint return')")}
    year = max(table[ENGLAND, "referral_nfa_rate"])
    pairs = [
        (table[code, "rereferral_rate"][year], table[code, "referral_nfa_rate"][year])
        for code in codes - tiny
        if year in table.get((code, "rereferral_rate"), {}) and year in table.get((code, "referral_nfa_rate"), {})
    ]
    assert f"{np.corrcoef(*zip(*pairs, strict=True))[0, 1]:.2f} (95%" in answers[7][0]
    assert f"Over {len(pairs)} authorities" in answers[7][0]
    caseload = {code: table.get((code, "caseload"), {}) for code in codes - tiny}
    newest = max(table[ENGLAND, "caseload"])
    means = [series[newest] for series in caseload.values() if newest in series]
    assert f"means of {len(means)} authorities ran from {min(means):.1f} to {max(means):.1f}" in answers[8][0]
    for number in (20, 25, 30):
        above = sum(mean > number for mean in means)
        assert f"{number}{' cases' * (number == 20)} in {above}" in answers[8][1]
    agency = {code: table.get((code, "agency_rate"), {}) for code in codes - tiny}
    newest = max(table[BIRMINGHAM, "agency_rate"])
    lower = sum(series[newest] < agency[BIRMINGHAM][newest] for series in agency.values() if newest in series)
    (nought,) = ask(
        "select count(*) from observation inner join area using (area_code) where indicator_id = 'agency_rate' "
        f"and year(period_end) = {newest} and status = 'rounds_to_zero' and not tiny"
    )[0]
    assert f"{agency[BIRMINGHAM][newest]:.1f}% in September {newest}, place {lower + nought + 1} of" in answers[16][0]
    (events,) = ask("select count(*) from event where scope = 'authority' and dfe_code = '330'")[0]
    assert answers[15][0].startswith(f"{events} dated events of Birmingham")
    assert answers[15][1].startswith(f"{len(ask('from series_break'))} breaks")


def test_a_question_is_opened_by_its_address(built):
    page = opened_page("questions", question="9")
    assert not page.exception
    assert page.selectbox(key="questions.question").value == "9"
    assert len(page.get("plotly_chart")) == 1
