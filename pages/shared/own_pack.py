"""What a committee takes away of own figures: a ZIP with DRAFT on all of it, small counts hidden. No Streamlit."""

import csv
import io
import zipfile
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from data.catalogue import Basis, indicators
from pages.charts.words import MONTHS, day
from pages.shared.problems import is_small
from pages.shared.read import Record, saved
from pages.shared.takeaway import defused

HEADS = ("Local authority", "Code", "Measure", "Period", "Figure")
KEPT = ("month", "quarter", "year", "snapshot")  # the kinds of period that can be uploaded again
Rows = list[list[Any]]
README = """DRAFT, unpublished. Own figures of a council, beside published ones. Not official statistics.

own-figures_DRAFT.xlsx, own-figures_DRAFT.csv   the own figures: either can be uploaded again as it is
beside-published_DRAFT.csv, .xlsx               own and published figures, the difference, and whether it is rounding
page_DRAFT.pdf, chart_DRAFT.png                 one page for a paper, and its chart
{hidden}
Figures marked c are hidden. Published figures: Department for Education, Ofsted and Office for National Statistics;
contains public sector information licensed under the Open Government Licence v3.0.
"""
HIDDEN = "\nCounts from 1 to 5 are hidden (c): they may identify children. Totals may still reveal them: check.\n"
SHOWN = "\nCOUNTS FROM 1 TO 5 ARE SHOWN: they may identify children. Do not publish or pass on.\n"


def pack(
    records: Sequence[Record], beside: pd.DataFrame, page: Callable[[], bytes], picture: bytes | None, *, reveal: bool
) -> bytes:
    """Write the pack.

    Parameters
    ----------
    records
        The own figures.
    beside
        Own and published figures as a table in words, in which small counts are hidden already where they are to be.
    page
        Draws the one-page PDF.
    picture
        The chart as PNG, where there is one.
    reveal
        Whether counts from 1 to 5 are shown.

    Returns
    -------
    bytes
        A ZIP; every file in it has DRAFT in its name and in itself.
    """
    rows = own_rows(records, reveal=reveal)
    table = [[str(cell) for cell in row] for row in beside.itertuples(index=False)]
    heads = [str(name) for name in beside.columns]
    files = {
        "README.txt": README.format(hidden=SHOWN if reveal else HIDDEN).encode("utf-8"),
        "own-figures_DRAFT.csv": as_csv(HEADS, rows),
        "own-figures_DRAFT.xlsx": as_xlsx("Own figures DRAFT", HEADS, rows),
        "beside-published_DRAFT.csv": as_csv(heads, table),
        "beside-published_DRAFT.xlsx": as_xlsx("Beside published DRAFT", heads, table),
        "page_DRAFT.pdf": page(),
    } | ({"chart_DRAFT.png": picture} if picture else {})
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in files.items():
            file.writestr(name, content)
    return packed.getvalue()


def own_rows(records: Sequence[Record], *, reveal: bool) -> Rows:
    """Write the own figures in the form in which they can be uploaded again."""
    return [
        [record.authority_name, record.dfe_code, f"{_about(record).title} [{record.indicator}]", period(record),
         figure(record, reveal=reveal)]
        for record in records
        if record.period_type in KEPT
    ]  # fmt: skip


def figure(record: Record, *, reveal: bool) -> float | str:
    """Give a figure, or the sign that stands for it."""
    if record.value is None:
        return record.marker or ""
    return "c" if is_small(record.value, _about(record).unit) and not reveal else record.value


def period(record: Record) -> str:
    """Write a period so that the reader takes it for the same again."""
    end = date.fromisoformat(record.period_end)
    if record.period_type == "month":
        return f"{MONTHS[end.month - 1]} {end.year}"
    if record.period_type == "quarter":
        return f"Quarter ending {day(end)}"
    is_day = record.period_type == "snapshot" or _about(record).basis is Basis.SNAPSHOT
    return day(end) if is_day else f"Year to {day(end)}"


def _about(record: Record) -> Any:
    return indicators()[record.indicator]


def as_csv(heads: Sequence[str], rows: Rows | list[list[str]]) -> bytes:
    """Write rows as CSV, as Excel reads it; a text that a spreadsheet would run gets an apostrophe."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(heads)
    writer.writerows([[defused(cell) if isinstance(cell, str) else f"{cell:.10g}" for cell in row] for row in rows])
    return text.getvalue().encode("utf-8-sig")


def as_xlsx(title: str, heads: Sequence[str], rows: Rows | list[list[str]]) -> bytes:
    """Write rows as a workbook of one sheet, whose name says DRAFT."""
    book = Workbook()
    book.properties.title = title
    page: Worksheet = book.active
    page.title = title
    for number, row in enumerate([list(heads), *rows], 1):
        for column, value in enumerate(row, 1):
            square = page.cell(number, column, value if value != "" else None)
            if isinstance(value, str) and value:
                square.data_type = "s"
            square.font = Font(bold=number == 1)
            square.alignment = Alignment(vertical="top", wrap_text=number == 1)
    for column, name in enumerate(heads, 1):
        longest = max([len(name), *(len(str(row[column - 1])) for row in rows)])
        page.column_dimensions[get_column_letter(column)].width = min(longest + 3, 60)
    page.freeze_panes = "A2"
    return saved(book)
