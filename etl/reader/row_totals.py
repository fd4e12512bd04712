"""The column that sums up the months or quarters beside it: a year only if all of them are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from etl.reader.findings import Findings
from etl.reader.headings import Column
from etl.reader.numbers import read_value
from etl.reader.period_kinds import Period, Unsettled
from etl.reader.period_parts import Part
from etl.reader.rows import Row
from etl.reader.settle import NOT_KEPT, settle
from etl.reader.text import words

if TYPE_CHECKING:
    from etl.reader.facts import Scene

DATED = {"month", "month_name", "quarter", "quarter_name", "quarter_of_year", "year", "financial", "date"}
SUMS = {"total", "totals", "sum", "cumulative"}
MEANS = {"average", "mean", "avg", "median", "current", "latest", "result", "figure", "value"}
NEUTRAL = {"the", "of", "for", "all", "year", "so", "far", "monthly", "quarterly", "months", "quarters"}
PER_YEAR = {"month": 12, "quarter": 4}


def sums_up(scene: Scene, column: Column) -> bool:
    """Tell a column without a period of its own, headed only "Total" or "Average", beside two or more that have one."""
    if column.parts or not column.texts:
        return False
    spoken = set(words(column.texts[-1]))
    return (
        bool(spoken & (SUMS | MEANS))
        and spoken <= SUMS | MEANS | NEUTRAL
        and sum(_is_dated(other) for other in scene.columns) > 1
    )


def period_of_sum(
    scene: Scene, row: Row, column: Column, inner: tuple[Part, ...], findings: Findings
) -> Period | Unsettled:
    """Find what a sum is of: the year if every month or quarter of it has a figure, else the year up to the last one.

    Returns
    -------
    Period or Unsettled
        Left out where the columns beside it do not make up the beginning of one financial year.
    """
    if not set(words(column.texts[-1])) & SUMS:
        return NOT_KEPT
    cells = scene.table.grid.rows[row.number]
    found = []
    for other in scene.columns:
        cell = None if other.number in scene.future else cells.get(other.number)
        alike = _measure(other) == _measure(column) or _measure(column) is None
        if cell and alike and _is_dated(other) and read_value(cell, findings.legend).number is not None:
            found.append(settle([*other.parts, *inner], scene.outer, scene.custom))
    return _joined([period for period in found if isinstance(period, Period)])


def _joined(periods: list[Period]) -> Period | Unsettled:
    periods = sorted(set(periods), key=lambda period: period.start)
    if not periods or len({period.kind for period in periods}) > 1 or periods[0].kind not in PER_YEAR:
        return NOT_KEPT
    steps = zip(periods, periods[1:], strict=False)
    unbroken = all((later.start - earlier.end).days == 1 for earlier, later in steps)
    if periods[0].start.month != 4 or not unbroken or len(periods) > PER_YEAR[periods[0].kind]:
        return NOT_KEPT
    kind = "year" if len(periods) == PER_YEAR[periods[0].kind] else "ytd"
    return Period(kind, periods[0].start, periods[-1].end)


def _measure(column: Column) -> str | None:
    return column.named.indicator if column.named else None


def _is_dated(column: Column) -> bool:
    return column.role == "value" and any(part.form in DATED for part in column.parts)
