"""Ofsted's newest judgements beside the reports themselves, the overview and the history, each read a second way."""

import csv
import hashlib
from datetime import date, datetime
from pathlib import Path

import duckdb
import pytest
from python_calamine import CalamineWorkbook

from data.paths import REFERENCE
from etl.build import build
from etl.errors import CheckFailed
from tests.conftest import Small
from tests.etl import reports

Held = dict[tuple[str, date], tuple[date, dict[str, str]]]

FOLDER = "d2i/2026-08-22"
COLUMNS = {
    "overall effectiveness": "overall_effectiveness_grade", "leadership": "impact_of_leaders_grade",
    "help and protection": "help_and_protection_grade", "in care": "in_care_grade",
    "care leavers": "care_leavers_grade",
}  # fmt: skip
NONE = {"", "not_reported_post_reform", "inspection_pre_dates_judgement"}
# What the overview, a reading by software, has wrong, and Ofsted's own file right: three grades of St Helens in 2023,
# and a grade of care leavers alone for Nottingham in 2022, when children in care and care leavers were judged as one.
WRONG = {("342", "help and protection"), ("342", "in care"), ("342", "care leavers"), ("892", "care leavers")}


def day(text: str) -> date:
    return datetime.strptime(text, "%d/%m/%Y" if len(text) == 10 else "%d/%m/%y").date()


@pytest.fixture(scope="module")
def held(built: Path) -> Held:
    """Every ILACS inspection that the database holds: its first day, and the grade of each area."""
    found: Held = {}
    with duckdb.connect(str(built), read_only=True) as con:
        for code, published, inspected, area, grade in con.execute(
            "select dfe_code, published_on, inspected_on, judgement_area, grade from judgement "
            "where framework = 'ILACS'"
        ).fetchall():
            found.setdefault((code, published), (inspected, {}))[1][area] = grade
    return found


