"""One authority's judgements on a date axis: services as a whole, and each area that was judged beneath."""

from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme
from pages.charts.ofsted import grades
from pages.charts.timeline import marks
from pages.charts.timeline.ribbon import grade_bars, short_label, standing_label

WHOLE, AREA = 58, 24
TITLE, GAP = 28, 10
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


def judged(ribbon: pd.DataFrame, ribbons: pd.DataFrame) -> go.Figure:
    """Draw every judgement of an authority from the publication of its report to that of the next.

    Parameters
    ----------
    ribbon, ribbons
        Rows of `queries.ribbon` and `ribbons`.

    Returns
    -------
    Figure
        A row for services as a whole, the framework named in each bar, and a row per area judged.
    """
    rows: list[tuple[str, int, pd.DataFrame]] = [
        ("<b>Services as a whole</b>", WHOLE, ribbon),
        *((AREAS[name], AREA, ribbons[ribbons["row"] == name]) for name in AREAS if name in set(ribbons["row"])),
    ]
    height = sum(TITLE + tall + GAP for _, tall, _ in rows)
    layout = _layout(height, ribbon)
    traces: list[dict[str, Any]] = []
    used = 0
    for number, (name, tall, part) in enumerate(rows, 1):
        axis = "y" if number == 1 else f"y{number}"
        top = 1 - (used + TITLE) / height
        traces += [grades.readable(bar) for bar in grade_bars(part, axis=axis, compact=number > 1)]
        layout[f"yaxis{axis[1:]}"] = {
            "visible": False, "fixedrange": True, "range": [-0.5, 0.6 if number == 1 else 0.5],
            "domain": [max(top - tall / height, 0), top],
        }  # fmt: skip
        layout["annotations"].append(marks.title(name, top) | {"xshift": 0})
        until = ribbon["until"].max()
        layout["annotations"] += (
            standing_label(part, axis=axis) if number == 1 else short_label(part, axis=axis, until=until)
        )
        used += TITLE + tall + GAP
    return go.Figure(data=traces, layout=layout)


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
