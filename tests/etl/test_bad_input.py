"""Whatever is wrong with the data is refused by name, and the old tidy tables and database stay as they are."""

import csv
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pyarrow
import pyarrow.parquet
import pytest

from data import catalogue
from data.catalogue import CatalogueError
from etl.build import build
from etl.errors import (
    BuildError,
    CheckFailed,
    ColumnsChanged,
    DuplicateRow,
    PeriodMissing,
    ReferenceBroken,
    SheetMissing,
    SnapshotChanged,
    SnapshotMissing,
    SourceFileMissing,
    TruncatedFile,
    UnknownArea,
    UnknownGrade,
    UnknownSymbol,
    ValueBesideStatus,
)
from etl.extract import extract
from etl.manifest import hash_of
from tests.conftest import Small
from tests.releases.cut import SHEETS
from tests.releases.unpacked import HERE, write_ods, write_xlsx

REFERRALS = "dfe_cin/2025/c1_children_in_need_referrals_and_rereferrals_2013_to_2025.csv"
IN_NEED = "dfe_cin/2025/b1_children_in_need_2013_to_2025.csv"
WORKFORCE = "dfe_csww/2025/csww_indicators_2017_to_2025.csv"
WORKFORCE_2015 = "dfe_csww/2015/SFR07_2016_UD.csv"
LOOKED_AFTER = "dfe_cla/2025/cla_number_and_rate_per_10k_children.csv"
LOOKED_AFTER_2014 = "dfe_cla/2014/SFR36_CLA2014.csv"
STABILITY = "dfe_cla/2025/la_cla_placement_stability.csv"
TOOL = "dfe_lait/bds_long_0.parquet"
HISTORY = "ofsted/LA_Inspection_Outcomes_as_at_31_March_2025.ods"
BEFORE_ILACS = "ofsted/Childrens_social_care_in_England_2023_underlying_data.ods"
OVERVIEW = "d2i/2026-08-22/ofsted_csc_ilacs_overview.xlsx"

Change = Callable[[str], str]


def contents(small: Small) -> dict[str, bytes]:
    """Read what may not change: the tidy tables and the database, and that nothing was left beside them."""
    beside = [path for path in small.database.parent.iterdir() if path.is_file()]
    return {path.name: path.read_bytes() for path in [*small.snapshot.iterdir(), *beside] if path != small.sources}


@contextmanager
def refused(small: Small, error: type[BuildError], *words: str) -> Iterator[None]:
    """Expect exactly this error, each of these words in its message, and nothing changed."""
    before = contents(small)
    with pytest.raises(BuildError) as caught:
        yield
    assert caught.type is error, caught.value
    assert [word for word in words if word not in str(caught.value)] == [], caught.value
    assert contents(small) == before


@contextmanager
def changed(path: Path) -> Iterator[list[str]]:
    """Give the lines of a text file to be changed, and write them back."""
    lines = path.read_bytes().decode("utf-8").splitlines(keepends=True)
    before = list(lines)
    yield lines
    assert lines != before, "the test changed nothing"
    path.write_bytes("".join(lines).encode("utf-8"))


def row_number(lines: list[str], *words: str) -> int:
    """Find the one line in which all the words stand; the first line is number 1."""
    found = [number for number, line in enumerate(lines, 1) if all(word in line for word in words)]
    assert len(found) == 1, found
    return found[0]


def replaced(lines: list[str], number: int, old: str, new: str) -> None:
    """Replace a text in one line."""
    assert old in lines[number - 1]
    lines[number - 1] = lines[number - 1].replace(old, new)


def again(small: Small, *only: str) -> None:
    """Extract again: every source, or only some, which is faster and no less refused."""
    with pytest.MonkeyPatch.context() as patch:
        if only:
            every = catalogue.sources(small.sources)
            patch.setattr("etl.extract.sources", lambda: {id: every[id] for id in only})
        extract(small.releases, small.snapshot, reference=small.reference)


