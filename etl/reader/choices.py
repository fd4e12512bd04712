"""What an officer can say of a file unasked: the keys of those answers, and what they change."""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence

from etl.reader.cells.names import column_number
from etl.reader.model import Sheet

YES = "yes"
ONLY_SHEET = "sheet"  # its answer: the name of the one sheet whose figures are read
ROWS = re.compile(r"(\d{1,7})(?:\s*[-–,]\s*(\d{1,7}))?")
COLUMN = re.compile(r"[A-Z]{1,3}")
MOST_HEADER_ROWS = 10  # rows that one answer may call the header


def leave_out_column(sheet: str | None, column: str) -> str:
    """Give the key of the answer `yes` that leaves out the figures of a column, named by its letters."""
    return f"leave_out:{sheet}:column:{column}"


def leave_out_row(sheet: str | None, row: int) -> str:
    """Give the key of the answer `yes` that leaves out the figures of a row."""
    return f"leave_out:{sheet}:row:{row}"


def header_row(sheet: str | None) -> str:
    """Give the key of the answer that says which row, "3", or rows, "3-4", are the header of a sheet."""
    return f"header:{sheet}"


def period_of_column(sheet: str | None, column: str) -> str:
    """Give the key of the answer that says the period of a column, as it would be written: "2024/25", "June 2024"."""
    return f"period:{sheet}:{column}"


def chosen_sheets(sheets: Sequence[Sheet], answers: Mapping[str, str]) -> Sequence[str | None]:
    """Give the names of the sheets whose figures are read: all, unless the visitor chose one that is there."""
    names = [sheet.name for sheet in sheets]
    chosen = answers.get(ONLY_SHEET)
    return [chosen] if chosen and chosen in names else names


def chosen_header(sheet: str | None, answers: Mapping[str, str]) -> Collection[int]:
    """Give the rows that the visitor called the header of a sheet; none where nothing was said."""
    match = ROWS.fullmatch(answers.get(header_row(sheet), "").strip())
    if match is None:
        return ()
    first = int(match[1])
    return range(first, min(int(match[2] or first), first + MOST_HEADER_ROWS - 1) + 1)


def left_out_columns(sheet: str | None, answers: Mapping[str, str]) -> frozenset[int]:
    """Find the columns of a sheet that the visitor left out."""
    return frozenset(
        column_number(name) for name in _left_out(leave_out_column(sheet, ""), answers) if _is_column(name)
    )


def left_out_rows(sheet: str | None, answers: Mapping[str, str]) -> frozenset[int]:
    """Find the rows of a sheet that the visitor left out."""
    beginning = leave_out_row(sheet, 0).removesuffix("0")
    return frozenset(int(name) for name in _left_out(beginning, answers) if name.isdecimal())


def periods_of_columns(sheet: str | None, answers: Mapping[str, str]) -> Mapping[int, str]:
    """Give the periods that the visitor said of columns of a sheet, by their numbers."""
    beginning = period_of_column(sheet, "")
    said = {key.removeprefix(beginning): answer for key, answer in answers.items() if key.startswith(beginning)}
    return {column_number(name): answer for name, answer in said.items() if answer and _is_column(name)}


def _left_out(beginning: str, answers: Mapping[str, str]) -> Iterable[str]:
    return (key.removeprefix(beginning) for key, said in answers.items() if key.startswith(beginning) and said == YES)


def _is_column(name: str) -> bool:
    return bool(COLUMN.fullmatch(name))
