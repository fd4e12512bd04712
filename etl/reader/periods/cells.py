"""What one cell of a period column says."""

from dataclasses import replace

from etl.reader.cells.looks import lost_day
from etl.reader.model import Cell, Kind
from etl.reader.periods.parse import parse_period
from etl.reader.periods.parts import Part, date_part, month_part

BEGUN = ("year beginning", "year starting", "year commencing", "year from", "financial year beginning")


def year_of(cell: Cell) -> Part | None:
    """Read a number as a bare year, or as two years of four and two figures."""
    number = cell.number or 0.0
    if cell.percent or cell.money or number != int(number):
        return None
    return parse_period(str(int(number))) if 1990 <= number <= 2050 or 199000 < number < 205100 else None


def part_of(cell: Cell, heading: str) -> Part | None:
    """Read the cell of a period column; the heading, folded, tells which kind of year a bare one is."""
    part = _part_of(cell, heading)
    if part is None or part.form != "year" or not part.year:
        return part
    if heading.startswith("calendar"):
        return parse_period(f"calendar year {part.year}")
    if heading.startswith(BEGUN):
        return replace(part, form="begun")
    if heading.startswith("academic"):
        return parse_period(f"academic year {part.year - 1}/{part.year % 100:02d}")
    if heading.startswith(("financial", "fiscal", "fin year", "fy")):
        return replace(part, form="bare_financial")
    return part


def _part_of(cell: Cell, heading: str) -> Part | None:
    if cell.day:
        return month_part(cell.day.year, cell.day.month) if cell.month else date_part(cell.day)
    if cell.kind is Kind.NUMBER and cell.number is not None:
        day = lost_day(cell.number)
        return date_part(day) if day else year_of(cell) or _small(cell.number, heading)
    part = parse_period(cell.text) or parse_period(f"{heading} {cell.text}")
    return part or (_small(float(cell.text), heading) if cell.text.isdecimal() else None)


def _small(number: float, heading: str) -> Part | None:
    """Read a bare 1 to 4 under "Quarter"."""
    if ("quarter" in heading or "qtr" in heading) and number in (1, 2, 3, 4):
        return Part("quarter_name", quarter=int(number))
    return None
