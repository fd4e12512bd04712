"""The questions behind the Ofsted page: their law, and what they answer beside the publishers' files."""

import csv
from collections import Counter, defaultdict
from datetime import date
from pathlib import Path
from statistics import median

import pytest

from queries import ofsted
from tests.queries.plain_judgements import in_force, judgements, table

SNAPSHOT = Path(__file__).parents[2] / "data" / "snapshot"
BIRMINGHAM, BRENT = "E08000025", "E09000005"
YEARS = range(2014, 2027)


@pytest.fixture(scope="module")
def published(official):
    return judgements(official)


def test_all_714_inspections_are_those_of_the_files(published, con):
    ours = con.execute("select dfe_code, framework, published_on, judgement_area, grade from judgement").fetchall()
    theirs = [(row.code, row.framework, row.published_on, row.area, row.grade) for row in published]
    assert Counter(ours) == Counter(theirs)
    assert len({row[:3] for row in theirs}) == 714


@pytest.mark.parametrize("counted", ["published", "inspected"])
def test_the_grade_in_force_on_31_march_is_the_same_in_plain_python(counted, published, opened):
    rows = ofsted.in_force.frame(opened, region="all", counted=counted)
    ours = {(row["dfe_code"], row["as_at"].date()): row["grade"] for row in rows.to_dict("records")}
    by_code = defaultdict(list)
    for row in published:
        by_code[row.code].append(row)
    lives = {row["dfe_code"]: (row["opened_on"] or "0000", row["closed_on"] or "9999") for row in table("authorities")}
    for year in YEARS:
        at = date(year, 3, 31)
        alive = [code for code, (opens, ends) in lives.items() if opens <= at.isoformat() <= ends]
        assert {code for code, when in ours if when == at} == set(alive)
        for code in alive:
            assert ours[code, at] == in_force(by_code[code], code, at, by=counted), (code, at)


def test_31_march_2025_is_what_ofsted_published(opened):
    with (SNAPSHOT / "ofsted_as_at.csv").open(encoding="utf-8", newline="") as file:
        theirs = {
            row["dfe_code"]: row["grade"]
            for row in csv.DictReader(file)
            if row["as_at"] == "2025-03-31" and row["judgement_area"] == "overall effectiveness"
        }
    rows = ofsted.in_force.frame(opened, region="all", counted="inspected")
    ours = rows[rows["as_at"] == "2025-03-31"].set_index("dfe_code")["grade"].to_dict()
    assert ours == theirs
    assert Counter(ours.values()) == {"good": 67, "outstanding": 36, "requires improvement": 31, "inadequate": 19}


def test_a_region_is_its_authorities_and_london_both_its_parts(opened):
    def names(region):
        return set(ofsted.since.frame(opened, region=region)["area_code"])

    assert names("E12000007") == names("E13000001") | names("E13000002")
    assert len(names("all")) == 153
    assert BIRMINGHAM in names("E12000005")


def test_moves_compare_only_what_was_graded_alike(opened):
    rows = ofsted.moves.frame(opened, region="all")
    mixed = rows[rows["framework_before"].str.startswith("SLAC") & rows["framework"].isin(["SIF", "CPI"])]
    assert len(mixed) and set(mixed["move"]) == {"not compared"}
    assert set(rows[rows["grade"] == "no overall grade"]["move"]) == {"not compared"}
    birmingham = rows[rows["area_code"] == BIRMINGHAM]
    assert birmingham["move"].to_list() == ["rose", "rose", "the same", "not compared", "not compared"]
    assert (rows["days"] > 0).all()


def test_every_authority_has_a_page_at_ofsted_of_its_own(opened):
    rows = ofsted.since.frame(opened, region="all")
    assert rows["page_url"].str.startswith("https://reports.ofsted.gov.uk/provider/44/").all()
    assert rows["page_url"].is_unique
    assert ofsted.page.frame(opened, authority=BRENT)["as_at"].iloc[0].date() == date(2026, 8, 22)


def test_since_names_the_areas_where_there_is_no_overall_grade(opened):
    rows = ofsted.since.frame(opened, region="all").set_index("area_code")
    assert rows.loc[BRENT, "grade"] == "no overall grade"
    assert "help and protection: " in rows.loc[BRENT, "judgements"]
    assert "overall" not in rows.loc[BRENT, "judgements"]
    assert rows.loc[BRENT, "days"] == (date(2026, 8, 22) - date(2026, 4, 27)).days


@pytest.mark.parametrize("region", ["all", "E12000001"])
def test_the_times_between_reports_again_in_plain_python(opened, region):
    rows = ofsted.moves(opened, region=region)
    grades, wide = ("outstanding", "good", "requires improvement", "inadequate"), ("SIF", "ILACS")
    overall = [
        row
        for row in rows
        if row.move != "not compared" and row.grade_before in grades and row.grade in grades
        and row.framework_before.startswith(wide) and row.framework.startswith(wide)
    ]  # fmt: skip
    assert overall and [row for row in rows if row.overall] == overall
    for row in overall:
        alike = [each.days for each in overall if (each.grade_before, each.grade) == (row.grade_before, row.grade)]
        moved = [each.days for each in overall if (each.grade_before, each.move) == (row.grade_before, row.move)]
        assert (row.alike, row.shortest_days, row.longest_days) == (len(alike), min(alike), max(alike))
        assert (row.median_days, row.moved_alike, row.median_moved_days) == (median(alike), len(moved), median(moved))
    waits = ofsted.since(opened, region=region)
    assert {row.median_days for row in waits} == {median(row.days for row in waits if row.days is not None)}
