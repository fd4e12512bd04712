"""The figures of one table: each with its authority, measure and period, or what is missing said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from etl.reader.cells.numbers import Value, read_value
from etl.reader.figures.authority import Placed, authority_of, ended
from etl.reader.figures.dating import Calendar
from etl.reader.figures.fact import Fact
from etl.reader.figures.known_table import KnownTable, Spot
from etl.reader.figures.measure import Measured, measure_of
from etl.reader.findings import Findings
from etl.reader.periods.kinds import Period
from etl.reader.periods.questions import question_of
from etl.reader.remarks import Asked
from etl.reader.tables.row import Row
from etl.reader.words.titles import Around


@dataclass(frozen=True, slots=True)
class Collected:
    """The figures of a table, and how many there would be if every question were answered."""

    facts: tuple[Fact, ...]
    wanted: int


def collect(known: KnownTable, findings: Findings) -> Collected:
    """Read every figure of a table, noting what is doubtful."""
    found = list(_figures(known, findings))
    return Collected(tuple(fact for fact in found if fact), len(found))


def _figures(known: KnownTable, findings: Findings) -> Iterator[Fact | None]:
    """Give each figure of ours; nothing stands for one of which something has to be said or asked first."""
    calendar = Calendar(known)
    values = [column for column in known.columns if column.role == "value" and column.number not in known.to_come]
    for row, section in _sectioned(known):
        cells = known.table.grid.rows[row.number]
        if row.skipped or _is_planned(known, section):
            for number in cells:
                findings.mark(known.sheet, (row.number, number), "ignored")
        else:
            for column in (column for column in values if column.number in cells):
                yield from _figure(Spot(known, row, column, section), calendar, findings)


def _sectioned(known: KnownTable) -> Iterator[tuple[Row, Around | None]]:
    """Give each row with the sub-heading above it."""
    section: Around | None = None
    starts = sorted(known.sections, reverse=True)
    for row in known.rows:
        while starts and starts[-1] < row.number:
            section = known.sections[starts.pop()]
        yield row, section


def _is_planned(known: KnownTable, section: Around | None) -> bool:
    """Tell targets and forecasts, by the sub-heading or the nearest title."""
    nearest = section or next((around for level in known.around[:1] for around in level), None)
    return nearest is not None and "plans" in nearest.hints


def _figure(spot: Spot, calendar: Calendar, findings: Findings) -> Iterator[Fact | None]:
    measured, remarks = measure_of(spot)
    findings.note(remarks)
    if measured is None:
        findings.mark(spot.known.sheet, spot.place, "ignored")
        return
    placed, remarks = authority_of(spot)
    findings.note(remarks)
    value = read_value(spot.cell, spot.known.given.legend) if placed else None
    if placed and value and value.problem != "MONEY":
        yield from _dated(spot, measured, placed, value, calendar, findings)


def _dated(
    spot: Spot, measured: Measured, placed: Placed, value: Value, calendar: Calendar, findings: Findings
) -> Iterator[Fact | None]:
    sheet = spot.known.sheet
    period = calendar.period(spot, measured.indicator)
    if isinstance(period, Period):
        yield _fact(spot, measured, placed, value, period, findings)
    elif period.left_out:
        findings.roles[sheet, spot.place] = "ignored"
    else:
        findings.note([Asked(question_of(period.question, sheet, spot.place))])
        yield None


def _fact(
    spot: Spot, measured: Measured, placed: Placed, value: Value, period: Period, findings: Findings
) -> Fact | None:
    known, authority = spot.known, placed.at(period.end)
    if _had_not_begun(period, value.number, known.given.month) or authority is None:
        return None
    if remark := ended(authority, period, known.sheet, spot.row.authority.at or spot.place):
        findings.note([remark])
        return None
    findings.mark(known.sheet, spot.place, "value")
    return Fact(
        authority,
        measured.indicator,
        period,
        value,
        known.sheet,
        spot.place,
        shown=spot.cell.text,
        table=known.number,
        says_percent=measured.says_percent,
        open_unit=measured.open_unit,
        in_points=known.official,
    )


def _had_not_begun(period: Period, number: float | None, made: date | None) -> bool:
    """Tell a month that had not begun when the file was made: nought or an error there is no figure."""
    horizon = min(filter(None, (made, date.today())))
    return period.kind in ("month", "quarter") and period.start > horizon and not number
