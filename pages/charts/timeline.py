"""An authority on one date axis: government intervention, Ofsted's grades, and the indicators beneath."""

from datetime import date, timedelta
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts import panel, theme
from pages.charts.rail import grade_bars, intervention_bars
from pages.charts.words import day

TITLE = 28
GAP = 16
RIBBON = 52
PANEL = 118
MARGIN = {"l": 46, "r": 70, "t": 6, "b": 30}
STEP_PITCH = 14
FIRST = date(2009, 1, 1)
LAST = date(2027, 1, 1)
CROWDED = 2019  # a label that begins later than this would run off a narrow screen
NAMED_STEPS = {"trust_launched": "Trust began", "services_returned_to_council": "Services returned"}


def timeline(
    *,
    phases: pd.DataFrame,
    steps: pd.DataFrame,
    ribbon: pd.DataFrame,
    trend: pd.DataFrame,
    breaks: pd.DataFrame,
    indicators: pd.DataFrame,
) -> go.Figure:
    """Draw everything that happened to an authority above its indicators, on one true date axis.

    Parameters
    ----------
    phases, steps, ribbon, trend, breaks, indicators
        Rows of `queries.interventions`, `intervention_events`, `ribbon`, `trend`, `breaks` and `indicators`;
        one panel is drawn per row of `indicators`, in their order.

    Returns
    -------
    Figure
        Of a fixed height and any width. Figures stand at their reference dates.
    """
    rows = [("rail", RIBBON + STEP_PITCH * len(_named(steps))), ("ribbon", RIBBON)] + [
        (id, PANEL) for id in indicators["indicator_id"]
    ]
    height = sum(TITLE + h + GAP for _, h in rows)
    traces: list[dict[str, Any]] = []
    annotations: list[dict[str, Any]] = []
    shapes: list[dict[str, Any]] = []
    axes: dict[str, Any] = {}
    used = 0
    for number, (name, row_height) in enumerate(rows, 1):
        axis = "y" if number == 1 else f"y{number}"
        top = 1 - (used + TITLE) / height
        axes[f"yaxis{axis[1:]}"] = {"domain": [top - row_height / height, top]}
        if name in ("rail", "ribbon"):
            drawn = _ribbon_row(name, phases, steps, ribbon, axis)
        else:
            about = indicators[indicators["indicator_id"] == name].to_dict("records")[0]
            drawn = _panel_row(about, trend, breaks, axis)
        traces += drawn["traces"]
        annotations += [*drawn["annotations"], _title(drawn["title"], top)]
        axes[f"yaxis{axis[1:]}"] |= drawn["axis"]
        shapes += _guides(phases, steps, axis) + drawn["shapes"]
        used += TITLE + row_height + GAP
    return go.Figure(data=traces, layout=_layout(axes, annotations, shapes, height, phases))


def _ribbon_row(
    name: str, phases: pd.DataFrame, steps: pd.DataFrame, ribbon: pd.DataFrame, axis: str
) -> dict[str, Any]:
    hidden = {"visible": False, "fixedrange": True}
    if name == "ribbon":
        title = "<b>Ofsted judgement</b>  from publication of each report"
        return {"traces": grade_bars(ribbon, axis=axis), "annotations": [], "shapes": [], "title": title,
                "axis": hidden | {"range": [-0.5, 0.5]}}  # fmt: skip
    title = "<b>Government intervention</b>  in children's services"
    notes = _step_labels(steps, axis) if len(phases) else [_none_known(axis)]
    floor = -0.5 - STEP_PITCH * len(_named(steps)) / RIBBON
    bars = intervention_bars(phases, axis=axis, until=LAST)
    return {"traces": bars, "annotations": notes, "shapes": [], "title": title,
            "axis": hidden | {"range": [floor, 0.5]}}  # fmt: skip


def _panel_row(about: dict[str, Any], trend: pd.DataFrame, breaks: pd.DataFrame, axis: str) -> dict[str, Any]:
    unit, decimals = about["unit"], about["decimals"]
    rows = panel.shown(trend[trend["indicator_id"] == about["indicator_id"]], unit)
    top = panel.upper_limit(rows)
    within = breaks[breaks["indicator_id"] == about["indicator_id"]].to_dict("records")
    labels = panel.end_labels(rows, axis=axis, unit=unit, decimals=decimals, top=top, height=PANEL)
    return {
        "traces": panel.lines(rows, axis=axis, unit=unit, decimals=decimals),
        "annotations": [*labels, *panel.gap_labels(rows, axis=axis), *_break_labels(within, axis)],
        "shapes": [_upright(_middle(row), axis, "solid", theme.GRID) for row in within],
        "title": f"<b>{about['title']}</b>  {unit}, {about['reference']}",
        "axis": {
            "range": [0, top],
            "fixedrange": True,
            "nticks": 4,
            "tickformat": "~s" if top >= 10_000 else ",",
            "ticksuffix": "%" if unit == "%" else "",
            "tickprefix": "£" if unit == "£" else "",
            "gridcolor": theme.GRID,
            "zerolinecolor": theme.AXIS,
            "zerolinewidth": 1,
            "tickfont": theme.axis_text(),
        },
    }


