"""Names of cells: (5, 28) is AB5, and back."""

import re
from functools import cache

from etl.reader.model import Place

LIMIT_ROW, LIMIT_COLUMN = 1_048_576, 16_384  # of a sheet, as Excel has it


@cache
def letters(column: int) -> str:
    """Name a column: 1 is A, 28 is AB."""
    found = ""
    while column:
        column, rest = divmod(column - 1, 26)
        found = chr(65 + rest) + found
    return found


def a1(place: Place) -> str:
    """Name a cell: (5, 28) is AB5."""
    return f"{letters(place[1])}{place[0]}"


@cache
def column_number(name: str) -> int:
    """Turn the letters of a column into its number: A is 1, AB is 28."""
    number = 0
    for letter in name:
        number = number * 26 + ord(letter) - 64
    return number


def place(name: str) -> Place:
    """Find the row and column of a cell's name; ValueError if it is none, or outside any sheet."""
    match = re.fullmatch(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})", name)
    if not match:
        raise ValueError("not the name of a cell")
    row, column = int(match[2]), column_number(match[1])
    if not (1 <= row <= LIMIT_ROW and column <= LIMIT_COLUMN):
        raise ValueError("a cell outside any sheet")
    return row, column
