"""One authority's judgements on a date axis: services as a whole, and each area that was judged beneath."""

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any, NamedTuple

import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme
from pages.charts.ofsted import grades
from pages.charts.timeline import marks, visits
from pages.charts.timeline.ribbon import grade_bars, short_label, standing_label

WHOLE, AREA = 58, 24
TITLE, GAP = 28, 10
Draw = Callable[..., list[dict[str, Any]]]
MARGIN = {"l": 8, "r": 92, "t": 30, "b": 30}
AREAS = {
    "safeguarding": "Safeguarding",
    "child protection": "Child protection",
    "help and protection": "Help and protection",
    "in care": "Children in care (may include care leavers)",
    "care leavers": "Care leavers",
    "adoption": "Adoption",
    "leadership": "Leadership",
    "LSCB": "Local safeguarding children board",
}


class _Row(NamedTuple):
    """A row of the drawing: its title, its height and how far it reaches up, and what draws and labels it."""

    title: str
    tall: int
    above: float
    draw: Draw
    label: Draw


def judged(ribbon: pd.DataFrame, ribbons: pd.DataFrame, visited: pd.DataFrame) -> go.Figure:
    """Draw every judgement of an authority from the publication of its report to that of the next.

    Parameters
    ----------
    ribbon, ribbons, visited
        Rows of `queries.ribbon`, `ribbons` and `ofsted.visits`.

    Returns
    -------
    Figure
        A row for services as a whole, the framework named in each bar, one for visits if there are any, and a row
        per area judged.
    """
    until = ribbon["until"].max()
    rows = [
        _Row("<b>Services as a whole</b>", WHOLE, 0.6, partial(grade_bars, ribbon), partial(standing_label, ribbon)),
        *([_Row(visits.TITLE, AREA, 0.5, partial(visits.marks, visited), _nothing)] if len(visited) else []),
        *(
            _Row(
                AREAS[name], AREA, 0.5, partial(grade_bars, part, compact=True), partial(short_label, part, until=until)
            )
            for name in AREAS
            if len(part := ribbons[ribbons["row"] == name])
        ),
    ]
    height = sum(TITLE + row.tall + GAP for row in rows)
    layout = _layout(height, ribbon)
    traces: list[dict[str, Any]] = []
    used = 0
    for number, row in enumerate(rows, 1):
        axis = "y" if number == 1 else f"y{number}"
        top = 1 - (used + TITLE) / height
        traces += [grades.readable(bar) for bar in row.draw(axis=axis)]
        layout[f"yaxis{axis[1:]}"] = {
            "visible": False, "fixedrange": True, "range": [-0.5, row.above],
            "domain": [max(top - row.tall / height, 0), top],
        }  # fmt: skip
        layout["annotations"] += [marks.title(row.title, top) | {"xshift": 0}, *row.label(axis=axis)]
        used += TITLE + row.tall + GAP
    return go.Figure(data=traces, layout=layout)


def _nothing(*, axis: str) -> list[dict[str, Any]]:  # noqa: ARG001
    return []


def _layout(height: int, ribbon: pd.DataFrame) -> dict[str, Any]:
    first, last = ribbon["published_on"].min(), ribbon["until"].max()
    return grades.layout(
        height + MARGIN["t"] + MARGIN["b"],
        margin=MARGIN | {"t": 6},
        barmode="overlay",
        uniformtext={"minsize": 10, "mode": "hide"},
        annotations=[],
        xaxis=theme.date_axis(date(first.year, 1, 1), last),
    )
