"""An authority on one date axis: government intervention, Ofsted's grades, and the indicators beneath."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts import labels, theme
from pages.charts.timeline import marks, panel
from pages.charts.timeline import visits as visit_marks
from pages.charts.timeline.rail import intervention_bars
from pages.charts.timeline.ribbon import grade_bars, short_label, standing_label

TITLE = 28
GAP = 20
RIBBON = 58
MARGIN = {"l": 46, "t": 6, "b": 30}
AREA = 24
EVENTS = 22
HIDDEN = {"visible": False, "fixedrange": True}


def timeline(
    *,
    phases: pd.DataFrame,
    steps: pd.DataFrame,
    ribbon: pd.DataFrame,
    ribbons: pd.DataFrame,
    visits: pd.DataFrame,
    events: pd.DataFrame,
    trend: pd.DataFrame,
    breaks: pd.DataFrame,
    indicators: pd.DataFrame,
    first: int,
    last: int,
    whole: bool = True,
) -> go.Figure:
    """Draw everything that happened to an authority above its indicators, on one true date axis.

    Parameters
    ----------
    phases, steps, ribbon, ribbons, visits, events, trend, breaks, indicators
        Rows of `queries.interventions`, `intervention_events`, `ribbon`, `ribbons`, `ofsted.visits`, `events`, `trend`,
        `breaks` and `indicators`; one panel is drawn per row of `indicators`, in their order.
    first, last
        The years of the date axis, both included; earlier where an intervention began, if `whole`: if all are shown.

    Returns
    -------
    Figure
        Of a fixed height and any width. Figures stand at their reference dates.
    """
    panels = panel.panels(indicators, trend)
    rows: list[tuple[int, Callable[[str], dict[str, Any]]]] = [
        (RIBBON + marks.STEP_PITCH * len(marks.named(steps)), partial(_rail_row, phases, steps, date(last + 1, 1, 1))),
        (RIBBON, partial(_grade_row, ribbon, "<b>Ofsted judgement</b>  from publication of each report")),
        *([(EVENTS, partial(_visit_row, visits))] if len(visits) else []),
        *((AREA, partial(_area_row, part, ribbon, row)) for row, part in ribbons.groupby("row")),
        *([(EVENTS, partial(_event_row, events))] if len(events) else []),
        *((panel.height(part), partial(_panel_row, about, part, newest, breaks)) for about, part, newest in panels),
    ]
    right = max(labels.label_width(part) for _, part, _ in panels)
    since = date(first, 1, 1)
    if whole:
        since = min([since, *(when.date() - timedelta(days=60) for when in phases["began_on"])])
    height = sum(TITLE + row_height + GAP for row_height, _ in rows)
    layout = _layout(height, right, since, date(last + 1, 1, 1))
    return go.Figure(data=_stack(rows, height, layout, marks.turns(phases, steps)), layout=layout)


def _stack(
    rows: list[tuple[int, Callable[[str], dict[str, Any]]]],
    height: int,
    layout: dict[str, Any],
    turns: list[date],
) -> list[dict[str, Any]]:
    """Draw the rows one under the other, each on a y-axis of its own; return their traces."""
    traces: list[dict[str, Any]] = []
    used = 0
    for number, (row_height, draw) in enumerate(rows, 1):
        axis = "y" if number == 1 else f"y{number}"
        top = 1 - (used + TITLE) / height
        drawn = draw(axis)
        traces += drawn["traces"]
        layout[f"yaxis{axis[1:]}"] = drawn["axis"] | {"domain": [max(top - row_height / height, 0), top]}
        layout["annotations"] += [*drawn["annotations"], marks.title(drawn["title"], top)]
        layout["shapes"] += marks.guides(turns, axis) + drawn["shapes"]
        used += TITLE + row_height + GAP
    return traces


def _grade_row(ribbon: pd.DataFrame, title: str, axis: str) -> dict[str, Any]:
    return {
        "traces": grade_bars(ribbon, axis=axis),
        "annotations": standing_label(ribbon, axis=axis),
        "shapes": [],
        "title": title,
        "axis": HIDDEN | {"range": [-0.5, 0.6]},
    }


def _visit_row(rows: pd.DataFrame, axis: str) -> dict[str, Any]:
    return {
        "traces": visit_marks.marks(rows, axis=axis),
        "annotations": [],
        "shapes": [],
        "title": visit_marks.TITLE,
        "axis": HIDDEN | {"range": [-1, 1]},
    }


def _area_row(part: pd.DataFrame, ribbon: pd.DataFrame, row: str, axis: str) -> dict[str, Any]:
    return {
        "traces": grade_bars(part, axis=axis, compact=True),
        "annotations": short_label(part, axis=axis, until=ribbon["until"].max()),
        "shapes": [],
        "title": f"Ofsted: {row}",
        "axis": HIDDEN | {"range": [-0.5, 0.5]},
    }


def _rail_row(phases: pd.DataFrame, steps: pd.DataFrame, until: date, axis: str) -> dict[str, Any]:
    return {
        "traces": intervention_bars(phases, axis=axis, until=until),
        "annotations": marks.step_labels(steps, axis) if len(phases) else [marks.none_known(axis)],
        "shapes": [],
        "title": "<b>Government intervention</b>  in children's services",
        "axis": HIDDEN | {"range": [-0.5 - marks.STEP_PITCH * len(marks.named(steps)) / RIBBON, 0.5]},
    }


def _event_row(events: pd.DataFrame, axis: str) -> dict[str, Any]:
    return {
        "traces": [marks.event_marks(events, axis)],
        "annotations": [],
        "shapes": [],
        "title": "<b>Events</b>  filled: of this authority, hollow: of England",
        "axis": HIDDEN | {"range": [-1, 1]},
    }


def _panel_row(
    about: dict[str, Any], rows: list[labels.Row], newest: pd.Timestamp, breaks: pd.DataFrame, axis: str
) -> dict[str, Any]:
    unit, decimals = about["unit"], about["decimals"]
    top = panel.upper_limit(rows)
    within = breaks[breaks["indicator_id"] == about["indicator_id"]].to_dict("records")
    ends = labels.end_labels(
        rows,
        axis=axis,
        unit=unit,
        decimals=decimals,
        last=newest,
        top=top,
        height=panel.height(rows),
        basis=about["basis"],
    )
    return {
        "traces": panel.lines(rows, axis=axis, unit=unit, decimals=decimals),
        "annotations": [*ends, *labels.gap_labels(rows, axis=axis), *marks.break_labels(within, axis)],
        "shapes": [marks.upright(marks.middle(row), axis, "solid", theme.GRID) for row in within],
        "title": panel.head(about, rows),
        "axis": {
            "range": [0, top],
            "fixedrange": True,
            "nticks": 4,
            "tickformat": "~s" if top >= 1_000_000 else ",",
            "ticksuffix": "%" if unit == "%" else "",
            "tickprefix": "£" if unit.startswith("£") else "",
            "gridcolor": theme.GRID,
            "zerolinecolor": theme.AXIS,
            "zerolinewidth": 1,
            "tickfont": theme.axis_text(),
        },
    }


def _layout(height: int, right: int, since: date, until: date) -> dict[str, Any]:
    return {
        "height": height + MARGIN["t"] + MARGIN["b"],
        "margin": MARGIN | {"r": right},
        "barmode": "overlay",
        "uniformtext": {"minsize": 10, "mode": "hide"},
        "paper_bgcolor": theme.BACKGROUND,
        "plot_bgcolor": theme.BACKGROUND,
        "font": {"family": theme.FONT, "color": theme.TEXT},
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": theme.BACKGROUND, "font": {"family": theme.FONT, "size": 13, "color": theme.TEXT}},
        "annotations": [],
        "shapes": [],
        "xaxis": theme.date_axis(since, until),
    }
