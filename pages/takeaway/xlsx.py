"""Rows as an accessible workbook of Excel."""

from datetime import date, datetime

from xlsxwriter.worksheet import Worksheet

from data.spreadsheet import Book, Cell, Looks, widths
from pages.takeaway.sheets import AUTHOR, CONTENTS, COVER_WIDTH, WIDEST, Sheet, sheets
from pages.takeaway.table import ATTRIBUTION, STANDING, Table

TOP = {"valign": "top"}
LOOKS: Looks = {
    "title": {**TOP, "font_size": 16, "bold": True},
    "head": {**TOP, "bold": True},
    "plain": TOP,
    "long": {**TOP, "text_wrap": True},
    "link": {**TOP, "underline": 1, "font_color": "#0B5394"},
    "day": {**TOP, "num_format": "yyyy-mm-dd"},
    "time": {**TOP, "num_format": "yyyy-mm-dd hh:mm"},
}
LETTER = 1.15  # of a column's width: letters of 12 points are wider than those that Excel counts in


def as_xlsx(table: Table) -> bytes:
    """Write a table as an accessible workbook.

    Returns
    -------
    bytes
        An XLSX file: Cover, Contents, Notes, Columns, Sources where there are any, and the rows. One marked-up
        table a sheet, no merged cells, no formulas; numbers are numbers and dates are dates.
    """
    book = Book(table.title, LOOKS, size=12, author=AUTHOR, subject=STANDING, comments=ATTRIBUTION)
    for each in sheets(table):
        page = book.sheet(each.name)
        book.write(page, 0, 0, each.title, "title")
        for row, line in enumerate(each.words, 1):
            book.write(page, row, 0, line, "plain" if each.head else "long")
        if each.head:
            _table(book, page, each)
        else:
            page.set_column(0, 0, COVER_WIDTH)
    return book.finished()


def _table(book: Book, page: Worksheet, sheet: Sheet) -> None:
    """Write a table that is marked up as such, its head in sight however far one scrolls."""
    top, last = sheet.top, sheet.top + max(len(sheet.rows), 1)
    for column, width in enumerate(widths(sheet.head, sheet.rows, spare=2, most=WIDEST)):
        page.set_column(column, column, width * LETTER)
    marked = [{"header": name, "header_format": book.look("head")} for name in sheet.head]
    options = {"name": f"{sheet.name.replace(' ', '_')}_table", "style": "Table Style Light 1", "banded_rows": False}
    page.add_table(top, 0, last, len(sheet.head) - 1, {**options, "columns": marked})
    page.freeze_panes(top + 1, 0)
    for row, values in enumerate(sheet.rows, top + 1):
        for column, value in enumerate(values):
            book.write(page, row, column, value, _look(value))
        if sheet.name == CONTENTS:
            page.write_url(row, 0, f"internal:'{values[0]}'!A1", book.look("link"), str(values[0]))


def _look(value: Cell) -> str:
    if isinstance(value, date):
        return "time" if isinstance(value, datetime) else "day"
    return "long" if isinstance(value, str) and len(value) > WIDEST else "plain"
