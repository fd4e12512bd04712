"""The columns of a table: from their headings first, from what stands in them where the headings are silent."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from etl.reader.cells.looks import lost_day
from etl.reader.model import Cell, Kind, Place
from etl.reader.periods.parts import Part, date_part
from etl.reader.periods.series import axis_of
from etl.reader.tables.column import Column
from etl.reader.tables.content import SAMPLE, by_content, completed, with_one_authority
from etl.reader.tables.find import Table
from etl.reader.words.explained import is_filter, is_part_of_area
from etl.reader.words.headings import Heading, read_heading
from etl.reader.words.indicators import Named

FARTHEST = 60  # columns to the left in which the heading of a group is looked for


def read_columns(table: Table) -> tuple[Column, ...]:
    """Say of each column of a table what it is for.

    Returns
    -------
    tuple of Column
        From left to right. Roles: authority, code, period, measure, level, identifier, unit, text, ignored and
        value; a value column has what its headings say of measure, period and authority.
    """
    rows = [*table.header, *table.rows[:SAMPLE]]
    numbers = sorted({column for row in rows for column in table.grid.rows.get(row, {})})
    columns = [by_content(table, _column(table, number)) for number in numbers]
    return tuple(_dated(with_one_authority(table, completed(table, columns))))


def _column(table: Table, number: int) -> Column:
    cells = list(stack(table, number))
    headings = [read_heading(cell) for _, cell in cells]
    parts = [part for heading in headings for part in heading.parts] + _serials([cell for _, cell in cells])
    named = _named(headings)
    if cells and (is_filter(cells[-1][1].text) or is_part_of_area(cells[-1][1].text)):
        headings = [Heading(role="text")]
    role = _role(headings, sure=bool(named and named.sure), parts=any(part.form != "day" for part in parts))
    return Column(
        number,
        role,
        texts=tuple(dict.fromkeys(cell.text for _, cell in cells)),
        named=named,
        parts=tuple(parts),
        authority=next((heading.authority for heading in headings if heading.authority), None),
        head=cells[-1][0] if cells else (0, number),
        declared=bool(role),
    )


def _named(headings: Sequence[Heading]) -> Named | None:
    """Take the lowest measure that is sure, else the lowest."""
    found = [heading.named for heading in reversed(headings) if heading.named]
    return next((named for named in found if named.sure), found[0] if found else None)


def _role(headings: Sequence[Heading], *, sure: bool, parts: bool) -> str:
    """Weigh the headings of one column: what is left out wins, then keys, then what makes a figure."""
    authority = any(heading.authority for heading in headings)
    roles = [heading.role for heading in headings if heading.role]
    if "ignored" in roles:
        return "ignored"
    keys = [role for role in roles if role != "value"]
    if keys and not sure and not (authority and keys != ["period"]):
        return keys[-1] if not parts or keys[-1] in ("authority", "code", "measure") else "value"
    return "value" if sure or parts or authority or "value" in roles else ""


def stack(table: Table, number: int) -> Iterator[tuple[Place, Cell]]:
    """Give the headings over a column from top to bottom, those of groups to the left of it included."""
    seen: set[Place] = set()
    for level, row in enumerate(table.header):
        cell = table.grid.at(row, number)
        place = table.grid.covered.get((row, number), (row, number))
        if cell is None and level < len(table.header) - 1:
            place, cell = _group(table, row, number, table.header[level + 1 :])
        if cell is not None and place not in seen:
            seen.add(place)
            yield place, cell


def _group(table: Table, row: int, number: int, below: list[int]) -> tuple[Place, Cell | None]:
    """Find the heading to the left that a column without its own belongs to."""
    if not any(table.grid.at(under, number) for under in below):
        return (row, number), None
    for column in range(number - 1, max(0, number - FARTHEST), -1):
        cell = table.grid.rows.get(row, {}).get(column)
        if cell is not None:
            return (row, column), cell if _groups(table, row, column, below) else None
        if table.grid.covered.get((row, column)):
            return (row, number), None
    return (row, number), None


def _groups(table: Table, row: int, column: int, below: list[int]) -> bool:
    """Tell the heading of several columns from one that is merged, alone over its column, or that of a key."""
    merged = (row, column) in table.grid.wide
    alone = not any(table.grid.rows.get(under, {}).get(column) for under in below)
    return not (merged or alone or read_heading(table.grid.rows[row][column]).role not in ("", "value"))


def _serials(cells: Sequence[Cell]) -> list[Part]:
    """Read the numbers in a header that are dates without their format."""
    return [date_part(day) for cell in cells if cell.kind is Kind.NUMBER and (day := lost_day(cell.number))]


def _dated(columns: Sequence[Column]) -> Sequence[Column]:
    """Decide whether the dates over the columns are months."""
    dates = [part for column in columns for part in column.parts if part.form == "date"]
    reading = axis_of(dates) if dates else {}
    return [replace(column, parts=tuple(reading.get(part, part) for part in column.parts)) for column in columns]
