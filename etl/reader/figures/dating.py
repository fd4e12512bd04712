"""Which period a figure is of: its column, its row, the sub-heading, and what stands around the table."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date

from etl.reader.cells.numbers import counts, read_value
from etl.reader.figures.known_table import KnownTable, Spot
from etl.reader.figures.totals import period_of_sum, sums_up
from etl.reader.periods.combine import NOT_KEPT, combined
from etl.reader.periods.kinds import Dating, Period, Unsettled
from etl.reader.periods.parts import Part, year_to
from etl.reader.periods.questions import answered_parts
from etl.reader.tables.row import Row
from etl.reader.tables.row_keys import OWN_KINDS
from etl.reader.words.indicators import is_stock, year_end

YEARS = re.compile(r"(?<!\d)20\d\d(?!\d)")
YEAR_ENDS = {3, 9}  # months with which the years of the measures end
YEARS_WHOLE = ("financial", "year", "year_ending", "academic", "calendar")  # of which the sum so far is that of all
UNKNOWN = Unsettled(question="period")


class Calendar:
    """The periods of the figures of one table, each settled once for all figures with the same parts."""

    def __init__(self, known: KnownTable) -> None:
        self._known = known
        self._sums = {column.number for column in known.columns if sums_up(known, column)}
        self._dated_around = _says_when(part for level in known.outer for part in level)
        self._spaced = _a_year_apart(known)
        self._settled: dict[tuple[object, ...], Period | Unsettled] = {}

    def is_silent(self, spot: Spot) -> bool:
        """Tell a figure of which nothing in the file says when."""
        return not (self._dated_around or spot.column.number in self._sums or _says_when(_inner(spot)))

    def period(self, spot: Spot, indicator: str) -> Period | Unsettled:
        """Settle the period of a figure."""
        row = spot.row
        if spot.column.number in self._sums:
            return NOT_KEPT if is_stock(indicator) else period_of_sum(spot)
        inner = tuple(_inner(spot))
        if row.periods.noted and not any(part.form in YEARS_WHOLE for part in inner):
            inner += row.periods.noted
        to_date = any(part.form == "ytd" for part in inner)
        key = (inner, indicator, row.identifier, row.periods.undated, row.number if to_date else None)
        if key not in self._settled:
            until = _last_month(self._known, row) if to_date else None
            found = _settled(self._known, row, inner, indicator, until)
            self._settled[key] = _of_months(found, indicator, self._answer) if self._spaced else found
        return self._settled[key]

    @property
    def _answer(self) -> str:
        return self._known.given.answers.get(f"spaced:{self._known.sheet}", "")


def _a_year_apart(known: KnownTable) -> bool:
    """Tell a table whose only months are March, or September, of several years: each may stand for its year."""
    parts = {part for column in known.columns for part in column.parts}
    parts |= {part for row in known.rows for part in row.periods.parts}
    months = [part for part in parts if part.form == "month"]
    return len({part.year for part in months}) > 1 and {part.month for part in months} <= YEAR_ENDS


def _of_months(found: Period | Unsettled, indicator: str, answer: str) -> Period | Unsettled:
    """Ask whether "Mar 22" and "Mar 23" are months or years; what is counted on a day is of that day either way."""
    if not isinstance(found, Period) or found.kind != "month" or is_stock(indicator) or answer == "month":
        return found
    return Period("year", year_to(found.end), found.end) if answer == "year" else Unsettled(question="spaced")


def _says_when(parts: Iterable[Part]) -> bool:
    return any(part.form != "day" for part in parts)


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
        known.sheet,
        inner,
        _dating(known, row, indicator, until),
        row.identifier or _kind_of_year(known),
        known.given.answers,
    )
    if row.periods.undated and not row.periods.parts:
        return UNKNOWN
    if not any(part.form != "day" for part in parts) and (_is_contradicted(known) or _tab_contradicts(known)):
        return UNKNOWN
    return combined(parts, known.outer, dating)


def _kind_of_year(known: KnownTable) -> str:
    """Find what a title, or the tab, says of the years below it: academic or calendar ones."""
    hints = (hint for around in known.near if around.origin != "file" for hint in around.hints)
    return next((hint.replace("school", "academic") for hint in hints if hint.endswith(" year")), "")


def _is_contradicted(known: KnownTable) -> bool:
    """Tell a table whose headings speak of one year and the name of its file, alone, of another: when it came out."""
    said = {int(year) for column in known.columns for text in column.texts for year in YEARS.findall(text)}
    *nearer, named = known.around
    if not said or any(around.parts for level in nearer for around in level):
        return False
    return any(part.year and part.year not in said for around in named for part in around.parts)


def _tab_contradicts(known: KnownTable) -> bool:
    """Tell a title of one year on a tab of another: one of them was left from the sheet that was copied."""
    titles = (around for level in known.around for around in level if around.origin == "title")
    said = next((years for around in titles if (years := _years(around.parts))), set())
    tabs = (around for level in known.around for around in level if around.origin == "tab")
    named = {year for around in tabs for year in _years(around.parts)}
    return bool(said and named) and not said & named


def _years(parts: Sequence[Part]) -> set[int]:
    """Give the calendar years of which some texts speak."""
    spans = [(part.start or part.end, part.end) for part in parts]
    spoken = {year for start, end in spans if start and end for year in range(start.year, end.year + 1)}
    return spoken | {part.year for part in parts if part.year}


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
    """Find the end of the last month with a figure in a row: one that is withheld is in the sum, one to come is not."""
    cells, legend = known.table.grid.rows[row.number], known.given.legend
    figures = {number for number, cell in cells.items() if counts(read_value(cell, legend))} - known.to_come
    filled = [column for column in known.columns if column.number in figures]
    ends = [part.end for column in filled for part in column.parts if part.form == "month" and part.end]
    return max(ends, default=None)