def rebuilt(small: Small) -> None:
    build(small.database, snapshot=small.snapshot, reference=small.reference)


def rehashed(small: Small, table: str) -> None:
    """Let the manifest name the contents of a tidy table as they are now."""
    now = hash_of((small.snapshot / f"{table}.csv").read_bytes())
    with changed(small.snapshot / "manifest.csv") as lines:
        for number, line in enumerate(lines):
            if f",{table}," in line:
                lines[number] = line.rstrip("\n").rpartition(",")[0] + f",{now}\n"


def rewritten(small: Small, file: str, sheet: str, change: Callable[[list[list[str]]], None]) -> None:
    """Write a workbook again with one of its sheets changed."""
    sheets = {}
    for name in SHEETS[file]:
        with (HERE / file / f"{name}.csv").open(encoding="utf-8", newline="") as stored:
            sheets[name] = list(csv.reader(stored))
    change(sheets[sheet])
    (write_ods if file.endswith(".ods") else write_xlsx)(small.releases / file, sheets)


def cell_changed(name: str, column: str, new: str) -> Callable[[list[list[str]]], None]:
    """Change a cell in the first row of an authority."""

    def change(rows: list[list[str]]) -> None:
        header = next(row for row in rows if column in [" ".join(cell.split()) for cell in row])
        place = [" ".join(cell.split()) for cell in header].index(column)
        next(row for row in rows if name in row)[place] = new

    return change


def test_nothing_wrong_gives_the_same_again(small: Small) -> None:
    before = {path.name: path.read_bytes() for path in small.snapshot.iterdir()}
    again(small)
    assert {path.name: path.read_bytes() for path in small.snapshot.iterdir()} == before
    rebuilt(small)


# --- the publishers' files -------------------------------------------------------------------------------------


def test_renamed_column(small: Small) -> None:
    with changed(small.releases / REFERRALS) as lines:
        replaced(lines, 1, "rereferral_percent", "rereferral_pct")
    with refused(small, ColumnsChanged, Path(REFERRALS).name, "'rereferral_pct'", "'rereferral_percent'"):
        again(small, "referrals")


def test_extra_column(small: Small) -> None:
    with changed(small.releases / WORKFORCE) as lines:
        lines[:] = [line.rstrip("\n") + (",overtime\n" if n == 0 else ",0\n") for n, line in enumerate(lines)]
    with refused(small, ColumnsChanged, Path(WORKFORCE).name, "'overtime'", "columns.csv"):
        again(small, "workforce")


def test_dropped_column(small: Small) -> None:
    with changed(small.releases / IN_NEED) as lines:
        lines[:] = [line.rstrip("\n").rpartition(",")[0] + "\n" for line in lines]
    with refused(small, ColumnsChanged, Path(IN_NEED).name, "'awaiting_assessment' is missing"):
        again(small, "children_in_need")


def test_empty_file(small: Small) -> None:
    (small.releases / IN_NEED).write_bytes(b"")
    with refused(small, ColumnsChanged, Path(IN_NEED).name):
        again(small, "children_in_need")


def test_new_symbol(small: Small) -> None:
    with changed(small.releases / REFERRALS) as lines:
        number = row_number(lines, "2022,", ",371,")
        replaced(lines, number, ",7,", ",~,")
    with refused(small, UnknownSymbol, Path(REFERRALS).name, f"row {number}", "rereferral_percent", "'~'"):
        again(small, "referrals")


def test_symbol_of_another_layout(small: Small) -> None:
    """A full stop has a meaning in the releases to 2017 only."""
    with changed(small.releases / REFERRALS) as lines:
        number = row_number(lines, "2022,", ",371,")
        replaced(lines, number, ",7,", ",.,")
    with refused(small, UnknownSymbol, f"row {number}", "'.'"):
        again(small, "referrals")


