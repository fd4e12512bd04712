"""Rows to take away as a workbook, as the Government Analysis Function asks of spreadsheets. No Streamlit here."""

import io
import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell as Square
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, NamedStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.table import Table as Marked
from openpyxl.worksheet.table import TableStyleInfo
from openpyxl.worksheet.worksheet import Worksheet

from pages.charts.words import day
from pages.shared.takeaway import ATTRIBUTION, DANGEROUS, STANDING, Cell, Table, cells

MOST_ROWS = 10_000  # a workbook of more takes the server too long; the other forms have no limit
FONT = "Arial"
WIDEST = 60
LONGEST = 32_767  # characters in a cell
# The looks of cells, by name: a look of its own for each cell would take most of the time.
LOOKS: dict[str, dict[str, Any]] = {
    "Sheet title": {"font": Font(name=FONT, size=16, bold=True)},
    "Column name": {"font": Font(name=FONT, size=12, bold=True)},
    "Plain": {},
    "Long text": {"alignment": Alignment(wrap_text=True, vertical="top")},
    "Link": {"font": Font(name=FONT, size=12, underline="single", color="0B5394")},
    "Day": {"number_format": "yyyy-mm-dd"},
    "Day and time": {"number_format": "yyyy-mm-dd hh:mm"},
}

Rows = Sequence[Sequence[Cell]]


def as_workbook(table: Table, *, sheet: str = "Data") -> bytes:
    """Write a table as an accessible workbook.

    Parameters
    ----------
    table
        Of no more than MOST_ROWS rows.
    sheet
        The name of the sheet that has the rows.

    Returns
    -------
    bytes
        An XLSX file: Cover, Contents, Notes, Columns, Sources where there are any, and the rows. One marked-up
        table a sheet, no merged cells, no formulas; numbers are numbers and dates are dates.

    Raises
    ------
    ValueError
        The table has more rows than MOST_ROWS.
    """
    if len(table.rows) > MOST_ROWS:
        raise ValueError(f"{len(table.rows):,} rows are too many for a workbook: take CSV, Parquet or JSON")
    sheets = _sheets(table, sheet)
    book = Workbook()
    book.properties.title = table.title
    book.properties.language = "en-GB"
    book.properties.creator = "Children's services in England, on one date axis"
    book.properties.subject = STANDING
    book.properties.description = ATTRIBUTION
    for name, look in LOOKS.items():
        base = {"font": Font(name=FONT, size=12), "alignment": Alignment(vertical="top")}
        book.add_named_style(NamedStyle(name=name, **(base | look)))
    _cover(book.active, table)
    _contents(book.create_sheet("Contents"), [(name, title) for name, title, *_ in sheets])
    for name, title, words, head, rows in sheets:
        _table(book.create_sheet(name), title, words, head, rows)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def _sheets(table: Table, sheet: str) -> list[tuple[str, str, list[str], list[str], Rows]]:
    """List the sheets after the contents: name, title, words above the table, its head, its rows."""
    statuses = [("Status", word, meaning) for word, meaning in table.statuses.items()]
    notes = [*statuses, *((kind, about, note) for about, kind, note in table.notes)]
    sources = table.sources
    named = list(sources[0]) if sources else []
    return [
        ("Notes", "Notes", ["What the words of the status column say, and what to bear in mind."],
         ["Kind", "About", "Note"], notes or [("Note", "All rows", "There are no notes.")]),
        ("Columns", "Columns", [f"What the columns of the sheet {sheet} mean."],
         ["Column", "Meaning"], [(name, table.described.meaning(name)) for name in table.columns]),
        *([("Sources", "Sources", ["The publications behind the rows, and when they were published."],
            [name.capitalize() for name in named], [list(row.values()) for row in sources])] if sources else []),
        (sheet, table.title, [f"{table.described.row}. {len(table.rows):,} rows.", _blank(table)],
         table.columns, cells(table.rows)),
    ]  # fmt: skip


