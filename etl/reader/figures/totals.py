"""The column that sums up the months or quarters beside it: a year only if all of them are there."""

from collections.abc import Iterable

from etl.reader.cells.numbers import read_value
from etl.reader.cells.text import words
from etl.reader.figures.known_table import KnownTable, Spot
from etl.reader.periods.combine import NOT_KEPT, combined
from etl.reader.periods.kinds import Period, Unsettled
from etl.reader.tables.column import Column

DATED = {"month", "month_name", "quarter", "quarter_name", "quarter_of_year", "year", "financial", "date"}
SUMS = {"total", "totals", "sum", "cumulative"}
MEANS = {"average", "mean", "avg", "median", "current", "latest", "result", "figure", "value"}
NEUTRAL = {"the", "of", "for", "all", "year", "so", "far", "monthly", "quarterly", "months", "quarters"}
PER_YEAR = {"month": 12, "quarter": 4}
APRIL = 4  # in which the financial year of councils begins


def sums_up(known: KnownTable, column: Column) -> bool:
    """Tell a column without a period of its own, headed only "Total" or "Average", beside two or more that have one."""
    if column.parts or not column.texts:
        return False
    spoken = set(words(column.texts[-1]))
    if not spoken & (SUMS | MEANS) or not spoken <= SUMS | MEANS | NEUTRAL:
        return False
    return sum(_is_dated(other) for other in known.columns) > 1


def period_of_sum(spot: Spot) -> Period | Unsettled:
    """Find what a sum is of: the year if every month or quarter of it has a figure, else the year up to the last one.

    Returns
    -------
    Period or Unsettled
        Left out where the columns beside it do not make up the beginning of one financial year.
    """
    if not set(words(spot.column.texts[-1])) & SUMS:
        return NOT_KEPT
    known, inner = spot.known, spot.row.periods.parts
    found = [
        combined([*other.parts, *inner], known.outer, known.dating)
        for other in known.columns
        if _is_summed(other, spot)
    ]
    return _joined(period for period in found if isinstance(period, Period))


def _is_summed(other: Column, spot: Spot) -> bool:
    """Tell a month or quarter of the same measure that has a figure in the row."""
    known, measure = spot.known, _measure(spot.column)
    cell = known.table.grid.rows[spot.row.number].get(other.number)
    if cell is None or other.number in known.to_come or not _is_dated(other):
        return False
    alike = measure is None or _measure(other) == measure
    return alike and read_value(cell, known.given.legend).number is not None


def _joined(found: Iterable[Period]) -> Period | Unsettled:
    """Join periods that follow each other from April on into a year, or the year so far."""
    periods = sorted(set(found), key=lambda period: period.start)
    if not periods or len({period.kind for period in periods}) > 1 or periods[0].kind not in PER_YEAR:
        return NOT_KEPT
    whole = PER_YEAR[periods[0].kind]
    steps = zip(periods, periods[1:], strict=False)
    unbroken = all((later.start - earlier.end).days == 1 for earlier, later in steps)
    if periods[0].start.month != APRIL or not unbroken or len(periods) > whole:
        return NOT_KEPT
    return Period("year" if len(periods) == whole else "ytd", periods[0].start, periods[-1].end)


def _measure(column: Column) -> str | None:
    return column.named.indicator if column.named else None


def _is_dated(column: Column) -> bool:
    return column.role == "value" and any(part.form in DATED for part in column.parts)