@pytest.mark.parametrize("text", ["1,234", "12%", "NaN", "inf", "£12", "1 2", "0x10", "", "12,4", "٣"])
def test_not_quite_a_number(small: Small, text: str) -> None:
    with changed(small.releases / REFERRALS) as lines:
        number = row_number(lines, "2022,", ",371,")
        replaced(lines, number, ",7,", f',"{text}",')
    with refused(small, UnknownSymbol, Path(REFERRALS).name, f"row {number}", "rereferral_percent"):
        again(small, "referrals")


def test_unknown_symbol_of_the_interactive_tool(small: Small) -> None:
    table = pyarrow.parquet.read_table(small.releases / TOOL)
    values = ["n/a", *table.column("Values").to_pylist()[1:]]
    changed_table = table.set_column(table.column_names.index("Values"), "Values", pyarrow.array(values))
    pyarrow.parquet.write_table(changed_table, small.releases / TOOL)
    with refused(small, UnknownSymbol, Path(TOOL).name, "row 1", "'n/a'"):
        again(small, "local_authority_interactive_tool")


def test_cut_off_within_a_row(small: Small) -> None:
    path = small.releases / REFERRALS
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-1]) + lines[-1][:60])
    with refused(small, TruncatedFile, path.name, f"row {len(lines)}"):
        again(small, "referrals")


def test_cut_off_within_quotes(small: Small) -> None:
    path = small.releases / WORKFORCE_2015
    lines = path.read_bytes().splitlines(keepends=True)
    path.write_bytes(b"".join(lines[:-1]) + b'E92000001,"Engl')
    with refused(small, TruncatedFile, path.name, f"row {len(lines)}"):
        again(small, "workforce_2015_2016")


