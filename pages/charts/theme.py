"""Colours, sizes and the shared look of charts, named by what they are for.

The colours are those of the Government Analysis Function; each carries at least 3 to 1 on white, text at least
4.5 to 1 on what is behind it.
"""

from typing import NamedTuple

FONT = "Roboto, Arial, Helvetica, sans-serif"

TEXT = "#0b0c0c"
SECONDARY_TEXT = "#484949"
CHOSEN = "#12436d"
BESIDE = "#6f6f6f"
GRID = "#d9d9d9"
AXIS = "#595959"
BACKGROUND = "#ffffff"
INTERVENTION = "#3d3d3d"
GUIDE = "#595959"


class Style(NamedTuple):
    """The look of a line: colour, dash and mark; the size of marks in pixels."""

    colour: str
    dash: str
    symbol: str
    size: float = 7


# A visitor's own figures, never published: dotted and hollow, another mark for each kind of period.
OWN = "#a8440a"
# What is set beside the chosen authority: colour is never the only cue, dash and marker tell them apart too.
BESIDE_STYLE = {
    "england": Style("#6f6f6f", "dot", "circle"),
    "region": Style("#6f6f6f", "longdash", "diamond"),
    "neighbours": Style("#801650", "dash", "x"),
    "own": Style(OWN, "dot", "circle-open", 12),
    "own_other": Style(OWN, "dot", "diamond-open", 12),
    "own_quarter": Style(OWN, "dot", "square-open", 12),
    "own_month": Style(OWN, "dot", "triangle-up-open", 12),
}
OTHER_STYLES = (
    Style("#f46a25", "solid", "square"),
    Style("#28a197", "solid", "triangle-up"),
    Style("#801650", "solid", "diamond"),
)

# Grades run from pale to dark: never a traffic light. Patterns tell apart what colour alone would not.
GRADE_FILL = {
    "outstanding": "#eaf3fb",
    "good": "#cae1f5",
    "adequate": "#6bace6",
    "requires improvement": "#6bace6",
    "inadequate": "#12436d",
    "no overall grade": "#ffffff",
}
GRADE_TEXT = {"inadequate": "#ffffff"}
GRADE_PATTERN = {"inadequate": "/", "adequate": ".", "no overall grade": "/"}
GRADE_LINES = {"inadequate": "#24588a", "adequate": "#8fc3f0"}
GRADE_EDGE = "#12436d"

STATUS_WORDS = {
    "suppressed": "hidden to protect people",
    "unreliable": "low reliability",
    "not_available": "not available",
    "not_applicable": "does not apply",
    "rounds_to_zero": "rounds to 0",
}


def axis_text(size: int = 12) -> dict[str, object]:
    """Return the font of axis labels."""
    return {"family": FONT, "size": size, "color": TEXT}


# The publishers' symbols of figures that are not given.
STATUS_SYMBOLS = {
    "suppressed": "c",
    "unreliable": "u",
    "not_available": "x",
    "not_applicable": "z",
    "rounds_to_zero": "low",
}
FRAMEWORKS = {
    "SLAC": "inspection of safeguarding and looked after children services",
    "CPI": "inspection of child protection",
    "TLAC": "targeted inspection of looked after children services",
    "SIF": "single inspection framework",
    "ILACS": "inspection of local authority children's services",
}

# The sign of a line in words: beside its name in a label and in a key.
SIGNS = {
    "circle": "●", "square": "■", "triangle-up": "▲", "triangle-down": "▼", "diamond": "◆",
    "circle-open": "○", "square-open": "□", "triangle-up-open": "△", "diamond-open": "◇",
    "x": "✕", "cross": "✚", "star": "★", "pentagon": "⬟", "": "⋯",
}  # fmt: skip
