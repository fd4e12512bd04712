"""What the reader made of a file, in rows for people: theirs on the left, ours on the right. No Streamlit here."""

import re
from collections.abc import Sequence

from pages.reader import HeadedFigures, Reading, Record, SheetLayout, SheetPreview
from pages.visitor_figures.evidence import Cells

CELL = re.compile(r"([A-Z]+)(\d+)")


def tables(reading: Reading) -> list[Cells]:
    """Write what was found on each sheet: Sheet, Heading in row, Rows, Figures read, Waiting, Measures, Authorities."""
    layouts = {each.sheet: each for each in reading.layouts}
    return [_table(sheet, layouts.get(sheet.name), reading) for sheet in reading.sheets]


def _table(sheet: SheetPreview, layout: SheetLayout | None, reading: Reading) -> Cells:
    of_sheet = [record for record in reading.records if record.sheet == sheet.name]
    headed = [each for each in reading.headings if each.sheet == sheet.name]
    chosen = layout is None or layout.chosen
    return {
        "Sheet": (sheet.name or "the file") + _unread(sheet, chosen=chosen),
        "Headings in row": "; ".join(map(rows_said, layout.headers)) if layout else "",
        "Rows": f"{sheet.row_count:,}",
        "Figures read": f"{len(of_sheet):,}" if of_sheet else "none",
        "Figures that wait for an answer": f"{_waiting(headed):,}" if _waiting(headed) else "none",
        "Measures": f"{len({record.indicator for record in of_sheet} | _measures(headed))}",
        "Authorities": f"{len({record.authority_code for record in of_sheet})}",
    }


def _unread(sheet: SheetPreview, *, chosen: bool) -> str:
    if sheet.hidden:
        return " (hidden: not read)"
    return "" if chosen else " (not chosen: not read)"


def _waiting(headed: Sequence[HeadedFigures]) -> int:
    return sum(each.figures for each in headed if each.outcome == "waiting")


def _measures(headed: Sequence[HeadedFigures]) -> set[str]:
    return {each.indicator for each in headed if each.indicator and each.outcome != "left_out"}


def rows_said(rows: Sequence[int]) -> str:
    """Write the rows of a heading: '3', or '3 to 4'."""
    return f"{rows[0]}" if len(rows) == 1 else f"{rows[0]} to {rows[-1]}" if rows else "none"


def authorities(reading: Reading) -> list[Cells]:
    """Write who each name was read as: Your name, Read as, Code, Figures."""
    groups: dict[tuple[str, str, str], list[Record]] = {}
    for record in reading.records:
        groups.setdefault((record.authority_name, record.dfe_code, record.authority_code), []).append(record)
    return [
        {
            "Your name": _own_name(reading.sheets, own[0]) or "in the title or the name",
            "Read as": name,
            "Code": f"{dfe}, {code}",
            "Figures": f"{len(own):,}",
        }
        for (name, dfe, code), own in groups.items()
    ]


def span(records: Sequence[Record]) -> str:
    """Write where records stand: the first and the last cell, with the sheet."""
    first, last = records[0], records[-1]
    where = first.cell if first.cell == last.cell else f"{first.cell} to {last.cell}"
    return f"{first.sheet}: {where}" if first.sheet else where


def _own_name(sheets: Sequence[SheetPreview], record: Record) -> str:
    """Find the visitor's own word for an authority: in the row of its figure, else above it."""
    sheet = next((sheet for sheet in sheets if sheet.name == record.sheet), None)
    match = CELL.fullmatch(record.cell)
    if sheet is None or match is None:
        return ""
    row = int(match[2])
    named = [(n, letter, text) for n, cells in sheet.rows for letter, text, role in cells if role == "authority"]
    in_row = [text for number, _, text in named if number == row]
    above = [text for number, letter, text in named if number < row and letter == match[1]]
    return (in_row or above[-1:] or [""])[0]
