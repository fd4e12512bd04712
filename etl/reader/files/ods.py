"""Workbooks of LibreOffice and of the government's statisticians (.ods)."""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from xml.etree.ElementTree import Element

from etl.reader.cells.looks import error_cell, number_cell, plain_number, text_cell
from etl.reader.cells.names import LIMIT_COLUMN, LIMIT_ROW, a1
from etl.reader.files.xml import CUT_SHORT, events, name_of, parsed, texts
from etl.reader.model import Cell, Kind, Refused, Sheet, Workbook

NS = {
    "table": "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}",
    "office": "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}",
    "style": "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}",
}
MOST_CELLS = 1_500_000  # filled ones: what memory and nine seconds allow
MOST_REPEATED = 200_000  # times that a filled row is repeated: one attribute can ask for a million
ERRORS = ("#DIV/0!", "#REF!", "#N/A", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "Err:")


class Sheets:
    """The sheets of one file, as its content is read."""

    def __init__(self) -> None:
        self.found: list[Sheet] = []
        self.comments: list[tuple[str | None, str | None, str]] = []
        self.raised: set[str] = set()
        self.hidden_styles: set[str] = set()
        self.row = self.column = self.count = self.filled = 0

    def style(self, element: Element) -> None:
        """Remember which styles raise text, and which hide a sheet."""
        name = element.get(NS["style"] + "name", "")
        for item in element:
            position = next((value for key, value in item.attrib.items() if key.endswith("text-position")), "")
            if position.startswith(("super", "3", "5")) and "%" in position or position.startswith("super"):
                self.raised.add(name)
            if item.get(NS["table"] + "display") == "false":
                self.hidden_styles.add(name)

    def begin(self, element: Element) -> None:
        """Begin a sheet."""
        hidden = element.get(NS["table"] + "style-name") in self.hidden_styles
        self.found.append(Sheet(name=element.get(NS["table"] + "name", ""), hidden=hidden))
        self.row = self.column = 0

    def columns(self, element: Element) -> None:
        """Note hidden columns."""
        repeated = _repeated(element, "number-columns-repeated", LIMIT_COLUMN)
        if element.get(NS["table"] + "visibility") in ("collapse", "filter"):
            self.found[-1].hidden_columns |= set(range(self.column + 1, self.column + repeated + 1))
        self.column += repeated

    def add_row(self, element: Element) -> None:
        """Add a row, as often as it is repeated; repeated empty rows are only counted."""
        repeated = _repeated(element, "number-rows-repeated", LIMIT_ROW)
        sheet, first = self.found[-1], self.row + 1
        cells = dict(self._cells(element, first))
        self.row += repeated
        if not cells or first > LIMIT_ROW:
            return
        self.count += len(cells) * repeated
        if self.count > MOST_CELLS or repeated > MOST_REPEATED:
            raise Refused("ARCHIVE_BOMB", "The file repeats a filled row more often than any table needs.", sheet.name)
        for number in range(first, self.row + 1):
            sheet.rows[number] = cells
        if element.get(NS["table"] + "visibility") in ("collapse", "filter"):
            sheet.hidden_rows |= set(range(first, self.row + 1))

    def _cells(self, row: Element, number: int) -> Iterator[tuple[int, Cell]]:
        column = 0
        for element in row.iter():
            if name_of(element) not in ("table-cell", "covered-table-cell"):
                continue
            repeated = _repeated(element, "number-columns-repeated", LIMIT_COLUMN)
            cell = _cell(element, self.raised)
            if cell and column + repeated > LIMIT_COLUMN:
                raise Refused("ARCHIVE_BOMB", "The file repeats a filled cell beyond the last column.")
            if cell:
                self._merge(element, number, column + 1)
                yield from ((column + 1 + step, cell) for step in range(repeated))
            self.comments += [
                (self.found[-1].name, a1((number, column + 1)), " ".join(" ".join(note.itertext()).split()))
                for note in element
                if name_of(note) == "annotation"
            ]
            column += repeated

    def _merge(self, element: Element, row: int, column: int) -> None:
        down = _repeated(element, "number-rows-spanned", LIMIT_ROW)
        across = _repeated(element, "number-columns-spanned", LIMIT_COLUMN)
        if down > 1 or across > 1:
            self.found[-1].merged.append((row, column, row + down - 1, column + across - 1))


