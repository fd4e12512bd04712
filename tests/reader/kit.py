"""Writing spreadsheets of published figures, each with what a reader must make of it."""

import csv
import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import cache
from typing import Any
from xml.sax.saxutils import escape

import openpyxl
import xlwt
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

from data.paths import SNAPSHOT
from etl.reader.files.outside import kind_of
from etl.reader.model import Reading, Refused, refusal
from etl.reader.understand import understand


def understood(data: bytes, name: str, answers: Mapping[str, str] | None = None) -> Reading:
    """Read a file as the door does, but in this process: no fence, and a hundred times as fast."""
    try:
        return understand(data, kind_of(data), name, answers or {})
    except Refused as error:
        return refusal(error)


# Measure of the dashboard → tidy table, column, last day of its year.
PUBLISHED = {
    "vacancy_rate": ("workforce", "vacancy_rate_fte", "-09-30"),
    "agency_rate": ("workforce", "agency_rate_fte", "-09-30"),
    "turnover_rate": ("workforce", "turnover_rate_fte", "-09-30"),
    "absence_rate": ("workforce", "absence_rate_fte", "-09-30"),
    "caseload": ("workforce", "caseload_fte", "-09-30"),
    "social_workers_fte": ("workforce", "inpost_fte", "-09-30"),
    "referrals": ("referrals", "referral_count", "-03-31"),
    "rereferrals": ("referrals", "rereferral_count", "-03-31"),
    "rereferral_rate": ("referrals", "rereferral_percent", "-03-31"),
}
MONTH_ENDS = {4: 30, 5: 31, 6: 30, 7: 31, 8: 31, 9: 30, 10: 31, 11: 30, 12: 31, 1: 31, 2: 28, 3: 31}


@cache
def tidy(source: str) -> dict[tuple[str, str, str], float]:
    """Read a tidy table: (measure, area code, last day) → figure, the newest edition counting."""
    found = {}
    with (SNAPSHOT / f"{source}.csv").open(encoding="utf-8", newline="") as file:
        for row in sorted(csv.DictReader(file), key=lambda row: row["edition"]):
            if row["value"]:
                found[row["measure"], row["area_code"], row["period_end"]] = float(row["value"])
    return found


@cache
def areas() -> dict[str, tuple[str, str]]:
    """Read the authorities: three-digit code → (area code, name)."""
    with (SNAPSHOT.parent / "reference" / "authorities.csv").open(encoding="utf-8", newline="") as file:
        return {row["dfe_code"]: (row["area_code"], row["name"]) for row in csv.DictReader(file)}


def published(indicator: str, dfe_code: str, year: int) -> float:
    """Give a published figure."""
    source, measure, end = PUBLISHED[indicator]
    return tidy(source)[measure, areas()[dfe_code][0], f"{year}{end}"]


def year_end(indicator: str, year: int) -> str:
    """Give the last day of the year of a measure."""
    return f"{year}{PUBLISHED[indicator][2]}"


def month_end(year: int, month: int) -> str:
    """Give the last day of a month."""
    leap = month == 2 and year % 4 == 0
    return f"{year}-{month:02d}-{MONTH_ENDS[month] + leap:02d}"


@dataclass
class Case:
    """One file and what it holds."""

    name: str
    file: str
    made: bytes | Callable[[], bytes] = b""
    outcomes: tuple[str, ...] = ("import",)
    records: dict[tuple[str, str, str, str], tuple[float | str, str | None, str]] = field(default_factory=dict)
    issues: list[tuple[str, str | None]] = field(default_factory=list)
    questions: list[str] = field(default_factory=list)
    answers: dict[str, str] = field(default_factory=dict)
    code: str | None = None
    hidden_words: tuple[str, ...] = ()
    optional: bool = False
    statuses: dict[str, str] = field(default_factory=dict)

    @property
    def data(self) -> bytes:
        """The file itself, written when it is first wanted: to write a workbook takes longer than to read it."""
        if not isinstance(self.made, bytes):
            self.made = self.made()
        return self.made

    @data.setter
    def data(self, made: bytes | Callable[[], bytes]) -> None:
        self.made = made

    def expect(
        self,
        cell: str,
        dfe: str,
        indicator: str,
        end: str,
        value: float | str,
        kind: str = "year",
        sheet: str | None = None,
    ) -> None:
        """Say that a cell is a figure, or a sign if the value is a text."""
        self.records[dfe, indicator, kind, end] = (value, sheet, cell)


@dataclass
class Page:
    """One sheet to write: values and formats by cell."""

    name: str
    cells: dict[str, object] = field(default_factory=dict)
    formats: dict[str, str] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    hidden: bool = False
    hidden_rows: tuple[int, ...] = ()
    hidden_columns: tuple[str, ...] = ()
    comments: dict[str, str] = field(default_factory=dict)

    def row(self, start: str, values: Iterable[object], number_format: str = "") -> None:
        """Write values to the right of a cell, leaving out None."""
        letters, number = coordinate_from_string(start)
        for step, value in enumerate(values):
            if value is not None:
                place = f"{get_column_letter(column_index_from_string(letters) + step)}{number}"
                self.cells[place] = value
                if number_format:
                    self.formats[place] = number_format


def column(index: int) -> str:
    """Name a column: 1 is A."""
    return str(get_column_letter(index))


