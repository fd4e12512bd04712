"""Where the tables of a sheet are: header rows, rows of figures, the titles above and the notes below."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from etl.reader.authorities import find_authority
from etl.reader.formats.looks import day_of
from etl.reader.grid import Grid, could_be_year, is_figure
from etl.reader.headings import KEYS, read_heading
from etl.reader.model import Cell, Kind
from etl.reader.periods import parse_period
from etl.reader.text import plain

MOST_HEADER_ROWS = 5
LONGEST_SECTION = 90


@dataclass(slots=True)
class Table:
    """One table: the numbers of its rows, and the texts around it.

    `sections` gives for a row of figures the sub-heading above it; `titles` are nearest first.
    """

    grid: Grid
    header: list[int]
    rows: list[int] = field(default_factory=list)
    sections: dict[int, tuple[int, int]] = field(default_factory=dict)
    titles: list[tuple[int, int]] = field(default_factory=list)
    notes: list[tuple[int, int]] = field(default_factory=list)
    repeated: list[int] = field(default_factory=list)


def find_tables(grid: Grid) -> tuple[list[Table], list[tuple[int, int]]]:
    """Find the tables of a sheet from top to bottom, side by side included.

    Returns
    -------
    list of Table, list of (row, column)
        The tables, and the cells of text that belong to none.
    """
    strips = _strips(grid)
    tables: list[Table] = []
    loose: list[tuple[int, int]] = []
    for strip in strips:
        found, texts = _in_strip(strip)
        tables += found
        loose += texts
    if len(strips) > 1:
        common = [place for table in tables[:1] for place in table.titles] + loose
        for table in tables:
            table.titles += [place for place in common if place not in table.titles]
    return tables, loose


def _strips(grid: Grid) -> list[Grid]:
    """Cut a sheet at columns that are empty throughout, if each side has a key column of its own."""
    filled = {column for cells in grid.rows.values() if len(cells) > 1 for column in cells}
    if not filled:
        return [grid]
    starts = [column for column in sorted(filled) if column - 1 not in filled]
    if len(starts) < 2 or len(starts) > 50:
        return [grid]
    ends = [*(start - 1 for start in starts[1:]), max(max(cells) for cells in grid.rows.values())]
    strips = [
        grid.strip(first if index else 1, last) for index, (first, last) in enumerate(zip(starts, ends, strict=True))
    ]
    return strips if all(_has_keys(strip) for strip in strips) else [grid]


def _has_keys(strip: Grid) -> bool:
    """Tell whether a strip has a header with a column that names its rows."""
    for cells in list(strip.rows.values())[:60]:
        first = next(iter(cells.values()))
        if len(cells) > 1 and read_heading(first).role in ("authority", "code", "period", "measure"):
            return True
    return False


def _in_strip(grid: Grid) -> tuple[list[Table], list[tuple[int, int]]]:
    tables: list[Table] = []
    waiting: list[int] = []
    for number, cells in grid.rows.items():
        current = tables[-1] if tables else None
        kind = _kind(grid, number, cells)
        if kind == "figures":
            if waiting and (header := _header(grid, waiting, current)):
                tables.append(_begin(grid, waiting, header, current))
            elif current is None:
                tables.append(_begin(grid, waiting, [], None))
            else:
                _continue(current, waiting)
            waiting = []
            tables[-1].rows.append(number)
        else:
            waiting.append(number)
    if tables:
        _continue(tables[-1], waiting)
        return tables, []
    return [], [(number, column) for number in waiting for column in grid.rows[number]]


def _kind(grid: Grid, number: int, cells: dict[int, Cell]) -> str:
    if _is_serials(cells) or _is_numbering(cells):
        return "labels"
    if any(is_figure(cell) for cell in cells.values()):
        return "figures" if len(cells) > 1 else "single"
    return "labels" if len(cells) > 1 else "single"


def _is_serials(cells: dict[int, Cell]) -> bool:
    """Tell a row of dates that lost their format: rising numbers, each the first or last day of a month."""
    numbers = [cell.number for cell in cells.values() if cell.kind is Kind.NUMBER and cell.number]
    if len(numbers) < 2 or not all(36_000 < number < 55_000 and number == int(number) for number in numbers):
        return False
    days = [day for number in numbers if (day := day_of(number))]
    ends = [day.day == 1 or day.day >= 28 for day in days]
    return all(ends) and numbers == sorted(set(numbers))


def _is_numbering(cells: dict[int, Cell]) -> bool:
    """Tell a row that only numbers the columns."""
    numbers = [cell.number for cell in cells.values() if cell.kind is Kind.NUMBER]
    return len(numbers) >= 4 and len(numbers) >= len(cells) - 1 and numbers == list(range(1, len(numbers) + 1))


def _header(grid: Grid, waiting: list[int], current: Table | None) -> list[int]:
    """Find the header among the rows before some figures; none if those go on with the current table."""
    labels = [number for number in waiting if len(grid.rows[number]) > 1 and not _is_pair(grid, number)]
    for index, number in enumerate(labels):
        if _spoken(grid, number) < 2 or (current and _fits(grid, current.header, number)):
            continue
        header = [*_above(grid, labels[:index], waiting, number), number]
        for following in labels[index + 1 :]:
            if following - header[-1] > 2 or _fits(grid, header, following) or len(header) >= MOST_HEADER_ROWS:
                break
            header.append(following)
        if current and _same(grid, current.header, header):
            current.repeated += header
            return []
        return header
    return labels[-1:] if labels and current is None else []


def _spoken(grid: Grid, number: int) -> int:
    """Count the cells of a row that a header could have."""
    return sum(read_heading(cell).known or _is_serials({1: cell, 2: cell}) for cell in grid.rows[number].values())


def _is_pair(grid: Grid, number: int) -> bool:
    """Tell a line such as "Period: | Q3 2024/25" from a header."""
    cells = list(grid.rows[number].values())
    return len(cells) == 2 and cells[0].text.endswith(":")


def _above(grid: Grid, labels: list[int], waiting: list[int], number: int) -> list[int]:
    """Take the rows directly above that group the columns: several texts, or one that spans or stands off."""
    found: list[int] = []
    first = min(grid.rows[number])
    while (above := (found[0] if found else number) - 1) in waiting and len(found) < 3:
        cells = grid.rows[above]
        column = min(cells)
        grouped = len(cells) > 1 and above in labels and column >= first
        single = len(cells) == 1 and column > first and (above, column) not in grid.tall
        if not (grouped or single):
            break
        found.insert(0, above)
    return found


def _fits(grid: Grid, header: list[int], number: int) -> bool:
    """Tell whether a row without figures is a row of the table below a header: its keys hold what they should."""
    cells = grid.rows[number]
    for column, cell in cells.items():
        roles = {read_heading(grid.at(row, column)).role for row in header}
        if "period" in roles and (cell.day or could_be_year(cell) or parse_period(cell.text)):
            return True
        if roles & {"authority", "code"} and _is_place(cell):
            return True
        if roles & {"measure", "level"} and read_heading(cell).role not in KEYS:
            return True
    return False


def _is_place(cell: Cell) -> bool:
    answer = find_authority(cell.text)
    return bool(answer.authority or answer.summary or answer.candidates or answer.foreign)


def _same(grid: Grid, one: list[int], other: list[int]) -> bool:
    return [_texts(grid, row) for row in one][-len(other) :] == [_texts(grid, row) for row in other]


def _texts(grid: Grid, number: int) -> tuple[str, ...]:
    return tuple(plain(cell.text) for cell in grid.rows[number].values())


def _begin(grid: Grid, waiting: list[int], header: list[int], before: Table | None) -> Table:
    first = header[0] if header else (waiting[-1] + 1 if waiting else 0)
    above = [number for number in waiting if number < first]
    if before is not None:
        before.notes += _cells(grid, above)
    table = Table(grid, header, titles=_cells(grid, reversed(above)))
    after = [number for number in waiting if header and number > header[-1]]
    _continue(table, after)
    return table


def _continue(table: Table, waiting: list[int]) -> None:
    """Give the rows between figures their place: rows without a figure, sub-headings, notes."""
    for number in waiting:
        cells = table.grid.rows[number]
        if number in table.repeated:
            continue
        if len(cells) > 1:
            table.rows.append(number)
        else:
            column = next(iter(cells))
            if len(cells[column].text) <= LONGEST_SECTION:
                table.sections[number] = (number, column)
            table.notes.append((number, column))


def _cells(grid: Grid, rows: Iterator[int] | list[int]) -> list[tuple[int, int]]:
    return [(number, column) for number in rows for column in grid.rows[number]]