def _blank(table: Table) -> str:
    """Explain blank cells: the guidance asks for it."""
    return (
        "Blank in the column value: no figure, and the column status says why. Other blanks: not known, or none."
        if "status" in table.columns
        else "A blank cell says: not known, or none."
    )


def _cover(page: Worksheet, table: Table) -> None:
    page.title = "Cover"
    lines = [
        "Children's services in England, on one date axis",
        f"{STANDING} The figures are those of the publishers that each row names.",
        ATTRIBUTION,
        *([f"Database built on {day(table.built)}."] if table.built else []),
        "A value and its status are two columns. Missing is never nought.",
        "Figures marked as derived are calculated by us from published counts.",
        "Ofsted judgements and government interventions have causes that these figures do not show.",
        "To report an error, open an issue in the repository of this tool, and name the source file and row.",
    ]
    _write(page["A1"], table.title, "Sheet title")
    for row, line in enumerate(lines, 2):
        _write(page.cell(row, 1), line, "Long text")
    page.column_dimensions["A"].width = 90


def _contents(page: Worksheet, listed: list[tuple[str, str]]) -> None:
    rows = [(name, title) for name, title in [("Cover", "Cover"), *listed]]
    _table(page, "Contents", ["The sheets of this workbook. Each has one table."], ["Sheet", "Title"], rows)
    for row in range(2, len(rows) + 2):
        square = page.cell(row + 2, 1)
        square.hyperlink = Hyperlink(ref=square.coordinate, location=f"'{square.value}'!A1")
        square.style = "Link"


def _table(page: Worksheet, title: str, words: list[str], head: Sequence[str], rows: Rows) -> None:
    """Fill a sheet: its title in A1, words below it, then one table that is marked up as such."""
    _write(page["A1"], title, "Sheet title")
    for row, line in enumerate(words, 2):
        _write(page.cell(row, 1), line)
    top = len(words) + 2
    for column, name in enumerate(head, 1):
        _write(page.cell(top, column), name, "Column name")
    for row, values in enumerate(rows, top + 1):
        for column, value in enumerate(values, 1):
            _write(page.cell(row, column), value, _look(value))
    last = f"{get_column_letter(len(head))}{top + max(len(rows), 1)}"
    marked = Marked(displayName=f"{page.title.replace(' ', '_')}_table", ref=f"A{top}:{last}")
    marked.tableStyleInfo = TableStyleInfo(name="TableStyleLight1", showRowStripes=False)
    page.add_table(marked)
    page.freeze_panes = f"A{top + 1}"
    for column, name in enumerate(head, 1):
        longest = max([len(name) + 4, *(len(str(row[column - 1] or "")) + 2 for row in rows)])
        page.column_dimensions[get_column_letter(column)].width = min(longest * 1.15, WIDEST)


def _look(value: Cell) -> str:
    if isinstance(value, date):
        return "Day and time" if isinstance(value, datetime) else "Day"
    return "Long text" if isinstance(value, str) and len(value) > WIDEST else "Plain"


def _write(square: Square, value: Cell, look: str = "Plain") -> None:
    """Write one cell: text is text whatever it begins with, numbers are numbers, dates are dates."""
    square.value = (_text(value) or None) if isinstance(value, str) else value
    square.style = look
    if isinstance(value, str) and square.value is not None:
        square.data_type = "s"  # else openpyxl takes = for a formula, and #N/A for an error
        if value.startswith(DANGEROUS):
            square.quotePrefix = True


def _text(value: str) -> str:
    """Leave out what a workbook cannot hold, and keep what it would read as something else."""
    lines = value.replace("\r\n", "\n").replace("\r", "\n")
    plain = ILLEGAL_CHARACTERS_RE.sub("", lines)[:LONGEST]
    return re.sub(r"_(x[0-9A-Fa-f]{4}_)", r"_x005F_\1", plain)
