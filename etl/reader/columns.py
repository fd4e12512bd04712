"""The columns of a table: from their headings first, from what stands in them where the headings are silent."""

from collections.abc import Iterator
from dataclasses import replace

from etl.reader.column_content import SAMPLE, complete, keep_one_authority, read_content
from etl.reader.formats.looks import day_of
from etl.reader.headings import Column, Heading, read_heading
from etl.reader.model import Cell, Kind
from etl.reader.period_parts import Part, last_day, month_part
from etl.reader.tables import Table


def read_columns(table: Table) -> list[Column]:
    """Say of each column of a table what it is for.

    Returns
    -------
    list of Column
        From left to right. Roles: authority, code, period, measure, level, identifier, unit, text, ignored and
        value; a value column has what its headings say of measure, period and authority.
    """
    numbers = sorted(
        {column for row in [*table.header, *table.rows[:SAMPLE]] for column in table.grid.rows.get(row, {})}
    )
    columns = [_column(table, number) for number in numbers]
    for column in columns:
        column.declared = bool(column.role)
    for column in columns:
        read_content(table, column)
    complete(table, columns)
    keep_one_authority(table, columns)
    _date_axis(columns)
    return columns


def _column(table: Table, number: int) -> Column:
    cells = list(_stack(table, number))
    headings = [read_heading(cell) for _, cell in cells]
    serials = [_serial(cell) for _, cell in cells]
    parts = tuple(part for heading in headings for part in heading.parts) + tuple(part for part in serials if part)
    texts = tuple(dict.fromkeys(cell.text for _, cell in cells))
    named = next((heading.named for heading in reversed(headings) if heading.named and heading.named.sure), None)
    named = named or next((heading.named for heading in reversed(headings) if heading.named), None)
    authority = next((heading.authority for heading in headings if heading.authority), None)
    role = _role(
        headings,
        sure=bool(named and named.sure),
        parts=any(part.form != "day" for part in parts),
        authority=bool(authority),
    )
    head = cells[-1][0] if cells else (0, number)
    return Column(
        number, role, texts, named, parts, authority, head=head, reason=" ".join(texts) if role == "ignored" else ""
    )


def _role(headings: list[Heading], *, sure: bool, parts: bool, authority: bool) -> str:
    """Weigh the headings of one column: what is left out wins, then keys, then what makes a figure."""
    roles = [heading.role for heading in headings if heading.role]
    if "ignored" in roles:
        return "ignored"
    keys = [role for role in roles if role != "value"]
    if keys and not sure and not (authority and keys != ["period"]):
        return keys[-1] if not parts or keys[-1] in ("authority", "code", "measure") else "value"
    return "value" if sure or parts or authority or "value" in roles else ""


def _stack(table: Table, number: int) -> Iterator[tuple[tuple[int, int], Cell]]:
    """Give the headings over a column from top to bottom, those of groups to the left of it included."""
    seen: set[tuple[int, int]] = set()
    for level, row in enumerate(table.header):
        place = (row, number)
        cell = table.grid.at(row, number)
        place = table.grid.covered.get(place, place)
        if cell is None and level < len(table.header) - 1:
            place, cell = _group(table, row, number, table.header[level + 1 :])
        if cell is not None and place not in seen:
            seen.add(place)
            yield place, cell


def _group(table: Table, row: int, number: int, below: list[int]) -> tuple[tuple[int, int], Cell | None]:
    """Find the heading to the left that a column without its own belongs to."""
    if not any(table.grid.at(under, number) for under in below):
        return (row, number), None
    for column in range(number - 1, max(0, number - 60), -1):
        cell = table.grid.rows.get(row, {}).get(column)
        if cell is not None:
            merged = (row, column) in table.grid.wide
            alone = not any(table.grid.rows.get(under, {}).get(column) for under in below)
            key = read_heading(cell).role not in ("", "value")
            return (row, column), None if merged or alone or key else cell
        if table.grid.covered.get((row, column)):
            return (row, number), None
    return (row, number), None


def _serial(cell: Cell) -> Part | None:
    """Read a number in a header as a date that lost its format."""
    if cell.kind is Kind.NUMBER and cell.number and 36_000 < cell.number < 55_000 and (day := day_of(cell.number)):
        return Part("date", day, day, year=day.year, month=day.month)
    return None


def _date_axis(columns: list[Column]) -> None:
    """Decide whether the dates over the columns are months."""
    dates = [part for column in columns for part in column.parts if part.form == "date"]
    if dates and (reading := axis_of(dates)):
        for column in columns:
            column.parts = tuple(reading.get(part, part) for part in column.parts)


def axis_of(dates: list[Part]) -> dict[Part, Part]:
    """Read a series of dates as months or quarters, if their days and steps say so."""
    days = sorted({part.end for part in dates if part.end})
    firsts = all(day.day == 1 for day in days)
    lasts = all(day == last_day(day.year, day.month) for day in days)
    steps = [(b.year - a.year) * 12 + b.month - a.month for a, b in zip(days, days[1:], strict=False)]
    if (firsts and (not steps or min(steps) == 1)) or (lasts and steps and min(steps) == 1):
        return {part: month_part(part.end.year, part.end.month) for part in dates if part.end}
    if lasts and steps and set(steps) <= {3, 6, 9} and all(day.month % 3 == 0 for day in days):
        return {part: replace(part, form="quarter_date") for part in dates}
    return {}
