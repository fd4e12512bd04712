"""What a person would not see of a workbook, and what each cell was taken for."""

from etl.reader.facts import Scene
from etl.reader.findings import Findings
from etl.reader.model import Sheet, Workbook
from etl.reader.places import letters

LAST_ROW = 500
ROLES = {"authority": "authority", "code": "authority", "period": "period", "measure": "measure"}


def report_workbook(workbook: Workbook, findings: Findings) -> None:
    """List what is hidden, macros and embedded files, and what was put right on opening."""
    for sheet in workbook.sheets:
        _report_hidden(sheet, findings)
    if workbook.macros:
        findings.issue("MACRO", "check", "The workbook has macros. They were not run and are not kept.", None, None)
    if workbook.embedded:
        findings.issue(
            "HIDDEN_CONTENT", "check", "The workbook has other files inside it. They were not read.", None, None
        )
    for repaired in workbook.repaired:
        findings.fixed(repaired)


def _report_hidden(sheet: Sheet, findings: Findings) -> None:
    if not sheet.rows:
        return
    if sheet.hidden:
        first = min(sheet.rows)
        place = (first, min(sheet.rows[first]))
        findings.issue(
            "HIDDEN_CONTENT", "check", f"The sheet “{sheet.name}” is hidden. It was not read.", sheet.name, place
        )
        return
    rows = sorted(sheet.hidden_rows & sheet.rows.keys())
    if rows:
        place = (rows[0], min(sheet.rows[rows[0]]))
        listed = ", ".join(map(str, rows[:10])) + (" and more" if len(rows) > 10 else "")
        findings.issue(
            "HIDDEN_CONTENT",
            "check",
            f"Hidden rows were left out: {listed}. Show them to have them read.",
            sheet.name,
            place,
        )
    used = {column for cells in sheet.rows.values() for column in cells} if sheet.hidden_columns else set()
    columns = sorted(sheet.hidden_columns & used)
    if columns:
        first = next(row for row, cells in sorted(sheet.rows.items()) if columns[0] in cells)
        listed = ", ".join(letters(column) for column in columns[:10])
        findings.issue(
            "HIDDEN_CONTENT", "check", f"Hidden columns were left out: {listed}. Show them to have them read.",
            sheet.name, (first, columns[0]),
        )  # fmt: skip


def mark_roles(scene: Scene, findings: Findings) -> None:
    """Note for the preview what each cell of a table was taken for."""
    grid, table = scene.table.grid, scene.table
    keys = {column.number: ROLES[column.role] for column in scene.columns if column.role in ROLES}
    for row in [*table.header, *table.repeated]:
        for column in grid.rows.get(row, {}):
            findings.roles.setdefault((scene.sheet, (row, column)), "header")
    for row in [row for row in table.rows if row <= LAST_ROW]:
        for column in grid.rows[row]:
            findings.roles.setdefault((scene.sheet, (row, column)), keys.get(column, "ignored"))
    for place in table.titles:
        findings.roles.setdefault((scene.sheet, place), "title")
    for place in table.notes:
        findings.roles.setdefault((scene.sheet, place), "note")
