"""Moves between grades from one inspection to the next: from which, to which, how many, and how long between."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme
from pages.charts.ofsted import grades

SCALE = ("outstanding", "good", "requires improvement", "inadequate")
CELL = 74
MARGIN = {"l": 78, "r": 4, "t": 76, "b": 4}


def compared(rows: pd.DataFrame) -> pd.DataFrame:
    """Return the moves between two grades of overall effectiveness: rows of `queries.ofsted.moves`."""
    return rows[(rows["move"] != "not compared") & rows["grade_before"].isin(SCALE) & _overall(rows)]


def _overall(rows: pd.DataFrame) -> pd.Series:
    return rows["framework_before"].str.startswith(("SIF", "ILACS")) & rows["framework"].str.startswith(
        ("SIF", "ILACS")
    )


def moved(rows: pd.DataFrame) -> go.Figure:
    """Draw how many inspections followed one another in each pair of grades.

    Parameters
    ----------
    rows
        Rows of `queries.ofsted.moves`; those of overall effectiveness are drawn.

    Returns
    -------
    Figure
        A table of four by four: the number of moves, and the median time between the two reports.
    """
    kept = compared(rows)
    found = kept.groupby(["grade_before", "grade"])["days"].agg(["size", "median"])
    numbers = [[int(found["size"].get((a, b), 0)) for b in SCALE] for a in SCALE]
    texts = [[_cell(found, a, b) for b in SCALE] for a in SCALE]
    largest = max(1, *(number for row in numbers for number in row))
    return go.Figure(
        data=[
            {
                "type": "heatmap", "x": list(range(4)), "y": list(range(4)), "z": numbers, "zmin": 0, "zmax": largest,
                "colorscale": [[0, "#ffffff"], [1, "#cae1f5"]], "showscale": False, "xgap": 2, "ygap": 2,
                "text": texts, "texttemplate": "%{text}", "hoverinfo": "skip",
                "textfont": {"family": theme.FONT, "size": 12, "color": theme.TEXT},
            }
        ],
        layout=grades.layout(
            4 * CELL + MARGIN["t"] + MARGIN["b"], margin=MARGIN, plot_bgcolor=theme.GRID,
            xaxis=_axis("To") | {"side": "top"}, yaxis=_axis("From") | {"autorange": "reversed"},
        ),
    )  # fmt: skip


def _cell(found: pd.DataFrame, before: str, after: str) -> str:
    if (before, after) not in found.index:
        return "0"
    number, median = found.loc[(before, after)]
    return f"<b>{int(number)}</b><br>{median / grades.DAYS_A_YEAR:.1f} yr"


def _axis(title: str) -> dict[str, Any]:
    return {
        "tickvals": list(range(4)), "ticktext": [_lines(grade) for grade in SCALE],
        "tickangle": 0, "fixedrange": True, "showgrid": False, "zeroline": False, "tickfont": theme.axis_text(10),
        "title": {"text": f"<b>{title}</b>", "font": theme.axis_text(12), "standoff": 4},
    }  # fmt: skip


def _lines(grade: str) -> str:
    """Write a grade over lines short enough for a narrow screen."""
    return grade.capitalize().replace(" improvement", "<br>improve-<br>ment")
