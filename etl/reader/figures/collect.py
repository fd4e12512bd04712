"""The figures of one table: each with its authority, measure and period, or what is missing said."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from etl.reader.account import Line
from etl.reader.cells.numbers import Value, read_value
from etl.reader.figures.authority import Placed, authority_of, ended
from etl.reader.figures.dating import Calendar
from etl.reader.figures.fact import Fact
from etl.reader.figures.headed import Headed, read_as
from etl.reader.figures.known_table import KnownTable, Spot
from etl.reader.figures.measure import Measured, measure_of
from etl.reader.figures.part_years import left_out_part, not_kept, per_part, so_far
from etl.reader.figures.unread import left_unread, unread_cells, unread_column, unread_row
from etl.reader.findings import Findings
from etl.reader.periods.kinds import Period, Unsettled
from etl.reader.periods.questions import question_of
from etl.reader.remarks import Asked, Offered, Remark, Remarks, are_asked, problem
from etl.reader.tables.row import Row
from etl.reader.words.indicators import year_end
from etl.reader.words.titles import Around

TOO_LONG = (
    "The row has more cells than there are headings, so its figures may stand under the wrong ones: it was left out. "
    "Put names and numbers that hold a comma in quotation marks."
)
FUTURE = Unsettled(left_out="a time that is still to come, or a year that is not over")


@dataclass(frozen=True, slots=True)
class Collected:
    """The figures of a table, and how many there would be if every question were answered."""

    facts: tuple[Fact, ...]
    wanted: int


@dataclass(frozen=True, slots=True)
class Desk:
    """What is at hand while a table is read."""

    calendar: Calendar
    headed: Headed
    findings: Findings


class Candidate(NamedTuple):
    """A figure whose measure and authority are known: its run, and its value."""

    line: Line
    measured: Measured
    placed: Placed
    value: Value


def collect(known: KnownTable, findings: Findings) -> Collected:
    """Read every figure of a table, noting what is doubtful and what became of each."""
    found = list(_figures(known, findings))
    return Collected(tuple(fact for fact in found if fact), len(found))


def _figures(known: KnownTable, findings: Findings) -> Iterator[Fact | None]:
    """Give each figure of ours; nothing stands for one of which something has to be said or asked first."""
    desk = Desk(Calendar(known), Headed(known, findings.account), findings)
    values = [column for column in known.columns if column.role == "value"]
    ignored = [column for column in known.columns if column.role == "ignored"]
    for row, section in _sectioned(known):
        cells = known.table.grid.rows[row.number]
        why = unread_row(known, row, section)
        findings.note([*_said_of(known, row), *unread_cells(known, row, ignored)])
        for number in cells if why else ():
            findings.mark(known.sheet, (row.number, number), "ignored")
        for spot in (Spot(known, row, column, section) for column in values if column.number in cells):
            if unread := why or unread_column(known, spot.column):
                findings.note([left_unread(spot, unread)])
            else:
                yield from _figure(spot, desk)


def _said_of(known: KnownTable, row: Row) -> Iterator[Remark]:
    """Say that a row is longer than the header, or a part of the whole."""
    if row.shifted:
        yield problem("ROW_TOO_LONG", "must", TOO_LONG, known.sheet, row.shifted)
    if row.part:
        yield left_out_part(known, row.part)


def _sectioned(known: KnownTable) -> Iterator[tuple[Row, Around | None]]:
    """Give each row with the sub-heading above it."""
    section: Around | None = None
    starts = sorted(known.sections, reverse=True)
    for row in known.rows:
        while starts and starts[-1] < row.number:
            section = known.sections[starts.pop()]
        yield row, section


def _figure(spot: Spot, desk: Desk) -> Iterator[Fact | None]:
    line, findings = desk.headed.line(spot), desk.findings
    measured, remarks = measure_of(spot)
    findings.note(remarks)
    if measured is None:
        findings.mark(spot.known.sheet, spot.place, "open" if are_asked(remarks) else "ignored")
        if are_asked(remarks) and desk.calendar.is_silent(spot):
            findings.note([Offered(question_of("period", spot.known.sheet, spot.place))])
        desk.headed.left(line, spot, remarks, "words" if _are_words(remarks) else "measure")
        return
    placed, remarks = authority_of(spot)
    findings.note(remarks)
    value = read_value(spot.cell, spot.known.given.legend) if placed else None
    if placed and value and value.problem != "MONEY":
        yield from _dated(spot, Candidate(line, measured, placed, value), desk)
    else:
        if are_asked(remarks):
            findings.mark(spot.known.sheet, spot.place, "open")
        desk.headed.left(line, spot, remarks, "measure" if placed else "authority")


def _are_words(remarks: Remarks) -> bool:
    """Tell whether a question about words is put."""
    return any(isinstance(remark, Offered) and remark.question.kind == "words" for remark in remarks)


def _dated(spot: Spot, candidate: Candidate, desk: Desk) -> list[Fact | None]:
    """Settle the period of a figure: one fact, nothing for one that has to be asked about, or none."""
    indicator, line = candidate.measured.indicator, candidate.line
    period = desk.calendar.period(spot, indicator)
    if isinstance(period, Period):
        period = per_part(spot, indicator, period) or _in_time(period, candidate.value)
    if isinstance(period, Period):
        return [_taken(spot, candidate, period, desk)]
    if period.left_out:
        desk.findings.roles[spot.known.sheet, spot.place] = "ignored"
    else:
        desk.findings.mark(spot.known.sheet, spot.place, "open")
    remarks = _unsettled(spot, period, indicator)
    desk.findings.note(remarks)
    kind = "waiting" if not period.left_out else "to_come" if period is FUTURE else "period"
    desk.headed.left(line, spot, remarks, kind)
    return [] if period.left_out else [None]


def _unsettled(spot: Spot, period: Unsettled, indicator: str) -> Remarks:
    """Say that a period is of a kind that is not kept, or ask for it."""
    if period.left_out:
        return (not_kept(spot, period.left_out),)
    return (Asked(question_of(period.question, spot.known.sheet, spot.place, year_end(indicator))),)


def _taken(spot: Spot, candidate: Candidate, period: Period, desk: Desk) -> Fact | None:
    findings, line = desk.findings, candidate.line
    findings.note(so_far(spot, period))
    fact, remarks = _fact(spot, candidate, period)
    findings.note(remarks)
    if fact:
        findings.mark(spot.known.sheet, spot.place, "value")
        read_as(line, fact.indicator, period)
    else:
        kind = "to_come" if candidate.placed.authority else "waiting"
        if kind == "waiting":
            findings.mark(spot.known.sheet, spot.place, "open")
        desk.headed.left(line, spot, remarks, "ended" if remarks else kind)
    return fact


def _in_time(period: Period, value: Value) -> Period | Unsettled:
    """Hold back a figure of a time that is still to come, or of a year that is not over: a plan, or a part of it."""
    begun = period.start <= date.today() and not (period.kind == "year" and period.end > date.today())
    return period if begun or not value.number else FUTURE


def _fact(spot: Spot, candidate: Candidate, period: Period) -> tuple[Fact | None, Remarks]:
    known, authority, value = spot.known, candidate.placed.at(period.end), candidate.value
    if _had_not_begun(period, value.number, known.given.month) or authority is None:
        return None, ()
    if remark := ended(authority, period, known.sheet, spot.row.authority.at or spot.place):
        return None, () if value.marker else (remark,)  # a sign says itself that there is no figure
    fact = Fact(
        authority,
        candidate.measured.indicator,
        period,
        value,
        known.sheet,
        spot.place,
        shown=spot.cell.text,
        table=known.number,
        says_percent=candidate.measured.says_percent,
        open_unit=candidate.measured.open_unit,
        in_points=known.in_points,
        line=candidate.line.number,
    )
    return fact, ()


def _had_not_begun(period: Period, number: float | None, made: date | None) -> bool:
    """Tell a month that had not begun when the file was made: nought or an error there is no figure."""
    return period.kind in ("month", "quarter") and period.start > min(made or date.max, date.today()) and not number
