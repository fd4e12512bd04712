"""How we write spreadsheets: what no cell may hold, what none may run, and a workbook that never touches the disk."""

import io
import math
import re
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

Cell = str | int | float | bool | date | None
Looks = Mapping[str, Mapping[str, Any]]

# What a spreadsheet would take for a formula at the beginning of a cell, wide characters too. The one list: CSV,
# downloads, templates, packs and marked copies are all guarded by it.
DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")
LONGEST = 32_767  # characters in a cell: Excel calls a file with more damaged
EARLIEST = date(1900, 3, 1)  # before it Excel counts a day that never was
# What XML 1.0 has no way to hold.
ILLEGAL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


def dangerous(text: str) -> bool:
    """Tell whether a spreadsheet would take a text for a formula."""
    return text.startswith(DANGEROUS)


def defused(text: str) -> str:
    """Write an apostrophe before a text that a spreadsheet would take for a formula: for files that are bare text."""
    return f"'{text}" if dangerous(text) else text


def fitted(text: str) -> str:
    """Leave out of a text what no cell of a workbook can hold."""
    return ILLEGAL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))[:LONGEST]


class Book:
    """A workbook in memory, whose cells hold what they are given: text is never a formula, a number or a link.

    Parameters
    ----------
    title
        Of the document.
    looks
        The looks of cells, by name, as XlsxWriter's formats.
    font, size
        Of every cell that does not say otherwise.
    properties
        Other properties of the document, as author and subject.
    """

    def __init__(self, title: str, looks: Looks, *, font: str = "Arial", size: int = 11, **properties: str) -> None:
        self._bytes = io.BytesIO()
        self._book = Workbook(
            self._bytes,
            {
                "in_memory": True,  # else each part is a temporary file, which a visitor's figures may not be
                "strings_to_formulas": False,
                "strings_to_numbers": False,
                "strings_to_urls": False,
                "default_format_properties": {"font_name": font, "font_size": size},
            },
        )
        self._book.set_properties({"title": title, **properties})
        self._book.set_custom_property("Language", "en-GB")
        base = {"font_name": font, "font_size": size}
        # A text that looks like a formula has the same look, and the mark with which Excel shows it as text.
        self._looks = {
            (name, quoted): self._book.add_format({**base, **look, "quote_prefix": quoted})
            for name, look in looks.items()
            for quoted in (False, True)
        }

    def sheet(self, name: str) -> Worksheet:
        """Add a sheet at the end."""
        return self._book.add_worksheet(name)

    def look(self, name: str) -> Any:
        """Return a look of cells, made once for each workbook."""
        return self._looks[name, False]

    def write(self, page: Worksheet, row: int, column: int, value: Cell, look: str) -> None:
        """Write one cell, rows and columns counted from 0.

        Numbers are numbers and dates are dates. What is missing leaves its cell empty; so does an empty text.
        """
        if value is None or value == "":
            page.write_blank(row, column, None, self._looks[look, False])
        elif isinstance(value, str):
            self._text(page, row, column, fitted(value), self._looks[look, dangerous(value)])
        elif isinstance(value, bool):
            page.write_boolean(row, column, value, self._looks[look, False])
        elif isinstance(value, date):
            self._day(page, row, column, value, look)
        elif math.isfinite(value):
            page.write_number(row, column, value, self._looks[look, False])
        else:
            page.write_string(row, column, str(value), self._looks[look, False])

    def _day(self, page: Worksheet, row: int, column: int, value: date, look: str) -> None:
        if (value.date() if isinstance(value, datetime) else value) < EARLIEST:
            page.write_string(row, column, value.isoformat(), self._looks[look, False])
        else:
            page.write_datetime(row, column, value, self._looks[look, False])

    @staticmethod
    def _text(page: Worksheet, row: int, column: int, text: str, look: Any) -> None:
        if text.startswith("<r>") and text.endswith("</r>"):  # XlsxWriter takes it for markup of its own
            page.write_rich_string(row, column, text[:1], text[1:2], text[2:], look)
        else:
            page.write_string(row, column, text, look)

    def finished(self) -> bytes:
        """Return the workbook as the bytes of an XLSX file."""
        self._book.close()
        return self._bytes.getvalue()


def widths(head: Sequence[str], rows: Sequence[Sequence[Cell]], *, spare: int, most: int) -> list[int]:
    """Return how many letters wide each column is: as its longest cell, and `spare` more, but never over `most`."""
    columns = zip(head, *rows, strict=True)
    return [min(max(len(str("" if cell is None else cell)) for cell in column) + spare, most) for column in columns]
