"""The twelve example files beside the repository, every record and cell as they are said to be."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from etl.read import Reading, Record, read_upload

UPLOADS = Path(__file__).parents[3] / "shared" / "examples" / "uploads"
EXPECTED = UPLOADS / "expected.json"
pytestmark = pytest.mark.skipif(not EXPECTED.exists(), reason="the example files are not beside the repository")
FILES = json.loads(EXPECTED.read_text(encoding="utf-8"))["files"] if EXPECTED.exists() else []


@cache
def reading_of(file: str) -> Reading:
    return read_upload((UPLOADS / "files" / file).read_bytes(), file)


def key_of(kind: str, *rest: str) -> tuple[str, ...]:
    return ("year" if kind == "snapshot" else kind, *rest)


def expected(entries: list[dict[str, Any]]) -> dict[tuple[str, ...], tuple[Any, ...]]:
    return {
        key_of(entry["period_type"], entry["la_number"], entry["indicator"], entry["period_end"]): (
            None if entry["value"] is None else pytest.approx(entry["value"], abs=0.0005),
            entry["marker"],
            entry["sheet"],
            entry["cell"],
        )
        for entry in entries
    }


def found(records: tuple[Record, ...]) -> dict[tuple[str, ...], tuple[Any, ...]]:
    return {
        key_of(record.period_type, record.dfe_code, record.indicator, record.period_end): (
            record.value,
            record.marker,
            record.sheet,
            record.cell,
        )
        for record in records
    }


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: entry["file"])
def test_example(entry: dict[str, Any]) -> None:
    reading = reading_of(entry["file"])
    assert reading.outcome in entry["outcomes_accepted"], reading.message
    wanted, optional = expected(entry["records"]), expected(entry["optional"])
    got = found(reading.records)
    assert {key: got.get(key) for key in wanted} == wanted
    assert {key: value for key, value in got.items() if key not in wanted} == {
        key: optional[key] for key in got if key not in wanted
    }
    told = {(issue.code, issue.sheet, issue.cell) for issue in reading.issues}
    assert {(issue["code"], issue["sheet"], issue["cell"]) for issue in entry["issues"]} <= told
    cells = {(record.sheet, record.cell) for record in reading.records}
    assert not cells & {(cell["sheet"], cell["cell"]) for cell in entry["forbidden"]}
    assert not any(word in repr(reading) for word in entry.get("never_stored", []))
    if refusal := entry.get("refusal"):
        assert (reading.code, reading.sheet, reading.cell) == (
            refusal["code"],
            refusal.get("sheet"),
            refusal.get("cell"),
        )
