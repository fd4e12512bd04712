"""Ofsted's visits: each letter and each row of the lists once, read a second way; and what is refused."""

import csv
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

import duckdb
import pytest
from python_calamine import CalamineWorkbook

from data.paths import REFERENCE
from etl.errors import ColumnsChanged, UnknownArea
from etl.extract import extract
from tests.conftest import Small
from tests.releases.unpacked import write_ods

LISTS = {
    "2022": ("Childrens_social_care_in_England_2022_underlying_data.ods", "LA_level_in_year_2021-22"),
    "2023": ("Childrens_social_care_in_England_2023_underlying_data.ods", "LA_level_in_year_2022-23"),
    "2024": ("LA_Inspection_Outcomes_as_at_March_2024.ods", "Inspections_in_year_2023-24"),
    "2025": ("LA_Inspection_Outcomes_as_at_31_March_2025.ods", "In-year_inspections"),
}
KINDS = {"ILACS Focused Visit": "focused", "LA Monitoring visit": "monitoring"}
INSPECTIONS = {"ILACS Standard Inspection", "ILACS Short Inspection"}


class Listed(NamedTuple):
    """A visit as a list of Ofsted's gives it."""

    name: str
    kind: str
    first_day: date
    theme: str
    edition: str
    row: int


def letters() -> list[dict[str, str]]:
    with (REFERENCE / "ofsted_focused_visits.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def listed(official: Path) -> list[Listed]:
    """Read the four lists: the header is the third row."""
    found = []
    for edition, (file, sheet) in LISTS.items():
        book = CalamineWorkbook.from_path(str(official / "ofsted" / file))
        rows = book.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
        header = [str(cell).strip() for cell in rows[2]]
        assert header[-1] == "Visit Theme"
        name, kind, day = (header.index(text) for text in ("Local authority name", "Inspection/Visit type",
                                                           "Inspection/Visit date"))  # fmt: skip
        for number, row in enumerate(rows[3:], 4):
            assert row[kind] in KINDS or row[kind] in INSPECTIONS
            if row[kind] in KINDS:
                when = row[day].date() if hasattr(row[day], "date") else row[day]
                found.append(Listed(row[name].strip(), KINDS[row[kind]], when, row[-1], edition, number))
    return found


@pytest.mark.official
def test_every_visit_of_the_lists_is_held_with_its_row(official: Path, con: duckdb.DuckDBPyConnection) -> None:
    theirs = listed(official)
    assert Counter((each.edition, each.kind) for each in theirs) == {
        ("2022", "focused"): 74, ("2023", "focused"): 36, ("2024", "focused"): 37, ("2025", "focused"): 36,
        ("2022", "monitoring"): 32, ("2023", "monitoring"): 24, ("2024", "monitoring"): 28, ("2025", "monitoring"): 24,
    }  # fmt: skip
    ours = {
        (edition, row): (kind, first_day, theme, names)
        for edition, row, kind, first_day, theme, names in con.execute(
            "select edition, source_row, kind, first_day, theme, "
            "(select list(lower(name)) from authority_name where authority_name.dfe_code = visit.dfe_code) "
            "from visit where source_row is not null"
        ).fetchall()
    }
    assert len(ours) == len(theirs) == 291
    for each in theirs:
        kind, first_day, theme, names = ours[each.edition, each.row]
        assert (kind, first_day, theme) == (each.kind, each.first_day, each.theme)
        assert each.name.lower() in names


@pytest.mark.official
def test_letters_and_lists_meet_in_182_of_183_focused_visits(official: Path, con: duckdb.DuckDBPyConnection) -> None:
    """The one that is missing among the letters is Cumbria's; no letter of the lists' years is in no list."""
    alone = con.execute(
        "select authority_name, first_day from visit where basis = 'list' and kind = 'focused'"
    ).fetchall()
    assert alone == [("Cumbria", date(2021, 7, 21))]
    assert con.execute("select count(*) from visit where basis = 'letter and list'").fetchall() == [(182,)]
    first, last = (f(each.first_day for each in listed(official) if each.kind == "focused") for f in (min, max))
    between = con.execute(
        "select count(*) from visit where basis = 'letter' and first_day between ? and ?", [first, last]
    ).fetchall()
    assert between == [(0,)]


def test_every_letter_is_one_visit_and_no_visit_has_a_grade(con: duckdb.DuckDBPyConnection) -> None:
    theirs = letters()
    ours = con.execute(
        "select dfe_code, cast(first_day as varchar), dates_as_given, cast(published_on as varchar), covid_visit, "
        "subject, letter_sha256 from visit where letter_file <> ''"
    ).fetchall()
    assert len(theirs) == 371
    assert sorted(ours) == sorted(
        (row["dfe_code"], row["first_day"], row["dates_in_letter"], row["published_on"], row["covid_visit"] == "yes",
         row["focus"], row["sha256"])
        for row in theirs
    )  # fmt: skip
    assert con.execute("select count(*), count(distinct (dfe_code, first_day, kind)) from visit").fetchall() == [
        (371 + 1 + 108, 371 + 1 + 108)
    ]
    assert not {"grade", "overall"} & {name for name, *_ in con.execute("describe visit").fetchall()}


def test_visits_leave_the_judgements_as_they_are(con: duckdb.DuckDBPyConnection) -> None:
    """No visit is an inspection, and how far inspections are known does not rest on the lists of visits."""
    (day,) = con.execute("select day from known_to").fetchall()[0]
    assert day == date(2026, 8, 22)
    assert con.execute(
        "select count(*) from visit inner join judgement on visit.dfe_code = judgement.dfe_code "
        "and judgement.inspected_on = visit.first_day"
    ).fetchall() == [(0,)]


def test_a_new_kind_of_visit_and_an_unknown_authority_are_refused(small: Small, tmp_path: Path) -> None:
    file, sheet = LISTS["2022"]
    path = small.releases / "ofsted" / file
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    text = [[str(cell) for cell in row] for row in rows]
    visit = next(n for n, row in enumerate(text) if "ILACS Focused Visit" in row)
    for column, changed, error in ((4, "ILACS Grand Tour", ColumnsChanged), (1, "Ruritania", UnknownArea)):
        other = [list(row) for row in text]
        other[visit][column] = changed
        write_ods(path, {sheet: other})
        with pytest.raises(error, match=changed):
            extract(small.releases, tmp_path / "snapshot", reference=small.reference)
