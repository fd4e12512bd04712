"""The cells of a file written again at their places, coloured and commented upon where there is a problem."""

from collections.abc import Iterable, Mapping, Sequence

from xlsxwriter.utility import xl_cell_to_rowcol
from xlsxwriter.worksheet import Worksheet

from data.spreadsheet import Book, Looks
from etl.reader.model import Cell, Kind, Sheet, Workbook

Issue = Sequence[str | None]  # sheet, cell, severity, message of a problem
FILLS = {"must": "#F6C6C0", "check": "#FFE8A3", "fixed": "#DCEBF7"}
WORDS = {"must": "must be corrected", "check": "to be checked", "fixed": "put right or left out"}
ORDER = list(FILLS)
NUMBERS = {"plain": "General", "percent": "0.0%", "day": "dd/mm/yyyy", "month": "mmm yyyy"}
LOOKS: Looks = {
    "bold": {"bold": True},
    "wrapped": {"text_wrap": True, "valign": "top"},
    **{kind: {"num_format": form} for kind, form in NUMBERS.items()},
    **{
        f"{kind} {level}": {"num_format": form, "bg_color": fill}
        for kind, form in NUMBERS.items()
        for level, fill in FILLS.items()
    },
}
MOST_ROWS = 20_000  # of a sheet: more than any return has, and few enough for the seconds that the process is given
LONGEST_NAME = 31  # letters of a sheet's name, as Excel has it
LIST = (("Level", 24), ("Sheet", 24), ("Cell", 10), ("What", 100))  # columns, and how wide: letters


def marked(workbook: Workbook, issues: Sequence[Issue]) -> bytes:
    """Write a workbook with the problems marked.

    Parameters
    ----------
    workbook
        The file as its format describes it.
    issues
        Sheet, cell, severity and message of each problem.

    Returns
    -------
    bytes
        An XLSX file: sheets in their order; hidden sheets, rows and columns stay hidden.
    """
    book, used = Book("Your file with the problems marked", LOOKS), {"history"}  # Excel keeps that name for itself
    for number, sheet in enumerate(workbook.sheets, 1):
        page = book.sheet(_name(sheet.name or f"Sheet {number}", used))
        found = [issue for issue in issues if issue[0] == sheet.name and issue[1]]
        _fill(book, page, sheet, {xl_cell_to_rowcol(str(cell)): str(level) for _, cell, level, _ in found})
        _mark(book, page, found, sheet)
        if sheet.hidden:
            page.hide()
    last = book.sheet(_name("Problems found", used))
    _list(book, last, issues)
    last.activate()
    return book.finished()


def _name(name: str, used: set[str]) -> str:
    """Name a sheet as Excel allows, unlike every other."""
    plain = "".join(" " if letter in "[]:*?/\\" else letter for letter in name)[:LONGEST_NAME].strip("'") or "Sheet"
    free, number = plain, len(used)
    while free.lower() in used:
        free, number = f"{plain[:24]} {number}", number + 1
    used.add(free.lower())
    return free


def _fill(book: Book, page: Worksheet, sheet: Sheet, levels: Mapping[tuple[int, int], str]) -> None:
    for place, level in levels.items():
        book.write(page, *place, None, f"plain {level}")
    for row in sorted(sheet.rows)[:MOST_ROWS]:
        for column, cell in sheet.rows[row].items():
            _write(book, page, (row - 1, column - 1), cell, levels.get((row - 1, column - 1), ""))
    for row in sheet.hidden_rows & set(sheet.rows):
        page.set_row(row - 1, None, None, {"hidden": True})
    for column in sheet.hidden_columns:
        page.set_column(column - 1, column - 1, None, None, {"hidden": True})


def _write(book: Book, page: Worksheet, place: tuple[int, int], cell: Cell, level: str) -> None:
    if cell.kind is Kind.NUMBER and cell.number is not None:
        book.write(page, *place, cell.number, f"{'percent' if cell.percent else 'plain'} {level}".strip())
    elif cell.kind is Kind.DATE and cell.day is not None:
        book.write(page, *place, cell.day, f"{'month' if cell.month else 'day'} {level}".strip())
    else:
        book.write(page, *place, cell.text, f"plain {level}".strip())


def _mark(book: Book, page: Worksheet, issues: Sequence[Issue], sheet: Sheet) -> None:
    """Say in two columns more, row by row, what the problem is."""
    if not issues:
        return
    last = max((max(cells, default=0) for cells in sheet.rows.values()), default=0)
    by_row: dict[int, list[Issue]] = {}
    for issue in issues:
        by_row.setdefault(xl_cell_to_rowcol(str(issue[1]))[0], []).append(issue)
    heading = max(min(by_row) - 1, 0)
    for column, (word, width) in enumerate((("Result", 24), ("Errors", 70)), last):
        page.set_column(column, column, width)
        if heading not in by_row:
            book.write(page, heading, column, word, "bold")
    for row, found in by_row.items():
        book.write(page, row, last, _result(found), "plain")
        book.write(page, row, last + 1, ";\n".join(str(issue[3]) for issue in found), "wrapped")


def _result(found: Iterable[Issue]) -> str:
    levels = [str(issue[2]) for issue in found]
    return "; ".join(f"{levels.count(level)} {WORDS[level]}" for level in ORDER if level in levels)


def _list(book: Book, page: Worksheet, issues: Sequence[Issue]) -> None:
    """List every problem on a sheet of its own, the gravest first."""
    for column, (word, width) in enumerate(LIST):
        page.set_column(column, column, width)
        book.write(page, 0, column, word, "bold")
    for row, (sheet, cell, level, message) in enumerate(sorted(issues, key=lambda i: ORDER.index(str(i[2]))), 1):
        for column, text in enumerate((WORDS[str(level)], sheet, cell, message)):
            book.write(page, row, column, text, "wrapped" if column == 3 else "plain")
