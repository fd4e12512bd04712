"""Which rows are the header of a table: those whose words a header has, and the groups above them."""

from collections.abc import Mapping

from etl.reader.cells.looks import lost_day
from etl.reader.cells.markers import find_marker
from etl.reader.cells.text import plain
from etl.reader.model import Cell, Kind
from etl.reader.periods.parse import parse_period
from etl.reader.tables.grid import Grid, could_be_year
from etl.reader.words.authorities import find_authority
from etl.reader.words.headings import KEYS, read_heading

MOST_HEADER_ROWS = 5  # year over quarter over measure over unit, and one to spare


def find_header(grid: Grid, waiting: list[int], current: list[int] | None) -> tuple[list[int], list[int]]:
    """Find the header among the rows before some figures.

    Parameters
    ----------
    grid, waiting
        The sheet, and the rows since the last figures.
    current
        The header of the table above, if there is one.

    Returns
    -------
    list of int, list of int
        The header, empty where the figures go on with the table above; and the rows that repeat its header.
    """
    labels = [number for number in waiting if len(grid.rows[number]) > 1 and not _is_pair(grid, number)]
    for index, number in enumerate(labels):
        if _spoken(grid, number) < 2 or (current and _fits(grid, current, number)):
            continue
        header = [*_above(grid, labels[:index], waiting, number), number]
        for following in labels[index + 1 :]:
            if following - header[-1] > 2 or len(header) >= MOST_HEADER_ROWS or _is_below(grid, header, following):
                break
            header.append(following)
        return ([], header) if current and _same(grid, current, header) else (header, [])
    return (labels[-1:], []) if labels and current is None else ([], [])


def _spoken(grid: Grid, number: int) -> int:
    """Count the cells of a row that a header could have."""
    return sum(read_heading(cell).known or is_serials({1: cell, 2: cell}) for cell in grid.rows[number].values())


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
        grouped = len(cells) > 1 and above in labels and (column >= first or _has_keys_beside(cells, first))
        single = len(cells) == 1 and column > first and (above, column) not in grid.tall
        if not (grouped or single):
            break
        found.insert(0, above)
    return found


def _has_keys_beside(cells: Mapping[int, Cell], first: int) -> bool:
    """Tell the headings of groups beside those of the keys, which stand a row higher: "Year" over an empty cell."""
    beside = [cell for column, cell in cells.items() if column < first]
    return len(beside) < len(cells) and all(read_heading(cell).role for cell in beside)


def _is_below(grid: Grid, header: list[int], number: int) -> bool:
    """Tell a row of the table, with keys or with gaps only, from another row of its header."""
    values = list(grid.rows[number].values())[1:]
    return _fits(grid, header, number) or all(find_marker(cell.text, {}) for cell in values)


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


def is_serials(cells: dict[int, Cell]) -> bool:
    """Tell a row of dates that lost their format: rising numbers, each the first or last day of a month."""
    numbers = [cell.number for cell in cells.values() if cell.kind is Kind.NUMBER and cell.number]
    days = [day for number in numbers if number == int(number) and (day := lost_day(number))]
    if len(numbers) < 2 or len(days) < len(numbers):
        return False
    return all(day.day == 1 or day.day >= 28 for day in days) and numbers == sorted(set(numbers))


def is_numbering(cells: dict[int, Cell]) -> bool:
    """Tell a row that only numbers the columns."""
    numbers = [cell.number for cell in cells.values() if cell.kind is Kind.NUMBER]
    return len(numbers) >= 4 and len(numbers) >= len(cells) - 1 and numbers == list(range(1, len(numbers) + 1))
