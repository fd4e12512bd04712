"""The figures of one table: each with its authority, measure and period, or with what is missing."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from etl.reader.context import Around, find_one
from etl.reader.custom import financial_year_of, future_columns, set_custom
from etl.reader.findings import Fact, Findings
from etl.reader.headings import Column
from etl.reader.indicators import is_stock, year_end
from etl.reader.measures import Measured, measure_of
from etl.reader.model import Cell
from etl.reader.numbers import read_value
from etl.reader.period_kinds import Custom, Period, Unsettled
from etl.reader.period_parts import Part
from etl.reader.place_of import Placed, is_over, placed
from etl.reader.row_totals import period_of_sum, sums_up
from etl.reader.rows import OWN_KINDS, Row, read_rows
from etl.reader.settle import NOT_KEPT, settle
from etl.reader.tables import Table
from etl.reader.when import answered_parts, ask_when


@dataclass(slots=True)
class Scene:
    """One table with its columns and all that stands around it, nearest first."""

    number: int
    table: Table
    columns: list[Column]
    around: list[list[Around]]
    sections: dict[int, Around] = field(default_factory=dict)
    ees: bool = False
    custom: Custom = Custom((3, 31), stock=False)
    rows: list[Row] = field(default_factory=list)
    future: set[int] = field(default_factory=set)
    sub_areas: bool = False
    sheet: str | None = None
    outer: list[list[Part]] = field(default_factory=list)
    settled: dict[tuple[object, ...], Period | Unsettled] = field(default_factory=dict)


def collect(scene: Scene, findings: Findings) -> None:
    """Read every figure of a table into the findings."""
    scene.rows = list(read_rows(scene.table, scene.columns))
    scene.custom = set_custom(scene)
    scene.outer = [[part for around in level for part in around.parts] for level in scene.around]
    scene.outer.append(financial_year_of(scene.columns))
    scene.future = future_columns(scene, findings)
    authority, _, around = find_one(scene.around)
    names = [row for row in scene.rows if row.place_at and not row.place.summary]
    unknown = [row for row in names if not (row.place.authority or row.place.candidates or row.place.foreign)]
    scene.sub_areas = authority is not None and around is not None and len(unknown) * 2 >= len(names) > 0
    values = [column for column in scene.columns if column.role == "value"]
    section: Around | None = None
    starts = iter(sorted(scene.sections))
    upcoming = next(starts, None)
    for row in scene.rows:
        while upcoming is not None and upcoming < row.number:
            section, upcoming = scene.sections[upcoming], next(starts, None)
        if row.skipped or _is_planned(scene, section):
            _mark_row(scene, row, findings)
        else:
            _collect_row(scene, row, values, section, findings)


def _is_planned(scene: Scene, section: Around | None) -> bool:
    """Tell targets and forecasts, by the sub-heading or the nearest title."""
    nearest = section or next((around for level in scene.around[:1] for around in level), None)
    return nearest is not None and "plans" in nearest.hints


def _collect_row(scene: Scene, row: Row, values: list[Column], section: Around | None, findings: Findings) -> None:
    cells = scene.table.grid.rows[row.number]
    filled = [column for column in values if column.number in cells and column.number not in scene.future]
    for column in filled:
        place = (row.number, column.number)
        measured = measure_of(scene, row, column, section, findings)
        if measured is None:
            findings.roles.setdefault((scene.sheet, place), "ignored")
            continue
        where = placed(scene, row, column, section, findings)
        if where is not None:
            _collect_cell(scene, row, column, (measured, where), cells[column.number], section, findings)


def _collect_cell(
    scene: Scene,
    row: Row,
    column: Column,
    known: tuple[Measured, Placed],
    cell: Cell,
    section: Around | None,
    findings: Findings,
) -> None:
    measured, where = known
    place = (row.number, column.number)
    value = read_value(cell, findings.legend)
    if value.problem == "MONEY":
        return
    findings.wanted += 1
    period = _period(scene, row, column, measured, section, findings)
    if isinstance(period, Unsettled):
        if period.left_out:
            findings.roles[scene.sheet, place] = "ignored"
            findings.wanted -= 1
        else:
            ask_when(period.question, scene.sheet, place, findings)
        return
    if _is_to_come(period, value.number, findings):
        return
    if where.authority is None:
        return
    if is_over(where.authority, period, scene.sheet, row.place_at or place, findings):
        return
    fact = Fact(where.at(period.end), measured.indicator, period, value, scene.sheet, place, cell.text)
    fact.group = (scene.number, measured.indicator)
    fact.says_percent, fact.open_unit, fact.in_points = measured.says_percent, measured.open_unit, scene.ees
    findings.facts.append(fact)
    findings.roles.setdefault((scene.sheet, place), "value")


def _period(
    scene: Scene, row: Row, column: Column, measured: Measured, section: Around | None, findings: Findings
) -> Period | Unsettled:
    """Settle the period of a figure, once for all figures with the same parts."""
    if sums_up(scene, column):
        return NOT_KEPT if is_stock(measured.indicator) else period_of_sum(scene, row, column, row.parts, findings)
    inner = (
        *column.parts,
        *_of_row(row, column),
        *(part for part in (section.parts if section else ()) if part.form != "other"),
    )
    key = (inner, measured.indicator, row.identifier, row.undated, *([row.number] if _is_to_date(inner) else []))
    if key not in scene.settled:
        scene.settled[key] = _settled(scene, row, list(inner), measured, findings)
    return scene.settled[key]


def _of_row(row: Row, column: Column) -> Iterator[Part]:
    """Give the parts of a row; those in a measure's own name give way to a period over the column."""
    return (part for part in row.parts if not (part in row.said and column.parts and part.form not in OWN_KINDS))


def _is_to_date(parts: tuple[Part, ...]) -> bool:
    return any(part.form == "ytd" for part in parts)


def _settled(scene: Scene, row: Row, inner: list[Part], measured: Measured, findings: Findings) -> Period | Unsettled:
    custom = Custom(
        year_end=year_end(measured.indicator),
        stock=is_stock(measured.indicator),
        calendar_quarters=scene.custom.calendar_quarters,
        reporting_years=scene.custom.reporting_years or row.identifier == "reporting year",
        wrapped=scene.custom.wrapped,
        until=_until(scene, row) if _is_to_date(tuple(inner)) else None,
    )
    inner, custom = answered_parts(scene.sheet, inner, custom, row.identifier, findings.answers)
    if row.undated and not row.parts:
        return Unsettled(question="period")
    return settle(inner, scene.outer, custom)


def _until(scene: Scene, row: Row) -> date | None:
    """Find the end of the last month with a figure in a row."""
    cells = scene.table.grid.rows[row.number]
    ends = [
        part.end
        for column in scene.columns
        if column.number in cells and column.number not in scene.future
        for part in column.parts
        if part.form == "month" and part.end
    ]
    return max(ends, default=None)


def _is_to_come(period: Period, number: float | None, findings: Findings) -> bool:
    """Tell a month that had not begun when the file was made: nought or an error there is no figure."""
    horizon = min(filter(None, (findings.until, date.today())))
    return period.kind in ("month", "quarter") and period.start > horizon and not number


def _mark_row(scene: Scene, row: Row, findings: Findings) -> None:
    for column in scene.table.grid.rows[row.number]:
        findings.roles.setdefault((scene.sheet, (row.number, column)), "ignored")
