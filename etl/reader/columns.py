"""The columns of a table: from their headings first, from what stands in them where the headings are silent."""

from collections.abc import Iterator

from etl.reader.authorities import find_authority
from etl.reader.formats.looks import day_of
from etl.reader.grid import could_be_year, is_figure
from etl.reader.headings import Column, Heading, read_heading, vocabulary, year_of
from etl.reader.indicators import name_indicator
from etl.reader.model import Cell, Kind
from etl.reader.period_parts import Part, last_day, month_part
from etl.reader.periods import parse_period
from etl.reader.tables import Table
from etl.reader.text import words

SAMPLE = 200
MOSTLY = 0.6
BY_CONTENT = ("authority", "code", "measure", "period")


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
        _by_content(table, column)
    _complete(table, columns)
    _only_one_authority(table, columns)
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
    role = _role(headings, sure=bool(named and named.sure), parts=any(part.form != "day" for part in parts), authority=bool(authority))
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


def _by_content(table: Table, column: Column) -> None:
    """Correct or complete a role by what stands in the column."""
    cells = [cell for row in table.rows[:SAMPLE] if (cell := table.grid.at(row, column.number))]
    if not cells or column.role in ("ignored", "level", "identifier", "unit"):
        return
    if column.role == "value" and (column.named or column.parts or column.authority):
        return
    shares = {
        "authority": _share(cells, _is_place),
        "measure": _share(cells, lambda cell: cell.kind is Kind.TEXT and name_indicator(cell.text) is not None),
        "period": _share(cells, _is_period),
    }
    best = max(shares, key=lambda role: shares[role])
    if column.role in BY_CONTENT:
        if shares.get(column.role, 1.0) < 0.2 and shares[best] >= MOSTLY:
            column.role = best
        elif column.role == "period" and shares["period"] < 0.2 and _share(cells, is_figure) >= MOSTLY:
            column.role = "value"
    elif shares[best] >= MOSTLY and not (best == "period" and column.role == "value"):
        column.role = best
    elif not column.role:
        column.role = "value" if _share(cells, lambda cell: is_figure(cell) or could_be(cell)) >= 0.5 else "text"


def _complete(table: Table, columns: list[Column]) -> None:
    """Set right what only all columns together show: a second period, authorities under a strange heading."""
    declared = [column for column in columns if column.role == "period" and column.declared]
    for column in columns:
        if column.role == "period" and not column.declared and column.texts:
            events = {word for text in column.texts for word in words(text)} & vocabulary("events")
            if declared or events:
                column.role = "text"
    if not any(column.role in ("authority", "code") for column in columns):
        for column in columns:
            cells = [cell for row in table.rows[:SAMPLE] if (cell := table.grid.at(row, column.number))]
            if column.role in ("ignored", "text") and cells and _share(cells, _is_place) >= MOSTLY:
                column.role = "authority"
                return


def could_be(cell: Cell) -> bool:
    """Tell whether a cell may be a figure in the range of years."""
    return cell.kind is Kind.NUMBER and could_be_year(cell)


def _share(cells: list[Cell], test) -> float:  # type: ignore[no-untyped-def]
    return sum(map(test, cells)) / len(cells)


def _is_place(cell: Cell) -> bool:
    if cell.kind is not Kind.TEXT or cell.text.isdigit():
        return False
    answer = find_authority(cell.text)
    return bool(answer.authority or answer.candidates or answer.foreign)


def _is_period(cell: Cell) -> bool:
    if cell.kind is Kind.NUMBER:
        return year_of(cell) is not None
    return (
        cell.day is not None
        or (not cell.text.isdigit() or len(cell.text) in (4, 6))
        and parse_period(cell.text) is not None
    )


def _only_one_authority(table: Table, columns: list[Column]) -> None:
    """Keep one column of names: of several the one with most authorities in it."""
    found = [column for column in columns if column.role == "authority"]
    if len(found) < 2:
        return
    cells = {
        column.number: [cell for row in table.rows[:SAMPLE] if (cell := table.grid.at(row, column.number))]
        for column in found
    }
    best = max(found, key=lambda column: sum(map(_is_place, cells[column.number])))
    for column in found:
        if column is not best:
            column.role = "code" if _share(cells[column.number] or [Cell(Kind.TEXT, "")], _is_place) > 0.5 else "text"


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
    return {}
