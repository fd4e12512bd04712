"""Ofsted's judgements: what the SQL of the four sources makes of drawn tables, and of the whole files."""

import csv
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pytest

from data.catalogue import Edition, Source
from data.kinds import Content
from data.paths import REFERENCE
from etl import workbook
from etl.errors import ColumnsChanged, SheetMissing
from etl.staging import SOURCE_FOLDERS, staged

ROOT = Path(__file__).parents[2]
OFFICIAL = ROOT.parent / "shared" / "official"
CHECK = ROOT / "etl" / "checks" / "judgements_reproduce_ofsted.sql"
official = pytest.mark.skipif(
    not (OFFICIAL.exists() and (REFERENCE / "authorities.csv").exists()), reason="the publishers' files are not here"
)

AUTHORITIES = """
| dfe_code | area_code | name                   | opened_on  | closed_on  |
| 835      | E10000009 | Dorset (to March 2019) |            | 2019-03-31 |
| 838      | E06000059 | Dorset                 | 2019-04-01 |            |
| 886      | E10000016 | Kent                   |            |            |
| 304      | E09000005 | Brent                  |            |            |
| 330      | E08000025 | Birmingham             |            |            |
"""

HISTORY = "Childrens_social_care_in_England_2023_underlying_data.ods"
RELEASE_2024 = "LA_Inspection_Outcomes_as_at_March_2024.ods"
RELEASE_2025 = "LA_Inspection_Outcomes_as_at_31_March_2025.ods"

EDITIONS = {
    "ofsted_2009_2023": [
        Edition(edition="2023", file=f"ofsted/{HISTORY}", published="", sheet="LA_inspections_2009-2023")
    ],
    "ofsted_ilacs": [
        Edition(edition="2025", file=f"ofsted/{RELEASE_2025}", published="", sheet="ILACS_inspection_history")
    ],
    "ofsted_overview": [
        Edition(
            edition="2026-08-22",
            file="d2i/2026-08-22/ofsted_csc_ilacs_overview.xlsx",
            published="",
            sheet="ofsted_cs_inspections_overview",
        )
    ],
    "ofsted_as_at": [
        Edition(edition="2023", file=f"ofsted/{HISTORY}", published="", sheet="LA_level_at_31_Mar_2023"),
        Edition(edition="2024", file=f"ofsted/{RELEASE_2024}", published="", sheet="Inspections_31_March_2024"),
        Edition(edition="2025", file=f"ofsted/{RELEASE_2025}", published="", sheet="Inspections_as_at_31_March"),
    ],
}

# Inspections by framework and type and by year of publication.
INSPECTIONS = {
    ("SLAC", "full"): {2009: 9, 2010: 35, 2011: 43, 2012: 65},
    ("SLAC re-inspection", "re-inspection"): {2011: 6, 2012: 3},
    ("CPI", "full"): {2012: 17, 2013: 33},
    ("CPI re-inspection", "re-inspection"): {2013: 1},
    ("TLAC", "full"): {2013: 5},
    ("SIF", "full"): {2014: 37, 2015: 37, 2016: 40, 2017: 38},
    ("SIF re-inspection", "re-inspection"): {2016: 2, 2017: 5, 2018: 14},
    ("ILACS", "standard"): {2018: 20, 2019: 38, 2020: 13, 2021: 8, 2022: 32, 2023: 28, 2024: 24, 2025: 18, 2026: 15},
    ("ILACS", "short"): {2018: 7, 2019: 19, 2020: 6, 2022: 15, 2023: 15, 2024: 24, 2025: 27, 2026: 15},
}

# Inspected from April 2026 on.
WITHOUT_OVERALL = set("304 341 358 393 806 851 888 890 933 940 941".split())

Rows = list[dict[str, Any]]


def drawn(picture: str) -> list[dict[str, str]]:
    """Read a table drawn with bars."""
    header, *rows = ([cell.strip() for cell in line.strip("|").split("|")] for line in picture.split("\n") if line)
    return [dict(zip(header, row, strict=True)) for row in rows]


def insert(con: duckdb.DuckDBPyConnection, table: str, rows: Sequence[Sequence[object]]) -> None:
    """Append rows to a table."""
    con.executemany(f"insert into {table} values ({', '.join('?' * len(rows[0]))})", rows)


