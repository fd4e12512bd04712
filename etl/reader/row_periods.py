"""What the cells of a period column say."""

from dataclasses import replace

from etl.reader.columns import axis_of
from etl.reader.formats.looks import day_of
from etl.reader.headings import Column, year_of
from etl.reader.model import Cell, Kind
from etl.reader.period_parts import Part, last_day, month_part
from etl.reader.periods import parse_period
from etl.reader.tables import Table
from etl.reader.text import plain


def part_of(cell: Cell, column: Column) -> Part | None:
    """Read the cell of a period column; the heading tells which kind of year a bare one is."""
    part = _part_of(cell, column)
    heading = plain(" ".join(column.texts))
    if part and part.form == "year" and part.year:
        if heading.startswith(("calendar", "academic")):
            last = f"/{part.year % 100:02d}" if heading.startswith("academic") else ""
            return parse_period(f"academic year {part.year - 1}{last}" if last else f"calendar year {part.year}")
        if heading.startswith(("financial", "fiscal", "fin year", "fy")):
            return replace(part, form="bare_financial")
    return part


def _part_of(cell: Cell, column: Column) -> Part | None:
    if cell.day:
        form = month_part(cell.day.year, cell.day.month)
        return form if cell.month else Part("date", cell.day, cell.day, year=cell.day.year, month=cell.day.month)
    if cell.kind is Kind.NUMBER and cell.number is not None:
        day = day_of(cell.number) if 36_000 < cell.number < 55_000 else None
        return (
            Part("date", day, day, year=day.year, month=day.month)
            if day
            else year_of(cell) or _small(cell.number, column)
        )
    part = parse_period(cell.text)
    heading = plain(" ".join(column.texts))
    return (
        part
        or parse_period(f"{heading} {cell.text}")
        or (_small(float(cell.text), column) if cell.text.isdecimal() else None)
    )


def _small(number: float, column: Column) -> Part | None:
    """Read a bare 1 to 4 under "Quarter"."""
    heading = plain(" ".join(column.texts))
    if ("quarter" in heading or "qtr" in heading) and number in (1, 2, 3, 4):
        return Part("quarter_name", quarter=int(number))
    return None


def _is_among_months(dates: set[Part], said: set[Part]) -> bool:
    """Tell the first or last days of months that stand among more months written as such."""
    months = [part for part in said if part.form == "month"]
    ends = [part.end for part in dates if part.end]
    return len(months) > max(1, len(dates)) and all(
        end.day == 1 or end == last_day(end.year, end.month) for end in ends
    )


def date_columns(table: Table, columns: list[Column]) -> dict[int, dict[Part, Part]]:
    """Decide for each period column whether its dates are months."""
    found = {}
    for column in columns:
        if column.role == "period":
            cells = [cell for number in table.rows if (cell := table.grid.at(number, column.number))]
            said = {part for cell in cells if (part := part_of(cell, column))}
            parts = {part for part in said if part.form == "date"}
            named = "month" in plain(" ".join(column.texts)) or _is_among_months(parts, said)
            months = {part: month_part(part.end.year, part.end.month) for part in parts if part.end}
            found[column.number] = months if named else axis_of(list(parts))
    return found
