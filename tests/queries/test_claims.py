"""What is found of claims: as written by hand from the publications beforehand, and by the rule written again."""

import csv
import random
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pandas as pd
import pytest

from data.catalogue import indicators
from queries import claims as questions
from tests import tidy
from tests.at_once import at_once

NOBODY = {
    "claims": [], "area": "", "indicator": "", "reading": "", "word": "", "amount": "", "period": None, "since": None,
}  # fmt: skip
EXPECTED = list(
    csv.DictReader(Path(__file__).with_name("expected_findings.csv").read_text(encoding="utf-8").splitlines())
)
NAMES_ITS_DATE = {
    "birmingham-agency-2015",  # three years earlier
    "doncaster-absence-2014",  # at the start of the trust
    "doncaster-agency-2014",
}
FIGURES = ("figure", "change", "times")


@pytest.fixture(scope="module")
def kept(opened):
    """Return every claim that is kept as the table has it, by id."""
    rows = opened.cursor().execute("from dashboard.claim").df().to_dict("records")
    return {row["claim_id"]: row for row in rows}


@pytest.fixture(scope="module")
def found(opened, kept):
    return {row.claim_id: row for row in questions.found(opened, **NOBODY | {"claims": list(kept)})}


def test_every_claim_of_the_articles_is_kept_and_has_an_expected_finding(kept):
    of_articles = {id for id, row in kept.items() if row["article"] == "yes"}
    assert len(of_articles) == 48
    assert of_articles <= {row["claim_id"] for row in EXPECTED}


@pytest.mark.parametrize("expected", EXPECTED, ids=lambda row: row["claim_id"])
def test_the_finding_is_that_written_by_hand_beforehand(found, expected):
    row = found[expected["claim_id"]]
    assert (row.finding, row.because) == (expected["finding"], expected["because"])
    if expected["indicator_id"]:
        assert (row.indicator_id, row.period_end.isoformat()) == (expected["indicator_id"], expected["period_end"])
    for name in ("official", "compared"):
        if expected[name]:
            places = -Decimal(expected[name]).as_tuple().exponent
            assert round(getattr(row, name), places) == pytest.approx(float(expected[name]))


def of_the_tables(row, on):
    """Return the figure of a date from the tidy tables, or none."""
    return tidy.shown(row.indicator_id).get(row.area_code, {}).get(on)


def test_every_official_figure_is_the_one_of_the_tidy_tables(found):
    """Now, at the base of a change, and when the series begins and ends."""
    seen = 0
    for id, row in found.items():
        if not row.indicator_id or not row.period_end:
            continue
        now, base = of_the_tables(row, row.period_end), of_the_tables(row, row.base_period_end)
        assert (row.official, row.status) == (pytest.approx(now.value) if now else None, now.status if now else ""), id
        assert row.base_value == (pytest.approx(base.value) if base and base.value is not None else None), id
        given = [on for on, each in tidy.shown(row.indicator_id)[row.area_code].items() if each.value is not None]
        assert (row.first_on, row.last_on) == (min(given), max(given)), id
        if row.finding != "unchecked" and row.compared is not None:
            assert row.compared == pytest.approx(held_to_the_claim(row, now, base)), id
            seen += 1
    assert seen > 30


def held_to_the_claim(row, now, base):
    """Return what a claim is held to: the figure, its change from the base, or how many times the base it is."""
    if row.reading == "figure":
        return now.value
    if row.reading == "times":
        return now.value / base.value
    shared = indicators()[row.indicator_id].unit == "%" and row.reading != "change"
    return now.value - base.value if shared else (now.value / base.value - 1) * 100


