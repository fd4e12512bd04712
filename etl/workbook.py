"""Sheets of the publishers' spreadsheets as rows of text."""

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import TypeAlias

from python_calamine import CalamineError, CalamineWorkbook

from etl.errors import ColumnsChanged, SheetMissing, TruncatedFile

Row: TypeAlias = tuple[int, tuple[str, ...]]


def sheet_rows(path: Path, sheet: str) -> Iterator[Row]:
    """Read every row of one sheet, the empty ones too.

    Parameters
    ----------
    path
        An .ods or .xlsx file as published.
    sheet
        The sheet's name, exactly as on its tab.

    Returns
    -------
    Iterator of (int, tuple of str)
        The row number as a spreadsheet program shows it, from 1, and the cells as text: dates in ISO
        form, whole numbers without a decimal point, white space collapsed, empty cells ''.

    Raises
    ------
    SheetMissing
        If the workbook has no such sheet.
    TruncatedFile
        If the file is no whole workbook.
    """
    try:
        workbook = CalamineWorkbook.from_path(path)
    except CalamineError as error:
        raise TruncatedFile(f"{path.name}: {error}; fetch the file again") from error
    if sheet not in workbook.sheet_names:
        raise SheetMissing(
            f"{path.name}: no sheet {sheet!r}, only {', '.join(workbook.sheet_names)}: "
            "correct `sheet` in data/sources.toml."
        )
    rows = workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    return ((number, tuple(map(_text, row))) for number, row in enumerate(rows, start=1))


def sheet_tables(path: Path, sheet: str, *, first_header: str, count: int = 1) -> list[list[Row]]:
    """Read the tables of one sheet, leaving out the titles and notes around them.

    Parameters
    ----------
    path, sheet
        As in `sheet_rows`.
    first_header
        The text in column A that only a header row has.
    count
        How many tables the sheet has.

    Returns
    -------
    list of list of (int, tuple of str)
        The tables in the order of the sheet. Each begins with its header row and ends before the first
        empty row.

    Raises
    ------
    SheetMissing
        If the workbook has no such sheet.
    ColumnsChanged
        If the sheet has more or fewer tables, or a row of several cells stands outside them.
    """
    tables: list[list[Row]] = []
    inside = False
    for number, cells in sheet_rows(path, sheet):
        if cells[:1] == (first_header,):
            tables.append([])
            inside = True
        inside = inside and any(cells)
        if inside:
            tables[-1].append((number, cells))
        elif sum(map(bool, cells)) > 1:
            raise ColumnsChanged(
                f"{path.name}, sheet {sheet}, row {number}: not a note, but outside the tables whose header "
                f"begins with {first_header!r}: correct the source's read.py."
            )
    if len(tables) != count:
        raise ColumnsChanged(
            f"{path.name}, sheet {sheet}: {len(tables)} header rows begin with {first_header!r}, "
            f"not {count}: compare the sheet with the edition before and correct the source's read.py."
        )
    return tables


def _text(cell: object) -> str:
    match cell:
        case datetime() if cell.time() == time():
            return cell.date().isoformat()
        case datetime() | date() | time():
            return cell.isoformat()
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return " ".join(str(cell).split())
