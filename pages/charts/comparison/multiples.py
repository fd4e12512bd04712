"""More authorities than one chart can hold: a small panel for each, all on one scale, in columns."""

import math
from collections.abc import Sequence
from dataclasses import replace

from pages.charts import axes
from pages.charts.comparison.axes import across as dates_across
from pages.charts.comparison.axes import limits, up
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.figures import behind, drawn, end, gaps, marks
from pages.charts.comparison.looks import AUTHORITY_LOOKS, GROUP_LOOKS
from pages.charts.model import Across, Drawing, End, Label, Panel
from pages.charts.theme import SECONDARY_TEXT

TALL = 96  # pixels
MOST_COLUMNS, DEEP = 4, 5  # panels side by side at most, and how many stand below one another before there are more
FEW_STEPS = 3  # at the upright axis of a small panel


def multiples(lines: Sequence[Line], asked: Asked) -> list[Drawing]:
    """Draw a panel for each authority and each group, with England's line in all of them.

    Parameters
    ----------
    lines
        The lines, as of `compared`: authorities by name, then groups; England's, if there, is drawn in each panel.
    asked
        How the comparison is asked for. With `context`, the other chosen authorities stand behind each in grey.

    Returns
    -------
    list of Drawing
        The columns, from left to right; the panels run down each. All have the same axes.
    """
    england = [line for line in lines if line.role in ("england", "own")]
    chosen = sorted((line for line in lines if line.role == "chosen"), key=lambda line: line.name)
    alone = [*chosen, *(line for line in lines if line.role == "group")]
    columns = min(MOST_COLUMNS, math.ceil(len(alone) / DEEP)) or 1
    deep = math.ceil(len(alone) / columns)
    low, high = limits(lines, asked)
    axis = _across([*alone, *england], asked)
    panels = [_panel(line, england, chosen, asked, low, high) for line in alone]
    return [
        Drawing(panels=tuple(panels[start : start + deep]), across=axis, left=42, right=60)
        for start in range(0, len(panels), deep)
    ]


def _across(lines: Sequence[Line], asked: Asked) -> Across:
    """Return the axis of every column: of dates the first and the last alone are named."""
    axis = dates_across(lines, asked)
    if asked.measure == "since":
        return axis
    ends = axis.ticks[:1] + axis.ticks[-1:] if len(axis.ticks) > 1 else axis.ticks
    return replace(axis, ticks=ends, minor=tuple(tick.at for tick in axis.ticks))


def _panel(line: Line, england: Sequence[Line], chosen: Sequence[Line], asked: Asked, low: float, high: float) -> Panel:
    """Draw one line before the others, under its name."""
    plain = _plain(line)
    others = [drawn(other, asked) for other in chosen if other is not line] if asked.context else []
    return Panel(
        title=line.name,
        tall=TALL,
        up=up(asked, low, high, FEW_STEPS),
        lines=(
            *([behind("the other chosen authorities", others)] if others else []),
            *(drawn(other, asked) for other in _beside(line, england)),
            *([drawn(plain, asked)] if line.drawn else []),
        ),
        marks=tuple(marks([plain], asked)),
        gaps=tuple(gaps([plain], asked, low=low, high=high)),
        ends=(_end(plain, asked, high),) if line.drawn else (),
        labels=() if line.drawn else (_nothing(line, asked, low, high),),
    )


def _beside(line: Line, others: Sequence[Line]) -> list[Line]:
    """Return the lines to draw beside one in its own panel: England's, and a visitor's own of the same authority."""
    code = line.points[0].asked_code if line.points else ""
    return [other for other in others if other.role != "own" or other.points[0].asked_code == code]


def _plain(line: Line) -> Line:
    """Give every panel's own line the same look: its name stands above it."""
    return replace(line, look=GROUP_LOOKS[0] if line.role == "group" else AUTHORITY_LOOKS[0])


def _end(line: Line, asked: Asked, high: float) -> End:
    """Write the figure at the end of a panel's line; its year below where it is not the last shown."""
    found = end(line, asked, line.points[-1].period_end)
    first, *rest = found.figure.split(" ", 1)  # 'rounds', '+1.3', '73': the room beside a small panel is narrow
    return replace(found, name="", figure=first, more=" ".join([*rest, found.more]).strip(), y=min(found.y, high))


def _nothing(line: Line, asked: Asked, low: float, high: float) -> Label:
    axis = _across([line], asked) if line.points else axes.since([0.0], "")
    return Label(x=axis.first, y=(low + high) / 2, lines=("no figure",), size=12, colour=SECONDARY_TEXT)
