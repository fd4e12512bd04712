"""Authority by year: the grade that stood on each 31 March, in a letter and a shade."""

import textwrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme
from pages.charts.ofsted import grades
from pages.charts.ofsted.shares import label
from pages.charts.words import UNGRADED, day

ROW = 27
WIDE = 20
MARGIN = {"l": 128, "r": 16, "t": 34, "b": 4}


def grid(rows: pd.DataFrame) -> go.Figure:
    """Draw the grades in force of some authorities, one row each.

    Parameters
    ----------
    rows
        Rows of `queries.ofsted.in_force`.

    Returns
    -------
    Figure
        Capitals for overall effectiveness, small letters for safeguarding or child protection alone; nothing where
        the authority did not exist.
    """
    names = sorted(rows["authority_name"].unique())
    dates = sorted(rows["as_at"].unique())
    cells = {(row["authority_name"], row["as_at"]): row for row in rows.to_dict("records")}
    table = [[cells.get((name, when)) for when in dates] for name in names]
    pale = [[cell if cell and cell["grade"] not in theme.GRADE_TEXT else None for cell in row] for row in table]
    dark = [[cell if cell and cell["grade"] in theme.GRADE_TEXT else None for cell in row] for row in table]
    return go.Figure(
        data=[_cells(pale, theme.TEXT), _cells(dark, theme.BACKGROUND)],
        layout=grades.layout(
            len(names) * ROW + MARGIN["t"] + MARGIN["b"], margin=MARGIN, xaxis=_years(dates), yaxis=_names(names),
            plot_bgcolor=theme.GRID,
        ),
    )  # fmt: skip


def _cells(table: list[list[dict[str, Any] | None]], ink: str) -> dict[str, Any]:
    """Return cells whose letters have one colour."""
    order = list(grades.ORDER)
    return {
        "type": "heatmap", "x": list(range(len(table[0]))), "y": list(range(len(table))),
        "z": [[order.index(cell["grade"]) if cell else None for cell in row] for row in table],
        "zmin": -0.5, "zmax": len(order) - 0.5, "colorscale": _steps(order), "showscale": False,
        "xgap": 1, "ygap": 2, "text": [[_letter(cell) for cell in row] for row in table],
        "texttemplate": "%{text}", "textfont": {"family": theme.FONT, "size": 11, "color": ink},
        "customdata": [[_hover(cell) for cell in row] for row in table],
        "hovertemplate": "%{customdata}<extra></extra>", "hoverongaps": False,
    }  # fmt: skip


def letter(grade: str, graded: str) -> str:
    """Return the letter of a grade: small unless it is of overall effectiveness."""
    capital = grades.LETTERS[grade]
    return capital if graded == "overall effectiveness" else capital.lower()


def _letter(cell: dict[str, Any] | None) -> str:
    return letter(cell["grade"], cell["graded"]) if cell else ""


def _hover(cell: dict[str, Any] | None) -> str:
    if not cell:
        return ""
    above = f"<b>{cell['authority_name']}</b>, {day(cell['as_at'])}<br>{cell['grade'].capitalize()}"
    if not cell["framework"]:
        return above
    graded = f": {cell['graded']}" if cell["grade"] != UNGRADED else f"<br>{cell['judgements'].replace('; ', '<br>')}"
    return f"{above}{graded}<br>{cell['framework']}, published {day(cell['published_on'])}"


def _steps(order: list[str]) -> list[list[Any]]:
    """Return a colour scale of steps, one for each grade."""
    size = 1 / len(order)
    return [
        [edge, grades.FILL[grade]] for n, grade in enumerate(order) for edge in (n * size, min((n + 1) * size, 1.0))
    ]


def _years(dates: list[Any]) -> dict[str, Any]:
    ticks = [n for n, when in enumerate(dates) if n == len(dates) - 1 or (when.year % 4 == 2 and n < len(dates) - 2)]
    return {
        "side": "top", "tickvals": ticks, "ticktext": [label(dates[n]) for n in ticks], "tickangle": 0,
        "fixedrange": True, "showgrid": False, "zeroline": False, "tickfont": theme.axis_text(11),
        "range": [-0.5, len(dates) - 0.5],
    }  # fmt: skip


def _names(names: list[str]) -> dict[str, Any]:
    return {
        "tickvals": list(range(len(names))), "ticktext": ["<br>".join(textwrap.wrap(name, WIDE)) for name in names],
        "autorange": "reversed", "fixedrange": True, "showgrid": False, "zeroline": False,
        "tickfont": theme.axis_text(11),
    }  # fmt: skip