def test_what_cannot_be_checked_is_so_by_the_tidy_tables(found):
    reasons = Counter()
    for id, row in found.items():
        if row.finding != "unchecked" or row.because in ("said", "no such grade"):
            continue
        dates = [on for on in (row.base_period_end, row.period_end) if on]
        cuts = [cut for cut in tidy.breaks(row.indicator_id) if dates[0].year < cut <= dates[-1].year]
        held = [of_the_tables(row, on) for on in dates]
        reasons[row.because] += 1
        match row.because:
            case "before the first figure":
                assert min(dates) < row.first_on, id
            case "after the last figure":
                assert max(dates) > row.last_on, id
            case "break in the series":
                assert cuts, id
            case _:
                assert not all(each and each.value is not None for each in held), id
    assert reasons["before the first figure"] > 10


def test_judgements_of_a_claim_are_those_of_the_tidy_tables(found):
    whole = ("overall effectiveness", "safeguarding", "child protection")
    judged = [row for table in ("ofsted_2009_2023", "ofsted_ilacs", "ofsted_overview") for row in tidy.snapshot(table)]
    codes = {row["area_code"]: row["dfe_code"] for row in tidy.reference("authorities")}
    for id, row in found.items():
        if row.reading in ("judged_all", "judged_count"):
            between = {
                (each["published_on"], each["grade"]) for each in judged
                if each["dfe_code"] == codes[row.area_code] and each["judgement_area"] in whole
                and row.base_period_end.isoformat() <= each["published_on"] <= row.period_end.isoformat()
            }  # fmt: skip
            inadequate = sum(grade == "inadequate" for _, grade in between)
            assert (row.judged, row.compared) == (len({on for on, _ in between}), inadequate), id


def plainly(unit, reading, word, amount, compared):
    """Judge a number by the rule in words, written again."""
    claimed, points = float(amount), unit == "%" or reading == "change"
    last = Decimal(amount).normalize().as_tuple().exponent  # of the last digit that is not 0
    if "." in amount:
        last = -len(amount.split(".")[1])
    if word == "fraction":
        slack = 2.5
    elif points:
        slack = 1.0 if word == "about" else 0.5 * 10.0 ** min(last, 0)
    elif claimed == 0:
        slack = 0.5 * 10.0 ** min(last, 0)
    else:
        slack = abs(claimed) * 0.05 if word == "about" else min(0.5 * 10.0**last, abs(claimed) * 0.025)
    slack += 1e-9
    below = 2.0 if points else abs(claimed) * 0.05
    size, moved = (-claimed, -compared) if claimed < 0 else (claimed, compared)
    holds = {
        "almost": size - below - 1e-9 <= moved <= size + slack,
        "more_than": moved > size,
        "at_least": moved > size - slack,
        "fewer_than": 0 <= moved < size,
        "up_to": 0 <= moved < size + slack,
    }.get(word, abs(compared - claimed) <= slack)
    reach = 5.0 if reading == "change" else min(2.0, abs(compared) / 4) if points else abs(compared) * 0.1
    near = compared != 0 and abs(compared - claimed) <= reach + 1e-9
    return "matches" if holds else "near" if near else "differs"


def test_every_finding_of_a_number_is_that_of_the_rule_written_again(found, kept):
    judged = [id for id, row in found.items() if row.reading in FIGURES and row.finding != "unchecked"]
    assert len(judged) > 30
    for id in judged:
        row, unit = found[id], indicators()[found[id].indicator_id].unit
        assert row.finding == plainly(unit, row.reading, row.word, kept[id]["amount"], row.compared), id