def read_ods(data: bytes) -> Workbook:
    """Read every sheet, and collect what lies beside the sheets.

    Raises
    ------
    Refused
        CORRUPT, ENCRYPTED, or ARCHIVE_BOMB where repeat counts make more cells than can be read.
    """
    archive = zipfile.ZipFile(io.BytesIO(data))
    if any(name_of(item) == "encryption-data" for item in parsed(archive, "META-INF/manifest.xml").iter()):
        raise Refused("ENCRYPTED", "The file is protected with a password. Save a copy without one.")
    sheets = Sheets()
    try:
        _read_content(sheets, archive)
    except (ValueError, OverflowError, IndexError) as error:
        raise Refused("CORRUPT", CUT_SHORT) from error
    buried = [(part, text) for part in ("meta.xml",) if part in archive.NameToInfo for text in texts(archive, part)]
    return Workbook(sheets=sheets.found, comments=sheets.comments, buried=buried)


def _read_content(sheets: Sheets, archive: zipfile.ZipFile) -> None:
    depth = 0
    for event, element in events(archive, "content.xml", ("start", "end")):
        tag = name_of(element)
        if tag == "table":
            depth += 1 if event == "start" else -1
            if event == "start" and depth == 1:
                sheets.begin(element)
        elif event == "end":
            _end(sheets, tag, element, depth)


def _end(sheets: Sheets, tag: str, element: Element, depth: int) -> None:
    if tag == "style":
        sheets.style(element)
    elif tag == "table-column" and depth == 1:
        sheets.columns(element)
    elif tag == "table-row" and depth == 1:
        sheets.add_row(element)
        element.clear()


def _repeated(element: Element, name: str, limit: int) -> int:
    text = element.get(NS["table"] + name, "1")
    if not text.isdecimal():
        raise Refused("CORRUPT", CUT_SHORT)
    return max(1, min(int(text), limit))


def _text(element: Element, raised: set[str]) -> tuple[str, bool]:
    """Join the paragraphs of a cell, leaving out raised marks and comments."""
    pieces: list[str] = []
    found = False
    for paragraph in (child for child in element if name_of(child) == "p"):
        pieces.append(paragraph.text or "")
        for item in paragraph:
            style = next((value for key, value in item.attrib.items() if key.endswith("style-name")), "")
            if style in raised and "".join(pieces).strip():
                found = True
            else:
                pieces.append(" " if name_of(item) in ("s", "line-break", "tab") else "".join(item.itertext()))
            pieces.append(item.tail or "")
        pieces.append(" ")
    return "".join(pieces), found


def _cell(element: Element, raised: set[str]) -> Cell | None:
    kind = element.get(NS["office"] + "value-type")
    text, marked = _text(element, raised)
    value = element.get(NS["office"] + "value")
    if text.strip().startswith(ERRORS):
        return error_cell(text.strip())
    if kind in ("float", "percentage", "currency") and value is not None:
        code = {"percentage": "0%", "currency": "£0"}.get(kind, "General")
        number = float(value)
        return number_cell(number, code, text=None if kind == "float" else text.strip() or plain_number(number))
    if kind == "date" and (written := element.get(NS["office"] + "date-value")):
        day = datetime.fromisoformat(written[:10]).date()
        return Cell(kind=Kind.DATE, text=text.strip() or day.strftime("%d/%m/%Y"), day=day, month=_is_month(text))
    if kind is None and element.get(NS["table"] + "formula"):
        return Cell(kind=Kind.NO_VALUE, text="a formula")
    return text_cell(text, raised=marked)


def _is_month(text: str) -> bool:
    return any(letter.isalpha() for letter in text) and len(text.replace("-", " ").split()) == 2
