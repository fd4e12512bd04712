"""The changelog of the register: what was changed is written down, and a change in silence is noticed."""

import csv
import shutil
from datetime import date
from pathlib import Path

import pytest

from data.paths import REFERENCE
from etl import changes
from etl.__main__ import main

TODAY = date(2026, 11, 23)


@pytest.fixture
def register(tmp_path: Path) -> Path:
    """Copy the register to a folder of the test's own."""
    for name in [*(f"{file}.csv" for file in changes.REGISTER), changes.LOG, changes.SEAL]:
        shutil.copy(REFERENCE / name, tmp_path / name)
    return tmp_path


def before(file: str) -> str:
    return (REFERENCE / f"{file}.csv").read_text(encoding="utf-8")


def log(folder: Path) -> list[dict[str, str]]:
    with (folder / changes.LOG).open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["changed_on"] == TODAY.isoformat()]


def edit(folder: Path, old: str, new: str) -> None:
    path = folder / "intervention_events.csv"
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_register_is_as_the_changelog_says() -> None:
    assert changes.unrecorded() == [], 'run `python -m etl changes --why "..."`'


def test_a_correction_says_which_columns_and_what_stood_there(register: Path) -> None:
    edit(register, "2015-05-01,month,commissioner_left", "2015-05-15,day,commissioner_left")
    assert changes.unrecorded(register) == ["intervention_events.csv"]
    assert changes.record("The contract gives the day.", before=before, today=TODAY, directory=register) == 1
    (row,) = log(register)
    assert row["row_id"] == "birmingham-2015-05-commissioner-left"
    assert (row["change"], row["changed"]) == ("corrected", "event_on | date_precision")
    assert (row["before"], row["after"]) == ("2015-05-01 | month", "2015-05-15 | day")
    assert changes.unrecorded(register) == []


def test_rows_added_and_removed_are_told_apart(register: Path) -> None:
    path = register / "events.csv"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    path.write_text("".join([lines[0], *lines[2:]]), encoding="utf-8")
    changes.record("Not of this register.", before=before, today=TODAY, directory=register)
    changes.record("It is.", before=lambda file: "" if file == "contradictions" else before(file), today=TODAY,
                   directory=register)  # fmt: skip
    found = {(row["file"], row["change"]) for row in log(register)}
    assert found == {("events.csv", "removed"), ("contradictions.csv", "added")}


def test_nothing_changed_is_nothing_recorded(register: Path) -> None:
    assert changes.record("Nothing.", before=before, today=TODAY, directory=register) == 0
    assert log(register) == []


def test_an_unknown_commit_is_refused(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes", "--why", "x", "--since", "0000000"]) == 1
    assert "NoHistory: " in capsys.readouterr().err


def test_the_command_tells_that_all_is_recorded(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changes"]) == 0
    assert "up to date" in capsys.readouterr().err


def test_doubts_are_listed(built: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doubts", "--database", str(built)]) == 0
    out, err = capsys.readouterr()
    assert "end not known" in out and "low confidence" in out
    assert "rows of the register are not certain" in err
