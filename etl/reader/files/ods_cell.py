"""One cell of an .ods workbook, of its element."""

from collections.abc import Collection
from datetime import datetime
from xml.etree.ElementTree import Element

from etl.reader.cells.looks import error_cell, number_cell, plain_number, text_cell
from etl.reader.files.xml import CUT_SHORT, name_of
from etl.reader.model import Cell, Kind, Refused

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
OFFICE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}"
PARAGRAPH = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}p"
VALUE_TYPE, VALUE, DATE_VALUE = OFFICE + "value-type", OFFICE + "value", OFFICE + "date-value"
FORMULA = TABLE + "formula"
ERRORS = ("#DIV/0!", "#REF!", "#N/A", "#VALUE!", "#NAME?", "#NULL!", "#NUM!", "Err:")
CODES = {"percentage": "0%", "currency": "£0"}
SPACES = ("s", "line-break", "tab")


def cell_of(element: Element, raised: Collection[str]) -> Cell | None:
    """Read one cell; nothing of an empty one.

    Parameters
    ----------
    element
        A table-cell.
    raised
        The names of the styles that raise text.
    """
    kind = element.get(VALUE_TYPE)
    if kind is None and not len(element):  # most cells of a formatted sheet
        return _formula(element)
    text, marked = _text(element, raised)
    if text.strip().startswith(ERRORS):
        return error_cell(text.strip())
    if kind in ("float", "percentage", "currency") and (value := element.get(VALUE)) is not None:
        return _number(kind, float(value), text.strip())
    if kind == "date" and (written := element.get(DATE_VALUE)):
        return _day(written, text.strip())
    return (_formula(element) if kind is None else None) or text_cell(text, raised=marked)


def _formula(element: Element) -> Cell | None:
    return Cell(kind=Kind.NO_VALUE, text="a formula") if element.get(FORMULA) else None


def _number(kind: str, number: float, text: str) -> Cell:
    if kind == "float":
        return number_cell(number)
    return number_cell(number, CODES[kind], text=text or plain_number(number))


def _day(written: str, text: str) -> Cell:
    day = datetime.fromisoformat(written[:10]).date()
    return Cell(kind=Kind.DATE, text=text or day.strftime("%d/%m/%Y"), day=day, month=_is_month(text))


def _is_month(text: str) -> bool:
    return any(letter.isalpha() for letter in text) and len(text.replace("-", " ").split()) == 2


def _text(element: Element, raised: Collection[str]) -> tuple[str, bool]:
    """Join the paragraphs of a cell, leaving out raised marks and comments; tell whether any mark was left out."""
    if len(element) == 1 and element[0].tag == PARAGRAPH and not len(element[0]):  # nearly every cell
        return element[0].text or "", False
    pieces: list[str] = []
    found = False
    for paragraph in element.findall(PARAGRAPH):
        found |= _add_paragraph(pieces, paragraph, raised)
    return "".join(pieces), found


def _add_paragraph(pieces: list[str], paragraph: Element, raised: Collection[str]) -> bool:
    found = False
    pieces.append(paragraph.text or "")
    for item in paragraph:
        style = next((value for key, value in item.attrib.items() if key.endswith("style-name")), "")
        if style in raised and "".join(pieces).strip():
            found = True
        else:
            pieces.append(" " if name_of(item) in SPACES else "".join(item.itertext()))
        pieces.append(item.tail or "")
    pieces.append(" ")
    return found


def repeated(element: Element, name: str, limit: int) -> int:
    """Read how often something is repeated, within a bound; once where nothing is said.

    Raises
    ------
    Refused
        CORRUPT where it is no number.
    """
    text = element.get(name)
    if text is None:
        return 1
    if not text.isdecimal():
        raise Refused("CORRUPT", CUT_SHORT)
    return max(1, min(int(text), limit))