@pytest.fixture
def con() -> Iterator[duckdb.DuckDBPyConnection]:
    """Open a database with the tables that a source's SQL may use, five authorities in them."""
    with duckdb.connect() as connection:
        empty_reference(connection)
        rows = drawn(AUTHORITIES)
        insert(connection, "authority", [[cell or None for cell in row.values()] for row in rows])
        insert(connection, "authority_name", [[row["name"], row["dfe_code"]] for row in rows])
        insert(connection, "authority_code", [[row["area_code"], row["dfe_code"]] for row in rows])
        yield connection


def empty_reference(con: duckdb.DuckDBPyConnection) -> None:
    """Make the tables that the sources' SQL may use, without rows."""
    con.execute(
        """
        create table authority (
            dfe_code varchar, area_code varchar, name varchar, opened_on date, closed_on date
        );
        create table authority_name (name varchar, dfe_code varchar);
        create table authority_code (area_code varchar, dfe_code varchar);
        create table judgement (
            dfe_code varchar, authority_name varchar, framework varchar, inspection_type varchar,
            inspected_on date, published_on date, judgement_area varchar, grade varchar,
            grade_as_published varchar, basis varchar, edition varchar, source_file varchar, source_row integer
        );
        create table judgement_as_at (
            as_at date, dfe_code varchar, authority_name varchar, inspected_on date, published_on date,
            judgement_area varchar, grade varchar, grade_as_published varchar,
            edition varchar, source_file varchar, source_row integer
        )
        """
    )


def our_columns(source: str) -> list[str]:
    """Return the columns that a source's columns.csv names."""
    with (SOURCE_FOLDERS / source / "columns.csv").open(encoding="utf-8", newline="") as file:
        return [row["column"] for row in csv.DictReader(file) if row["column"] != "-"]


def tidy(con: duckdb.DuckDBPyConnection, source: str, frame: pd.DataFrame) -> Rows:
    """Run a source's SQL over staged rows."""
    con.register("staged", frame)
    sql = next((SOURCE_FOLDERS / source).glob("judgements*.sql")).read_text(encoding="utf-8")
    found = con.execute(sql)
    columns = [column[0] for column in found.description or []]
    return [dict(zip(columns, row, strict=True)) for row in found.fetchall()]


def tidy_drawn(con: duckdb.DuckDBPyConnection, source: str, picture: str, edition: str = "2025") -> Rows:
    """Run a source's SQL over a drawn table; the columns not drawn are empty."""
    empty = dict.fromkeys(our_columns(source), "")
    rows = [
        empty | row | {"edition": edition, "source_file": "drawn", "source_row": number}
        for number, row in enumerate(drawn(picture), start=1)
    ]
    return tidy(con, source, pd.DataFrame(rows))


def grades(rows: Rows) -> dict[str, str | None]:
    """Return the grade of each judgement area."""
    return {row["judgement_area"]: row["grade"] for row in rows}


def keep(con: duckdb.DuckDBPyConnection, table: str, rows: Rows) -> None:
    """Append tidy rows to a table."""
    insert(con, table, [list(row.values()) for row in rows])


# Before the ILACS


def test_adequate_is_restored_before_the_sif(con: duckdb.DuckDBPyConnection) -> None:
    """The same published words are two grades."""
    rows = tidy_drawn(
        con,
        "ofsted_2009_2023",
        """
| tlac_on | tlac_looked_after               | sif_on | sif_overall                     |
| 2013-08-23        | Requires improvement to be good | 2017-06-13       | Requires improvement to be good |
""",
    )
    assert {row["framework"]: row["grade"] for row in rows if row["grade"]} == {
        "TLAC": "adequate",
        "SIF": "requires improvement",
    }
    assert {row["grade_as_published"] for row in rows} == {"Requires improvement to be good", ""}
    assert {row["inspected_on"] for row in rows} == {None}


def test_a_dash_gives_no_row(con: duckdb.DuckDBPyConnection) -> None:
    """What was not judged is not a judgement."""
    rows = tidy_drawn(
        con,
        "ofsted_2009_2023",
        """
| authority_name | slac_on | slac_safeguarding | slac_looked_after |
| Kent           | 2011-01-01        | Good              | -                 |
""",
    )
    assert grades(rows) == {"safeguarding": "good"}


