"""The visible part of a sheet, with merged cells seen from every place they cover."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import lru_cache

from etl.reader.cells.numbers import has_decimal_comma, read_text
from etl.reader.model import Cell, Kind, Place, Sheet
from etl.reader.periods.parse import find_periods, parse_period

MOST_COVERED = 200_000  # cells under merged ones: a bound on memory
LARGEST_BOX = 20_000  # cells of one merged box: a larger one is decoration
UNNAMED = re.compile(r"Unnamed: \d+(?:_level_\d+)?")
NUMBERED = re.compile(r"(.*[^\d.].*)\.(\d{1,2})")
NOT_IN_HEADERS = {"#", "n", "m", "s", "?", "no", "none", "x", "blank"}


@dataclass(slots=True)
class Grid:
    """Rows and cells that a person sees."""

    name: str | None
    rows: dict[int, dict[int, Cell]]
    covered: dict[Place, Place] = field(default_factory=dict)
    wide: dict[Place, int] = field(default_factory=dict)
    tall: set[Place] = field(default_factory=set)

    def at(self, row: int, column: int) -> Cell | None:
        """Give the cell that is seen at a place, merged ones included."""
        cell = self.rows.get(row, {}).get(column)
        if cell is None and (top := self.covered.get((row, column))):
            return self.rows.get(top[0], {}).get(top[1])
        return cell

    def strip(self, first: int, last: int) -> "Grid":
        """Cut out some columns."""
        rows = {
            number: kept
            for number, cells in self.rows.items()
            if (kept := {column: cell for column, cell in cells.items() if first <= column <= last})
        }
        return Grid(self.name, rows, self.covered, self.wide, self.tall)


def visible(sheet: Sheet) -> Grid:
    """Leave out hidden rows and columns; spread merged cells."""
    rows = {
        number: kept
        for number, cells in sorted(sheet.rows.items())
        if number not in sheet.hidden_rows
        and (
            kept := _as_meant(
                {column: cell for column, cell in sorted(cells.items()) if column not in sheet.hidden_columns}
            )
        )
    }
    grid = Grid(sheet.name, rows)
    for top, left, bottom, right in sheet.merged:
        size = (bottom - top + 1) * (right - left + 1)
        if 1 < size <= LARGEST_BOX and len(grid.covered) < MOST_COVERED and left in rows.get(top, {}):
            grid.covered |= dict.fromkeys(_box(top, left, bottom, right), (top, left))
            grid.wide[top, left] = right
            if bottom > top:
                grid.tall.add((top, left))
    return grid


def _as_meant(cells: dict[int, Cell]) -> dict[int, Cell]:
    """Take back what programs make of a header: "Unnamed: 2" of an empty cell, "Referrals.1" of a second one."""
    # a look for the sign alone: the patterns, tried on every cell of a long file, cost a third of its reading
    if not any(
        cell.kind is Kind.TEXT and ("Unnamed:" in cell.text or "." in cell.text[-4:-1]) for cell in cells.values()
    ):
        return cells
    texts = {cell.text for cell in cells.values()}
    found = {}
    for column, cell in cells.items():
        match = NUMBERED.fullmatch(cell.text) if cell.kind is Kind.TEXT else None
        if match and match[1] in texts:
            found[column] = replace(cell, text=match[1])
        elif not UNNAMED.fullmatch(cell.text):
            found[column] = cell
    return found


def _box(top: int, left: int, bottom: int, right: int) -> Iterator[Place]:
    return ((row, column) for row in range(top, bottom + 1) for column in range(left, right + 1))


def is_figure(cell: Cell) -> bool:
    """Tell a cell that belongs to the figures from one that could stand in a header."""
    match cell.kind:
        case Kind.NUMBER:
            return not could_be_year(cell)
        case Kind.TEXT:
            return _is_figure_text(cell.text)
        case Kind.DATE:
            return False
        case _:
            return True


def could_be_year(cell: Cell) -> bool:
    """Tell whether a number may be a year."""
    number = cell.number or 0.0
    return (
        not cell.percent
        and not cell.money
        and number == int(number)
        and (1990 <= number <= 2050 or 199_000 < number < 205_100)
    )


@lru_cache(maxsize=100_000)
def _is_figure_text(text: str) -> bool:
    if len(text) > 30 or text.casefold() in NOT_IN_HEADERS:
        return False
    value = read_text(text, {})
    if value.number is None:
        return bool(value.marker) or has_decimal_comma(text)
    return parse_period(text) is None and not find_periods(text)[0]
