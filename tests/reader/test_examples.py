"""The example files beside the repository, every record and cell as they are said to be."""

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from etl.read import Reading, Record, read_upload

EXAMPLES = Path(__file__).parents[3] / "shared" / "examples"
EXPECTED = sorted(EXAMPLES.glob("uploads*/expected.json"))
pytestmark = pytest.mark.skipif(not EXPECTED, reason="the example files are not beside the repository")
FILES = [
    entry | {"folder": expected.parent}
    for expected in EXPECTED
    for entry in json.loads(expected.read_text(encoding="utf-8"))["files"]
]
MOST_QUESTIONS = 7  # of one file: more are not answered


@cache
def reading_of(file: Path) -> Reading:
    return read_upload(file.read_bytes(), file.name)


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


def found(records: tuple[Record, ...], alike: dict[tuple[str, ...], str]) -> dict[tuple[str, ...], tuple[Any, ...]]:
    return {
        key_of(
            alike.get((record.period_type, record.dfe_code, record.indicator, record.period_end), record.period_type),
            record.dfe_code,
            record.indicator,
            record.period_end,
        ): (
            record.value,
            record.marker,
            record.sheet,
            record.cell,
        )
        for record in records
    }


def other_kinds(entries: list[dict[str, Any]]) -> dict[tuple[str, ...], str]:
    """Give the other kinds of period that are as good as the one that is expected."""
    return {
        (kind, entry["la_number"], entry["indicator"], entry["period_end"]): entry["period_type"]
        for entry in entries
        for kind in entry.get("period_type_accept", ())
    }


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: entry["file"])
def test_example(entry: dict[str, Any]) -> None:
    reading = reading_of(entry["folder"] / "files" / entry["file"])
    assert reading.outcome in entry["outcomes_accepted"], reading.message
    wanted, optional = expected(entry["records"]), expected(entry["optional"])
    got = found(reading.records, other_kinds(entry["records"]))
    assert len(reading.questions) + len(reading.offers) <= MOST_QUESTIONS
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
