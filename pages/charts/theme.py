"""Colours, sizes and the shared look of charts, named by what they are for.

The colours are those of the Government Analysis Function; each carries at least 3 to 1 on white, text at least
4.5 to 1 on what is behind it.
"""

from datetime import date
from typing import Any

FONT = "Arial, Helvetica, 'Liberation Sans', sans-serif"

TEXT = "#0b0c0c"
SECONDARY_TEXT = "#484949"
CHOSEN = "#12436d"
BESIDE = "#6f6f6f"
GRID = "#d9d9d9"
AXIS = "#595959"
BACKGROUND = "#ffffff"
RAIL = "#3d3d3d"
GUIDE = "#595959"

# What is set beside the chosen authority: colour is never the only cue, dash and marker tell them apart too.
BESIDE_STYLE: dict[str, dict[str, Any]] = {
    "england": {"color": "#6f6f6f", "dash": "dot", "symbol": "circle"},
    "region": {"color": "#6f6f6f", "dash": "longdash", "symbol": "diamond"},
    "neighbours": {"color": "#801650", "dash": "dash", "symbol": "x"},
}
# A visitor's own figures, never published: dotted and hollow, another mark for each kind of period.
OWN = "#a8440a"
BESIDE_STYLE |= {
    role: {"color": OWN, "dash": "dot", "symbol": f"{symbol}-open", "size": 12}
    for role, symbol in [
        ("own", "circle"),
        ("own_other", "diamond"),
        ("own_quarter", "square"),
        ("own_month", "triangle-up"),
    ]
}
OTHER_STYLES = (
    {"color": "#f46a25", "dash": "solid", "symbol": "square"},
    {"color": "#28a197", "dash": "solid", "symbol": "triangle-up"},
    {"color": "#801650", "dash": "solid", "symbol": "diamond"},
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


def axis_text(size: int = 12) -> dict[str, Any]:
    """Return the font of axis labels."""
    return {"family": FONT, "size": size, "color": TEXT}


def date_axis(first: date, last: date) -> dict[str, Any]:
    """Return the date axis under all rows of a chart: every third year named, a mark for each."""
    return {
        "type": "date",
        "range": [first.isoformat(), last.isoformat()],
        "fixedrange": True,
        "anchor": "free",
        "position": 0,
        "showgrid": False,
        "ticks": "outside",
        "tickcolor": AXIS,
        "linecolor": AXIS,
        "tickformat": "%Y",
        "tick0": "2010-01-01",
        "dtick": "M36",
        "minor": {"dtick": "M12", "tick0": "2010-01-01", "ticks": "outside", "ticklen": 3},
        "tickangle": 0,
        "tickfont": axis_text(),
    }


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
