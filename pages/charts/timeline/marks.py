"""Marks across the rows of a timeline: titles, steps, guides and breaks."""

from datetime import date
from typing import Any

import pandas as pd

from pages.charts import cuts, theme
from pages.charts.words import day

STEP_PITCH = 14
CROWDED = 2019  # a label that begins later than this would run off a narrow screen
NAMED_STEPS = {"trust_launched": "Trust began", "services_returned_to_council": "Services returned"}


def title(text: str, top: float) -> dict[str, Any]:
    """Head a row of a timeline, above its left end."""
    return {
        "xref": "paper", "x": 0, "xanchor": "left", "xshift": -40, "yref": "paper", "y": top, "yanchor": "bottom",
        "yshift": 7, "showarrow": False, "align": "left", "text": text,
        "font": {"family": theme.FONT, "size": 12, "color": theme.TEXT},
    }  # fmt: skip


def none_known(axis: str) -> dict[str, Any]:
    """Say in the rail that no intervention is known."""
    return {
        "xref": "paper", "x": 0, "xanchor": "left", "yref": axis, "y": 0, "showarrow": False,
        "text": "None found so far: our register is not complete",
        "font": {"family": theme.FONT, "size": 12, "color": theme.SECONDARY_TEXT},
    }  # fmt: skip


def named(steps: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the few steps that changed who runs the services."""
    return [
        step
        for step in steps.to_dict("records")
        if step["kind"] in NAMED_STEPS and step["happened"] == "happened" and step["date_precision"] != "year"
    ]


def step_labels(steps: pd.DataFrame, axis: str) -> list[dict[str, Any]]:
    """Name the steps that changed who runs the services, one under the other."""
    return [
        {
            "x": step["event_on"].isoformat(), "yref": axis, "y": -0.5, "yanchor": "top",
            "xanchor": "right" if step["event_on"].year >= CROWDED else "left",
            "xshift": -2 if step["event_on"].year >= CROWDED else 2,
            "yshift": -STEP_PITCH * number + 2, "showarrow": False,
            "text": f"{NAMED_STEPS[step['kind']]} {day(step['event_on'], 'month')[:3]} {step['event_on'].year}",
            "bgcolor": theme.BACKGROUND,
            "font": {"family": theme.FONT, "size": 11, "color": theme.TEXT},
        }
        for number, step in enumerate(named(steps))
    ]  # fmt: skip


def turns(phases: pd.DataFrame, steps: pd.DataFrame) -> list[date]:
    """Return the days on which an intervention began or ended, or who runs the services changed.

    A date of which only the year is known is left out: it would seem to fall between two figures.
    """
    first, last = phases.groupby("intervention_id").head(1), phases.groupby("intervention_id").tail(1)
    began = first[first["began_precision"] != "year"]["began_on"].to_list()
    ended = last[last["ended_precision"] != "year"]["ended_on"].dropna().to_list()
    return sorted({*began, *ended, *(step["event_on"] for step in named(steps))})


def guides(turning: list[date], axis: str) -> list[dict[str, Any]]:
    """Carry the turns of an authority's history down through a row."""
    return [upright(when.isoformat(), axis, "dot", theme.GUIDE) for when in turning]


def break_labels(within: list[dict[str, Any]], axis: str) -> list[dict[str, Any]]:
    """Say where a series was broken, once for breaks that are near: its line is cut there."""
    return [
        {
            "x": where, "yref": axis, "y": 0, "yanchor": "bottom", "yshift": 2, "showarrow": False,
            "text": words,
            "font": {"family": theme.FONT, "size": 10, "color": theme.SECONDARY_TEXT},
        }
        for where, words in cuts.labels(map(middle, within))
    ]  # fmt: skip


def middle(row: dict[str, Any]) -> str:
    """Return the date halfway between the two sides of a break."""
    halfway = row["from_period_end"] + (row["to_period_end"] - row["from_period_end"]) / 2
    return str(halfway.isoformat())


def upright(when: str, axis: str, dash: str, colour: str) -> dict[str, Any]:
    """Draw an upright line through one row."""
    return {
        "type": "line", "x0": when, "x1": when, "yref": f"{axis} domain", "y0": 0, "y1": 1, "layer": "below",
        "line": {"color": colour, "width": 1, "dash": dash},
    }  # fmt: skip


def event_marks(events: pd.DataFrame, axis: str) -> dict[str, Any]:
    """Mark events by diamonds: filled for those of the authority, hollow for those of the country."""
    rows = events.to_dict("records")
    return {
        "type": "scatter",
        "mode": "markers",
        "yaxis": axis,
        "x": [row["event_on"].isoformat() for row in rows],
        "y": [0] * len(rows),
        "text": [f"{row['title']}, {day(row['event_on'], row['date_precision'])}" for row in rows],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {
            "symbol": ["diamond-open" if row["scope"] == "national" else "diamond" for row in rows],
            "size": 10,
            "color": theme.RAIL,
        },
        "showlegend": False,
    }