def test_a_dated_inspection_with_an_empty_judgement_is_not_passed_over(con: duckdb.DuckDBPyConnection) -> None:
    """An empty cell beside a date comes out without a grade, which the framework refuses."""
    rows = tidy_drawn(
        con,
        "ofsted_2009_2023",
        """
| authority_name | slac_on | slac_safeguarding | slac_looked_after |
| Kent           | 2011-01-01        | Good              |                   |
""",
    )
    assert grades(rows) == {"safeguarding": "good", "looked after children": None}


def test_dorset_is_the_authority_of_the_day(con: duckdb.DuckDBPyConnection) -> None:
    """An inspection before April 2019 is the old Dorset's, a name nobody has is nobody's."""
    rows = tidy_drawn(
        con,
        "ofsted_2009_2023",
        """
| authority_name | cpi_on | cpi_child_protection |
| Dorset         | 2013-05-23       | Good                 |
| DORSET         | 2019-04-01       | Good                 |
| Dorsetshire    | 2013-05-23       | Good                 |
""",
    )
    assert {row["source_row"]: row["dfe_code"] for row in rows} == {1: "835", 2: "838", 3: None}


# The ILACS

ILACS = (
    "| area_code | authority_name | inspected_on | published_on | inspection_type "
    "| overall | leadership | help_and_protection | in_care | care_leavers |\n"
)


def test_one_judgement_in_care_until_2022_and_two_since(con: duckdb.DuckDBPyConnection) -> None:
    """The cell under "children in care" means two things."""
    rows = tidy_drawn(
        con,
        "ofsted_ilacs",
        ILACS
        + """
| E09000005 | Brent | 2022-12-05 | 2023-01-20 | ILACS Standard Inspection | Good | Good | Good | Inadequate |      |
| E10000016 | Kent  | 2023-01-09 | 2023-02-20 | ILACS Short Inspection    | Good | Good | Good | Inadequate | Good |
""",
    )
    care = {
        (row["dfe_code"], row["inspection_type"], row["judgement_area"], row["grade"])
        for row in rows
        if "care" in row["judgement_area"]
    }
    assert care == {
        ("304", "standard", "in care and care leavers", "inadequate"),
        ("886", "short", "in care", "inadequate"),
        ("886", "short", "care leavers", "good"),
    }
    assert len(rows) == 9


def test_care_leavers_may_not_be_blank_since_2023(con: duckdb.DuckDBPyConnection) -> None:
    """A blank of today is not the blank of the old framework."""
    rows = tidy_drawn(
        con,
        "ofsted_ilacs",
        ILACS + "| E10000016 | Kent | 2023-01-09 | 2023-02-20 | ILACS Short Inspection | Good | Good | Good | Good | |",
    )
    assert grades(rows)["care leavers"] is None


@pytest.mark.parametrize(("inspected_on", "areas"), [("2026-03-30", 5), ("2026-04-27", 4)])
def test_overall_effectiveness_ended_in_march_2026(
    con: duckdb.DuckDBPyConnection, inspected_on: str, areas: int
) -> None:
    """Without an overall grade, an inspection before April 2026 is refused, a later one is whole."""
    row = f"| E09000005 | Brent | {inspected_on} | 2026-06-17 | ILACS Short Inspection | | Good | Good | Good | Good |"
    rows = tidy_drawn(con, "ofsted_ilacs", ILACS + row)
    assert len(rows) == areas
    assert ("overall effectiveness" in grades(rows)) == (areas == 5)


def test_an_unknown_grade_and_an_unknown_code_are_null(con: duckdb.DuckDBPyConnection) -> None:
    """The framework names the file and row of each."""
    row = (
        "| E99999999 | Kent | 2023-01-09 | 2023-02-20 | ILACS Short Inspection | Splendid | Good | Good | Good | Good |"
    )
    rows = tidy_drawn(con, "ofsted_ilacs", ILACS + row)
    assert {row["dfe_code"] for row in rows} == {None}
    assert [row["grade_as_published"] for row in rows if row["grade"] is None] == ["Splendid"]


# The compiled overview

