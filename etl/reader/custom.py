"""How a table dates its figures: calendar quarters, years of reporting, months past a year's end, months to come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.reader.findings import Findings
from etl.reader.headings import Column
from etl.reader.model import Kind
from etl.reader.numbers import read_value
from etl.reader.period_kinds import Custom
from etl.reader.period_parts import Part, financial_part

if TYPE_CHECKING:
    from etl.reader.facts import Scene


def set_custom(scene: Scene) -> Custom:
    """Find how the figures of a table are dated."""
    hints = {hint for level in scene.around for around in level for hint in around.hints}
    months = [
        part.month for column in scene.columns for part in column.parts if part.form == "month_name" and part.month
    ]
    years = {part.year for column in scene.columns for part in column.parts if part.form == "year"}
    falls = any(later < earlier for earlier, later in zip(months, months[1:], strict=False))
    sums = any(
        text.casefold().startswith(("sum of ", "average of ")) for column in scene.columns for text in column.texts
    )
    return Custom(
        year_end=(3, 31),
        stock=False,
        calendar_quarters=sums or "calendar_quarters" in hints,
        wrapped=falls and len(years) < 2,
    )


def future_columns(scene: Scene, findings: Findings) -> set[int]:
    """Find the months at the end of a table that hold only noughts and errors: they had not come yet."""
    dated = [
        column
        for column in scene.columns
        if any(part.form in ("month", "quarter", "month_name") for part in column.parts)
    ]
    found: set[int] = set()
    for column in reversed(dated):
        states = _states(scene, column, findings)
        if "figure" in states or (states.count("nought") == 1 and "error" not in states):
            break
        if not states or set(states) <= {"error", "gap"} and "error" not in states:
            continue
        found.add(column.number)
    return found if len(found) < len(dated) else set()


def _states(scene: Scene, column: Column, findings: Findings) -> list[str]:
    states = []
    for number in scene.table.rows:
        if cell := scene.table.grid.rows[number].get(column.number):
            value = read_value(cell, findings.legend)
            if cell.kind is Kind.ERROR and cell.text == "#N/A":
                states.append("error")
            elif value.number is None:
                states.append("gap" if value.marker and value.marker.kept == "missing" else "figure")
            else:
                states.append("figure" if value.number else "nought")
    return states


def financial_year_of(columns: list[Column]) -> list[Part]:
    """Find the one financial year in which all months over a table lie, for the quarters beside them."""
    years = {
        part.start.year - (part.start.month < 4)
        for column in columns
        for part in column.parts
        if part.form == "month" and part.start
    }
    return [financial_part(years.pop())] if len(years) == 1 else []