def test_cut_off_within_the_last_cell_of_a_row(small: Small) -> None:
    """No cell is missing then, but rows are: '20.6' may have become '2'."""
    path = small.releases / REFERRALS
    lines = path.read_bytes().splitlines(keepends=True)
    half = lines[: len(lines) // 2]
    path.write_bytes(b"".join(half[:-1]) + half[-1].rstrip(b"\n").rpartition(b",")[0] + b",2")
    with refused(small, PeriodMissing, path.name):
        again(small, "referrals")


def test_cut_off_between_rows(small: Small) -> None:
    with changed(small.releases / REFERRALS) as lines:
        last = lines.pop().split(",")
    with refused(small, PeriodMissing, Path(REFERRALS).name, last[9], f"{last[0]}-03-31"):
        again(small, "referrals")


def test_authority_missing_in_the_middle(small: Small) -> None:
    with changed(small.releases / LOOKED_AFTER) as lines:
        lines[:] = [line for line in lines if not (line.startswith("2024,") and ",371," in line)]
    with refused(small, PeriodMissing, Path(LOOKED_AFTER).name, "Doncaster", "2024-03-31"):
        again(small, "looked_after")


def test_joint_return_missing(small: Small) -> None:
    with changed(small.releases / WORKFORCE) as lines:
        lines[:] = [line for line in lines if not (line.startswith("2025,") and "314 / 318" in line)]
    with refused(small, PeriodMissing, Path(WORKFORCE).name, "Kingston upon Thames", "2025-09-30"):
        again(small, "workforce")


def test_region_missing(small: Small) -> None:
    with changed(small.releases / REFERRALS) as lines:
        del lines[row_number(lines, "2023,", ",Regional,", ",Inner London,") - 1]
    with refused(small, PeriodMissing, Path(REFERRALS).name, "Inner London", "2023-03-31"):
        again(small, "referrals")


def test_year_missing(small: Small) -> None:
    with changed(small.releases / IN_NEED) as lines:
        lines[:] = [line for line in lines if not line.startswith("2024,")]
    with refused(small, PeriodMissing, Path(IN_NEED).name, "2024-03-31"):
        again(small, "children_in_need")


@pytest.mark.parametrize(
    ("year", "error", "word"),
    [("202425", PeriodMissing, "Doncaster"), ("2024/25", ColumnsChanged, "2024/25"), ("", ColumnsChanged, "date")],
)
def test_a_year_that_is_no_year(small: Small, year: str, error: type[BuildError], word: str) -> None:
    with changed(small.releases / REFERRALS) as lines:
        number = row_number(lines, "2025,", ",371,")
        replaced(lines, number, "2025,", f"{year},")
    with refused(small, error, Path(REFERRALS).name, word):
        again(small, "referrals")


def test_unknown_authority_code(small: Small) -> None:
    with changed(small.releases / REFERRALS) as lines:
        number = row_number(lines, "2022,", ",371,")
        replaced(lines, number, ",371,", ",999,")
    with refused(small, UnknownArea, Path(REFERRALS).name, f"row {number}", "999"):
        again(small, "referrals")


def test_unknown_region(small: Small) -> None:
    with changed(small.releases / WORKFORCE) as lines:
        number = row_number(lines, "2024,", ",Regional,", ",Inner London,")
        replaced(lines, number, ",Inner London,", ",Middle London,")
    with refused(small, UnknownArea, Path(WORKFORCE).name, f"row {number}", "Middle London"):
        again(small, "workforce")


def test_unknown_level(small: Small) -> None:
    with changed(small.releases / WORKFORCE) as lines:
        number = row_number(lines, "2024,", ",Regional,", ",Inner London,")
        replaced(lines, number, ",Regional,", ",Ward,")
    with refused(small, UnknownArea, Path(WORKFORCE).name, f"row {number}"):
        again(small, "workforce")


def test_authority_given_twice(small: Small) -> None:
    with changed(small.releases / REFERRALS) as lines:
        number = row_number(lines, "2022,", ",371,")
        lines.append(lines[number - 1])
    words = (Path(REFERRALS).name, f"rows {number} and {len(lines)}", "2022-03-31")
    with refused(small, DuplicateRow, *words):
        again(small, "referrals")


def test_changed_wording_of_a_population(small: Small) -> None:
    """Otherwise the newest year of an indicator would be gone without a word."""
    with changed(small.releases / LOOKED_AFTER) as lines:
        lines[:] = [line.replace("looked after on 31 March each year", "in care on 31 March") for line in lines]
    with refused(small, ColumnsChanged, Path(LOOKED_AFTER).name, "in care on 31 March"):
        again(small, "looked_after")


def test_changed_wording_of_a_group(small: Small) -> None:
    with changed(small.releases / STABILITY) as lines:
        lines[:] = [line.replace("With 3 or more placements", "3+ placements") for line in lines]
    with refused(small, ColumnsChanged, Path(STABILITY).name, "3+ placements during"):
        again(small, "placement_moves")


def test_missing_file(small: Small) -> None:
    (small.releases / LOOKED_AFTER_2014).unlink()
    with refused(small, SourceFileMissing, Path(LOOKED_AFTER_2014).name, str(small.releases)):
        again(small)


def test_missing_folder(small: Small) -> None:
    with refused(small, SourceFileMissing):
        extract(small.releases / "elsewhere", small.snapshot, reference=small.reference)


def test_wrong_sheet(small: Small) -> None:
    catalogue_text = small.sources.read_text(encoding="utf-8")
    small.sources.write_text(catalogue_text.replace("ILACS_inspection_history", "ILACS_history"), encoding="utf-8")
    with refused(small, SheetMissing, Path(HISTORY).name, "ILACS_history"):
        again(small, "ofsted_ilacs")


def test_renamed_column_of_a_sheet(small: Small) -> None:
    def change(rows: list[list[str]]) -> None:
        header = next(row for row in rows if row[0] == "Web link")
        header[header.index("Inspection date")] = "Date of inspection"

    rewritten(small, HISTORY, "ILACS_inspection_history", change)
    with refused(small, ColumnsChanged, Path(HISTORY).name, "Date of inspection"):
        again(small, "ofsted_ilacs")


@pytest.mark.parametrize("file", [HISTORY, OVERVIEW, TOOL])
def test_cut_off_workbook(small: Small, file: str) -> None:
    path = small.releases / file
    path.write_bytes(path.read_bytes()[:1_000])
    with refused(small, TruncatedFile, path.name):
        again(small)


def test_unknown_grade(small: Small) -> None:
    change = cell_changed("Doncaster", "Overall effectiveness", "Splendid")
    rewritten(small, HISTORY, "ILACS_inspection_history", change)
    with refused(small, UnknownGrade, Path(HISTORY).name, "row", "overall effectiveness", "'Splendid'"):
        again(small, "ofsted_ilacs")


def test_unknown_grade_before_the_ilacs(small: Small) -> None:
    column = "SLAC Safeguarding Overall effectiveness (OE)"
    rewritten(small, BEFORE_ILACS, "LA_inspections_2009-2023", cell_changed("Doncaster", column, "Fair"))
    with refused(small, UnknownGrade, Path(BEFORE_ILACS).name, "'Fair'"):
        again(small, "ofsted_2009_2023")


def test_unknown_authority_of_an_inspection(small: Small) -> None:
    column = "Local authority name"
    rewritten(small, BEFORE_ILACS, "LA_inspections_2009-2023", cell_changed("Doncaster", column, "Camelot"))
    with refused(small, UnknownArea, Path(BEFORE_ILACS).name, "row", "Camelot"):
        again(small, "ofsted_2009_2023")


def test_inspection_given_twice(small: Small) -> None:
    def change(rows: list[list[str]]) -> None:
        rows.append(next(row for row in rows if "Doncaster" in row))

    rewritten(small, HISTORY, "ILACS_inspection_history", change)
    with refused(small, DuplicateRow, Path(HISTORY).name, "Doncaster"):
        again(small, "ofsted_ilacs")


# --- the tidy tables -------------------------------------------------------------------------------------------


def figure_row(lines: list[str], start: str) -> int:
    return row_number([f"\n{line}" for line in lines], f"\n{start}")


AGENCY_2024 = "2025,agency_rate_fte,E08000025,2024-09-30,"
AGENCY_2025 = "2025,agency_rate_fte,E08000025,2025-09-30,"


@pytest.mark.parametrize(
    ("start", "old", "new"),
    [
        (AGENCY_2024, ",,unreliable,", ",0,unreliable,"),
        (AGENCY_2024, ",,unreliable,", ",,published,"),
        (AGENCY_2025, ",12.4,published,", ",,published,"),
        (AGENCY_2025, ",12.4,published,", ",12.4,suppressed,"),
    ],
)
def test_value_beside_a_status_or_neither(small: Small, start: str, old: str, new: str) -> None:
    with changed(small.snapshot / "workforce.csv") as lines:
        replaced(lines, figure_row(lines, start), old, new)
    with refused(small, ValueBesideStatus, "workforce.csv", "agency_rate_fte", "E08000025"):
        rebuilt(small)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (",12.4,published,", ",,missing,"),
        (",12.4,published,", ",12.4 %,published,"),
        ("2025-09-30", "30 September 2025"),
        (",12.4,published,", ",12.4,published,,"),
    ],
)
def test_tidy_row_broken_by_hand(small: Small, old: str, new: str) -> None:
    with changed(small.snapshot / "workforce.csv") as lines:
        replaced(lines, figure_row(lines, AGENCY_2025), old, new)
    with refused(small, SnapshotChanged, "workforce.csv"):
        rebuilt(small)


