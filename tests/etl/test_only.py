"""One source read again: its table is new, the others stay as they are to the byte, and what depends on it follows."""

from dataclasses import replace
from pathlib import Path

import pytest

from data import catalogue
from data.catalogue import Edition, Source, sources
from etl.errors import ColumnsChanged, NoSuchSource, SnapshotChanged, SnapshotMissing, SourceFileMissing
from etl.extract import extract, read_again
from etl.staging import SOURCE_FOLDERS, staged
from tests.conftest import Small
from tests.etl.test_bad_input import contents

WORKFORCE = "dfe_csww/2025/csww_indicators_2017_to_2025.csv"


def held(small: Small) -> dict[str, Source]:
    return catalogue.sources(small.sources)


def read_only(small: Small, *only: str) -> int:
    return extract(small.releases, small.snapshot, reference=small.reference, only=only, held=held(small)).files


@pytest.mark.parametrize("only", ["workforce", "ofsted_overview", "ofsted_2009_2023", "gdp_deflator"])
def test_the_same_files_give_the_same_tables(small: Small, only: str) -> None:
    before = contents(small)
    assert read_only(small, only) >= len(held(small)[only].editions)
    assert contents(small) == before


def test_only_its_own_files_are_needed(small: Small) -> None:
    for path in small.releases.rglob("*"):
        if path.is_file() and "dfe_csww/20" not in str(path):
            path.unlink()
    before = contents(small)
    assert read_only(small, "workforce") == 4
    with pytest.raises(SourceFileMissing):
        read_only(small, "referrals")
    assert contents(small) == before


def test_a_revised_cell_reaches_its_own_table_alone(small: Small) -> None:
    before = contents(small)
    path = small.releases / WORKFORCE
    text = path.read_text(encoding="utf-8")
    row = next(line for line in text.splitlines() if line.startswith("2025,") and ",Doncaster," in line)
    cells = row.split(",")
    cells[-1] = "31.4"
    path.write_text(text.replace(row, ",".join(cells)), encoding="utf-8")
    read_only(small, "workforce")
    after = contents(small)
    assert {name for name in after if after[name] != before[name]} == {"workforce.csv", "manifest.csv"}
    assert b",31.4,published," in after["workforce.csv"]


def test_judgements_that_depend_on_it_are_read_again() -> None:
    assert read_again(sources(), ["ofsted_ilacs"]) == {"ofsted_ilacs", "ofsted_overview"}
    assert read_again(sources(), ["ofsted_overview"]) == {"ofsted_overview"}
    assert read_again(sources(), ["workforce"]) == {"workforce"}
    assert read_again(sources(), []) == set(sources())


def test_nothing_is_kept_that_is_not_as_the_manifest_says(small: Small) -> None:
    with (small.snapshot / "referrals.csv").open("a", encoding="utf-8") as file:
        file.write("\n")
    before = contents(small)
    with pytest.raises(SnapshotChanged, match="referrals.csv"):
        read_only(small, "workforce")
    assert contents(small) == before
    (small.snapshot / "manifest.csv").unlink()
    with pytest.raises(SnapshotMissing, match=r"manifest\.csv"):
        read_only(small, "workforce")


def test_no_such_source(small: Small) -> None:
    with pytest.raises(NoSuchSource, match=r"no source 'worforce'; there are workforce, "):
        read_only(small, "worforce")


# --- the columns of an edition that columns.csv does not name -----------------------------------------------------


def newer(small: Small, old: str, new: str) -> Source:
    """Put the newest workforce file there once more as the edition of 2026, with its header changed."""
    text = (small.releases / WORKFORCE).read_text(encoding="utf-8-sig")
    header, rest = text.split("\n", 1)
    assert old in header
    file = "dfe_csww/2026/csww_indicators_2017_to_2026.csv"
    (small.releases / file).parent.mkdir()
    more = "," if "," in new else ""  # a cell more in each row where the header has a column more
    rows = "".join(f"{row}{more}\n" for row in rest.splitlines())
    (small.releases / file).write_text(header.replace(old, new, 1) + "\n" + rows, encoding="utf-8")
    workforce = held(small)["workforce"]
    edition = Edition(edition="2026", file=file, published="2027-02", first=2017, last=2025)
    return replace(workforce, editions=(*workforce.editions, edition))


def test_the_columns_of_the_edition_before_hold(small: Small) -> None:
    source = newer(small, "absence_rate_fte", "absence_rate_fte")
    before, after = (staged(source, edition, small.releases) for edition in source.editions[-2:])
    assert after == before


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            "absence_rate_fte",
            "absence_pct_fte",
            ["column 'absence_pct_fte' is not in columns.csv", "column 'absence_rate_fte' is missing"],
        ),
        ("absence_rate_fte", "absence_rate_fte,hours", ["column 'hours' is not in columns.csv"]),
        ("absence_rate_fte", "absence_rate_fte,cases", ["'cases (2)' is not in columns.csv"]),
        (",absence_rate_fte", "", ["column 'absence_rate_fte' is missing"]),
    ],
)
def test_another_header_stops_with_the_line_to_add(small: Small, old: str, new: str, words: list[str]) -> None:
    source = newer(small, old, new)
    with pytest.raises(ColumnsChanged) as caught:
        staged(source, source.editions[-1], small.releases)
    message = str(caught.value)
    assert [word for word in [*words, "etl/sources/workforce/columns.csv"] if word not in message] == [], message


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        ("absence_rate_fte", "absence_pct_fte", "absence_rate_fte,,,,absence_pct_fte"),
        ("absence_rate_fte", "absence_rate_fte,hours", "-,,,,hours"),
    ],
)
def test_the_line_that_is_named_mends_it(
    small: Small, old: str, new: str, line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = newer(small, old, new)
    with pytest.raises(ColumnsChanged) as caught:
        staged(source, source.editions[-1], small.releases)
    assert f"`{line}`" in str(caught.value)
    folder = tmp_path / "sources"
    (folder / "workforce").mkdir(parents=True)
    columns = (SOURCE_FOLDERS / "workforce" / "columns.csv").read_text(encoding="utf-8")
    (folder / "workforce" / "columns.csv").write_text(f"{columns}{line}\n", encoding="utf-8")
    monkeypatch.setattr("etl.staging.SOURCE_FOLDERS", folder)
    before, after = (staged(source, edition, small.releases) for edition in source.editions[-2:])
    assert sorted(after.columns) == sorted(before.columns)
    assert len(after.rows) == len(before.rows)
