"""The committed tidy tables: sorted, unique, a value or a reason in every row, and every row from a listed file."""

import csv
import hashlib
import re
import subprocess
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from data.catalogue import sources
from data.kinds import Content
from data.paths import DATA, REFERENCE, SNAPSHOT
from etl.contents import TIDY_COLUMNS
from etl.manifest import MANIFEST_COLUMNS, hash_of
from etl.snapshot import write_snapshot
from tests.conftest import ROOT

KEYS = {
    Content.FIGURES: ["edition", "measure", "area_code", "period_end"],
    Content.JUDGEMENTS: ["dfe_code", "framework", "published_on", "judgement_area"],
    Content.JUDGEMENTS_AS_AT: ["as_at", "dfe_code", "judgement_area"],
    Content.NEIGHBOURS: ["model", "dfe_code", "rank"],
    Content.PRICES: ["edition", "period_end"],
    Content.DEPRIVATION: ["index_year", "dfe_code"],
    Content.VISITS: ["dfe_code", "first_day", "kind"],
}
STATUSES = {"published", "suppressed", "unreliable", "not_available", "not_applicable", "rounds_to_zero"}
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(e-?[0-9]+)?")
TABLES = sorted(sources())
FIGURES = [name for name in TABLES if sources()[name].content is Content.FIGURES]

Rows = list[dict[str, str]]


def rows(name: str) -> Rows:
    with (SNAPSHOT / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def manifest() -> Rows:
    return rows("manifest")


def areas() -> set[str]:
    found = set()
    for stem in ("authorities", "joint_returns", "regions"):
        with (REFERENCE / f"{stem}.csv").open(encoding="utf-8", newline="") as file:
            found |= {row["area_code"] for row in csv.DictReader(file)}
    return found


def committed() -> Iterator[Path]:
    """Yield every file of the repository that is or may be committed."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    yield from (ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file())


def test_there_is_a_table_for_each_source_and_no_other() -> None:
    assert sorted(path.name for path in SNAPSHOT.iterdir()) == sorted(
        [*(f"{name}.csv" for name in TABLES), "manifest.csv"]
    )


@pytest.mark.parametrize("name", TABLES)
def test_sorted_and_unique(name: str) -> None:
    content = sources()[name].content
    table = rows(name)
    assert table, f"{name} has no rows"
    assert list(table[0]) == TIDY_COLUMNS[content]
    keys = [tuple(row[column] for column in KEYS[content]) for row in table]
    twice = [key for key, times in Counter(keys).items() if times > 1]
    assert twice == []
    order = [
        tuple(row[column].zfill(2) if column == "rank" else row[column] for column in list(row)[:4]) for row in table
    ]
    assert order == sorted(order)


@pytest.mark.parametrize("name", FIGURES)
def test_a_value_or_a_reason(name: str) -> None:
    known = areas()
    for row in rows(name):
        assert row["status"] in STATUSES
        assert (row["status"] == "published") == bool(row["value"]), row
        assert not row["value"] or NUMBER.fullmatch(row["value"]), row
        assert row["area_code"] in known, row
        assert re.fullmatch("(0[369]|12)-(30|31)", row["period_end"][5:]), row
        assert int(row["source_row"]) > 0


@pytest.mark.parametrize("name", TABLES)
def test_every_row_is_from_a_file_of_the_manifest(name: str) -> None:
    counted = Counter((row["edition"], row["source_file"]) for row in rows(name))
    listed = {
        (row["edition"], Path(row["file"]).name): int(row["rows_kept"]) for row in manifest() if row["source"] == name
    }
    assert dict(counted) == listed


def test_manifest_tells_where_everything_is_from() -> None:
    listed = manifest()
    assert list(listed[0]) == MANIFEST_COLUMNS
    assert [row["file"] for row in listed] == sorted(row["file"] for row in listed)
    assert {(row["source"], row["edition"]) for row in listed} == {
        (source.id, edition.edition) for source in sources().values() for edition in source.editions
    }
    for row in listed:
        assert re.fullmatch("[0-9a-f]{64}", row["sha256"])
        assert row["publisher"] and row["publication"] and row["licence"] and row["published"]
        assert int(row["rows_read"]) > 0


@pytest.mark.official
def test_manifest_has_the_hashes_of_the_files(official: Path) -> None:
    for row in manifest():
        assert hashlib.sha256((official / row["file"]).read_bytes()).hexdigest() == row["sha256"], row["file"]


def test_manifest_has_the_hash_of_each_tidy_table() -> None:
    for name in TABLES:
        listed = {row["tidy_sha256"] for row in manifest() if row["source"] == name}
        assert listed == {hash_of((SNAPSHOT / f"{name}.csv").read_bytes())}, name


def test_no_file_of_a_publisher_is_in_the_repository() -> None:
    theirs = {row["sha256"] for row in manifest()}
    for path in committed():
        assert hashlib.sha256(path.read_bytes()).hexdigest() not in theirs, path
        assert path.suffix.lower() not in {".ods", ".xlsx", ".xls", ".parquet", ".duckdb", ".zip", ".pdf"}, path
        assert (DATA / "raw") not in path.parents, path


def test_figures_read_and_written_again_are_the_same(tmp_path: Path) -> None:
    tables = {name: pd.read_csv(SNAPSHOT / f"{name}.csv", dtype=str, keep_default_na=False) for name in FIGURES[:4]}
    write_snapshot(tables, tmp_path)
    for name in tables:
        assert (tmp_path / f"{name}.csv").read_bytes() == (SNAPSHOT / f"{name}.csv").read_bytes()


def test_writing_removes_tables_of_sources_that_are_gone_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "gone.csv").write_text("x\n")
    (tmp_path / "note.txt").write_text("mine")
    write_snapshot({"kept": pd.DataFrame({"a": [1.5, None], "b": ["x,y", "ü"]})}, tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["kept.csv", "note.txt"]
    assert (tmp_path / "kept.csv").read_bytes() == 'a,b\n1.5,"x,y"\n,ü\n'.encode()


def test_a_table_that_cannot_be_written_leaves_the_old_ones(tmp_path: Path) -> None:
    write_snapshot({"one": pd.DataFrame({"a": [1]}), "two": pd.DataFrame({"a": [1]})}, tmp_path)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with pytest.raises(AttributeError):
        write_snapshot({"one": pd.DataFrame({"a": [2]}), "two": None}, tmp_path)  # type: ignore[dict-item]
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before