def test_a_visitors_claim_is_judged_by_the_same_rule_for_every_indicator(opened):
    """Near the official figure and far from it, in every word: an area by chance for each indicator."""
    chance = random.Random(16)
    figures = opened.cursor().execute(
        "select indicator_id, area_code, period_end, value from dashboard.observation "
        "where status = 'published' and value > 0 order by all"
    ).fetchall()  # fmt: skip
    asks, values = [], []
    for id in indicators():
        _, area, when, value = chance.choice([row for row in figures if row[0] == id])
        for word in ("exactly", "about", "almost", "more_than", "at_least", "fewer_than", "up_to"):
            amount = f"{value * chance.choice([0.7, 0.93, 0.98, 1, 1, 1.02, 1.07, 1.4]):.{chance.choice([0, 1])}f}"
            own = {"area": area, "indicator": id, "reading": "figure", "word": word, "amount": amount}
            asks.append(NOBODY | own | {"period": when.isoformat()})
            values.append(value)
    found = set()
    for (row,), own, value in zip(at_once(opened, questions.found, asks), asks, values, strict=True):
        unit = indicators()[own["indicator"]].unit
        assert row.finding == plainly(unit, "figure", own["word"], own["amount"], value), (own, value)
        found.add(row.finding)
    assert found == {"matches", "near", "differs"}


def test_a_fall_is_held_to_a_fall_by_its_size(opened):
    own = {"area": "E08000025", "indicator": "referrals", "reading": "change", "since": "2011-03-31"}
    matching = {
        (word, amount)
        for word in ("almost", "more_than", "at_least", "fewer_than", "up_to")
        for amount in ("-40", "-51", "-60")
        for row in questions.found(opened, **NOBODY | own | {"period": "2013-03-31", "word": word, "amount": amount})
        if row.finding == "matches"
    }  # it fell by 49.7%
    assert matching == {
        ("more_than", "-40"), ("at_least", "-40"), ("almost", "-51"), ("fewer_than", "-51"), ("up_to", "-51"),
        ("fewer_than", "-60"), ("up_to", "-60"),
    }  # fmt: skip


def test_the_figure_held_to_a_claim_that_names_no_date_is_the_last_before_it(kept):
    """In its month or year where its day is not known."""
    later = {"day": 0, "month": 1, "year": 12}
    checked = 0
    for id, row in kept.items():
        if pd.isna(row["indicator_id"]) or pd.isna(row["period_end"]) or id in NAMES_ITS_DATE:
            continue
        until = row["said_on"] + pd.DateOffset(months=later[row["date_precision"]])
        last = [pd.Timestamp(until.year - back, *indicators()[row["indicator_id"]].year_end) for back in (0, 1)]
        known = row["date_precision"] == "day"
        assert row["period_end"] == next(when for when in last if when < until or (known and when == until)), id
        checked += 1
    assert checked > 50


def test_what_is_not_held_says_from_when_and_to_when_it_is(opened):
    own = {"area": "E08000025", "indicator": "agency_rate", "reading": "figure", "word": "about", "amount": "50"}
    because = {
        when: questions.found(opened, **NOBODY | own | {"period": when})[0].because
        for when in ("2013-09-30", "2024-09-30", "2030-09-30", "2015-03-31")
    }
    assert because == {
        "2013-09-30": "before the first figure", "2024-09-30": "unreliable", "2030-09-30": "after the last figure",
        "2015-03-31": "before the first figure",
    }  # fmt: skip
    across = NOBODY | own | {"reading": "change", "period": "2018-09-30", "since": "2016-09-30"}
    assert questions.found(opened, **across)[0].because == "break in the series"


def test_the_first_edition_held_is_the_earliest_published(opened):
    rows = opened.cursor().execute(
        """select e.area_code, e.indicator_id, e.period_end, e.value, f.published from dashboard.observation_edition e
        join dashboard.source_file f using (source_id, edition) where area_code = 'E08000017'"""
    ).fetchall()  # fmt: skip
    editions = {}
    for _, id, when, value, published in rows:
        editions.setdefault((id, when), []).append((published, value))
    revised = 0
    for id in ("cla", "agency_rate", "caseload", "vacancies_fte"):
        for point in questions.series(opened, area="E08000017", indicator=id):
            published, value = min(editions[id, point.period_end], key=lambda each: each[0])
            assert (point.first_published, point.first_value) == (published, value)
            revised += value != point.value
    assert revised > 0
