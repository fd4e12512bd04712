"""Where the chosen authorities stand among all on the newest date: a strip of all figures, those chosen named."""

from collections.abc import Sequence

from pages.charts import axes
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.looks import IN_ONE_CHART
from pages.charts.model import Across, Drawing, Label, Lines, Look, Mark, Panel, Point, Tick, Up
from pages.charts.model import Line as Drawn
from pages.charts.theme import TEXT
from pages.charts.words import KNOWN, day, figure, listed
from queries.rows.england import AuthorityYear

EACH = Look(colour="#6f8fae", symbol="line-ns", width=0, size=12)
FOOT, ROW = 24, 44  # pixels: of the strip of all, and of each of the chosen over it
MARK = 13  # pixels across
WIDTH = 28  # letters of a label in one line: more leave a screen of 320 pixels
THIRD = 1 / 3  # of the axis: nearer to an edge a label stands to the other side of its mark
STEPS = 5


def strip(rows: Sequence[AuthorityYear], lines: Sequence[Line], asked: Asked) -> tuple[Drawing, str] | None:
    """Draw the figures of all authorities on one date as a strip, and the chosen ones over it with their ranks.

    Parameters
    ----------
    rows
        Of `queries.england.year` for the newest date.
    lines
        What is drawn above: its authorities are named, with their looks.
    asked
        How the comparison is asked for: nothing is drawn where a rank has no sense.

    Returns
    -------
    tuple or None
        The drawing and its alternative text.
    """
    known = [row for row in rows if row.status in KNOWN and not row.tiny]
    chosen = _chosen(known, lines)
    if not asked.ranked or not chosen or len(chosen) > IN_ONE_CHART:
        return None
    axis = _across(known, asked)
    title = f"Where they stand among all {len(known)} authorities with a figure, {day(known[0].period_end)}"
    panel = Panel(
        title=title,
        tall=FOOT + ROW * len(chosen),
        up=Up(low=-FOOT / ROW, high=float(len(chosen)), grid=False, zero=False),
        lines=(_all(known, asked),),
        marks=tuple(_mark(row, look, n, asked) for n, (row, look) in enumerate(chosen)),
        labels=tuple(_label(row, n, asked, axis) for n, (row, _) in enumerate(chosen)),
    )
    told = listed([", ".join(_told(row, asked)) for row, _ in chosen])
    least, most = (_written(row, asked) for row in (min(known, key=_value), max(known, key=_value)))
    alternative = f"{title}: {told}. The lowest is {least}, the highest {most}."
    return Drawing(panels=(panel,), across=axis), alternative


def _value(row: AuthorityYear) -> float:
    return row.value or 0.0  # what rounds to 0 stands there, as in ranks


def _chosen(known: Sequence[AuthorityYear], lines: Sequence[Line]) -> list[tuple[AuthorityYear, Look]]:
    """Return the rows of the chosen authorities with the looks of their lines, the lowest figure first."""
    looks = {
        code: line.look for line in reversed(lines) if line.role == "chosen" for code in [line.points[-1]["area_code"]]
    }
    return [(row, looks[row.area_code]) for row in sorted(known, key=_value) if row.area_code in looks]


def _across(known: Sequence[AuthorityYear], asked: Asked) -> Across:
    low, high = min(0.0, *map(_value, known)), max(map(_value, known)) * 1.03 or 1.0
    ticks = [Tick(at=at, words=axes.label(at, asked.about["unit"], high)) for at in axes.even(low, high, STEPS)]
    return Across(first=low - (high - low) * 0.02, last=high, ticks=tuple(ticks))


def _written(row: AuthorityYear, asked: Asked) -> str:
    return figure(row.value, row.status, unit=asked.about["unit"], decimals=asked.about["decimals"])


def _all(known: Sequence[AuthorityYear], asked: Asked) -> Drawn:
    runs = tuple(
        (Point(x=_value(row), y=-0.5 * FOOT / ROW, said=(row.area_name, _written(row, asked))),) for row in known
    )
    return Drawn(name="all authorities", look=EACH, runs=runs)


def _told(row: AuthorityYear, asked: Asked) -> Lines:
    """Name an authority with its figure, and its place among all with the range of it."""
    place = "not ranked: small numbers" if row.rank is None else f"{row.rank} of {row.ranked_of}"
    span = f" ({row.rank_low} to {row.rank_high})" if row.rank is not None and row.rank_low is not None else ""
    own = _written(row, asked)
    if len(row.area_name) + len(own) > WIDTH:
        return row.area_name, f"{own}, {place}{span}"
    return f"{row.area_name} {own}", f"{place}{span}"


def _mark(row: AuthorityYear, look: Look, n: int, asked: Asked) -> Mark:
    return Mark(x=_value(row), y=n + 0.2, symbol=look.symbol, size=MARK, colour=look.colour, said=_told(row, asked))


def _label(row: AuthorityYear, n: int, asked: Asked, axis: Across) -> Label:
    """Write over the mark of an authority who it is, to the side on which there is room."""
    share = _value(row) / float(axis.last)  # type: ignore[arg-type]
    side = "left" if share < THIRD else "right" if share > 1 - THIRD else "middle"
    return Label(x=_value(row), y=n + 0.36, lines=_told(row, asked), across=side, down="bottom",
                 colour=TEXT)  # fmt: skip
