"""The template for own figures: a row per year and authority, units in the headings, blank or filled. No Streamlit."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import Cell as Square
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from data.catalogue import Indicator, indicators
from pages.charts.theme import STATUS_SYMBOLS
from pages.shared.read import saved

VERSION = "1"
HEADS = ("Local authority", "Code", "Year ending")
UNITS = {"%": "%, 0 to 100", "number": "number", "FTE": "full-time equivalent", "£": "pounds"}
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


def template(name: str, code: str, years: Sequence[int], figures: Mapping[tuple[str, date], Any]) -> bytes:
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
    book = Workbook()
    book.properties.title = f"Own figures of {name}: template, version {VERSION}"
    book.properties.version = VERSION
    _lines(book.active, "How to fill in", [f"Own figures: template, version {VERSION}", *HOW])
    wanted = [each for each in indicators().values() if each.topic != "context"]
    for title, (month, day) in SHEETS.items():
        offered = [each for each in wanted if each.year_end == (month, day)]
        ends = [date(year, month, day) for year in years]
        cells = [[name, code, end, *(figures.get((each.id, end)) for each in offered)] for end in ends]
        _sheet(book.create_sheet(title), offered, cells)
    _allowed(book.create_sheet("Allowed values"), wanted)
    return saved(book)


def heading(indicator: Indicator) -> str:
    """Write a heading with its unit and id."""
    return f"{indicator.title} ({UNITS.get(indicator.unit, indicator.unit)}) [{indicator.id}]"


def _sheet(page: Worksheet, offered: Sequence[Indicator], rows: Sequence[Sequence[Any]]) -> None:
    for column, text in enumerate([*HEADS, *map(heading, offered)], 1):
        _head(page.cell(1, column, text))
        page.column_dimensions[get_column_letter(column)].width = 26 if column == 1 else 17
    for number, values in enumerate(rows, 2):
        for column, value in enumerate(values, 1):
            square = page.cell(number, column, value)
            square.number_format = {2: "@", 3: "dd/mm/yyyy"}.get(column, "General")
    page.freeze_panes = "D2"
    last = len(rows) + 1 + SPARE
    for column, each in enumerate(offered, len(HEADS) + 1):
        page.add_data_validation(_rule(each, get_column_letter(column), last))
    dates = DataValidation(type="date", operator="greaterThan", formula1="DATE(2000,1,1)", allow_blank=True,
                           error="Write the last day of the year as a date, as 30/09/2025.")  # fmt: skip
    dates.add(f"C2:C{last}")
    page.add_data_validation(dates)


def _rule(indicator: Indicator, column: str, last: int) -> DataValidation:
    """Allow a number within its range, or the symbol of a gap."""
    most = "100" if indicator.unit == "%" else "1E+12"
    cell = f"{column}2"
    symbols = "".join(f',{cell}="{symbol}"' for symbol in STATUS_SYMBOLS.values())
    rule = DataValidation(
        type="custom", formula1=f"=OR(AND(ISNUMBER({cell}),{cell}>=0,{cell}<={most}){symbols})", allow_blank=True,
        error=f"Write a number ({UNITS.get(indicator.unit, indicator.unit)}) or one of c, u, x, z, low.",
    )  # fmt: skip
    rule.add(f"{column}2:{column}{last}")
    return rule


def _lines(page: Worksheet, title: str, lines: Sequence[str]) -> None:
    page.title = title
    page.column_dimensions["A"].width = 100
    for row, line in enumerate(lines, 1):
        square = page.cell(row, 1, line)
        square.font = Font(size=14 if row == 1 else 11, bold=row == 1)
        square.alignment = Alignment(wrap_text=True, vertical="top")


def _allowed(page: Worksheet, offered: Sequence[Indicator]) -> None:
    """Say what each column may hold."""
    symbols = {
        "suppressed": "hidden to protect people", "unreliable": "not reliable enough to give",
        "not_available": "not available", "not_applicable": "does not apply", "rounds_to_zero": "rounds to 0",
    }  # fmt: skip
    rows = [("Column", "Allowed"), ("Any figure, where there is none", "")]
    rows += [(f"  {STATUS_SYMBOLS[status]}", words) for status, words in symbols.items()]
    rows += [(each.title, UNITS.get(each.unit, each.unit)) for each in offered]
    for row, (left, right) in enumerate(rows, 1):
        page.cell(row, 1, left)
        page.cell(row, 2, right)
    for square in page[1]:
        _head(square)
    page.column_dimensions["A"].width, page.column_dimensions["B"].width = 50, 40


def _head(square: Square) -> None:
    square.font = Font(bold=True)
    square.fill = PatternFill("solid", fgColor="DCEBF7")
    square.alignment = Alignment(wrap_text=True, vertical="top")
