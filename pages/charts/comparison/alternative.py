"""The alternative text of a comparison: what it shows, and where each line ends, with the year."""

from collections.abc import Sequence

from pages.charts.comparison.compared import REASONS, Asked, Line
from pages.charts.comparison.dots import Dot
from pages.charts.model import Drawing
from pages.charts.words import year_said


def alternative(lines: Sequence[Line], asked: Asked) -> str:
    """Describe a chart: what it shows, where the lines end, and where the table is."""
    year = asked.year
    ends = [
        f"{line.name} {asked.written(end)} ({year(end.period_end)}){_since(line, end, asked)}"
        for line in lines
        if line.drawn
        for end in [line.end(asked)]
    ]
    kind = {"against": "Paths over time", "since": "Lines by years since an event"}.get(asked.measure, "Line chart")
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
    return f"{kind}: {asked.about.title}. {last}{ringed} All are in the table below."


def _since(line: Line, end: Dot, asked: Asked) -> str:
    """Say why a line ends before its newest date, if it does."""
    newest = line.points[-1]
    if newest.period_end == end.period_end:
        return ""
    return f", {REASONS[newest.shown_status]} ({asked.year(newest.period_end)})"


def around_said(drawing: Drawing) -> str:
    """Say what stands behind the lines and beneath them."""
    plot, *below = drawing.panels
    behind = " Behind the lines the middle half and the middle four fifths of all authorities." if plot.bands else ""
    names = [label.lines[0] for panel in below for label in panel.labels]
    return behind + (f" Below, bars for government intervention: {', '.join(names)}." if names else "")
