"""Where the tables of a sheet are: header rows, rows of figures, the titles above and the notes below."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from etl.reader.cells.markers import find_marker
from etl.reader.cells.text import plain
from etl.reader.model import Cell, Kind
from etl.reader.tables.grid import Grid, is_figure
from etl.reader.tables.header_rows import find_header, is_numbering, is_serials
from etl.reader.words.headings import read_heading

LONGEST_SECTION = 90  # letters of a sub-heading: longer ones are notes
MOST_ROWS_LABELLED = 60  # that are looked at for labels: a table is labelled from its first rows on
MOST_ROWS_ABOVE = 20  # rows in which the header of a sheet is looked for
PAGE_LINE = re.compile(r"page:?\s+\d+(?:\s*(?:of|/)\s*\d+)?\s*", re.I)


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


def find_tables(grid: Grid, chosen: Collection[int] = ()) -> tuple[list[Table], list[tuple[int, int]]]:
    """Find the tables of a sheet from top to bottom, side by side included.

    Parameters
    ----------
    grid
        The sheet.
    chosen
        The rows that the visitor called the header of the first table: what stands above them is its titles.

    Returns
    -------
    list of Table, list of (row, column)
        The tables, and the cells of text that belong to none.
    """
    strips = _strips(grid)
    tables: list[Table] = []
    loose: list[tuple[int, int]] = []
    for strip in strips:
        found, texts = _in_strip(strip, chosen)
        tables += found
        loose += texts
    if len(strips) > 1:
        common = [place for table in tables[:1] for place in table.titles] + loose
        for table in tables:
            own = {row for row, _ in table.titles}  # a title on the same line is that of the table beside
            table.titles += [place for place in common if place[0] not in own]
    return tables, loose


def _strips(grid: Grid) -> list[Grid]:
    """Cut a sheet at columns that are empty throughout, if each side has a key column of its own."""
    filled = {column for cells in grid.rows.values() if len(cells) > 1 for column in cells}
    if not filled:
        return [grid]
    starts = _starts_again(grid) or [column for column in sorted(filled) if column - 1 not in filled]
    if len(starts) < 2 or len(starts) > 50:
        return [grid]
    ends = [*(start - 1 for start in starts[1:]), max(max(cells) for cells in grid.rows.values())]
    strips = [
        grid.strip(first if index else 1, last) for index, (first, last) in enumerate(zip(starts, ends, strict=True))
    ]
    return strips if all(_has_keys(strip) for strip in strips) else [grid]


def _starts_again(grid: Grid) -> list[int]:
    """Find the columns at which a header begins again with its first key, without a gap before it."""
    for cells in list(grid.rows.values())[:MOST_ROWS_ABOVE]:
        first = next(iter(cells.values()))
        if len(cells) < 4 or read_heading(first).role not in ("authority", "period", "measure"):
            continue
        starts = [column for column, cell in cells.items() if plain(cell.text) == plain(first.text)]
        steps = [later - earlier for earlier, later in zip(starts, [*starts[1:], max(cells) + 1], strict=True)]
        if len(starts) > 1 and min(steps) > 1:
            return starts
    return []


def _has_keys(strip: Grid) -> bool:
    """Tell whether a strip has a header with a column that names its rows, or labels before all its figures."""
    for cells in list(strip.rows.values())[:MOST_ROWS_LABELLED]:
        first = next(iter(cells.values()))
        if len(cells) > 1 and read_heading(first).role in ("authority", "code", "period", "measure"):
            return True
    return _has_labels(strip)


def _has_labels(strip: Grid) -> bool:
    """Tell a strip in which most rows of figures begin with a text: perhaps of other measures than those left of it."""
    rows = [cells for cells in list(strip.rows.values())[:MOST_ROWS_LABELLED] if _kind(cells) == "figures"]
    column = min((min(cells) for cells in strip.rows.values()), default=0)
    labelled = [cells for cells in rows if column in cells and _is_label(cells[column])]
    return len(labelled) > len(rows) / 2


def _is_label(cell: Cell) -> bool:
    return cell.kind is Kind.TEXT and not is_figure(cell) and find_marker(cell.text, {}) is None


def _in_strip(grid: Grid, chosen: Collection[int]) -> tuple[list[Table], list[tuple[int, int]]]:
    tables: list[Table] = []
    waiting: list[int] = []
    header = [number for number in grid.rows if number in chosen]
    for number, cells in grid.rows.items():
        if any(cell.text[:1] in "Pp" and PAGE_LINE.fullmatch(cell.text) for cell in cells.values()):
            continue
        if header and number <= header[-1]:
            waiting += [number] if number not in header else []
            if number == header[-1]:
                tables.append(Table(grid, header, titles=_cells(grid, reversed(waiting))))
                waiting = []
        elif _kind(cells) == "figures":
            _figures(grid, tables, waiting, number)
            waiting = []
        else:
            waiting.append(number)
    if tables:
        _continue(tables[-1], waiting)
        return tables, []
    return [], [(number, column) for number in waiting for column in grid.rows[number]]


def _figures(grid: Grid, tables: list[Table], waiting: list[int], number: int) -> None:
    """Give a row of figures to the table that it goes on with, or to a new one under a header of its own."""
    current = tables[-1] if tables else None
    header, repeated = find_header(grid, waiting, current.header if current else None)
    if header or current is None:
        tables.append(_begin(grid, waiting, header, current))
    else:
        current.repeated += repeated
        _continue(current, waiting)
    tables[-1].rows.append(number)


def _kind(cells: dict[int, Cell]) -> str:
    if is_serials(cells) or is_numbering(cells):
        return "labels"
    if any(is_figure(cell) for cell in cells.values()):
        return "figures" if len(cells) > 1 else "single"
    return "labels" if len(cells) > 1 else "single"


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