@pytest.mark.parametrize("table", ["workforce", "population", "ofsted_ilacs", "ofsted_2009_2023", "ofsted_as_at"])
def test_tidy_row_deleted(small: Small, table: str) -> None:
    with changed(small.snapshot / f"{table}.csv") as lines:
        lines.pop()
    with refused(small, SnapshotChanged, f"{table}.csv", "manifest"):
        rebuilt(small)


def test_tidy_row_given_twice(small: Small) -> None:
    with changed(small.snapshot / "workforce.csv") as lines:
        lines[-1] = lines[-2]
    with refused(small, DuplicateRow, "workforce.csv"):
        rebuilt(small)


def test_tidy_row_of_an_unknown_area(small: Small) -> None:
    with changed(small.snapshot / "workforce.csv") as lines:
        replaced(lines, figure_row(lines, AGENCY_2025), "E08000025", "E08999999")
    with refused(small, UnknownArea, "workforce.csv", "E08999999"):
        rebuilt(small)


@pytest.mark.parametrize(
    ("table", "start", "old", "new"),
    [
        ("workforce", AGENCY_2025, ",12.4,published,", ",12.5,published,"),
        ("ofsted_2009_2023", "371,2015-11-27,SIF,adoption,", ",good,Good,", ",outstanding,Outstanding,"),
        ("population", "2025,population_0_17,E08000025,2024-06-30,", ",published,", "0,published,"),
    ],
)
def test_tidy_value_edited(small: Small, table: str, start: str, old: str, new: str) -> None:
    """A value that could be true is noticed all the same."""
    with changed(small.snapshot / f"{table}.csv") as lines:
        replaced(lines, figure_row(lines, start), old, new)
    with refused(small, SnapshotChanged, f"{table}.csv", "manifest", "extract"):
        rebuilt(small)
    rehashed(small, table)
    rebuilt(small)


