"""The mark of a chart that shows a visitor's own figures: DRAFT, in the picture itself, whoever takes it away."""

from collections.abc import Sequence

from pages.charts.comparison.compared import Line
from pages.charts.model import Across, Label, X

WORDS = "DRAFT, unpublished"
COLOUR = "rgba(168, 68, 10, 0.35)"
SIZE = 20  # pixels


def draft(lines: Sequence[Line], across: Across, low: float, high: float) -> list[Label]:
    """Return a watermark where any line is a visitor's own, else nothing."""
    if not any(line.role == "own" and line.drawn for line in lines):
        return []
    return [watermark(across, low + (high - low) * share) for share in (0.22, 0.78)]


def watermark(across: Across, y: float) -> Label:
    """Write the word across the plot, pale, at a height."""
    return Label(x=_middle(across), y=y, lines=(WORDS,), across="middle", size=SIZE, colour=COLOUR)


def _middle(across: Across) -> X:
    return across.first + (across.last - across.first) / 2  # type: ignore[operator]


def beside(line: Line, others: Sequence[Line]) -> list[Line]:
    """Return the lines to draw beside one in its own panel: England's, and a visitor's own of the same authority."""
    code = line.points[0].asked_code if line.points else ""
    return [other for other in others if other.role != "own" or other.points[0].asked_code == code]