def _hide(sheet: Any, page: Page) -> None:
    """Hide what is to be hidden, and write what stands beside the cells."""
    sheet.sheet_state = "hidden" if page.hidden else "visible"
    for row in page.hidden_rows:
        sheet.row_dimensions[row].hidden = True
    for letters in page.hidden_columns:
        sheet.column_dimensions[letters].hidden = True
    for place, text in page.comments.items():
        sheet[place].comment = openpyxl.comments.Comment(text, "somebody")


def xlsx(*pages: Page, change: Callable[[openpyxl.Workbook], None] | None = None) -> bytes:
    """Write a workbook of Excel since 2007."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for page in pages:
        sheet = book.create_sheet(page.name)
        for place, value in page.cells.items():
            sheet[place] = value
            if place in page.formats:
                sheet[place].number_format = page.formats[place]
        for box in page.merged:
            sheet.merge_cells(box)
        _hide(sheet, page)
    if change:
        change(book)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def as_excel_writes(data: bytes) -> bytes:
    """Move the texts of a workbook into one list of shared strings, as Excel itself does."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        parts: dict[str, str | bytes] = {name: packed.read(name) for name in packed.namelist()}
    strings: list[str] = []

    def share(match: re.Match[str]) -> str:
        if match[2] not in strings:
            strings.append(match[2])
        return f'{match[1]}t="s"><v>{strings.index(match[2])}</v></c>'

    for name in [name for name in parts if name.startswith("xl/worksheets/sheet")]:
        content = parts[name]
        assert isinstance(content, bytes)
        parts[name] = re.sub(r'(<c [^>]*?)t="inlineStr"><is>(.*?)</is></c>', share, content.decode(), flags=re.S)
    relations = parts["xl/_rels/workbook.xml.rels"]
    assert isinstance(relations, bytes)
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    added = f'<Relationship Id="rId99" Type="{kind}" Target="sharedStrings.xml"/></Relationships>'
    parts["xl/_rels/workbook.xml.rels"] = relations.decode().replace("</Relationships>", added)
    listed = "".join(f"<si>{string}</si>" for string in strings)
    parts["xl/sharedStrings.xml"] = (
        f'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="9" uniqueCount="9">{listed}</sst>'
    )
    return archive(parts)


def xls(*pages: Page) -> bytes:
    """Write a workbook of Excel before 2007."""
    book = xlwt.Workbook()
    styles: dict[str, xlwt.XFStyle] = {}
    for page in pages:
        sheet = book.add_sheet(page.name)
        sheet.visibility = int(page.hidden)
        for place, value in page.cells.items():
            letters, row = coordinate_from_string(place)
            number_format = page.formats.get(place, "General")
            styles.setdefault(number_format, xlwt.XFStyle()).num_format_str = number_format
            sheet.write(row - 1, column_index_from_string(letters) - 1, value, styles[number_format])
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def grid(page: Page) -> list[list[tuple[object, str]]]:
    """Lay a sheet out as rows of (value, format)."""
    places = {place: coordinate_from_string(place) for place in page.cells}
    wide = max(column_index_from_string(letters) for letters, _ in places.values())
    rows: list[list[tuple[object, str]]] = [[("", "")] * wide for _ in range(max(row for _, row in places.values()))]
    for place, (letters, row) in places.items():
        rows[row - 1][column_index_from_string(letters) - 1] = (page.cells[place], page.formats.get(place, ""))
    return rows


def ods(*pages: Page) -> bytes:
    """Write a workbook of LibreOffice."""
    tables = []
    for page in pages:
        rows = "".join(f"<table:table-row>{''.join(map(_ods_cell, row))}</table:table-row>" for row in grid(page))
        tables.append(f'<table:table table:name="{escape(page.name)}">{rows}</table:table>')
    spaces = " ".join(
        f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for name in ("office", "table", "text", "style")
    )
    body = f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
    content = (
        f"<?xml version='1.0' encoding='UTF-8'?><office:document-content {spaces}>{body}</office:document-content>"
    )
    return archive({"mimetype": "application/vnd.oasis.opendocument.spreadsheet", "content.xml": content})


def _ods_cell(cell: tuple[object, str]) -> str:
    value, number_format = cell
    if value == "":
        return "<table:table-cell/>"
    if isinstance(value, date | datetime):
        return (
            f'<table:table-cell office:value-type="date" office:date-value="{value:%Y-%m-%d}">'
            f"<text:p>{value:%d/%m/%Y}</text:p></table:table-cell>"
        )
    if isinstance(value, int | float):
        kind, text = ("percentage", f"{value * 100:.1f}%") if "%" in number_format else ("float", f"{value:,}")
        return f'<table:table-cell office:value-type="{kind}" office:value="{value}"><text:p>{text}</text:p></table:table-cell>'
    return f'<table:table-cell office:value-type="string"><text:p>{escape(str(value))}</text:p></table:table-cell>'


def archive(parts: dict[str, str | bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Pack parts into a zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as packed:
        for name, content in parts.items():
            packed.writestr(name, content)
    return out.getvalue()


def text(page: Page, separator: str = ",", encoding: str = "utf-8", end: str = "\r\n") -> bytes:
    """Write a sheet as text with separators."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator=end)
    for row in grid(page):
        writer.writerow([value for value, _ in row])
    return out.getvalue().encode(encoding)


def html(page: Page) -> bytes:
    """Write a sheet as the web page that some report servers call .xls."""
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(str(value))}</td>" for value, _ in row) + "</tr>" for row in grid(page)
    )
    return (
        f"<html><head><meta charset='utf-8'><title>x</title></head><body><table>{rows}</table></body></html>".encode()
    )
