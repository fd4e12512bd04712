"""Which form of intervention followed which."""

import textwrap
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme
from pages.charts.register import models, plotted

CELL = 46
MARGIN = {"l": 112, "r": 4, "t": 64, "b": 4}
AFTER = [*models.LETTERS, *models.STATES]
HEADS = {**models.LETTERS, "ended": "End", "in_force": "In<br>force", "end_unknown": "?"}


def turns(phases: pd.DataFrame) -> pd.DataFrame:
    """Set each phase beside what followed it.

    Parameters
    ----------
    phases
        Rows of `queries.register.phases`.

    Returns
    -------
    DataFrame
        They with followed_by: the next phase of the same intervention, or the state of the last one.
    """
    following = phases.groupby("intervention_id")["phase"].shift(-1)
    return phases.assign(followed_by=following.fillna(phases["state"]))


def followed(phases: pd.DataFrame) -> go.Figure:
    """Draw how often each form was followed by each: a table of forms, and of how they ended.

    Parameters
    ----------
    phases
        Rows of `queries.register.phases`.

    Returns
    -------
    Figure
        Rows: the form; columns: the next form by its letter, or the end of the intervention.
    """
    found = turns(phases).groupby(["phase", "followed_by"]).size()
    numbers = [[int(found.get((before, after), 0)) for after in AFTER] for before in models.LETTERS]
    return go.Figure(
        data=[
            {
                "type": "heatmap", "x": list(range(len(AFTER))), "y": list(range(len(models.LETTERS))), "z": numbers,
                "colorscale": [[0, "#ffffff"], [1, "#cae1f5"]], "showscale": False, "xgap": 2, "ygap": 2,
                "text": [[str(number or "") for number in row] for row in numbers], "texttemplate": "%{text}",
                "textfont": {"family": theme.FONT, "size": 13, "color": theme.TEXT}, "hoverinfo": "skip",
            }
        ],
        layout=plotted.layout(
            len(models.LETTERS) * CELL + MARGIN["t"] + MARGIN["b"], margin=MARGIN, plot_bgcolor=theme.GRID,
            xaxis=_axis([HEADS[after] for after in AFTER], "Followed by") | {"side": "top"},
            yaxis=_axis([_named(before) for before in models.LETTERS], "") | {"autorange": "reversed"},
        ),
    )  # fmt: skip


def _named(phase: str) -> str:
    name = "<br>".join(textwrap.wrap(models.NAMES[phase], 14))
    return f"{name} ({models.LETTERS[phase]})"


def _axis(names: list[str], title: str) -> dict[str, Any]:
    return {
        "tickvals": list(range(len(names))), "ticktext": names, "tickangle": 0, "fixedrange": True, "showgrid": False,
        "zeroline": False, "tickfont": theme.axis_text(10),
        "title": {"text": f"<b>{title}</b>" if title else "", "font": theme.axis_text(12), "standoff": 4},
    }  # fmt: skip
