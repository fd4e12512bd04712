"""The top left of each sheet as it was understood, kept small."""

from etl.reader.cells.names import letters
from etl.reader.figures.known_table import KnownTable
from etl.reader.findings import LAST_ROW, Findings
from etl.reader.model import Sheet, SheetPreview, Workbook

ROWS, COLUMNS, SHEETS = 40, 30, 20  # what fits a screen; the rest of a file is not drawn
LETTERS = 200  # of a cell: a heading whole, a remark begun
ROLES = {"authority": "authority", "code": "authority", "period": "period", "measure": "measure"}


def mark_table(known: KnownTable, findings: Findings) -> None:
    """Note what each cell of a table was taken for, where its figures have not said so."""
    grid, table = known.table.grid, known.table
    keys = {column.number: ROLES[column.role] for column in known.columns if column.role in ROLES}
    for row in [*table.header, *table.repeated]:
        for column in grid.rows.get(row, {}):
            findings.mark(known.sheet, (row, column), "header")
    for row in [row for row in table.rows if row <= LAST_ROW]:
        for column in grid.rows[row]:
            findings.mark(known.sheet, (row, column), keys.get(column, "ignored"))
    for place in table.titles:
        findings.mark(known.sheet, place, "title")
    for place in table.notes:
        findings.mark(known.sheet, place, "note")


def previews(workbook: Workbook, findings: Findings) -> tuple[SheetPreview, ...]:
    """Draw every sheet that can be seen; of a hidden one only the name."""
    return tuple(_preview(sheet, findings) for sheet in workbook.sheets[:SHEETS])


def _preview(sheet: Sheet, findings: Findings) -> SheetPreview:
    numbers = [] if sheet.hidden else sorted(sheet.rows)[:ROWS]
    rows = tuple((number, _row(sheet, number, findings)) for number in numbers)
    return SheetPreview(sheet.name, sheet.hidden, rows, row_count=len(sheet.rows))


def _row(sheet: Sheet, number: int, findings: Findings) -> tuple[tuple[str, str, str], ...]:
    cells = sorted(sheet.rows[number].items())[:COLUMNS]
    return tuple(
        (letters(column), cell.text[:LETTERS], _role(sheet, number, column, findings)) for column, cell in cells
    )


def _role(sheet: Sheet, row: int, column: int, findings: Findings) -> str:
    if row in sheet.hidden_rows or column in sheet.hidden_columns:
        return "hidden"
    return findings.roles.get((sheet.name, (row, column)), "note")