OVERVIEW = (
    "| dfe_code | authority_name | inspection_type | inspected_on | published_on "
    "| overall | leadership | help_and_protection | in_care | care_leavers |\n"
)


@pytest.fixture
def after_ofsted(con: duckdb.DuckDBPyConnection) -> duckdb.DuckDBPyConnection:
    """Return the database with an Ofsted history that ends on 14 May 2025."""
    history = (
        ILACS
        + """
| E10000016 | Kent       | 2022-05-09 | 2022-06-20 | ILACS Short Inspection | Good | Good | Good | Good |      |
| E08000025 | Birmingham | 2025-03-24 | 2025-05-14 | ILACS Short Inspection | Good | Good | Good | Good | Good |
"""
    )
    keep(con, "judgement", tidy_drawn(con, "ofsted_ilacs", history))
    return con


def test_the_overview_adds_only_what_came_after_ofsteds_last(after_ofsted: duckdb.DuckDBPyConnection) -> None:
    """Reports of 14 May 2025 and before are Ofsted's own business; dates have two or four digits."""
    rows = tidy_drawn(
        after_ofsted,
        "ofsted_overview",
        OVERVIEW
        + """
| 330 | birmingham | short    | 24/03/2025 | 14/05/25   | inadequate | good | good                 | good | good |
| 886 | kent       | standard | 09/05/2022 | 20/06/22   | inadequate | good | good                 | good | good |
| 304 | brent      | standard | 02/06/2025 | 15/05/2025 | good       | good | requires improvement | good | good |
""",
    )
    assert {(row["dfe_code"], row["inspected_on"], row["published_on"], row["basis"]) for row in rows} == {
        ("304", date(2025, 6, 2), date(2025, 5, 15), "compiled")
    }
    assert grades(rows)["help and protection"] == "requires improvement"
    assert len(rows) == 5


def test_the_overview_may_lack_an_overall_grade_since_april_2026(after_ofsted: duckdb.DuckDBPyConnection) -> None:
    """Its words for "no longer reported", one of which is an empty cell, are expected then and refused before."""
    rows = tidy_drawn(
        after_ofsted,
        "ofsted_overview",
        OVERVIEW
        + """
| 304 | brent      | short | 27/04/2026 | 17/06/26 | not_reported_post_reform | good | good | good | good |
| 886 | kent       | short | 23/03/2026 | 18/05/26 | not_reported_post_reform | good | good | good | good |
| 330 | birmingham | short | 27/04/2026 | 18/06/26 |                          | good | good | good | good |
| 838 | dorset     | short | 23/03/2026 | 18/05/26 |                          | good | good | good | good |
""",
    )
    overall = [(row["dfe_code"], row["grade"]) for row in rows if row["judgement_area"] == "overall effectiveness"]
    assert set(overall) == {("886", None), ("838", None)}
    assert len(rows) == 18


def test_the_overview_knows_the_old_judgement_in_care(after_ofsted: duckdb.DuckDBPyConnection) -> None:
    """Its word for "blank because before 2023" is a long one."""
    row = "| 304 | brent | short | 05/12/2022 | 20/06/25 | good | good | good | good | inspection_pre_dates_judgement |"
    rows = tidy_drawn(after_ofsted, "ofsted_overview", OVERVIEW + row)
    assert set(grades(rows)) == {
        "overall effectiveness",
        "leadership",
        "help and protection",
        "in care and care leavers",
    }


def test_the_overview_hides_neither_a_strange_grade_nor_a_missing_date(
    after_ofsted: duckdb.DuckDBPyConnection,
) -> None:
    """Both come out as NULL, which the framework refuses."""
    row = "| 304 | brent | short | 02/06/2025 | | to requires improvement | good | good | good | good |"
    rows = tidy_drawn(after_ofsted, "ofsted_overview", OVERVIEW + row)
    assert {row["published_on"] for row in rows} == {None}
    assert grades(rows)["overall effectiveness"] is None


# The tables as at 31 March


