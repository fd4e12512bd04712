"""Figures of one place over time: a line, a band, the dates without a figure, and the label at the end."""

from dataclasses import dataclass
from datetime import date

from pages.charts.model.looks import Look

X = date | float  # where something stands across: a date, or a number such as years since an event
Lines = tuple[str, ...]  # words, line by line


def number(x: X) -> float:
    """Return where something stands across as a number: a date as its day number."""
    return float(x.toordinal()) if isinstance(x, date) else float(x)


@dataclass(frozen=True, kw_only=True, slots=True)
class Point:
    """A figure: where it stands, and what is said of it under the pointer, line by line.

    Attributes
    ----------
    symbol
        Of its mark, where that is another than its line's.
    """

    x: X
    y: float
    said: Lines = ()
    symbol: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """Figures of one place over time.

    Attributes
    ----------
    name
        Of the place or group.
    look
        How it is drawn.
    runs
        The points that a line may join, run by run: nothing is drawn from one run to the next.
    cased
        Whether it has a white edge, so that it can be followed over others.
    stepped
        Whether it stays level up to the next point.
    clipped
        Whether it is cut where it leaves the panel; else it may touch the edge.
    quiet
        Whether it stands behind the others, and nothing is said of it under the pointer.
    """

    name: str
    look: Look
    runs: tuple[tuple[Point, ...], ...]
    cased: bool = False
    stepped: bool = False
    clipped: bool = False
    quiet: bool = False

    @property
    def points(self) -> tuple[Point, ...]:
        """Every point, in order."""
        return tuple(point for run in self.runs for point in run)


@dataclass(frozen=True, kw_only=True, slots=True)
class Band:
    """An area between two figures, such as the middle half of all authorities; cut where a line would be.

    Attributes
    ----------
    runs
        Where it stands across, its lower and its upper edge, run by run.
    """

    name: str
    colour: str
    runs: tuple[tuple[tuple[X, float, float], ...], ...]
    stepped: bool = False


@dataclass(frozen=True, kw_only=True, slots=True)
class Gap:
    """Dates on which a line has no figure, one after another for one reason.

    Attributes
    ----------
    name
        Of the place, where several are drawn.
    dates
        Where the figures would stand.
    years
        The dates in words.
    sign
        The publisher's symbol in brackets, or a cross.
    reason
        Why there is none.
    at
        The figure at which the sign stands: the foot of the panel, or 0 for what rounds to it.
    """

    name: str
    dates: tuple[X, ...]
    years: str
    sign: str
    reason: str
    colour: str
    at: float
    said: tuple[Lines, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class End:
    """The label of a line, at its last figure.

    Attributes
    ----------
    name
        Of the line; empty where the panel draws one place alone.
    figure
        The last figure in words.
    more
        What must be said with it: its year where others have a later one, of how many it is the median.
    x, y
        Of the last figure.
    early
        Whether the axis goes on after that figure: a picture then writes the label in the plot where there is room,
        and leads no dots to one beside it, for nothing lies between.
    """

    name: str
    figure: str
    x: X
    y: float
    look: Look
    more: str = ""
    bold: bool = False
    early: bool = False
