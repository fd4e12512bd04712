"""Workbooks of LibreOffice and of the government's statisticians (.ods)."""

import io
import zipfile
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from etl.reader.cells.names import LIMIT_COLUMN, LIMIT_ROW, a1
from etl.reader.files.ods_cell import TABLE, cell_of, repeated
from etl.reader.files.xml import CUT_SHORT, events, name_of, parsed, texts
from etl.reader.model import Cell, Refused, Sheet, Workbook

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
SHEET, ROW, COLUMN, STYLED = TABLE + "table", TABLE + "table-row", TABLE + "table-column", STYLE + "style"
CELLS = {TABLE + "table-cell", TABLE + "covered-table-cell"}
ANNOTATION = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation"
ROWS_REPEATED, COLUMNS_REPEATED = TABLE + "number-rows-repeated", TABLE + "number-columns-repeated"
ROWS_SPANNED, COLUMNS_SPANNED = TABLE + "number-rows-spanned", TABLE + "number-columns-spanned"
MOST_CELLS = 1_500_000  # filled ones: what memory and nine seconds allow
MOST_REPEATED = 200_000  # times that a filled row is repeated: one attribute can ask for a million
HIDDEN = ("collapse", "filter")


class Sheets:
    """The sheets of one file, as its content is read."""

    def __init__(self) -> None:
        self.found: list[Sheet] = []
        self.comments: list[tuple[str | None, str | None, str]] = []
        self.raised: set[str] = set()
        self.hidden_styles: set[str] = set()
        self.row = self.column = self.count = 0

    def style(self, element: Element) -> None:
        """Remember which styles raise text, and which hide a sheet."""
        name = element.get(STYLE + "name", "")
        for item in element:
            position = next((value for key, value in item.attrib.items() if key.endswith("text-position")), "")
            if position.startswith(("super", "3", "5")) and "%" in position or position.startswith("super"):
                self.raised.add(name)
            if item.get(TABLE + "display") == "false":
                self.hidden_styles.add(name)

    def begin(self, element: Element) -> None:
        """Begin a sheet."""
        hidden = element.get(TABLE + "style-name") in self.hidden_styles
        self.found.append(Sheet(name=element.get(TABLE + "name", ""), hidden=hidden))
        self.row = self.column = 0

    def columns(self, element: Element) -> None:
        """Note hidden columns."""
        times = repeated(element, COLUMNS_REPEATED, LIMIT_COLUMN)
        if element.get(TABLE + "visibility") in HIDDEN:
            self.found[-1].hidden_columns |= set(range(self.column + 1, self.column + times + 1))
        self.column += times

    def add_row(self, element: Element) -> None:
        """Add a row, as often as it is repeated; repeated empty rows are only counted."""
        times = repeated(element, ROWS_REPEATED, LIMIT_ROW)
        sheet, first = self.found[-1], self.row + 1
        cells = dict(self._cells(element, first))
        self.row += times
        if not cells or first > LIMIT_ROW:
            return
        self.count += len(cells) * times
        if self.count > MOST_CELLS or times > MOST_REPEATED:
            raise Refused("ARCHIVE_BOMB", "The file repeats a filled row more often than any table needs.", sheet.name)
        for number in range(first, self.row + 1):
            sheet.rows[number] = cells
        if element.get(TABLE + "visibility") in HIDDEN:
            sheet.hidden_rows |= set(range(first, self.row + 1))

    def _cells(self, row: Element, number: int) -> Iterator[tuple[int, Cell]]:
        column = 0
        for element in (each for each in row.iter() if each.tag in CELLS):
            times = repeated(element, COLUMNS_REPEATED, LIMIT_COLUMN)
            if cell := cell_of(element, self.raised):
                if column + times > LIMIT_COLUMN:
                    raise Refused("ARCHIVE_BOMB", "The file repeats a filled cell beyond the last column.")
                if element.get(ROWS_SPANNED) or element.get(COLUMNS_SPANNED):
                    self._merge(element, number, column + 1)
                for step in range(1, times + 1):
                    yield column + step, cell
            for note in element.findall(ANNOTATION):
                text = " ".join(" ".join(note.itertext()).split())
                self.comments.append((self.found[-1].name, a1((number, column + 1)), text))
            column += times

    def _merge(self, element: Element, row: int, column: int) -> None:
        down = repeated(element, ROWS_SPANNED, LIMIT_ROW)
        across = repeated(element, COLUMNS_SPANNED, LIMIT_COLUMN)
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
        if element.tag == SHEET:
            depth += 1 if event == "start" else -1
            if event == "start" and depth == 1:
                sheets.begin(element)
        elif event == "end":
            _end(sheets, element, depth)


def _end(sheets: Sheets, element: Element, depth: int) -> None:
    if element.tag == STYLED:
        sheets.style(element)
    elif element.tag == COLUMN and depth == 1:
        sheets.columns(element)
    elif element.tag == ROW and depth == 1:
        sheets.add_row(element)
        element.clear()
