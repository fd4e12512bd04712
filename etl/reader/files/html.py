"""Tables of web pages that were saved under the name of a spreadsheet."""

import re
from html.parser import HTMLParser

from etl.reader.cells.text import shown
from etl.reader.files.csv import decoded
from etl.reader.model import Cell, Kind, Refused, Sheet, Workbook

MOST_CELLS = 1_000_000  # what memory and nine seconds allow
MOST_SPAN = 1000  # columns or rows that one cell covers
SILENT = {"script", "style", "head", "title"}


class TableParser(HTMLParser):
    """Lay the cells of all tables of a page below each other on one sheet, as a spreadsheet program does."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sheet = Sheet(name=None)
        self.row = self.column = 0
        self.count = 0
        self.below: dict[tuple[int, int], bool] = {}
        self.pieces: list[str] | None = None
        self.span = (1, 1)
        self.silent = self.raised = 0
        self.hidden = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a row or a cell, or leave out what is not shown."""
        given = {name: value or "" for name, value in attrs}
        if tag in SILENT:
            self.silent += 1
        elif tag == "sup":
            self.raised += 1
        elif tag == "table" or tag == "tr":
            self._end_cell()
            self._start_row(tag, given)
        elif tag in ("td", "th"):
            self._end_cell()
            self.pieces = []
            self.span = (_span(given.get("rowspan")), _span(given.get("colspan")))
        elif tag == "br":
            self.handle_data(" ")

    def handle_endtag(self, tag: str) -> None:
        """Close a cell, and leave a row free after each table."""
        if tag in SILENT:
            self.silent = max(0, self.silent - 1)
        elif tag == "sup":
            self.raised = max(0, self.raised - 1)
        elif tag in ("td", "th", "tr", "table"):
            self._end_cell()
            self.row += tag == "table"

    def handle_data(self, data: str) -> None:
        """Keep the text of a cell; text outside tables is a line of its own."""
        if self.silent or self.raised:
            return
        if self.pieces is not None:
            self.pieces.append(data)
        elif data.strip():
            self.row += 1
            self._put(self.row, 1, shown(data))

    def _start_row(self, tag: str, given: dict[str, str]) -> None:
        self.column = 0
        self.row += tag == "tr"
        if tag == "tr" and "display:none" in given.get("style", "").replace(" ", ""):
            self.sheet.hidden_rows.add(self.row)

    def _end_cell(self) -> None:
        if self.pieces is None:
            return
        text, self.pieces = shown("".join(self.pieces)), None
        self.column += 1
        while self.below.pop((self.row, self.column), None):
            self.column += 1
        down, across = self.span
        self._put(self.row, self.column, text)
        if down > 1 or across > 1:
            last = self.column + across - 1
            self.sheet.merged.append((self.row, self.column, self.row + down - 1, last))
            self.below |= {
                (r, c): True for r in range(self.row + 1, self.row + down) for c in range(self.column, last + 1)
            }
            self.column = last
        if len(self.below) > MOST_CELLS:
            raise Refused("TOO_LARGE", "The page has more cells than can be read.")

    def _put(self, row: int, column: int, text: str) -> None:
        self.count += 1
        if self.count > MOST_CELLS:
            raise Refused("TOO_LARGE", "The page has more cells than can be read.")
        if text:
            self.sheet.rows.setdefault(row, {})[column] = Cell(kind=Kind.TEXT, text=text)


def read_html(data: bytes) -> Workbook:
    """Read the tables of a web page as one sheet."""
    text, repaired = decoded(data)
    if "<table" not in text[:5_000_000].casefold():
        raise Refused("NO_TABLE", "The file is a web page without a table.")
    parser = TableParser()
    parser.feed(text)
    parser.close()
    return Workbook(sheets=[parser.sheet], repaired=[*repaired, "A web page with the name of a spreadsheet was read."])


def _span(text: str | None) -> int:
    match = re.fullmatch(r"\s*(\d{1,4})\s*", text or "")
    return max(1, min(MOST_SPAN, int(match[1]))) if match else 1
