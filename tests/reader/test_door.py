"""The door of the reader: fenced, quiet, and the same as JSON."""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from etl.read import read_upload
from etl.reader.command import as_json, as_text
from tests.conftest import ROOT
from tests.reader.cases.defects import simple
from tests.reader.cases.refusals import upn
from tests.reader.kit import Page, html, ods, text, understood, xls, xlsx

KEYS = "authority_code dfe_code authority_name indicator period_type period_start period_end value status sheet cell"


def test_the_command_prints_one_object(tmp_path: Path) -> None:
    file = tmp_path / "figures.xlsx"
    file.write_bytes(xlsx(simple()))
    command = [sys.executable, "-m", "etl", "read", str(file), "--json"]
    printed = subprocess.run(command, cwd=ROOT, capture_output=True, check=True, text=True).stdout
    answer = json.loads(printed)
    assert answer["outcome"] == "import" and len(answer["records"]) == 3
    assert set(KEYS.split()) <= set(answer["records"][0])
    assert answer["records"][0]["dfe_code"] == "383"


def test_a_reading_can_be_shown_to_a_person() -> None:
    reading = read_upload(xlsx(simple()), "figures.xlsx")
    assert "Data!C2" in as_text(reading) and "9,002" in as_text(reading)
    assert "sheets" not in json.loads(as_json(reading))


def test_nothing_of_a_refused_file_is_kept_or_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    page = simple()
    page.cells["D2"] = upn(424242)
    reading = read_upload(xlsx(page), f"{upn(424242)}.xlsx")
    assert reading.outcome == "refuse" and reading.sheets == () and reading.records == ()
    assert upn(424242) not in repr(reading)
    assert list(tmp_path.iterdir()) == []
    assert upn(424242) not in "".join(capfd.readouterr())


def test_the_preview_says_what_each_cell_was_taken_for() -> None:
    page = simple()
    page.row("A1", ["Authority", "Year", "Referrals", "Target"])
    page.cells["D2"] = 8000
    preview = read_upload(xlsx(page), "x.xlsx").sheets[0]
    roles = {f"{letters}{number}": role for number, cells in preview.rows for letters, _, role in cells}
    assert (roles["A1"], roles["A2"], roles["B2"], roles["C2"], roles["D2"]) == (
        "header",
        "authority",
        "period",
        "value",
        "ignored",
    )


def test_an_offer_that_is_taken_is_read() -> None:
    page = Page("x")
    page.row("A1", ["Authority", "Year", "Referrals", "Section 47 enquiries"])
    page.row("A2", ["Leeds", 2023, 9000, 900])
    first = read_upload(text(page), "x.csv")
    assert {record.indicator for record in first.records} == {"referrals"}
    offer = next(offer for offer in first.offers if offer.kind == "use")
    second = read_upload(text(page), "x.csv", {offer.id: "yes"})
    assert {record.indicator for record in second.records} == {"referrals", "section47"}


def test_an_ambiguous_authority_can_be_named() -> None:
    page = Page("x")
    page.row("A1", ["Authority", "Year", "Referrals"])
    page.row("A2", ["Kingston", 2023, 900])
    first = read_upload(text(page), "x.csv")
    assert first.outcome == "ask" and first.records == ()
    second = read_upload(text(page), "x.csv", {first.questions[0].id: "314"})
    assert [record.dfe_code for record in second.records] == ["314"]


@pytest.mark.parametrize("write", [xlsx, xls, ods, text, html])
def test_the_fence_changes_nothing_of_what_is_understood(write: Callable[[Page], bytes]) -> None:
    page = Page("Data")
    page.row("A1", ["Authority", "Year", "Referrals", "Vacancy rate (%)", "Strange", "Re-referrals"])
    page.row("A2", ["Leeds", 2023, 9000, "12,4", 3, 40])
    page.row("A3", ["Kingston", 2023, "c", "12.4%", 3, 50])
    data = write(page)
    fenced = read_upload(data, "figures")
    assert fenced == understood(data, "figures")
    assert fenced.records and fenced.issues and fenced.questions and fenced.offers and fenced.sheets