@pytest.fixture(scope="module")
def read() -> list[dict[str, str]]:
    """The curated list of the reports that were read."""
    with (REFERENCE / "ofsted_reports_read.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.official
def test_the_nine_reports_say_what_is_held(official: Path, held: Held, read: list[dict[str, str]]) -> None:
    files = sorted((official / "ofsted" / "reports").glob("*.pdf"))
    sums = {row["dfe_code"]: row for row in read if row["sha256"]}
    assert len(files) == 9 and {path.name[:3] for path in files} == set(sums)
    for path in files:
        text, code = reports.text(path), path.name[:3]
        inspected, grades = held[code, reports.published_on(path)]
        assert reports.grades(text) == grades, path.name
        assert len(grades) == 4
        assert reports.first_day(text) == inspected
        assert reports.authority(text).removesuffix(" City") == sums[code]["authority_name"]
        assert hashlib.sha256(path.read_bytes()).hexdigest() == sums[code]["sha256"]


@pytest.mark.official
def test_the_62_newest_are_those_of_the_history(official: Path, held: Held, read: list[dict[str, str]]) -> None:
    with (official / FOLDER / "ofsted_csc_ilacs_history.csv").open(encoding="utf-8-sig", newline="") as file:
        newest = [row for row in csv.DictReader(file) if day(row["publication_date"]) >= date(2025, 4, 1)]
    listed = {row["report_url"]: row for row in read}
    assert len(newest) == 62 and {row["inspection_link"] for row in newest} == set(listed)
    for row in newest:
        code = listed[row["inspection_link"]]["dfe_code"]
        inspected, grades = held[code, day(row["publication_date"])]
        assert inspected == day(row["inspection_start_date"]), row
        assert grades == {area: row[column] for area, column in COLUMNS.items() if row[column] not in NONE}, row
    assert sum(len(row["judgements"].split("; ")) for row in read) == 299


@pytest.mark.official
def test_the_latest_of_every_authority_is_that_of_the_overview(official: Path, held: Held) -> None:
    """All 153, but for what is wrong in the overview; it writes care and care leavers as one under "in care"."""
    book = CalamineWorkbook.from_path(str(official / FOLDER / "ofsted_csc_ilacs_overview.xlsx"))
    header, *rows = book.get_sheet_by_index(0).to_python()
    latest = {code: max(when for other, when in held if other == code) for code, _ in held}
    different = set()
    for cells in rows:
        row = dict(zip(map(str, header), map(str, cells), strict=True))
        code = row["la_code"]
        inspected, grades = held[code, day(row["publication_date"])]
        assert day(row["publication_date"]) == latest[code]
        ours = {area.removesuffix(" and care leavers"): grade for area, grade in grades.items()}
        theirs = {area: row[column] for area, column in COLUMNS.items() if row[column] not in NONE}
        different |= {(code, area) for area in ours.keys() | theirs.keys() if ours.get(area) != theirs.get(area)}
    assert len(rows) == 153
    assert different == WRONG


def test_what_rests_on_what(built: Path, read: list[dict[str, str]]) -> None:
    """The reports of 53 inspections confirm what was compiled; nine more are in Ofsted's own file as well."""
    with duckdb.connect(str(built), read_only=True) as con:
        bases = dict(
            con.execute("select basis, count(distinct (dfe_code, published_on)) from judgement group by all").fetchall()
        )
        (late,) = con.execute(
            "select count(*) from inspection where basis = 'ofsted' and published_on >= '2025-04-01'"
        ).fetchall()[0]
    assert bases["confirmed"] == 44 + 9 and "compiled" not in bases
    assert late == 9 and len(read) == 53 + 9


def test_liverpool_south_tyneside_and_trafford_stand_without_an_overall_grade(built: Path) -> None:
    with duckdb.connect(str(built), read_only=True) as con:
        newest = {
            name: (grade, judgements)
            for name, grade, judgements in con.execute(
                "select authority_name, grade, judgements from standing where closed_on is null "
                "qualify row_number() over (partition by dfe_code order by published_on desc) = 1"
            ).fetchall()
        }
    without = {name for name, (grade, _) in newest.items() if grade == "no overall grade"}
    assert without == {
        "Blackpool", "Brent", "Lancashire", "Liverpool", "Middlesbrough", "North Northamptonshire", "Portsmouth",
        "Somerset", "South Tyneside", "Trafford", "West Northamptonshire",
    }  # fmt: skip
    assert newest["Trafford"][1] == (
        "care leavers: requires improvement; help and protection: inadequate; in care: good; leadership: inadequate"
    )
    assert "Liverpool" not in {name for name, (grade, _) in newest.items() if grade == "inadequate"}
    count = {grade: sum(g == grade for g, _ in newest.values()) for grade in {g for g, _ in newest.values()}}
    assert count == {
        "outstanding": 46, "good": 61, "requires improvement": 24, "inadequate": 11, "no overall grade": 11
    }  # fmt: skip


def test_a_report_that_says_otherwise_stops_the_build(small: Small, tmp_path: Path) -> None:
    path = small.reference / "ofsted_reports_read.csv"
    lines = path.read_text(encoding="utf-8")
    assert "leadership: outstanding" in lines
    path.write_text(lines.replace("leadership: outstanding", "leadership: good", 1), encoding="utf-8")
    with pytest.raises(CheckFailed, match="reports_say_the_same"):
        build(tmp_path / "refused.duckdb", snapshot=small.snapshot, reference=small.reference)


def test_grades_that_the_overview_has_wrong_stay_right(held: Held) -> None:
    """St Helens 2023, Oxfordshire and Rochdale 2018: as Ofsted's own history gives them."""
    assert held["342", date(2023, 9, 4)][1] == {
        "overall effectiveness": "good", "leadership": "good", "help and protection": "requires improvement",
        "in care": "good", "care leavers": "outstanding",
    }  # fmt: skip
    of_2018 = {
        code: grades["in care and care leavers"]
        for (code, when), (_, grades) in held.items()
        if code in ("931", "354") and when.year == 2018
    }
    assert of_2018 == {"931": "good", "354": "good"}
