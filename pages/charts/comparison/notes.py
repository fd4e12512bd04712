"""What must be known of the figures, events, groups and breaks of a comparison, in sentences."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from data.catalogue import Indicator
from pages.charts.comparison.compared import REASONS, Asked, Line
from pages.charts.comparison.dots import Row
from pages.charts.words import day, listed, lowered, noted
from pages.charts.years import year_mark
from queries.rows.catalogue import Break
from queries.rows.compare import Pair, Since


def notes(rows: Sequence[Row], lines: Sequence[Line], breaks: Sequence[Break], asked: Asked) -> list[str]:
    """Write what must be known of single figures, joint returns, events, groups and breaks."""
    if asked.refused:
        return []
    chosen = [row for row in rows if row.role == "chosen" and row.period_end is not None]
    marked, gaps = Dates(), Dates()
    for row in chosen:
        for figure in _figures(row, row.asked_name, asked):
            if figure.note:
                marked.add(figure, figure.note)
            elif figure.missing:
                gaps.add(figure, f"{REASONS[figure.missing]}.")
    return [
        *noted([asked.about, *([asked.other] if asked.measure == "against" else [])]),
        *marked.said(),
        *gaps.said(),
        *_nationwide(rows, lines, asked),
        *_joint(chosen, asked),
        *_events(rows, asked),
        *_groups(lines),
        *_cuts(breaks, asked),
    ]


class Noted(NamedTuple):
    """What is noted of one figure: whose it is, its date, of what it is, and why it is not there if it is not."""

    whose: str
    when: date | None
    about: Indicator
    note: str
    missing: str


class Dates(dict[tuple[str, str, Indicator], list[date]]):
    """The dates of which the same is said, by whose figures and what is said, in the order in which they come."""

    def add(self, figure: Noted, said: str) -> None:
        """Add the date of a figure, where there is one."""
        if figure.when is not None:
            self.setdefault((figure.whose, said, figure.about), []).append(figure.when)

    def said(self) -> list[str]:
        """Write a sentence for each."""
        return [f"{whose}, {_years(dates, about)}: {said}" for (whose, said, about), dates in self.items()]


def _figures(row: Row, name: str, asked: Asked) -> list[Noted]:
    """Return what is noted of a figure; of a pair of both, each with what it measures: their dates may differ."""
    about, other = asked.about, asked.other
    if not isinstance(row, Pair):
        return [Noted(name, row.period_end, about, row.note, row.shown_status if row.shown is None else "")]
    return [
        Noted(f"{name}, {lowered(about.title)}", row.period_end, about, row.note,
              row.status if row.value is None else ""),
        Noted(f"{name}, {lowered(other.title)}", row.other_period_end, other, row.other_note,
              row.other_status if row.other_value is None else ""),
    ]  # fmt: skip


def _nationwide(rows: Sequence[Row], lines: Sequence[Line], asked: Asked) -> list[str]:
    """Write what concerns every authority, and what concerns England's figure where that is drawn."""
    drawn = any(line.role == "england" for line in lines)
    marked = Dates()
    for row in rows:
        for figure in _figures(row, "England", asked) if row.role == "england" else []:
            if figure.note and (drawn or "(All authorities.)" in figure.note):
                marked.add(figure, figure.note)
    return marked.said()


def _cuts(breaks: Sequence[Break], asked: Asked) -> list[str]:
    titles = {each.id: each.title for each in (asked.about, asked.other)}
    return [
        f"{titles[row.indicator_id]}, break in series between {day(row.from_period_end)} and "
        f"{day(row.to_period_end)}: {row.detail}"
        for row in breaks
    ]


def _years(dates: Iterable[date], about: Indicator) -> str:
    """Write the years of some dates: those that follow one another by the first and the last."""
    runs: list[list[date]] = []
    for when in sorted(set(dates)):
        if runs and when.year == runs[-1][-1].year + 1:
            runs[-1].append(when)
        else:
            runs.append([when])
    ends = [[year_mark(when, basis=about.basis) for when in (run[0], run[-1])] for run in runs]
    return listed([first if first == last else f"{first} to {last}" for first, last in ends])


def _joint(chosen: Sequence[Row], asked: Asked) -> list[str]:
    joint = Dates()
    for row in chosen:
        if row.area_level == "joint return" and "joint" not in row.note:
            joint.add(Noted(row.asked_name, row.period_end, asked.about, "", ""), row.area_name)
    return [
        f"{name}: from {asked.year(min(dates))} the figures are those of the joint return of {area}, "
        "not of this authority alone."
        for (name, area, _), dates in joint.items()
    ]


def _events(rows: Sequence[Row], asked: Asked) -> list[str]:
    dated: dict[str, Since] = {}
    for row in rows:
        if isinstance(row, Since) and row.role == "chosen" and row.recorded_on is not None:
            dated.setdefault(row.asked_code, row)
    return [
        f"{row.asked_name}: intervention {asked.event} {day(row.recorded_on, row.precision)}"
        + (" (only the year is known: put at its middle, so up to half a year off)" * (row.precision == "year"))
        + (f"; the latest of {row.earlier_events + 1} spells with a known date" * (row.earlier_events > 0))
        + "."
        for row in dated.values()
    ]  # fmt: skip


ALIKE = (
    "The authorities of a group like another are the same on every date: those that there are now. Grade is the Ofsted "
    "grade in force on the newest day held; size the number of children aged 0 to 17; deprivation the average score of "
    "the index of income deprivation affecting children."
)


def _groups(lines: Sequence[Line]) -> list[str]:
    groups = [point for line in lines if line.role == "group" for point in line.points]
    ids = {point.group_id for point in groups}
    said = []
    if any(point.basis == "median" for point in groups):
        said.append(
            "The figure of a group is the median of its authorities that have one, each counting the same. 'Median of "
            "9 of 10' says of how many it is, and how many there are: one has no figure. A joint return counts once."
        )
    if any(point.basis == "weighted mean" for point in groups):
        said.append(
            "The weighted mean of a group is weighted by the denominators of its authorities' figures, so large ones "
            "count for more; an authority without a figure or a denominator is left out. A joint return counts once."
        )
    if any(point.basis == "mean" for point in groups):
        said.append("The mean of a count is the plain mean of the authorities that have a figure.")
    if ids & {"kind", "grade", "size", "deprivation"}:
        said.append(ALIKE)
    if ids & {"inadequate", "other-grade"}:
        said.append(
            "The judgement at a date is the grade of the last inspection published by then: overall effectiveness, "
            "before November 2013 safeguarding or child protection. The authorities in it differ from year to year. "
            "One whose last inspection gave no overall grade, as all do since April 2026, is in neither group, even "
            "where an area of it was judged inadequate."
        )
    if ids & {"under-intervention", "no-intervention"}:
        said.append(
            "Under intervention at a date: a spell in our register known to be in force then. Where the end of a spell "
            "is not known, it counts until its last evidenced step; after that the authority is in neither group."
        )
    return said
