"""Where the chosen authorities stand among all on the newest date: a strip of all figures, those chosen named."""

import textwrap
from collections.abc import Sequence

from pages.charts import axes
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.looks import IN_ONE_CHART
from pages.charts.model import Across, Drawing, Label, Lines, Look, Mark, Panel, Point, Tick, Up
from pages.charts.model import Line as Drawn
from pages.charts.theme import TEXT
from pages.charts.words import KNOWN, figure, listed
from pages.charts.years import dated
from queries.rows.england import AuthorityYear

EACH = Look(colour="#6f8fae", symbol="line-ns", width=0, size=12)
FOOT, MARKED, LINE = 24, 14, 15  # pixels: of the strip of all; of each of the chosen, its mark, and a line of its label
MARK = 13  # pixels across
WIDTH = 28  # letters of a label in one line: more leave a screen of 320 pixels
EDGE = 12  # pixels right of the plot that a label may take
LINE_WIDTH = 30  # letters of a line of a label: a place with its range is as long
LETTER, NARROWEST = 6.5, 230  # pixels: of a letter of a label, and of the plot on a screen of 320
STEPS = 5  # at the axis: more touch on the narrowest screen


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
    title = f"Among all {len(known)} authorities, {dated(known[0].period_end, asked.about)}"
    row_tall = MARKED + LINE * max(len(_label_lines(row, asked)) for row, _ in chosen)
    panel = Panel(
        title=title,
        tall=FOOT + row_tall * len(chosen),
        up=Up(low=-FOOT / row_tall, high=float(len(chosen)), grid=False, zero=False),
        lines=(_all(known, asked, -0.5 * FOOT / row_tall),),
        marks=tuple(_mark(row, look, n, asked) for n, (row, look) in enumerate(chosen)),
        labels=tuple(_label(row, n, asked, axis) for n, (row, _) in enumerate(chosen)),
    )
    places = listed([", ".join(_named(row, asked)) for row, _ in chosen])
    least, most = (_written(row, asked) for row in (min(known, key=_value), max(known, key=_value)))
    alternative = f"{title}: {places}. The lowest is {least}, the highest {most}."
    return Drawing(panels=(panel,), across=axis, between=0), alternative


def _value(row: AuthorityYear) -> float:
    return row.value or 0.0  # what rounds to 0 stands there, as in ranks


def _chosen(known: Sequence[AuthorityYear], lines: Sequence[Line]) -> list[tuple[AuthorityYear, Look]]:
    """Return the rows of the chosen authorities with the looks of their lines, the lowest figure first."""
    looks = {
        code: line.look for line in reversed(lines) if line.role == "chosen" for code in [line.points[-1].area_code]
    }
    return [(row, looks[row.area_code]) for row in sorted(known, key=_value) if row.area_code in looks]


def _across(known: Sequence[AuthorityYear], asked: Asked) -> Across:
    low, high = min(0.0, *map(_value, known)), max(map(_value, known)) * 1.03 or 1.0
    ticks = [Tick(at=at, words=axes.label(at, asked.about.unit, high)) for at in axes.even(low, high, STEPS)]
    return Across(first=low - (high - low) * 0.02, last=high, ticks=tuple(ticks))


def _written(row: AuthorityYear, asked: Asked) -> str:
    return figure(row.value, row.status, unit=asked.about.unit, decimals=asked.about.decimals)


def _all(known: Sequence[AuthorityYear], asked: Asked, y: float) -> Drawn:
    runs = tuple((Point(x=_value(row), y=y, said=(row.area_name, _written(row, asked))),) for row in known)
    return Drawn(name="all authorities", look=EACH, runs=runs)


def _named(row: AuthorityYear, asked: Asked) -> Lines:
    """Name an authority with its figure, and its place among all with the range of it."""
    place = "not ranked: small numbers" if row.rank is None else f"{row.rank} of {row.ranked_of}"
    span = f" ({row.rank_low} to {row.rank_high})" if row.rank is not None and row.rank_low is not None else ""
    written = _written(row, asked)
    if len(row.area_name) + len(written) > WIDTH:
        return row.area_name, f"{written}, {place}{span}"
    return f"{row.area_name} {written}", f"{place}{span}"


def _label_lines(row: AuthorityYear, asked: Asked) -> Lines:
    """Write the same over lines that stay on a screen of 320 pixels."""
    return tuple(part for line in _named(row, asked) for part in textwrap.wrap(line, LINE_WIDTH))


def _mark(row: AuthorityYear, look: Look, n: int, asked: Asked) -> Mark:
    return Mark(x=_value(row), y=n + 0.2, symbol=look.symbol, size=MARK, colour=look.colour, said=_named(row, asked))


def _label(row: AuthorityYear, n: int, asked: Asked, axis: Across) -> Label:
    """Write over the mark of an authority who it is, moved aside by what it needs on a narrow screen."""
    written = _label_lines(row, asked)
    half = max(map(len, written)) * LETTER / 2
    before = _value(row) / float(axis.last) * NARROWEST  # type: ignore[arg-type]
    aside = min(max(before, half), NARROWEST + EDGE - half) - before
    return Label(x=_value(row), y=n + 0.36, lines=written, across="middle", down="bottom",
                 shift=(aside, 0), colour=TEXT)  # fmt: skip