def test_a_table_as_at_goes_by_code_or_name_and_leaves_out_the_uninspected(con: duckdb.DuckDBPyConnection) -> None:
    """Codes appear in 2025; Dorset on 31 March is the Dorset of that day."""
    rows = tidy_drawn(
        con,
        "ofsted_as_at",
        """
| area_code | authority_name | inspected_on      | overall | leadership | help_and_protection | in_care | care_leavers |
|           | Dorset         | 2021-09-27        | Good    | Good       | Good                | Good    |              |
| E10000016 | Cantium        | 2023-02-20        | Good    | Good       | Good                | Good    | Good         |
|           | Brent          | Not yet inspected |         |            |                     |         |              |
""",
    )
    assert {row["dfe_code"] for row in rows} == {"838", "886"}
    assert {row["as_at"] for row in rows} == {date(2025, 3, 31)}
    assert len(rows) == 9


def test_the_check_finds_a_grade_that_ofsted_gives_otherwise(after_ofsted: duckdb.DuckDBPyConnection) -> None:
    """One changed grade is one offending row."""
    table = """
| area_code | authority_name | inspected_on | overall | leadership | help_and_protection | in_care | care_leavers |
| E10000016 | Kent           | 2022-05-09   | Good    | Good       | Good                | Good    |              |
| E08000025 | Birmingham     | 2025-03-24   | Good    | Inadequate | Good                | Good    | Good         |
"""
    keep(after_ofsted, "judgement_as_at", tidy_drawn(after_ofsted, "ofsted_as_at", table))
    offending = after_ofsted.execute(CHECK.read_text(encoding="utf-8")).fetchall()
    assert [row[1:3] for row in offending] == [("330", "leadership")]


# Reading


def test_cells_are_read_as_text(monkeypatch: pytest.MonkeyPatch) -> None:
    """Dates become ISO text, whole numbers lose their point, white space collapses."""
    cells = [datetime(2023, 7, 10), date(2023, 7, 10), 5.0, 5.25, 7, " First\n SIF\xa0 ", "", datetime(2023, 7, 10, 9)]
    fake_workbook(monkeypatch, {"Sheet": [cells]})
    ((number, texts),) = workbook.sheet_rows(Path("book.ods"), "Sheet")
    assert number == 1
    assert texts == ("2023-07-10", "2023-07-10", "5", "5.25", "7", "First SIF", "", "2023-07-10T09:00:00")


def test_a_missing_sheet_is_named_with_the_sheets_there_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """The message tells what to write in data/sources.toml."""
    fake_workbook(monkeypatch, {"Cover": [], "Notes": []})
    with pytest.raises(SheetMissing, match=r"book\.ods: no sheet 'History', only Cover, Notes"):
        workbook.sheet_rows(Path("book.ods"), "History")


