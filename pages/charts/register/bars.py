"""The register of interventions as a picture: a row per authority, phases as bars, steps as marks."""

import textwrap
from datetime import date
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme
from pages.charts.register import models, plotted
from pages.charts.timeline.rail import intervention_bars
from pages.charts.words import day

MOVED = "trust_launched"
ROW = 30
WIDE = 25
LETTER_FROM = 400 * 86_400_000  # a bar of so many milliseconds has room for a letter on every screen
MARGIN = {"l": 140, "r": 6, "t": 30, "b": 6}


def ordered(phases: pd.DataFrame, order: str) -> list[str]:
    """Return the names of the authorities in the order of rows: by name, region or first day.

    Parameters
    ----------
    phases
        Rows of `queries.register.phases`, or others with authority_name, region_name and began_on.
    order
        name, region or start.
    """
    first = phases.sort_values("began_on").drop_duplicates("authority_name")
    by = {"name": ["authority_name"], "region": ["region_name", "authority_name"], "start": ["began_on"]}[order]
    return list(first.sort_values(by, kind="stable")["authority_name"])


def register_bars(
    phases: pd.DataFrame, steps: pd.DataFrame, *, order: str, moved: pd.DataFrame | None = None
) -> go.Figure:
    """Draw the phases of every intervention, as far as each is evidenced, and the steps that changed who decides.

    Parameters
    ----------
    phases, steps
        Rows of `queries.register.phases` and `steps`.
    order
        name, region or start.
    moved
        Rows of `queries.register.moved` that stand in the picture with or without an intervention.

    Returns
    -------
    Figure
        An end that is not known is open: a pale hatched end with a question mark; one in force when last reported is
        hatched without it. Nothing is drawn beyond what is known by more than such an end.
    """
    shown = steps[steps["area_code"].isin(phases["area_code"])]
    begun = phases
    if moved is not None:
        begun = pd.concat([phases, moved.rename(columns={"moved_on": "began_on"})])
        shown = pd.concat([shown[shown["kind"] != MOVED], _as_steps(moved)])
    names = ordered(begun, order)
    until = date(max(phases["last_reported"].max(), phases["known_to"].max(), begun["began_on"].max()).year + 1, 1, 1)
    traces = _bars(phases, names, until) + _marks(shown, names)
    return go.Figure(
        data=traces,
        layout=plotted.layout(
            len(names) * ROW + MARGIN["t"] + MARGIN["b"], margin=MARGIN, barmode="overlay",
            xaxis=_dates(begun["began_on"].min(), until),
            yaxis=_names(names),
        ),
    )  # fmt: skip


def _as_steps(moved: pd.DataFrame) -> pd.DataFrame:
    """Make marks of the moves to a trust or a company."""
    return moved.rename(columns={"moved_on": "event_on"}).assign(kind=MOVED, happened="happened")


def _bars(phases: pd.DataFrame, names: list[str], until: date) -> list[dict[str, Any]]:
    """Draw the bars of the rail in the rows of their authorities, those that look alike in one trace."""
    alike: dict[tuple[str, str], dict[str, Any]] = {}
    for number, phase in enumerate(phases.to_dict("records")):
        form, row = str(phase["phase"]), names.index(phase["authority_name"])
        for bar in intervention_bars(phases.iloc[[number]], axis="y", until=until):
            look = _look(bar, phase["confidence"])
            trace = alike.setdefault((form, look), _trace(models.FILL[form], models.INK.get(form, ""), look))
            trace["y"].append(row)
            trace["base"] += bar["base"]
            trace["x"] += bar["x"]
            trace["text"].append(_text(bar, form, look))
            trace["hovertext"].append(f"<b>{phase['authority_name']}</b><br>{_hover(bar)}")
    return list(alike.values())


def _look(bar: dict[str, Any], confidence: str) -> str:
    """Tell what a bar of the rail stands for: open (an end not known), year (only that is known), low or sure."""
    if not bar["marker"]["pattern"]["shape"]:
        return "low" if confidence == "low" else "sure"
    return "open" if bar["marker"]["color"] == theme.BACKGROUND else "year"


def _text(bar: dict[str, Any], form: str, look: str) -> str:
    if look == "open":
        return "?" if "?" in bar["text"][0] else ""
    return models.LETTERS[form] if look in ("sure", "low") and bar["x"][0] >= LETTER_FROM else ""


def _trace(fill: str, ink: str, look: str) -> dict[str, Any]:
    plain = look in ("sure", "low")
    pattern = {
        "sure": {"shape": ""},
        "low": {"shape": ".", "bgcolor": fill, "fgcolor": theme.BACKGROUND, "size": 5, "solidity": 0.2},
        "open": {"shape": "/", "bgcolor": theme.BACKGROUND, "fgcolor": fill, "size": 7, "solidity": 0.2},
        "year": {"shape": "x", "bgcolor": theme.BACKGROUND, "fgcolor": fill, "size": 6, "solidity": 0.3},
    }[look]
    return {
        "type": "bar", "orientation": "h", "y": [], "base": [], "x": [], "text": [], "hovertext": [], "width": 0.46,
        "offset": -0.12, "hovertemplate": "%{hovertext}<extra></extra>", "textposition": "inside",
        "insidetextanchor": "middle", "textangle": 0, "constraintext": "none",
        "textfont": {
            "family": theme.FONT, "size": 11, "weight": 700,
            "color": (ink or theme.BACKGROUND) if plain else theme.TEXT,
        },
        "marker": {
            "color": fill if plain else theme.BACKGROUND, "line": {"color": fill, "width": 1}, "pattern": pattern
        },
    }  # fmt: skip


def _hover(bar: dict[str, Any]) -> str:
    return str(bar["hovertemplate"]).removesuffix("<extra></extra>")


def _marks(steps: pd.DataFrame, names: list[str]) -> list[dict[str, Any]]:
    """Draw the steps that happened and changed who decides or who runs services, above the bars."""
    traces = []
    for kind, (symbol, _, words) in models.MARKS.items():
        kept = steps[(steps["kind"] == kind) & (steps["happened"] == "happened")].to_dict("records")
        traces.append(
            {
                "type": "scatter", "mode": "markers", "x": [step["event_on"].isoformat() for step in kept],
                "y": [names.index(step["authority_name"]) - 0.28 for step in kept],
                "hovertext": [
                    f"<b>{step['authority_name']}</b><br>{words}, {day(step['event_on'], step['date_precision'])}<br>"
                    f"confidence: {step['confidence']}"
                    for step in kept
                ],
                "hovertemplate": "%{hovertext}<extra></extra>", "cliponaxis": False,
                "marker": {
                    "symbol": symbol, "size": 8, "color": theme.TEXT, "line": {"color": theme.BACKGROUND, "width": 1}
                },
            }
        )  # fmt: skip
    return traces


def _dates(first: pd.Timestamp, until: date) -> dict[str, Any]:
    return {
        "type": "date", "side": "top", "range": [first.isoformat(), until.isoformat()], "fixedrange": True,
        "gridcolor": theme.GRID, "dtick": "M48", "tick0": "2010-01-01", "tickformat": "%Y", "tickangle": 0,
        "tickfont": theme.axis_text(11),
    }  # fmt: skip


def _names(names: list[str]) -> dict[str, Any]:
    return {
        "range": [len(names) - 0.5, -0.6], "tickvals": list(range(len(names))), "fixedrange": True,
        "ticktext": ["<br>".join(textwrap.wrap(name, WIDE)) for name in names], "tickfont": theme.axis_text(10),
        "showgrid": False, "zeroline": False,
    }  # fmt: skip
