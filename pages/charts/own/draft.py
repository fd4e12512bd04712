"""The mark of a chart that shows a visitor's own figures: DRAFT, in the picture itself, whoever takes it away."""

from collections.abc import Sequence
from typing import Any

from pages.charts import theme
from pages.charts.comparison.compared import Line

WORDS = "DRAFT, unpublished"


def draft(lines: Sequence[Line]) -> list[dict[str, Any]]:
    """Return a watermark where any line is a visitor's own, else nothing."""
    if not any(line.role == "own" and line.drawn for line in lines):
        return []
    return [watermark(at) for at in (0.22, 0.78)]


def watermark(at: float = 0.5) -> dict[str, Any]:
    """Write the word across the plot, pale, at a height from 0 to 1."""
    return {
        "xref": "paper", "x": 0.5, "yref": "paper", "y": at, "showarrow": False, "text": WORDS,
        "font": {"family": theme.FONT, "size": 20, "color": "rgba(168, 68, 10, 0.35)"}, "name": "draft",
    }  # fmt: skip


def beside(line: Line, others: Sequence[Line]) -> list[Line]:
    """Return the lines to draw beside one in its own panel: England's, and a visitor's own of the same authority."""
    code = line.points[0].get("asked_code") if line.points else None
    return [other for other in others if other.role != "own" or other.points[0]["asked_code"] == code]
