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
    """Write what each heading was read as: Your heading, Read as, Where, Periods, Samples."""
    groups: dict[tuple[str | None, str, str], list[Record]] = {}
    for record in reading.records:
        groups.setdefault((record.sheet, record.indicator, record.period_type), []).append(record)
    return pd.DataFrame(
        [
            {
                "Your heading": _words(reading.sheets, own, ("measure", "header")) or "in the title or the name",
                "Read as": indicators()[indicator].title,
                "Where": span(own),
                "Periods": f"{len({r.period_end for r in own})} {KINDS[kind]}, {_period(own)}",
                "Samples": "; ".join(written(record) for record in own[:SAMPLES]),
            }
            for (_, indicator, kind), own in groups.items()
        ]
    )


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
