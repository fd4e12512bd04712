"""Ofsted's grades as charts and tables need them: their order, their letters, and what a framework graded."""

from typing import Any

import pandas as pd

from pages.charts import theme
from pages.charts.words import UNGRADED, day

ORDER = (
    "outstanding", "good", "requires improvement", "adequate", "inadequate", UNGRADED, "none held",
)  # fmt: skip
FILL = theme.GRADE_FILL | {"none held": theme.BACKGROUND}
LETTERS = {
    "outstanding": "O",
    "good": "G",
    "requires improvement": "R",
    "adequate": "A",
    "inadequate": "I",
    UNGRADED: "–",
    "none held": "",
}
GRADED = {
    "overall effectiveness": "Overall effectiveness (SIF, ILACS)",
    "child protection": "Child protection (CPI)",
    "safeguarding": "Safeguarding (SLAC)",
}
DAYS_A_YEAR = 365.25
DOTS = "#cae1f5"  # pale, so that what is written over them can be read


def layout(height: int, **more: Any) -> dict[str, Any]:
    """Return what the layouts of charts have in common; `more` is added to it."""
    return {
        "height": height,
        "paper_bgcolor": theme.BACKGROUND,
        "plot_bgcolor": theme.BACKGROUND,
        "font": {"family": theme.FONT, "color": theme.TEXT},
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": theme.BACKGROUND, "font": {"family": theme.FONT, "size": 13, "color": theme.TEXT}},
        "showlegend": False,
    } | more


def fill(grade: str) -> dict[str, Any]:
    """Return how a bar of a grade is filled: colour, pattern and edge."""
    return {
        "color": FILL[grade],
        "line": {"color": theme.GRADE_EDGE if grade != "none held" else theme.GRID, "width": 1},
        "pattern": {
            "shape": theme.GRADE_PATTERN.get(grade, ""),
            "bgcolor": FILL[grade],
            "fgcolor": DOTS if grade == "adequate" else theme.GRADE_LINES.get(grade, theme.GUIDE),
            "size": 10 if grade == "adequate" else 7,
            "solidity": 0.12 if grade == "adequate" else 0.2,
        },
    }


def readable(bar: dict[str, Any]) -> dict[str, Any]:
    """Draw the dots of a bar of the rail pale, so that what is written over them can be read."""
    if bar["type"] == "bar" and bar["marker"]["pattern"]["shape"] == ".":
        bar["marker"]["pattern"] |= {"fgcolor": DOTS, "size": 10, "solidity": 0.12}
    return bar


def years(days: float, *, full: bool = False) -> str:
    """Write a number of days in years and months, as people say it; `full` counts only months that are over."""
    months = float(days) / DAYS_A_YEAR * 12
    whole = int(months) if full else round(months)
    parts = [
        f"{number} {unit}{'s' if number != 1 else ''}"
        for number, unit in ((whole // 12, "year"), (whole % 12, "month"))
        if number
    ]
    return " ".join(parts) or "under a month"


def inspected(row: dict[str, Any]) -> str:
    """Write when an inspection began, or that Ofsted's file does not say."""
    return day(row["inspected_on"]) or "not in Ofsted's file"


def ungraded(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the authorities without an overall grade on the newest date: rows of `queries.ofsted.in_force`."""
    return rows[(rows["as_at"] == rows["as_at"].max()) & (rows["grade"] == UNGRADED)]


def share(part: int, of: int) -> str:
    """Write a number with its share of another."""
    return f"{part} ({100 * part / of:.0f}%)" if of else "0"


def at_the_end(dates: pd.Series) -> str:
    """Write the last of some dates."""
    return day(dates.max())
