"""The top left of each sheet as it was understood, kept small."""

from etl.reader.findings import Findings
from etl.reader.model import Sheet, SheetPreview, Workbook
from etl.reader.places import letters

ROWS, COLUMNS, LETTERS, SHEETS = 40, 30, 60, 20


def previews(workbook: Workbook, findings: Findings) -> tuple[SheetPreview, ...]:
    """Draw every sheet that can be seen; of a hidden one only the name."""
    return tuple(_preview(sheet, findings) for sheet in workbook.sheets[:SHEETS])


def _preview(sheet: Sheet, findings: Findings) -> SheetPreview:
    if sheet.hidden:
        return SheetPreview(sheet.name, hidden=True, rows=(), row_count=len(sheet.rows))
    rows = tuple(
        (
            number,
            tuple(
                (letters(column), cell.text[:LETTERS], _role(sheet, number, column, findings))
                for column, cell in sorted(sheet.rows[number].items())[:COLUMNS]
            ),
        )
        for number in sorted(sheet.rows)[:ROWS]
    )
    return SheetPreview(sheet.name, hidden=False, rows=rows, row_count=len(sheet.rows))


def _role(sheet: Sheet, row: int, column: int, findings: Findings) -> str:
    if row in sheet.hidden_rows or column in sheet.hidden_columns:
        return "hidden"
    return findings.roles.get((sheet.name, (row, column)), "note")
