"""The mark of a chart that shows a visitor's own figures: DRAFT, in the picture itself, whoever takes it away."""

from pages.charts.model import Across, Label, X

WORDS = "DRAFT, unpublished"
COLOUR = "rgba(168, 68, 10, 0.35)"
SIZE = 20  # pixels


def watermark(across: Across, y: float) -> Label:
    """Write the word across the plot, pale, at a height."""
    return Label(x=_middle(across), y=y, lines=(WORDS,), across="middle", size=SIZE, colour=COLOUR)


def _middle(across: Across) -> X:
    return across.first + (across.last - across.first) / 2  # type: ignore[operator]
