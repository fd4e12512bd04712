"""Which period a figure is of: its column, its row, the sub-heading, and what stands around the table."""

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from etl.reader.figures.known_table import KnownTable, Spot
from etl.reader.figures.totals import period_of_sum, sums_up
from etl.reader.periods.combine import NOT_KEPT, combined
from etl.reader.periods.kinds import Dating, Period, Unsettled
from etl.reader.periods.parts import Part
from etl.reader.periods.questions import answered_parts
from etl.reader.tables.row import Row
from etl.reader.tables.row_keys import OWN_KINDS
from etl.reader.words.indicators import is_stock, year_end

YEARS = re.compile(r"(?<!\d)20\d\d(?!\d)")
UNKNOWN = Unsettled(question="period")


class Calendar:
    """The periods of the figures of one table, each settled once for all figures with the same parts."""

    def __init__(self, known: KnownTable) -> None:
        self._known = known
        self._sums = {column.number for column in known.columns if sums_up(known, column)}
        self._settled: dict[tuple[object, ...], Period | Unsettled] = {}

    def period(self, spot: Spot, indicator: str) -> Period | Unsettled:
        """Settle the period of a figure."""
        row = spot.row
        if spot.column.number in self._sums:
            return NOT_KEPT if is_stock(indicator) else period_of_sum(spot)
        inner = tuple(_inner(spot))
        to_date = any(part.form == "ytd" for part in inner)
        key = (inner, indicator, row.identifier, row.periods.undated, row.number if to_date else None)
        if key not in self._settled:
            until = _last_month(self._known, row) if to_date else None
            self._settled[key] = _settled(self._known, row, inner, indicator, until)
        return self._settled[key]


def _inner(spot: Spot) -> Iterator[Part]:
    """Give what column, row and sub-heading say; a measure's own name gives way to a period over the column."""
    periods, over = spot.row.periods, spot.column.parts
    yield from over
    yield from (part for part in periods.parts if not (part in periods.said and over and part.form not in OWN_KINDS))
    yield from (part for part in (spot.section.parts if spot.section else ()) if part.form != "other")


def _settled(
    known: KnownTable, row: Row, inner: tuple[Part, ...], indicator: str, until: date | None
) -> Period | Unsettled:
    parts, dating = answered_parts(
        known.sheet, inner, _dating(known, row, indicator, until), row.identifier, known.given.answers
    )
    if row.periods.undated and not row.periods.parts:
        return UNKNOWN
    if not any(part.form != "day" for part in parts) and _is_contradicted(known):
        return UNKNOWN
    return combined(parts, known.outer, dating)


def _is_contradicted(known: KnownTable) -> bool:
    """Tell a table whose headings speak of one year and the name of its file, alone, of another: when it came out."""
    said = {int(year) for column in known.columns for text in column.texts for year in YEARS.findall(text)}
    *nearer, named = known.around
    if not said or any(around.parts for level in nearer for around in level):
        return False
    return any(part.year and part.year not in said for around in named for part in around.parts)


def _dating(known: KnownTable, row: Row, indicator: str, until: date | None) -> Dating:
    """Say how figures of a measure are dated in a row."""
    return replace(
        known.dating,
        year_end=year_end(indicator),
        stock=is_stock(indicator),
        reporting_years=known.dating.reporting_years or row.identifier == "reporting year",
        until=until,
    )


def _last_month(known: KnownTable, row: Row) -> date | None:
    """Find the end of the last month with a figure in a row."""
    cells = known.table.grid.rows[row.number]
    filled = [column for column in known.columns if column.number in cells and column.number not in known.to_come]
    ends = [part.end for column in filled for part in column.parts if part.form == "month" and part.end]
    return max(ends, default=None)