def _title(text: str, top: float) -> dict[str, Any]:
    return {
        "xref": "paper", "x": 0, "xanchor": "left", "xshift": -40, "yref": "paper", "y": top, "yanchor": "bottom",
        "yshift": 7, "showarrow": False, "align": "left", "text": text,
        "font": {"family": theme.FONT, "size": 12, "color": theme.TEXT},
    }  # fmt: skip


def _none_known(axis: str) -> dict[str, Any]:
    return {
        "xref": "paper", "x": 0, "xanchor": "left", "yref": axis, "y": 0, "showarrow": False,
        "text": "None in our register", "font": {"family": theme.FONT, "size": 12, "color": theme.SECONDARY_TEXT},
    }  # fmt: skip


def _named(steps: pd.DataFrame) -> list[dict[str, Any]]:
    """Return the few steps that changed who runs the services."""
    kept = steps[steps["kind"].isin(list(NAMED_STEPS)) & (steps["happened"] == "happened")]
    return list(kept.to_dict("records"))


def _step_labels(steps: pd.DataFrame, axis: str) -> list[dict[str, Any]]:
    return [
        {
            "x": step["event_on"].isoformat(), "yref": axis, "y": -0.5, "yanchor": "top",
            "xanchor": "right" if step["event_on"].year >= CROWDED else "left",
            "xshift": -2 if step["event_on"].year >= CROWDED else 2,
            "yshift": -STEP_PITCH * number + 2, "showarrow": False,
            "text": f"{NAMED_STEPS[step['kind']]} {day(step['event_on'], 'month')[:3]} {step['event_on'].year}",
            "font": {"family": theme.FONT, "size": 11, "color": theme.TEXT},
        }
        for number, step in enumerate(_named(steps))
    ]  # fmt: skip


def _guides(phases: pd.DataFrame, steps: pd.DataFrame, axis: str) -> list[dict[str, Any]]:
    """Carry the beginning and end of each intervention, and of a trust, down through a row."""
    began = phases.groupby("intervention_id")["began_on"].min().to_list()
    ended = phases.groupby("intervention_id").tail(1)["ended_on"].dropna().to_list()
    named = [step["event_on"] for step in _named(steps)]
    return [_upright(when.isoformat(), axis, "dot", theme.GUIDE) for when in sorted({*began, *ended, *named})]


def _break_labels(within: list[dict[str, Any]], axis: str) -> list[dict[str, Any]]:
    """Say where a series was broken: its line is cut there."""
    return [
        {
            "x": _middle(row), "yref": axis, "y": 0, "yanchor": "bottom", "yshift": 2, "showarrow": False,
            "text": "break<br>in series",
            "font": {"family": theme.FONT, "size": 10, "color": theme.SECONDARY_TEXT},
        }
        for row in within
    ]  # fmt: skip


def _middle(row: dict[str, Any]) -> str:
    halfway = row["from_period_end"] + (row["to_period_end"] - row["from_period_end"]) / 2
    return str(halfway.isoformat())


def _upright(when: str, axis: str, dash: str, colour: str) -> dict[str, Any]:
    return {
        "type": "line", "x0": when, "x1": when, "yref": f"{axis} domain", "y0": 0, "y1": 1, "layer": "below",
        "line": {"color": colour, "width": 1, "dash": dash},
    }  # fmt: skip


def _layout(
    axes: dict[str, Any], annotations: list[Any], shapes: list[Any], height: int, phases: pd.DataFrame
) -> dict[str, Any]:
    first = min([FIRST, *(when.date() - timedelta(days=60) for when in phases["began_on"])])
    return {
        "height": height + MARGIN["t"] + MARGIN["b"],
        "margin": MARGIN,
        "barmode": "overlay",
        "uniformtext": {"minsize": 10, "mode": "hide"},
        "paper_bgcolor": theme.BACKGROUND,
        "plot_bgcolor": theme.BACKGROUND,
        "font": {"family": theme.FONT, "color": theme.TEXT},
        "hovermode": "closest",
        "hoverlabel": {"bgcolor": theme.BACKGROUND, "font": {"family": theme.FONT, "size": 13, "color": theme.TEXT}},
        "annotations": annotations,
        "shapes": shapes,
        "xaxis": {
            "type": "date",
            "range": [first.isoformat(), LAST.isoformat()],
            "fixedrange": True,
            "anchor": "free",
            "position": 0,
            "showgrid": False,
            "ticks": "outside",
            "tickcolor": theme.AXIS,
            "linecolor": theme.AXIS,
            "tickformat": "%Y",
            "tick0": "2010-01-01",
            "dtick": "M36",
            "minor": {"dtick": "M12", "tick0": "2010-01-01", "ticks": "outside", "ticklen": 3},
            "tickangle": 0,
            "tickfont": theme.axis_text(),
            "showspikes": True,
            "spikemode": "across",
            "spikesnap": "cursor",
            "spikethickness": 1,
            "spikecolor": theme.BESIDE,
        },
        **axes,
    }
