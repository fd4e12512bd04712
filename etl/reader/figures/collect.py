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
from etl.reader.figures.part_years import left_out_part, not_kept, per_part, so_far
from etl.reader.findings import Findings
from etl.reader.periods.kinds import Period, Unsettled
from etl.reader.periods.questions import question_of
from etl.reader.remarks import Asked, problem
from etl.reader.tables.row import Row
from etl.reader.words.titles import Around

TOO_LONG = (
    "The row has more cells than there are headings, so its figures may stand under the wrong ones: it was left out. "
    "Put names and numbers that hold a comma in quotation marks."
)
FUTURE = Unsettled(left_out="a time that is still to come")


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
        if row.shifted:
            findings.note([problem("ROW_TOO_LONG", "must", TOO_LONG, known.sheet, row.shifted)])
        if row.part:
            findings.note([left_out_part(known, row.part)])
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
        period = per_part(spot, measured.indicator, period) or _in_time(period, value)
    if isinstance(period, Period):
        findings.note(so_far(spot, period))
        yield _fact(spot, measured, placed, value, period, findings)
    elif period.left_out:
        findings.roles[sheet, spot.place] = "ignored"
        findings.note([not_kept(spot, period.left_out)])
    else:
        findings.note([Asked(question_of(period.question, sheet, spot.place))])
        yield None


def _in_time(period: Period, value: Value) -> Period | Unsettled:
    """Hold back a figure of a time that is still to come: a plan, or a day that was read as a year."""
    return FUTURE if period.start > date.today() and value.number else period


def _fact(
    spot: Spot, measured: Measured, placed: Placed, value: Value, period: Period, findings: Findings
) -> Fact | None:
    known, authority = spot.known, placed.at(period.end)
    if _had_not_begun(period, value.number, known.given.month) or authority is None:
        return None
    if remark := ended(authority, period, known.sheet, spot.row.authority.at or spot.place):
        findings.note([] if value.marker else [remark])  # a sign says itself that there is no figure
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
        in_points=known.in_points,
    )


def _had_not_begun(period: Period, number: float | None, made: date | None) -> bool:
    """Tell a month that had not begun when the file was made: nought or an error there is no figure."""
    horizon = min(filter(None, (made, date.today())))
    return period.kind in ("month", "quarter") and period.start > horizon and not number
