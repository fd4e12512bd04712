"""Where the rows of a chart stand in a frame of any size: shares of its height, and pixels beside it."""

import textwrap
from collections.abc import Iterable, Sequence

from pages.charts import theme
from pages.charts.model import Across, Drawing, End, Panel, Up, X, number
from pages.charts.stack import Place, stack_height, stacked
from pages.charts.svg.lettering import width

MARGINS = (6, 30)  # pixels above and below all rows; below, the words of the axis across
LETTERS = 12  # pixels: the height of the letters of axes and labels
NAME_WIDTH = 15  # letters of a name in one line of a label
MOST_LINES = 4  # of a name in a label
SIGN = 8  # pixels by which the sign of a line may be wider than measured: our font has none, another draws it
TICK_AWAY, END_AWAY = 7, 8  # pixels from the plot to the words at its left, and at its right


def places(drawing: Drawing) -> list[Place]:
    """Return where each panel stands."""
    return stacked(drawing, _title_room)


def height(drawing: Drawing) -> float:
    """Return the height of all panels with room for their titles, in pixels, between the margins."""
    return stack_height(drawing, _title_room)


def _title_room(panel: Panel, drawing: Drawing) -> float:
    return drawing.above if panel.title else 0


def left(drawing: Drawing) -> float:
    """Return the room at the left: what the drawing gives, or more where words at an axis need it, in pixels."""
    words = (line for panel in drawing.panels for tick in panel.up.ticks for line in tick.words.split("\n"))
    return max(drawing.left, _widest(words) + TICK_AWAY)


def right(drawing: Drawing) -> float:
    """Return the room at the right: what the drawing gives, or more where labels at the ends of lines need it."""
    lines = (line for panel in drawing.panels for end in panel.ends for line in end_lines(end))
    return max(drawing.right, _widest(lines) + END_AWAY + SIGN)


def _widest(lines: Iterable[str]) -> float:
    return max((width(line, LETTERS, bold=True) for line in lines), default=0)


def end_lines(end: End) -> Sequence[str]:
    """Write the label of a line over short lines: sign and name, the figure, and what must be said with it."""
    name = textwrap.wrap(f"{theme.SIGNS[end.look.symbol]} {end.name}", NAME_WIDTH) if end.name else []
    if len(name) > MOST_LINES:
        name = [*name[: MOST_LINES - 1], f"{name[MOST_LINES - 1][: NAME_WIDTH - 1]}…"]
    return [*name, end.figure, *(textwrap.wrap(end.more, NAME_WIDTH) if end.more else [])]


def across(x: X, axis: Across) -> float:
    """Return where something stands between the ends of the axis across, as a share from the left."""
    first, last = number(axis.first), number(axis.last)
    return (number(x) - first) / ((last - first) or 1.0)


def down(y: X, up: Up) -> float:
    """Return where a figure stands in its panel, as a share from the top."""
    return (up.high - number(y)) / ((up.high - up.low) or 1.0)


def percent(share: float) -> str:
    """Write a share as CSS and SVG take it."""
    return f"{100 * share:.2f}".rstrip("0").rstrip(".") + "%"
