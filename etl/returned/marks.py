"""The cells of a file written again at their places, coloured and commented upon where there is a problem."""

from collections.abc import Iterable, Sequence

from openpyxl import Workbook as Book
from openpyxl.cell import Cell as Square
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.utils.cell import coordinate_from_string
from openpyxl.worksheet.worksheet import Worksheet

from etl.reader.model import Cell, Kind, Sheet, Workbook

Found = Sequence[Sequence[str | None]]  # sheet, cell, severity, message of each problem
FILLS = {"must": "F6C6C0", "check": "FFE8A3", "fixed": "DCEBF7"}
WORDS = {"must": "must be corrected", "check": "to be checked", "fixed": "put right or left out"}
ORDER = list(FILLS)
FORMULA = ("=", "+", "-", "@", "\t")
MOST_ROWS = 20_000


def marked(workbook: Workbook, issues: Found) -> Book:
    """Write a workbook with the problems marked.

    Parameters
    ----------
    workbook
        The file as its format describes it.
    issues
        Sheet, cell, severity and message of each problem.

    Returns
    -------
    Workbook
        Sheets in their order; hidden sheets, rows and columns stay hidden.
    """
    book = Book()
    book.remove(book.active)
    for number, sheet in enumerate(workbook.sheets, 1):
        page = book.create_sheet(_name(sheet.name or f"Sheet {number}", book))
        _fill(page, sheet)
        _mark(page, [issue for issue in issues if issue[0] == sheet.name and issue[1]], sheet)
        if sheet.hidden:
            page.sheet_state = "hidden"
    _list(book.create_sheet(_name("Problems found", book)), issues)
    book.active = len(book.sheetnames) - 1
    return book


def _name(name: str, book: Book) -> str:
    plain = "".join(" " if letter in "[]:*?/\\" else letter for letter in name)[:31]
    return plain if plain and plain not in book.sheetnames else f"{plain[:28]} {len(book.sheetnames)}"


def _fill(page: Worksheet, sheet: Sheet) -> None:
    for row in sorted(sheet.rows)[:MOST_ROWS]:
        for column, cell in sheet.rows[row].items():
            _write(page.cell(row, column), cell)
    for row in sheet.hidden_rows:
        if row in sheet.rows:
            page.row_dimensions[row].hidden = True
    for column in sheet.hidden_columns:
        page.column_dimensions[get_column_letter(column)].hidden = True


def _write(square: Square, cell: Cell) -> None:
    if cell.kind is Kind.NUMBER and cell.number is not None:
        square.value = cell.number
        square.number_format = "0.0%" if cell.percent else "General"
    elif cell.kind is Kind.DATE and cell.day is not None:
        square.value = cell.day
        square.number_format = "mmm yyyy" if cell.month else "dd/mm/yyyy"
    else:
        _text(square, cell.text)


def _text(square: Square, text: str) -> None:
    """Write text as text, whatever it begins with."""
    square.value = ILLEGAL_CHARACTERS_RE.sub("", text)[:32_000] or None
    if square.value is not None:
        square.data_type = "s"
        square.quotePrefix = text.startswith(FORMULA)


def _mark(page: Worksheet, issues: Found, sheet: Sheet) -> None:
    """Colour the cells with a problem, and say in two columns more what it is, row by row."""
    if not issues:
        return
    last = max((max(cells, default=0) for cells in sheet.rows.values()), default=0) + 1
    by_row: dict[int, list[Sequence[str | None]]] = {}
    for issue in issues:
        by_row.setdefault(coordinate_from_string(str(issue[1]))[1], []).append(issue)
        page[str(issue[1])].fill = PatternFill("solid", fgColor=FILLS[str(issue[2])])
    heading = max(min(by_row) - 1, 1)
    columns = [(last, "Result"), (last + 1, "Errors")]
    for column, word in columns:
        if heading not in by_row:
            page.cell(heading, column, word).font = Font(bold=True)
        page.column_dimensions[get_column_letter(column)].width = 24 if word == "Result" else 70
    for row, found in by_row.items():
        _text(page.cell(row, last), _result(found))
        _text(page.cell(row, last + 1), ";\n".join(str(issue[3]) for issue in found))
        page.cell(row, last + 1).alignment = Alignment(wrap_text=True, vertical="top")


def _result(found: Iterable[Sequence[str | None]]) -> str:
    levels = [str(issue[2]) for issue in found]
    return "; ".join(f"{levels.count(level)} {WORDS[level]}" for level in ORDER if level in levels)


def _list(page: Worksheet, issues: Found) -> None:
    """List every problem on a sheet of its own, the gravest first."""
    for column, (word, width) in enumerate((("Level", 24), ("Sheet", 24), ("Cell", 10), ("What", 100)), 1):
        page.cell(1, column, word).font = Font(bold=True)
        page.column_dimensions[get_column_letter(column)].width = width
    for row, (sheet, cell, level, message) in enumerate(sorted(issues, key=lambda i: ORDER.index(str(i[2]))), 2):
        for column, text in enumerate((WORDS[str(level)], sheet or "", cell or "", message or ""), 1):
            _text(page.cell(row, column), text)
        page.cell(row, 4).alignment = Alignment(wrap_text=True, vertical="top")