def test_tidy_rows_in_another_order(small: Small) -> None:
    with changed(small.snapshot / "workforce.csv") as lines:
        lines[1], lines[2] = lines[2], lines[1]
    with refused(small, SnapshotChanged, "workforce.csv", "manifest"):
        rebuilt(small)


@pytest.mark.parametrize(
    ("table", "old", "new", "words"),
    [
        ("workforce", "edition,measure,area_code", "edition,area_code,measure", ["'area_code'", "'measure'"]),
        ("workforce", "source_row", "row", ["'row'", "'source_row'"]),
        ("workforce", ",source_row", "", ["'nothing'", "'source_row'"]),
        ("workforce", "source_row", "source_row,note", ["'note'", "'nothing'"]),
        ("ofsted_ilacs", "inspected_on", "inspected", ["'inspected'", "'inspected_on'"]),
        ("ofsted_as_at", "inspected_on,published_on", "published_on,inspected_on", ["'published_on'"]),
        ("manifest", ",tidy_sha256", "", ["'nothing'", "'tidy_sha256'"]),
        ("manifest", "rows_read,rows_kept", "rows_kept,rows_read", ["'rows_kept'", "'rows_read'"]),
    ],
)
def test_tidy_table_with_another_header(small: Small, table: str, old: str, new: str, words: list[str]) -> None:
    """The rows are read by position: a swapped column would put one figure in place of another."""
    with changed(small.snapshot / f"{table}.csv") as lines:
        replaced(lines, 1, old, new)
    with refused(small, SnapshotChanged, f"{table}.csv", *words):
        rebuilt(small)


def test_empty_tidy_table(small: Small) -> None:
    (small.snapshot / "workforce.csv").write_bytes(b"")
    with refused(small, SnapshotChanged, "workforce.csv", "'edition'"):
        rebuilt(small)


@pytest.mark.parametrize("table", ["manifest", "workforce", "ofsted_ilacs"])
def test_tidy_table_missing(small: Small, table: str) -> None:
    (small.snapshot / f"{table}.csv").unlink()
    with refused(small, SnapshotMissing, f"{table}.csv"):
        rebuilt(small)