def test_a_table_begins_at_its_header_and_ends_at_an_empty_row(monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows keep the numbers that a spreadsheet program shows."""
    fake_workbook(monkeypatch, {"Sheet": [["Title", ""], ["Web link", "Name"], ["x", "Kent"], ["", ""], ["Note", ""]]})
    tables = workbook.sheet_tables(Path("book.ods"), "Sheet", first_header="Web link")
    assert tables == [[(2, ("Web link", "Name")), (3, ("x", "Kent"))]]


@pytest.mark.parametrize(
    "rows",
    [
        [["Title", ""], ["Link", "Name"], ["x", "Kent"]],
        [["Web link", "Name"], ["x", "Kent"], ["", ""], ["x", "Brent"]],
    ],
)
def test_a_table_without_its_header_or_cut_in_two_is_refused(
    monkeypatch: pytest.MonkeyPatch, rows: list[list[object]]
) -> None:
    """No row of figures is passed over in silence."""
    fake_workbook(monkeypatch, {"Sheet": rows})
    with pytest.raises(ColumnsChanged, match=r"book\.ods, sheet Sheet"):
        workbook.sheet_tables(Path("book.ods"), "Sheet", first_header="Web link")


def test_the_two_tables_of_2009_to_2023_must_have_the_same_columns(monkeypatch: pytest.MonkeyPatch) -> None:
    """Moving a column in the second table only would grade the wrong thing."""
    first, moved = ["Web link", "SIF", "LSCB", "First ILACS type"], ["Web link", "LSCB", "SIF", "ILACS type"]
    fake_workbook(monkeypatch, {"Sheet": [first, ["", "", "", ""], moved]})
    source = a_source("ofsted_2009_2023", [Edition(edition="2023", file="2023.ods", published="", sheet="Sheet")])
    monkeypatch.setattr(Path, "is_file", lambda _: True)
    with pytest.raises(ColumnsChanged, match="row 3: 'LSCB' stands under 'SIF'"):
        staged(source, source.editions[0], Path())


def fake_workbook(monkeypatch: pytest.MonkeyPatch, sheets: dict[str, list[Any]]) -> None:
    """Make every path open as a workbook of these sheets."""

    class Sheet:
        def __init__(self, rows: list[Any]) -> None:
            self.rows = rows

        def to_python(self, *, skip_empty_area: bool) -> list[Any]:
            assert not skip_empty_area
            return self.rows

    class Workbook:
        sheet_names = list(sheets)

        @classmethod
        def from_path(cls, _: Path) -> "Workbook":
            return cls()

        def get_sheet_by_name(self, name: str) -> Sheet:
            return Sheet(sheets[name])

    monkeypatch.setattr(workbook, "CalamineWorkbook", Workbook)


# The whole files


def a_source(id: str, editions: list[Edition]) -> Source:
    """Describe a source as data/sources.toml would."""
    return Source(
        id=id,
        title="",
        publisher="",
        url="",
        licence="",
        description="",
        content=Content.JUDGEMENTS,
        editions=tuple(editions),
    )


def stage_files(source: str) -> pd.DataFrame:
    """Stack the editions of a source."""
    frames = []
    for edition in EDITIONS[source]:
        cells = staged(a_source(source, EDITIONS[source]), edition, OFFICIAL)
        frame = pd.DataFrame([row for _, row in cells.rows], columns=list(cells.columns), dtype=object)
        frames.append(
            frame.assign(
                edition=edition.edition,
                source_file=Path(edition.file).name,
                source_row=[number for number, _ in cells.rows],
            )
        )
    stacked = pd.concat(frames, ignore_index=True).astype(object)
    return stacked.where(stacked.notna(), None).astype({"source_row": "int64"})


@pytest.fixture(scope="module")
def whole() -> Iterator[duckdb.DuckDBPyConnection]:
    """Read every judgement of the publishers' files."""
    with duckdb.connect() as con:
        empty_reference(con)
        load_authorities(con)
        for source in ("ofsted_2009_2023", "ofsted_ilacs", "ofsted_overview"):
            keep(con, "judgement", tidy(con, source, stage_files(source)))
        keep(con, "judgement_as_at", tidy(con, "ofsted_as_at", stage_files("ofsted_as_at")))
        yield con


def load_authorities(con: duckdb.DuckDBPyConnection) -> None:
    """Load the three curated tables of authorities."""
    for table, (stem, columns) in {
        "authority": ("authorities", "dfe_code, area_code, name, opened_on, closed_on"),
        "authority_name": ("authority_names", "name, dfe_code"),
        "authority_code": ("authority_codes", "area_code, dfe_code"),
    }.items():
        path = str(REFERENCE / f"{stem}.csv")
        con.execute(f"insert into {table} select {columns} from read_csv(?, all_varchar = true)", [path])


@official
def test_every_judgement_has_an_authority_a_grade_and_a_date(whole: duckdb.DuckDBPyConnection) -> None:
    """Nothing in the publishers' files is unknown."""
    for table, columns in {
        "judgement": "dfe_code, grade, published_on, inspection_type",
        "judgement_as_at": "dfe_code, grade, inspected_on, as_at",
    }.items():
        nulls = whole.execute(f"select * from {table} where {columns.replace(', ', ' is null or ')} is null")
        assert nulls.fetchall() == []


@official
def test_inspections_by_framework_and_year(whole: duckdb.DuckDBPyConnection) -> None:
    """The counts of the research, cell by cell."""
    found: dict[tuple[str, str], dict[int, int]] = {}
    for framework, kind, year, inspections in whole.execute(
        """
        select framework, inspection_type, year(published_on), count(distinct (dfe_code, published_on))
        from judgement
        group by all
        """
    ).fetchall():
        found.setdefault((framework, kind), {})[year] = inspections
    assert found == INSPECTIONS
    assert sum(sum(years.values()) for years in found.values()) == 714


@official
def test_judgements(whole: duckdb.DuckDBPyConnection) -> None:
    """2,961 of Ofsted's files and the overview of June 2026, and four areas of each of the nine inspections since."""
    assert whole.execute("select count(*) from judgement").fetchall() == [(2_961 + 9 * 4,)]
    cells = stage_files("ofsted_2009_2023").drop(columns=["source_row"])
    assert int((cells == "-").sum().sum()) == 5
    adequate = "select framework, count(*) from judgement where grade = 'adequate' group by all order by all"
    assert whole.execute(adequate).fetchall() == [("CPI", 29), ("SLAC", 133), ("SLAC re-inspection", 9), ("TLAC", 1)]


@official
def test_the_overview_adds_53_inspections(whole: duckdb.DuckDBPyConnection) -> None:
    """From 25 June 2025 to 20 August 2026; eleven have no overall grade."""
    added = whole.execute(
        """
        select count(distinct (dfe_code, published_on)), min(published_on), max(published_on), count(*)
        from judgement
        where basis = 'compiled'
        """
    ).fetchall()
    assert added == [(53, date(2025, 6, 25), date(2026, 8, 20), 218 + 36)]
    without_overall = whole.execute(
        """
        select dfe_code
        from judgement
        where framework = 'ILACS'
        group by dfe_code, inspected_on
        having count(*) filter (judgement_area = 'overall effectiveness') = 0
        order by dfe_code
        """
    ).fetchall()
    assert {code for (code,) in without_overall} == WITHOUT_OVERALL


@official
def test_each_inspection_is_the_authoritys_of_its_day(whole: duckdb.DuckDBPyConnection) -> None:
    """Nothing is moved to a successor, nothing to a predecessor."""
    strangers = whole.execute(
        """
        select judgement.dfe_code, published_on
        from judgement
        inner join authority using (dfe_code)
        where published_on < opened_on or published_on > closed_on
        """
    ).fetchall()
    assert strangers == []
    of_dorset = "select distinct dfe_code, framework from judgement where authority_name = 'Dorset' order by all"
    assert whole.execute(of_dorset).fetchall() == [("835", "SIF"), ("835", "SLAC"), ("838", "ILACS")]


@official
def test_the_newer_release_wins_where_ofsted_corrected_itself(whole: duckdb.DuckDBPyConnection) -> None:
    """Nottingham's date and Merton's type in 2022, Staffordshire's care leavers in 2023."""
    of_2022 = (
        "select distinct inspection_type, published_on from judgement where dfe_code = ? and year(inspected_on) = 2022"
    )
    assert whole.execute(of_2022, ["892"]).fetchall() == [("standard", date(2022, 9, 5))]
    assert whole.execute(of_2022, ["315"]).fetchall() == [("short", date(2022, 5, 9))]
    staffordshire = (
        "select grade from judgement where dfe_code = '860' and inspected_on = '2023-11-06' "
        "and judgement_area = 'care leavers'"
    )
    assert whole.execute(staffordshire).fetchall() == [("requires improvement",)]


@official
def test_ofsteds_tables_are_reproduced(whole: duckdb.DuckDBPyConnection) -> None:
    """All 152 authorities in 2023, 151 in 2024 (two were not inspected yet) and 153 in 2025."""
    authorities = "select year(as_at), count(distinct dfe_code) from judgement_as_at group by all order by all"
    assert whole.execute(authorities).fetchall() == [(2023, 152), (2024, 151), (2025, 153)]
    assert whole.execute(CHECK.read_text(encoding="utf-8")).fetchall() == []


@official
def test_latest_overall_grades_on_31_march_2026(whole: duckdb.DuckDBPyConnection) -> None:
    """Inspected by then and published by 30 June: what Ofsted's next release should say."""
    latest = whole.execute(
        """
        with latest as (
            select judgement.*
            from judgement
            inner join authority using (dfe_code)
            where
                judgement_area = 'overall effectiveness'
                and framework = 'ILACS'
                and inspected_on <= '2026-03-31'
                and closed_on is null
            qualify inspected_on = max(inspected_on) over (partition by dfe_code)
        )

        select grade, count(*) from latest group by grade
        """
    ).fetchall()
    assert dict(latest) == {"good": 65, "outstanding": 46, "requires improvement": 29, "inadequate": 13}
