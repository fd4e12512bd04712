"""What the reader made of a file, in rows for people: theirs on the left, ours on the right. No Streamlit here."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

import pandas as pd

from data.catalogue import indicators
from pages.charts.words import day, figure
from pages.reader import Reading, Record, SheetPreview

KINDS = {
    "year": "years", "snapshot": "days", "quarter": "quarters", "month": "months", "ytd": "year to date",
    "rolling": "rolling years",
}  # fmt: skip
ONE = {"year to date": "year to date", "rolling years": "rolling year"}
SAMPLES = 3
CELL = re.compile(r"([A-Z]+)(\d+)")


def tables(reading: Reading) -> pd.DataFrame:
    """Write what was found on each sheet: Sheet, Rows, Figures read, Measures, Authorities."""
    rows = []
    for sheet in reading.sheets:
        own = [record for record in reading.records if record.sheet == sheet.name]
        rows.append(
            {
                "Sheet": (sheet.name or "the file") + (" (hidden: not read)" if sheet.hidden else ""),
                "Rows": f"{sheet.row_count:,}",
                "Figures read": f"{len(own):,}" if own else "none",
                "Measures": f"{len({record.indicator for record in own})}",
                "Authorities": f"{len({record.authority_code for record in own})}",
            }
        )
    return pd.DataFrame(rows)


def measures(reading: Reading) -> pd.DataFrame:
    """Write what each heading was read as, one row a heading: Your heading, Read as, Where, Periods, Samples."""
    headings = {sheet.name: Headings(sheet) for sheet in reading.sheets}
    groups: dict[tuple[str | None, str, str, str], list[Record]] = {}
    for record in reading.records:
        heading = headings[record.sheet].of(record.cell) if record.sheet in headings else ""
        groups.setdefault((record.sheet, heading, record.indicator, record.period_type), []).append(record)
    return pd.DataFrame(
        [
            {
                "Your heading": heading or "in the title or the name",
                "Read as": indicators()[indicator].title,
                "Where": span(own),
                "Periods": f"{_counted(len({r.period_end for r in own}), kind)}, {_period(own)}",
                "Samples": "; ".join(written(record) for record in own[:SAMPLES]),
            }
            for (_, heading, indicator, kind), own in groups.items()
        ]
    )


class Headings:
    """The words of one sheet that say what its figures measure: in the row of a figure, else above it."""

    def __init__(self, sheet: SheetPreview) -> None:
        self._in_row: dict[int, str] = {}
        self._above: dict[str, list[tuple[int, str]]] = {}
        for number, cells in sheet.rows:
            for letter, text, role in cells:
                if role == "measure":
                    self._in_row.setdefault(number, text)
                if role in ("measure", "header"):
                    self._above.setdefault(letter, []).append((number, text))

    def of(self, cell: str) -> str:
        """Return the heading of a figure by its cell; '' where none stands in its row or above it."""
        match = CELL.fullmatch(cell)
        if match is None:
            return ""
        column, row = match[1], int(match[2])
        above = [text for number, text in self._above.get(column, []) if number < row]
        return self._in_row.get(row) or " / ".join(above[-2:])


def _counted(number: int, kind: str) -> str:
    """Count periods of a kind: '1 year', '12 months'."""
    words = KINDS[kind]
    return f"{number} {words if number != 1 else ONE.get(words, words.removesuffix('s'))}"


def authorities(reading: Reading) -> pd.DataFrame:
    """Write who each name was read as: Your name, Read as, Code, Figures."""
    groups: dict[tuple[str, str, str], list[Record]] = {}
    for record in reading.records:
        groups.setdefault((record.authority_name, record.dfe_code, record.authority_code), []).append(record)
    return pd.DataFrame(
        [
            {
                "Your name": _words(reading.sheets, own, ("authority",)) or "in the title or the name",
                "Read as": name,
                "Code": f"{dfe}, {code}",
                "Figures": f"{len(own):,}",
            }
            for (name, dfe, code), own in groups.items()
        ]
    )


def written(record: Record) -> str:
    """Write a figure as it was understood, or the sign that stands for none."""
    if record.value is None:
        return f"[{record.marker}]"
    about = indicators()[record.indicator]
    places = max(about.decimals, min(2, len(f"{record.value:.6f}".rstrip("0").partition(".")[2])))
    return figure(record.value, "published", unit=about.unit, decimals=places)


def span(records: Sequence[Record]) -> str:
    """Write where records stand: the first and the last cell, with the sheet."""
    first, last = records[0], records[-1]
    where = first.cell if first.cell == last.cell else f"{first.cell} to {last.cell}"
    return f"{first.sheet}: {where}" if first.sheet else where


def _period(records: Iterable[Record]) -> str:
    ends = sorted({date.fromisoformat(record.period_end) for record in records})
    return day(ends[0]) if len(ends) == 1 else f"{day(ends[0])} to {day(ends[-1])}"


def _words(sheets: Sequence[SheetPreview], records: Sequence[Record], roles: tuple[str, ...]) -> str:
    """Find the visitor's own words for records: in their row, else above them in their column."""
    sheet = next((sheet for sheet in sheets if sheet.name == records[0].sheet), None)
    match = CELL.fullmatch(records[0].cell)
    if sheet is None or match is None:
        return ""
    column, row = match[1], int(match[2])
    for role in roles:
        in_row = [text for number, cells in sheet.rows if number == row for _, text, what in cells if what == role]
        above = [
            text
            for number, cells in sheet.rows
            if number < row
            for letter, text, what in cells
            if what == role and letter == column
        ]
        if in_row or above:
            return in_row[0] if in_row else " / ".join(above[-2:])
    return ""
