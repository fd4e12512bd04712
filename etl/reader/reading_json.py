"""Readings as JSON, for the pipe between the two processes."""

import json
from typing import Any

from etl.reader.model import Issue, Question, Reading, Record, SheetPreview
from etl.reader.understood import Evidence, Example, HeadedFigures, LeftOut, SheetLayout


def to_json(reading: Reading) -> str:
    """Write a reading as one JSON object of plain ASCII."""
    return json.dumps(reading, default=_plain, ensure_ascii=True, allow_nan=False)


def _plain(item: Any) -> dict[str, object]:
    """Give the fields of a part as they are: `asdict` would copy 50,000 records first, at four times the cost."""
    return {name: getattr(item, name) for name in item.__slots__}


def from_json(text: bytes) -> Reading:
    """Make a reading of its JSON form; its lists become the tuples that they were."""
    plain = json.loads(text)
    parts = {
        "records": tuple(Record(**item) for item in plain["records"]),
        "issues": tuple(Issue(**item) for item in plain["issues"]),
        "questions": tuple(_question(**item) for item in plain["questions"]),
        "offers": tuple(_question(**item) for item in plain["offers"]),
        "sheets": tuple(_preview(**item) for item in plain["sheets"]),
        "headings": tuple(_headed(**item) for item in plain["headings"]),
        "left_out": tuple(_left_out(**item) for item in plain["left_out"]),
        "layouts": tuple(_layout(**item) for item in plain["layouts"]),
    }
    return Reading(**plain | parts)


def _question(options: list[list[str]], **rest: Any) -> Question:
    return Question(options=tuple((value, label) for value, label in options), **rest)


def _preview(
    name: str | None, hidden: bool, rows: list[tuple[int, list[tuple[str, str, str]]]], row_count: int
) -> SheetPreview:
    drawn = tuple((number, tuple((letters, text, role) for letters, text, role in cells)) for number, cells in rows)
    return SheetPreview(name, hidden, drawn, row_count)


def _headed(evidence: list[dict[str, Any]], **rest: Any) -> HeadedFigures:
    rest |= {name: tuple(rest[name]) for name in ("unexplained", "questions")}
    rest["periods"] = tuple((kind, start, end) for kind, start, end in rest["periods"])
    return HeadedFigures(evidence=tuple(Evidence(**item) for item in evidence), **rest)


def _left_out(examples: list[dict[str, Any]], **rest: Any) -> LeftOut:
    return LeftOut(examples=tuple(Example(**item) for item in examples), **rest)


def _layout(headers: list[list[int]], **rest: Any) -> SheetLayout:
    return SheetLayout(headers=tuple(map(tuple, headers)), **rest)
