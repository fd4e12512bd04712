"""The alternative text of a comparison: what it shows, and where each line ends, with the year."""

from collections.abc import Sequence

from pages.charts.comparison.compared import REASONS, Asked, Line
from pages.charts.comparison.dots import Dot
from pages.charts.comparison.said import drawn_words
from pages.charts.comparison.words import drawn_as
from pages.charts.model import Drawing
from pages.charts.words import figure_of, lowered, year_said
from pages.charts.years import year_mark


def alternative(lines: Sequence[Line], asked: Asked) -> str:
    """Describe a chart: what it shows, where the lines end, and where the table is."""
    ends = [
        f"{line.name} {_figure(end, asked)}{_since(line, end, asked)}"
        for line in lines
        if line.drawn
        for end in [line.end(asked)]
    ]
    kind = {"against": "Paths over time", "since": "Lines by years since an event"}.get(asked.measure, "Line chart")
    other = f" against {lowered(asked.other.title)}" if asked.measure == "against" else ""
    view = f", {drawn_as(asked)}" if drawn_as(asked) else ""
    more = f" and {len(ends) - 4} more" if len(ends) > 4 else ""
    odd = [
        f"{line.name} {year_said(point.period_end, basis=asked.about.basis)}"
        for line in lines
        if line.role == "chosen"
        for point in line.drawn
        if point.unusual
    ]
    ringed = f" Unusual values, ringed: {'; '.join(odd[:4])}{' and more' if len(odd) > 4 else ''}." if odd else ""
    last = f"Last figures: {'; '.join(ends[:4])}{more}."
    return f"{kind}: {asked.about.title}{other}{view}. {last}{ringed} All are in the table below."


def _figure(end: Dot, asked: Asked) -> str:
    """Write what is drawn at a point with its unit and year; of a pair both figures."""
    said = f"{drawn_words(end, asked)} ({asked.year(end.period_end)})"
    if asked.measure != "against" or end.other_period_end is None:
        return said
    other = year_mark(end.other_period_end, basis=asked.other.basis)
    return f"{said} and {figure_of(end.other_value, asked.other)} ({other})"


def _since(line: Line, end: Dot, asked: Asked) -> str:
    """Say why a line ends before its newest date, if it does; of a pair, which of its figures is not there."""
    newest = line.points[-1]
    if newest.period_end == end.period_end:
        return ""
    if newest.value is not None and newest.other_period_end is not None:
        missing, other = year_mark(newest.other_period_end, basis=asked.other.basis), lowered(asked.other.title)
        return f", {other} {REASONS[newest.other_status]} ({missing})"
    what = f"{lowered(asked.about.title)} " if asked.measure == "against" else ""
    return f", {what}{REASONS[newest.shown_status]} ({asked.year(newest.period_end)})"


def around_said(drawing: Drawing) -> str:
    """Say what stands behind the lines and beneath them."""
    plot, *below = drawing.panels
    behind = " Behind the lines the middle half and the middle four fifths of all authorities." if plot.bands else ""
    names = [label.lines[0] for panel in below for label in panel.labels]
    return behind + (f" Below, bars for government intervention: {', '.join(names)}." if names else "")
