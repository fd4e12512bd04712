"""From the figures of one place to what is drawn: the line where one may be drawn, the gaps, the marks, the label."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta
from itertools import groupby
from typing import NamedTuple

from pages.charts import theme
from pages.charts.model import Gap, Line, Lines, Look, Mark, Point, X

# Years follow one another on the same day, or, for a collection that moved its day, within half a year of it.
LONGEST_STEP = timedelta(days=550)
RING, ZERO = 16, 9  # pixels across: a ring stands around a mark, the mark of what rounds to 0 is a little larger
DRAWN = ("published", "rounds_to_zero")


class Figure(NamedTuple):
    """One figure of a place, or the reason why there is none.

    Attributes
    ----------
    x
        Where it stands across.
    on
        Its reference date.
    value, status
        The figure, there only if the status is published.
    segment
        Of the series: a break lies between two of them.
    area
        The code of the area that it is of: a member of a joint return is answered with the return.
    said
        What is said of it under the pointer.
    unusual
        Whether a note calls it unusual.
    symbol
        Of its mark, where that is another than its line's.
    """

    x: X
    on: date
    value: float | None
    status: str
    segment: int
    area: str
    said: Lines = ()
    unusual: bool = False
    symbol: str = ""


def joined(before: Figure, after: Figure) -> bool:
    """Tell whether a line may lead from one figure to the next: no gap, no break, no other area, no missing year."""
    return (
        before.value is not None
        and after.value is not None
        and before.segment == after.segment
        and before.area == after.area
        and after.on - before.on < LONGEST_STEP
    )


def runs(figures: Sequence[Figure]) -> tuple[tuple[Point, ...], ...]:
    """Return the runs of figures that a line may join.

    Parameters
    ----------
    figures
        Of one place, by date.
    """
    found: list[list[Point]] = []
    before: Figure | None = None
    for figure in figures:
        if figure.value is not None:
            if before is None or not joined(before, figure):
                found.append([])
            found[-1].append(Point(x=figure.x, y=figure.value, said=figure.said, symbol=figure.symbol))
        before = figure
    return tuple(map(tuple, found))


def line(name: str, figures: Sequence[Figure], look: Look, *, cased: bool = True, clipped: bool = False) -> Line:
    """Draw the figures of one place as a line."""
    return Line(name=name, look=look, runs=runs(figures), cased=cased, clipped=clipped)


def marks(figures: Sequence[Figure], colour: str) -> list[Mark]:
    """Mark what is not plain: a ring around an unusual value, a hollow circle at 0 for what rounds to it."""
    rings = [
        Mark(x=figure.x, y=figure.value, symbol="circle", size=RING, colour=colour, hollow=True)
        for figure in figures
        if figure.unusual and figure.value is not None
    ]
    zeros = [
        Mark(x=figure.x, y=0.0, symbol="circle", size=ZERO, colour=colour, hollow=True, said=figure.said)
        for figure in figures
        if figure.status == "rounds_to_zero"
    ]
    return rings + zeros


def calendar_year(on: date) -> str:
    """Write the year of a reference date."""
    return str(on.year)


def gaps(
    figures: Sequence[Figure], *, name: str, colour: str, at: float, reasons: dict[str, str],
    year: Callable[[date], str] = calendar_year,
) -> list[Gap]:  # fmt: skip
    """Return where a place has no figure; dates one after another for one reason are one gap.

    Parameters
    ----------
    figures
        Of one place, by date.
    name
        Of the place, where several are drawn; else empty.
    at
        Where the sign stands, in the unit of the panel.
    reasons
        What each status means in words.
    year
        How a reference date is written.
    """
    found = []
    for status, run in groupby(figures, key=lambda figure: "" if figure.value is not None else figure.status):
        missing = list(run)
        if status and status not in DRAWN:
            found.append(
                Gap(
                    name=name, colour=colour, at=at, sign=sign(status), reason=reasons[status],
                    years=_years(missing, year), dates=tuple(figure.x for figure in missing),
                    said=tuple(figure.said for figure in missing),
                )
            )  # fmt: skip
    return found


def _years(missing: Sequence[Figure], year: Callable[[date], str]) -> str:
    first, last = year(missing[0].on), year(missing[-1].on)
    return first if first == last else f"{first} to {last}"


def sign(status: str) -> str:
    """Write the publisher's symbol of a status in brackets; other reasons have a cross."""
    return f"[{theme.STATUS_SYMBOLS[status]}]" if status in theme.STATUS_SYMBOLS else "×"


def last_drawn(figures: Iterable[Figure]) -> Figure | None:
    """Return the newest figure that is drawn: published, or rounded to 0."""
    drawn = [figure for figure in figures if figure.status in DRAWN]
    return max(drawn, key=lambda figure: figure.on, default=None)
