"""Workbooks of Excel before 2007 (.xls)."""

import io
from typing import Any

import xlrd

from etl.reader.cells.looks import error_cell, number_cell, text_cell
from etl.reader.cells.names import a1
from etl.reader.model import Cell, Refused, Sheet, Workbook

MOST_CELLS = 1_500_000  # what memory and nine seconds allow
ERRORS = {0: "#NULL!", 7: "#DIV/0!", 15: "#VALUE!", 23: "#REF!", 29: "#NAME?", 36: "#NUM!", 42: "#N/A"}


def read_xls(data: bytes) -> Workbook:
    """Read every sheet of an old workbook.

    Raises
    ------
    Refused
        ENCRYPTED, or CORRUPT for whatever the format's library cannot make sense of.
    """
    try:
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=io.StringIO())
        sheets = [_sheet(book, index) for index in range(min(book.nsheets, 200))]
    except Refused:
        raise
    except Exception as error:
        if "encrypted" in str(error).casefold():
            raise Refused("ENCRYPTED", "The file is protected with a password. Save a copy without one.") from error
        raise Refused("CORRUPT", "The file is incomplete or damaged. Save it again, or upload it again.") from error
    found = Workbook(sheets=sheets, macros=b"_\0V\0B\0A\0_\0P\0R\0O\0J\0E\0C\0T\0" in data)
    for index in range(len(sheets)):
        notes: dict[tuple[int, int], Any] = book.sheet_by_index(index).cell_note_map
        found.comments += [(sheets[index].name, a1((r + 1, c + 1)), note.text) for (r, c), note in notes.items()]
    return found


def _sheet(book: Any, index: int) -> Sheet:
    source = book.sheet_by_index(index)
    sheet = Sheet(name=source.name, hidden=source.visibility != 0)
    if source.nrows * max(1, min(source.ncols, 50)) > MOST_CELLS * 4:
        raise Refused("TOO_LARGE", "The workbook has more cells than can be read. Leave out what is not needed.")
    for row in range(source.nrows):
        cells = {
            column + 1: cell
            for column in range(source.row_len(row))
            if (cell := _cell(book, source, row, column)) is not None
        }
        if cells:
            sheet.rows[row + 1] = cells
    sheet.merged = [(top + 1, left + 1, bottom, right) for top, bottom, left, right in source.merged_cells]
    sheet.hidden_rows = {row + 1 for row, info in source.rowinfo_map.items() if info.hidden}
    sheet.hidden_columns = {column + 1 for column, info in source.colinfo_map.items() if info.hidden}
    return sheet


def _cell(book: Any, source: Any, row: int, column: int) -> Cell | None:
    kind, value = source.cell_type(row, column), source.cell_value(row, column)
    if kind == xlrd.XL_CELL_TEXT:
        text, raised = _without_raised(book, source, row, column, value)
        return text_cell(text, raised=raised)
    if kind in (xlrd.XL_CELL_NUMBER, xlrd.XL_CELL_DATE):
        style = book.xf_list[source.cell_xf_index(row, column)]
        known = book.format_map.get(style.format_key)
        return number_cell(value, known.format_str if known else "General", from_1904=book.datemode == 1)
    if kind == xlrd.XL_CELL_BOOLEAN:
        return text_cell("TRUE" if value else "FALSE")
    return error_cell(ERRORS.get(value, "#ERROR!")) if kind == xlrd.XL_CELL_ERROR else None


def _without_raised(book: Any, source: Any, row: int, column: int, text: str) -> tuple[str, bool]:
    """Leave out the runs of a text that are raised, as footnote marks are."""
    runs = [(0, None), *source.rich_text_runlist_map.get((row, column), [])]
    ends = [start for start, _ in runs[1:]] + [len(text)]
    kept = [text[start:end] for (start, font), end in zip(runs, ends, strict=True) if not _raised(book, font)]
    joined = "".join(kept)
    return (joined, True) if joined.strip() and joined != text else (text, False)


def _raised(book: Any, font: int | None) -> bool:
    return font is not None and font < len(book.font_list) and book.font_list[font].escapement == 1
