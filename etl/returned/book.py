"""Saving a workbook in memory: openpyxl itself writes every sheet to a temporary file, which a visitor's may not be."""

import io
from zipfile import ZIP_DEFLATED, ZipFile

from openpyxl import Workbook
from openpyxl.drawing.spreadsheet_drawing import SpreadsheetDrawing
from openpyxl.worksheet._writer import WorksheetWriter
from openpyxl.worksheet.worksheet import Worksheet
from openpyxl.writer.excel import ExcelWriter


class _InMemory(ExcelWriter):  # type: ignore[misc]
    """As its parent, but a sheet goes from memory into the archive."""

    def write_worksheet(self, ws: Worksheet) -> None:
        """Write one sheet."""
        ws._drawing = SpreadsheetDrawing()
        ws._drawing.charts, ws._drawing.images = ws._charts, ws._images
        page = io.BytesIO()
        writer = WorksheetWriter(ws, out=page)
        writer.write()
        ws._rels = writer._rels
        self._archive.writestr(ws.path[1:], page.getvalue())
        self.manifest.append(ws)


def saved(book: Workbook) -> bytes:
    """Return a workbook as the bytes of an XLSX file; nothing touches the disk."""
    packed = io.BytesIO()
    _InMemory(book, ZipFile(packed, "w", ZIP_DEFLATED, allowZip64=True)).save()
    return packed.getvalue()
