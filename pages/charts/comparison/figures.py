"""The lines of a comparison as parts of a drawing: lines, marks, the signs of gaps, and labels at the ends."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from pages.charts import series
from pages.charts.comparison.compared import REASONS, Asked, Line
from pages.charts.comparison.dots import Dot
from pages.charts.comparison.looks import BEHIND_LOOK, IN_ONE_CHART, SIGNS, STRONG
from pages.charts.comparison.said import hover
from pages.charts.model import End, Gap, Look, Mark, X, number
from pages.charts.model import Line as Drawn

ZERO = "no place"  # the status of what rounds to 0 where that has no place in the view, as in ranks
FOOT = 0.075  # of the height of the plot, between the signs of two lines without a figure on one date
NEAR = 1200  # days, or as many hundredths of a year: signs nearer than that touch on a screen of 320 pixels
THIN = 1.0  # pixels, of the lines beyond those drawn strong


def where(point: Dot, asked: Asked) -> X:
    """Return where a point stands across: at its reference date, or at years since an event."""
    return point.since if asked.measure == "since" else point.period_end


def figures(line: Line, asked: Asked) -> list[series.Figure]:
    """Return the points of a line as figures by date."""
    return [_figure(line, point, asked) for point in line.points]


def _figure(line: Line, point: Dot, asked: Asked) -> series.Figure:
    drawn = point.shown is not None
    return series.Figure(
        x=where(point, asked), on=point.period_end, value=point.shown,
        status="published" if drawn else _reason(point, asked), segment=point.segment,
        area=point.area_code, said=hover(line.name, point, asked),
        unusual=point.unusual and line.role == "chosen",
    )  # fmt: skip


def _reason(point: Dot, asked: Asked) -> str:
    """Return why a point has nothing to draw; what rounds to 0 has its place where figures are drawn."""
    status = point.shown_status
    return ZERO if status == "rounds_to_zero" and not asked.at_zero(point) else status


def drawn(line: Line, asked: Asked, look: Look | None = None, *, cased: bool = True) -> Drawn:
    """Draw a line, with a white edge over grey ones; what a very small authority has beyond the axis is cut."""
    look = look or line.look
    return series.line(
        line.name, figures(line, asked), replace(look, size=12) if line.role == "own" else look,
        cased=cased and line.role != "own" and look.width > THIN, clipped=line.tiny,
    )  # fmt: skip


def behind(name: str, runs: Sequence[Drawn]) -> Drawn:
    """Draw many lines as one, thin and grey, of which nothing is said."""
    return Drawn(name=name, look=BEHIND_LOOK, runs=tuple(run for line in runs for run in line.runs), clipped=True,
                 quiet=True)  # fmt: skip


def marks(lines: Sequence[Line], asked: Asked) -> list[Mark]:
    """Mark what is not plain in the lines of the authorities."""
    return [
        mark
        for line in lines
        if line.role == "chosen" and line.drawn
        for mark in series.marks(figures(line, asked), line.look.colour)
    ]


def gaps(lines: Sequence[Line], asked: Asked, *, low: float, high: float) -> list[Gap]:
    """Sign at the foot where an authority that is drawn has no figure, one above another where they would touch.

    Where there are several, the mark of the line stands before the sign, to tell whose it is.
    """
    chosen = [line for line in lines if line.role == "chosen" and line.drawn]
    taken: list[tuple[float, int]] = []
    found = []
    for look, gap in [(line.look, gap) for line in chosen for gap in gaps_of(line, asked)]:
        middle = (number(gap.dates[0]) + number(gap.dates[-1])) / 2 * (100 if asked.measure == "since" else 1)
        near = {level for other, level in taken if abs(other - middle) < NEAR}
        level = next(level for level in range(len(taken) + 1) if level not in near)
        taken.append((middle, level))
        mark = SIGNS[look.symbol] if len(chosen) > 1 else ""
        found.append(replace(gap, sign=f"{mark}{gap.sign}", at=low + (high - low) * FOOT * level))
    return found


def gaps_of(line: Line, asked: Asked) -> list[Gap]:
    """Return where a line has no figure."""
    reasons = REASONS | {ZERO: REASONS["rounds_to_zero"]}
    return series.gaps(
        figures(line, asked), name=line.name, colour=line.look.colour, at=0, reasons=reasons, year=asked.year
    )


def strong(lines: Sequence[Line]) -> list[Line]:
    """Return the lines that are drawn strong and labelled: of more than four authorities the first four."""
    chosen = [line for line in lines if line.role == "chosen"][STRONG:IN_ONE_CHART]
    return [line for line in lines if line.drawn and line not in chosen]


def thin(lines: Sequence[Line]) -> list[tuple[Line, Look]]:
    """Return the other lines with their thinner looks."""
    kept = strong(lines)
    return [(line, replace(line.look, width=THIN, size=4)) for line in lines if line.drawn and line not in kept]


def end(line: Line, asked: Asked, last: date | None) -> End:
    """Label a line at its end: its figure, the year where that is not the last that is drawn, of how many it is."""
    point = line.end(asked)
    year = "" if point.period_end == last or asked.measure == "since" else f"({asked.year(point.period_end)})"
    more = point.of_how_many if point.basis else ""
    return End(
        name=line.name, figure=asked.written(point), x=where(point, asked),
        y=point.height, look=line.look, more=" ".join(filter(None, [year, more])),
    )  # fmt: skip


def last_date(lines: Sequence[Line]) -> date | None:
    """Return the last reference date that any line has a figure for."""
    return max((point.period_end for line in lines for point in line.drawn), default=None)