def test_edition_missing_from_the_manifest(small: Small) -> None:
    with changed(small.snapshot / "manifest.csv") as lines:
        del lines[row_number(lines, Path(WORKFORCE).name) - 1]
    with refused(small, SnapshotChanged, "workforce.csv", "2025"):
        rebuilt(small)


def test_grade_of_a_tidy_table(small: Small) -> None:
    with changed(small.snapshot / "ofsted_ilacs.csv") as lines:
        lines[:] = [re.sub(r",outstanding,", ",splendid,", line) for line in lines]
    with refused(small, SnapshotChanged, "ofsted_ilacs.csv", "grade"):
        rebuilt(small)


def test_judgement_that_ofsted_does_not_give(small: Small) -> None:
    with changed(small.snapshot / "ofsted_as_at.csv") as lines:
        number = row_number(lines, "2025-03-31,371,", "overall effectiveness")
        replaced(lines, number, ",good,", ",inadequate,")
    rehashed(small, "ofsted_as_at")
    with refused(small, CheckFailed, "judgements_reproduce_ofsted", "371"):
        rebuilt(small)


# --- the curated tables ----------------------------------------------------------------------------------------


def reference_changes() -> Iterator[tuple[str, str, Change, str]]:
    """Each way in which a curated table may contradict itself: table, what happens, and what the message names."""
    yield "authorities", "twice", lambda text: text + text.splitlines(keepends=True)[-1], "943"
    yield "authorities", "code of four digits", lambda text: text.replace("\n330,", "\n3300,"), "dfe_code"
    yield "authorities", "neither tiny nor not", lambda text: text.replace(",yes\n", ",maybe\n"), "tiny"
    yield "authorities", "date", lambda text: text.replace("2023-03-31", "31/03/2023"), "31/03/2023"
    yield (
        "authorities",
        "ends before it began",
        lambda text: text.replace(",2023-04-01,,", ",2023-04-01,2022-01-01,"),
        "",
    )
    yield "authorities", "column", lambda text: text.replace("dfe_code,", "code,", 1), "code"
    yield "authority_names", "of nobody", lambda text: text + "999,Camelot,dfe\n", "999"
    yield "joint_returns", "of nobody", lambda text: text.replace(",941,2021", ",999,2021"), "999"
    yield "regions", "level", lambda text: text.replace(",england,", ",kingdom,"), "level"
    yield "symbols", "status", lambda text: text.replace(",unreliable,", ",doubtful,"), "status"
    yield "symbols", "twice", lambda text: text + text.splitlines(keepends=True)[-1], "x"
    yield "interventions", "confidence", lambda text: text.replace(",medium,", ",fair,"), "fair"
    yield "interventions", "of nobody", lambda text: text.replace(",330,", ",999,"), "999"
    yield (
        "intervention_events",
        "of no intervention",
        lambda text: text.replace(",birmingham-2009,", ",camelot,"),
        "camelot",
    )
    yield "events", "precision", lambda text: text.replace(",day,", ",hour,"), "hour"
    yield (
        "series_breaks",
        "backwards",
        lambda text: text.replace(",2012-03-31,2013-03-31,", ",2013-03-31,2012-03-31,"),
        "",
    )
    yield "point_notes", "kind", lambda text: text.replace(",data_confidence,", ",odd,"), "kind"
    yield "point_notes", "cut off", lambda text: text.rstrip("\n") + '\n"x,371', ""


