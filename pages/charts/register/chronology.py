"""One authority's intervention on a date axis: its phases, its main dates by number, and Ofsted's grades."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme
from pages.charts.register import models, plotted
from pages.charts.timeline import marks
from pages.charts.timeline.rail import intervention_bars
from pages.charts.timeline.ribbon import grade_bars, standing_label
from pages.charts.words import day

RIBBON, LANE, TITLE, GAP = 58, 22, 28, 10
APART = timedelta(days=520)  # two numbered marks closer than this would touch on a narrow screen
MARGIN = {"l": 8, "r": 92, "t": 6, "b": 30}


def outline(steps: pd.DataFrame) -> pd.DataFrame:
    """Give numbers to the steps that make the outline of a history: what happened, and what was announced.

    Parameters
    ----------
    steps
        Rows of `queries.intervention_events`.

    Returns
    -------
    DataFrame
        They with number (from 1), announced (an announcement, which may have come about otherwise) and lane.
    """
    wanted = (steps["happened"] == "happened") & (steps["scope"] == "social_care")
    kept = steps[wanted & steps["kind"].isin(models.OUTLINE)].reset_index(drop=True)
    return kept.assign(
        number=range(1, len(kept) + 1), announced=kept["kind"].isin(models.ANNOUNCED), lane=_lanes(kept["event_on"])
    )


def _lanes(dates: pd.Series) -> list[int]:
    """Give each date the first lane in which nothing stands too close before it."""
    ends: list[pd.Timestamp] = []
    lanes = []
    for when in dates:
        lane = next((n for n, end in enumerate(ends) if when - end >= APART), len(ends))
        ends[lane : lane + 1] = [when]
        lanes.append(lane)
    return lanes


def chronology(phases: pd.DataFrame, steps: pd.DataFrame, ribbon: pd.DataFrame) -> go.Figure:
    """Draw an authority's intervention, its main dates and the Ofsted grades that stood.

    Parameters
    ----------
    phases, steps, ribbon
        Rows of `queries.interventions`, `intervention_events` and `ribbon`; a phase or a judgement at least.

    Returns
    -------
    Figure
        Three rows; the numbers are those of the table of main dates. Hollow numbers are announcements; those with a
        question mark rest on evidence of low confidence.
    """
    main = outline(steps)
    dates = [*phases["began_on"], *main["event_on"], *ribbon["published_on"]]
    since = min(dates) - timedelta(days=200)
    until = max([*ribbon["until"], *phases["last_reported"], *main["event_on"]])
    lanes = int(main["lane"].max()) + 1 if len(main) else 1
    bottom = until.date() + timedelta(days=120)
    traces = {
        "y": intervention_bars(phases, axis="y", until=bottom),
        "y2": [_numbers(main)],
        "y3": [plotted.readable(bar) for bar in grade_bars(ribbon, axis="y3")] if len(ribbon) else [],
    }
    rows = [
        ("<b>Government intervention</b>  in children's services", RIBBON, [-0.5, 0.5]),
        ("<b>Main dates</b>  by their numbers in the table below", LANE * lanes, [lanes - 0.5, -0.5]),
        ("<b>Ofsted judgement</b>  from publication of each report", RIBBON, [-0.5, 0.6]),
    ]
    height = sum(TITLE + tall + GAP for _, tall, _ in rows)
    layout = _layout(height, since.date(), bottom)
    used = 0
    for axis, (title, tall, span) in zip(traces, rows, strict=True):
        top = 1 - (used + TITLE) / height
        layout[f"yaxis{axis[1:]}"] = {
            "visible": False, "fixedrange": True, "range": span, "domain": [max(top - tall / height, 0), top],
        }  # fmt: skip
        layout["annotations"].append(marks.title(title, top) | {"xshift": 0})
        used += TITLE + tall + GAP
    layout["annotations"] += standing_label(ribbon, axis="y3") + ([] if len(phases) else [marks.none_known("y")])
    return go.Figure(data=[trace for drawn in traces.values() for trace in drawn], layout=layout)


def _numbers(main: pd.DataFrame) -> dict[str, Any]:
    rows = main.to_dict("records")
    hollow = [row["announced"] for row in rows]
    return {
        "type": "scatter", "mode": "markers+text", "yaxis": "y2", "x": [row["event_on"].isoformat() for row in rows],
        "y": [row["lane"] for row in rows], "cliponaxis": False,
        "text": [f"{row['number']}{'?' if row['confidence'] == 'low' else ''}" for row in rows],
        "textfont": {
            "family": theme.FONT, "size": 11, "color": [theme.TEXT if open_ else theme.BACKGROUND for open_ in hollow],
        },
        "hovertext": [
            f"{row['title']}<br>{day(row['event_on'], row['date_precision'])}, confidence: {row['confidence']}"
            for row in rows
        ],
        "hovertemplate": "%{hovertext}<extra></extra>",
        "marker": {
            "symbol": "circle", "size": 19, "color": [theme.BACKGROUND if open_ else theme.RAIL for open_ in hollow],
            "line": {"color": theme.RAIL, "width": 1.5},
        },
    }  # fmt: skip


def _layout(height: int, since: date, until: date) -> dict[str, Any]:
    return plotted.layout(
        height + MARGIN["t"] + MARGIN["b"], margin=MARGIN, barmode="overlay", annotations=[],
        uniformtext={"minsize": 10, "mode": "hide"},
        xaxis={
            "type": "date", "range": [since.isoformat(), until.isoformat()], "fixedrange": True, "anchor": "free",
            "position": 0, "showgrid": False, "ticks": "outside", "tickcolor": theme.AXIS, "linecolor": theme.AXIS,
            "tickformat": "%Y", "tick0": "2010-01-01", "dtick": "M36", "tickangle": 0, "tickfont": theme.axis_text(),
            "minor": {"dtick": "M12", "tick0": "2010-01-01", "ticks": "outside", "ticklen": 3},
        },
    )  # fmt: skip
