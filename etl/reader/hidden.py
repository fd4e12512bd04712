"""What a person would not see of a workbook: hidden sheets, rows and columns, macros, embedded files."""

from collections.abc import Collection, Iterator

from etl.reader.cells.names import letters
from etl.reader.model import Sheet, Workbook
from etl.reader.remarks import Remark, fixed, problem

LISTED = 10  # rows or columns named one by one
MACROS = "The workbook has macros. They were not run and are not kept."
EMBEDDED = "The workbook has other files inside it. They were not read."


def hidden_in(workbook: Workbook) -> Iterator[Remark]:
    """List what is hidden, macros and embedded files, and what was put right on opening."""
    for sheet in workbook.sheets:
        if sheet.rows and sheet.hidden:
            yield _hidden_sheet(sheet)
        elif sheet.rows:
            yield from _hidden_rows(sheet)
            yield from _hidden_columns(sheet)
    if workbook.macros:
        yield problem("MACRO", "check", MACROS, None, None)
    if workbook.embedded:
        yield problem("HIDDEN_CONTENT", "check", EMBEDDED, None, None)
    yield from map(fixed, workbook.repaired)


def _hidden_sheet(sheet: Sheet) -> Remark:
    first = min(sheet.rows)
    message = f"The sheet “{sheet.name}” is hidden. It was not read."
    return problem("HIDDEN_CONTENT", "check", message, sheet.name, (first, min(sheet.rows[first])))


def _hidden_rows(sheet: Sheet) -> Iterator[Remark]:
    rows = sorted(sheet.hidden_rows & sheet.rows.keys())
    if rows:
        message = f"Hidden rows were left out: {_listed(map(str, rows[:LISTED]), rows)}. Show them to have them read."
        yield problem("HIDDEN_CONTENT", "check", message, sheet.name, (rows[0], min(sheet.rows[rows[0]])))


def _hidden_columns(sheet: Sheet) -> Iterator[Remark]:
    if not sheet.hidden_columns:
        return
    columns = sorted(sheet.hidden_columns & {column for cells in sheet.rows.values() for column in cells})
    if columns:
        first = next(row for row, cells in sorted(sheet.rows.items()) if columns[0] in cells)
        listed = ", ".join(letters(column) for column in columns[:LISTED])
        message = f"Hidden columns were left out: {listed}. Show them to have them read."
        yield problem("HIDDEN_CONTENT", "check", message, sheet.name, (first, columns[0]))


def _listed(first: Iterator[str], everything: Collection[int]) -> str:
    return ", ".join(first) + (" and more" if len(everything) > LISTED else "")