@pytest.mark.parametrize(
    ("table", "what", "change", "word"),
    list(reference_changes()),
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_curated_table_broken_by_hand(small: Small, table: str, what: str, change: Change, word: str) -> None:
    path = small.reference / f"{table}.csv"
    text = path.read_text(encoding="utf-8")
    assert change(text) != text
    path.write_text(change(text), encoding="utf-8")
    with refused(small, ReferenceBroken, f"{table}.csv", word):
        rebuilt(small)


def test_curated_table_missing(small: Small) -> None:
    (small.reference / "symbols.csv").unlink()
    with refused(small, ReferenceBroken, "symbols.csv"):
        rebuilt(small)


# --- the catalogue ---------------------------------------------------------------------------------------------

SOURCE = """
[workforce]
title = "Workforce"
publisher = "Department for Education"
url = "https://example.org"
licence = "OGL"
description = "Posts."
content = "figures"

[[workforce.editions]]
edition = "2025"
file = "workforce.csv"
published = "2026-02"
"""
INDICATOR = """
[vacancy_rate]
title = "Vacancy rate"
short_title = "Vacancies"
topic = "workforce"
unit = "%"
measure = "Vacancies"
decimals = 1
better = "lower"
better_reason = "Fewer."
basis = "snapshot"
definition = "Vacancies."

[[vacancy_rate.series]]
source = "workforce"
published = "vacancy_rate_fte"
"""


def test_catalogue_as_it_should_be(tmp_path: Path) -> None:
    (tmp_path / "sources.toml").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "indicators.toml").write_text(INDICATOR, encoding="utf-8")
    found = catalogue.indicators(tmp_path / "indicators.toml", tmp_path / "sources.toml")
    assert [series.published for series in found["vacancy_rate"].series] == ["vacancy_rate_fte"]


@pytest.mark.parametrize(
    ("file", "old", "new", "words"),
    [
        ("sources", 'licence = "OGL"', 'license = "OGL"', ["[workforce]", "license"]),
        ("sources", 'licence = "OGL"\n', "", ["[workforce]", "licence"]),
        ("sources", '"figures"', '"numbers"', ["[workforce]", "numbers", "figures"]),
        ("sources", "published =", "publication =", ["[workforce]", "edition 1", "publication"]),
        ("sources", "[[workforce.editions]]", "[[workforce.edition]]", ["[workforce]"]),
        ("sources", '"Workforce"', '"Workforce', ["sources.toml"]),
        ("indicators", "unit =", "units =", ["[vacancy_rate]", "units"]),
        ("indicators", 'unit = "%"\n', "", ["[vacancy_rate]", "unit"]),
        ("indicators", 'unit = "%"', 'unit = "per cent"', ["[vacancy_rate]", "per cent", "%", "per 10,000", "unit"]),
        ("indicators", 'unit = "%"', 'unit = "FTE"', ["[vacancy_rate]", "most"]),
        ("indicators", 'topic = "workforce"', 'topic = "staff"', ["[vacancy_rate]", "staff", "workforce", "topic"]),
        ("indicators", '"lower"', '"less"', ["[vacancy_rate]", "less", "lower"]),
        ("indicators", '"snapshot"', '"day"', ["[vacancy_rate]", "day", "snapshot"]),
        ("indicators", "published =", "column =", ["[vacancy_rate]", "series 1", "column"]),
        ("indicators", 'source = "workforce"', 'source = "posts"', ["[vacancy_rate]", "posts"]),
        ("indicators", "[[vacancy_rate.series]]", "[[vacancy_rate.parts]]", ["[vacancy_rate]"]),
        (
            "indicators",
            '[vacancy_rate]\ntitle = "Vacancy rate"',
            '[vacancy_rate]\ntitle = "a"\ntitle = "b"',
            ["line 4"],
        ),
    ],
)
def test_wrong_catalogue(tmp_path: Path, file: str, old: str, new: str, words: list[str]) -> None:
    texts = {"sources": SOURCE, "indicators": INDICATOR}
    assert old in texts[file]
    texts[file] = texts[file].replace(old, new, 1)
    for name, text in texts.items():
        (tmp_path / f"{name}.toml").write_text(text, encoding="utf-8")
    with pytest.raises(CatalogueError) as caught:
        catalogue.indicators(tmp_path / "indicators.toml", tmp_path / "sources.toml")
    assert [word for word in [f"{file}.toml", *words] if word not in str(caught.value)] == [], caught.value
