"""One sheet of an Excel workbook since 2007, cell by cell."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from xml.etree.ElementTree import Element

from etl.reader.cells.looks import error_cell, number_cell, text_cell
from etl.reader.cells.names import LIMIT_COLUMN, LIMIT_ROW, column_number, place
from etl.reader.files.xml import CUT_SHORT, events, name_of
from etl.reader.model import Box, Cell, Kind, Refused, Sheet

MOST_CELLS = 1_500_000  # filled ones: what memory and nine seconds allow
MOST_MERGED = 20_000  # boxes: more are left unmerged


@dataclass(slots=True)
class Book:
    """What the sheets of a workbook share."""

    archive: zipfile.ZipFile
    strings: list[Cell | None]
    formats: list[str]
    from_1904: bool
    cells: int = field(default=0)


def read_sheet(book: Book, part: str, name: str, *, hidden: bool) -> Sheet:
    """Read one sheet; cells that are only formatted are left out."""
    sheet = Sheet(name=name, hidden=hidden)
    try:
        _read_parts(book, part, sheet)
    except (ValueError, OverflowError) as error:
        raise Refused("CORRUPT", CUT_SHORT, name) from error
    return sheet


def _read_parts(book: Book, part: str, sheet: Sheet) -> None:
    for _, element in events(book.archive, part):
        tag = name_of(element)
        if tag == "row":
            _row(book, sheet, element)
            element.clear()
        elif tag == "col" and _is_hidden(element, "width"):
            first, last = int(element.get("min", "1")), int(element.get("max", "0"))
            sheet.hidden_columns |= set(range(first, min(last, LIMIT_COLUMN) + 1))
        elif tag == "mergeCell" and len(sheet.merged) < MOST_MERGED:
            sheet.merged.append(_box(element.get("ref", "")))


def string_of(element: Element) -> tuple[str, bool]:
    """Join the runs of a text, leaving out raised marks; tell whether any was left out."""
    pieces, raised = [], False
    for child in element:
        tag = name_of(child)
        if tag == "t":
            pieces.append(child.text or "")
        elif tag == "r":
            text = "".join(item.text or "" for item in child if name_of(item) == "t")
            if _is_raised(child) and (pieces or text.strip().isdecimal()):
                raised = True
            else:
                pieces.append(text)
    return "".join(pieces), raised


def _is_raised(run: Element) -> bool:
    return any(name_of(item) == "vertAlign" and item.get("val") == "superscript" for item in run.iter())


def _is_hidden(element: Element, size: str) -> bool:
    return element.get("hidden") in ("1", "true") or element.get(size) in ("0", "0.0")


def _box(reference: str) -> Box:
    first, _, last = reference.partition(":")
    return (*place(first), *place(last or first))


def _row(book: Book, sheet: Sheet, element: Element) -> None:
    number = int(element.get("r") or max(sheet.rows, default=0) + 1)
    if not 1 <= number <= LIMIT_ROW:
        raise Refused("CORRUPT", CUT_SHORT)
    cells = dict(_cells(book, element))
    if cells:
        if number in sheet.rows:
            raise Refused("CORRUPT", f"The file holds row {number} twice.", sheet.name)
        sheet.rows[number] = cells
        book.cells += len(cells)
        if _is_hidden(element, "ht"):
            sheet.hidden_rows.add(number)
    if book.cells > MOST_CELLS:
        raise Refused("TOO_LARGE", "The workbook has more cells than can be read. Leave out what is not needed.")


def _cells(book: Book, row: Element) -> Iterator[tuple[int, Cell]]:
    column = 0
    for element in row:
        reference = element.get("r")
        column = column_number(reference.rstrip("0123456789")) if reference else column + 1
        if not 1 <= column <= LIMIT_COLUMN:
            raise Refused("CORRUPT", CUT_SHORT)
        if len(element) and (cell := _cell(book, element)):
            yield column, cell


def _cell(book: Book, element: Element) -> Cell | None:
    value, formula, inline = None, False, None
    for child in element:
        tag = name_of(child)
        if tag == "v":
            value = child.text
        elif tag == "f":
            formula = True
        elif tag == "is":
            inline = string_of(child)
    if inline is not None:
        return text_cell(inline[0], raised=inline[1])
    if value is None:
        return Cell(kind=Kind.NO_VALUE, text="a formula") if formula else None
    try:
        return _typed(book, element, value)
    except (ValueError, IndexError) as error:
        raise Refused("CORRUPT", CUT_SHORT) from error


def _typed(book: Book, element: Element, value: str) -> Cell | None:
    match element.get("t", "n"):
        case "s":
            return book.strings[abs(int(value))]
        case "str":
            return text_cell(value)
        case "b":
            return text_cell("TRUE" if value == "1" else "FALSE")
        case "e":
            return error_cell(value)
        case "d":
            day = datetime.fromisoformat(value.replace("Z", "")).date()
            return Cell(kind=Kind.DATE, text=day.strftime("%d/%m/%Y"), day=day)
        case _:
            style = int(element.get("s", "0"))
            code = book.formats[style] if 0 <= style < len(book.formats) else "General"
            return number_cell(float(value), code, from_1904=book.from_1904)
