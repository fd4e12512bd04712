"""The template for own figures: a row per year and authority, units in the headings, blank or filled."""

from collections.abc import Mapping, Sequence
from datetime import date

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from data.catalogue import Indicator, indicators
from data.kinds import Topic, Unit
from data.spreadsheet import Book, Cell, Looks
from pages.charts.theme import STATUS_SYMBOLS

VERSION = "1"
LOOKS: Looks = {
    "title": {"font_size": 14, "bold": True, "text_wrap": True, "valign": "top"},
    "words": {"text_wrap": True, "valign": "top"},
    "head": {"bold": True, "bg_color": "#DCEBF7", "text_wrap": True, "valign": "top"},
    "plain": {},
    "code": {"num_format": "@"},
    "day": {"num_format": "dd/mm/yyyy"},
}
COLUMNS = {1: "code", 2: "day"}  # the looks of the columns that are not plain, counted from 0
HEADS = ("Local authority", "Code", "Year ending")
UNITS = {Unit.PER_CENT: "%, 0 to 100", Unit.FTE: "full-time equivalent", Unit.POUNDS: "pounds"}
SHEETS = {"Workforce": (9, 30), "Children": (3, 31)}  # the day that the figures of a sheet are of
SPARE = 30  # rows with validation below the last that is filled
HOW = (
    "Fill in one row per authority and year. Leave a cell empty where you have no figure.",
    "The sheet Workforce is for 30 September (counts on that day, or over the year to it); the sheet Children is for "
    "31 March. For another date, write that date: the figure is then shown at its own date, never beside the published "
    "one as if equal.",
    "Percentages are written as 12.4, not as 0.124. The unit stands in each heading.",
    "Where there is a reason why no figure is given, write its symbol: see the sheet Allowed values.",
    "Totals for authorities only. Never write anything about a child, a family or a member of staff.",
    "Keep the headings, with the ids in square brackets. Columns you do not need may be deleted.",
    "Save the file and upload it on the page Use your own figures. It is read for your session only and not kept.",
)


def template(name: str, code: str, years: Sequence[int], figures: Mapping[tuple[str, date], Cell]) -> bytes:
    """Write the template.

    Parameters
    ----------
    name, code
        Of the authority whose rows are there.
    years
        For each of them a row: the years of the reference dates.
    figures
        What to fill in, by indicator and reference date: a number, or the symbol of a gap. Empty for a blank one.

    Returns
    -------
    bytes
        An XLSX file: How to fill in, Workforce, Children, Allowed values. It is read by the page that offers it as it
        is, and what comes out of that page can be uploaded again unchanged.
    """
    book = Book(f"Own figures of {name}: template, version {VERSION}", LOOKS)
    _lines(book, "How to fill in", [f"Own figures: template, version {VERSION}", *HOW])
    wanted = [each for each in indicators().values() if each.topic is not Topic.CONTEXT]
    for title, (month, day) in SHEETS.items():
        offered = [each for each in wanted if each.year_end == (month, day)]
        ends = [date(year, month, day) for year in years]
        cells = [[name, code, end, *(figures.get((each.id, end)) for each in offered)] for end in ends]
        _sheet(book, title, offered, cells)
    _allowed(book, wanted)
    return book.finished()


def heading(indicator: Indicator) -> str:
    """Write a heading with its unit and id."""
    return f"{indicator.title} ({UNITS.get(indicator.unit, indicator.unit)}) [{indicator.id}]"


def _sheet(book: Book, title: str, offered: Sequence[Indicator], rows: Sequence[Sequence[Cell]]) -> None:
    page = book.sheet(title)
    for column, text in enumerate([*HEADS, *map(heading, offered)]):
        book.write(page, 0, column, text, "head")
        page.set_column(column, column, 26 if column == 0 else 17)
    for number, values in enumerate(rows, 1):
        for column, value in enumerate(values):
            book.write(page, number, column, value, COLUMNS.get(column, "plain"))
    page.freeze_panes(1, len(HEADS))
    _rules(page, offered, len(rows) + SPARE)


def _rules(page: Worksheet, offered: Sequence[Indicator], last: int) -> None:
    """Let Excel itself refuse what the reader would."""
    for column, each in enumerate(offered, len(HEADS)):
        page.data_validation(1, column, last, column, _rule(each, f"{xl_col_to_name(column)}2"))
    page.data_validation(1, 2, last, 2, {
        "validate": "date", "criteria": ">", "value": date(2000, 1, 1), "ignore_blank": True,
        "error_message": "Write the last day of the year as a date, as 30/09/2025.",
    })  # fmt: skip


def _rule(indicator: Indicator, cell: str) -> dict[str, object]:
    """Allow a number within its range, or the symbol of a gap."""
    most = "100" if indicator.unit is Unit.PER_CENT else "1E+12"
    symbols = "".join(f',{cell}="{symbol}"' for symbol in STATUS_SYMBOLS.values())
    return {
        "validate": "custom", "value": f"=OR(AND(ISNUMBER({cell}),{cell}>=0,{cell}<={most}){symbols})",
        "ignore_blank": True,
        "error_message": f"Write a number ({UNITS.get(indicator.unit, indicator.unit)}) or one of c, u, x, z, low.",
    }  # fmt: skip


def _lines(book: Book, title: str, lines: Sequence[str]) -> None:
    page = book.sheet(title)
    page.set_column(0, 0, 100)
    for row, line in enumerate(lines):
        book.write(page, row, 0, line, "title" if row == 0 else "words")


def _allowed(book: Book, offered: Sequence[Indicator]) -> None:
    """Say what each column may hold."""
    symbols = {
        "suppressed": "hidden to protect people", "unreliable": "not reliable enough to give",
        "not_available": "not available", "not_applicable": "does not apply", "rounds_to_zero": "rounds to 0",
    }  # fmt: skip
    rows = [("Column", "Allowed"), ("Any figure, where there is none", "")]
    rows += [(f"  {STATUS_SYMBOLS[status]}", words) for status, words in symbols.items()]
    rows += [(each.title, UNITS.get(each.unit, each.unit)) for each in offered]
    page = book.sheet("Allowed values")
    for row, (left, right) in enumerate(rows):
        for column, text in enumerate((left, right)):
            book.write(page, row, column, text, "head" if row == 0 else "plain")
    page.set_column(0, 0, 50)
    page.set_column(1, 1, 40)
