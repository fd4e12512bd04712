"""The share of authorities in each grade on each 31 March: one panel per thing graded, so that regimes keep apart."""

import math
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme
from pages.charts.ofsted import grades
from pages.charts.words import UNGRADED, day

PANEL, TITLE = 210, 42
MARGIN = {"l": 44, "r": 8, "t": 4, "b": 40}
DRAWN = (UNGRADED, "outstanding", "good", "requires improvement", "adequate", "inadequate")


def counted(rows: pd.DataFrame) -> pd.DataFrame:
    """Count authorities by date, thing graded and grade.

    Parameters
    ----------
    rows
        Rows of `queries.ofsted.in_force`.

    Returns
    -------
    DataFrame
        as_at, graded, grade, authorities, of (how many existed on the date), share (in percent).
    """
    of = rows.groupby("as_at").size().rename("of")
    found = rows.groupby(["as_at", "graded", "grade"]).size().rename("authorities").reset_index()
    found = found.merge(of, on="as_at")
    return found.assign(share=100 * found["authorities"] / found["of"])


def label(when: pd.Timestamp) -> str:
    """Name a date on the axis: the year of a 31 March, else the month too."""
    return str(when.year) if (when.month, when.day) == (3, 31) else f"{day(when, 'month')[:3]}<br>{when.year}"


def shares(rows: pd.DataFrame) -> go.Figure:
    """Draw how many authorities stood in each grade on each date.

    Parameters
    ----------
    rows
        Rows of `queries.ofsted.in_force`.

    Returns
    -------
    Figure
        A panel each for overall effectiveness, child protection and safeguarding, in percent of all authorities of
        the date, the number of authorities in each bar. What is missing to 100% had no grade in force of that kind.
    """
    found = counted(rows)
    panels = [graded for graded in grades.GRADED if graded in set(found["graded"])]
    dates = sorted(rows["as_at"].unique())
    tops = [_top(found[found["graded"] == graded]) for graded in panels]
    height = sum(PANEL * top // 100 + TITLE for top in tops)
    layout = grades.layout(
        height + MARGIN["t"] + MARGIN["b"], margin=MARGIN, barmode="stack", bargap=0.12, annotations=[],
        xaxis=_dates(dates),
    )  # fmt: skip
    traces: list[dict[str, Any]] = []
    used = 0
    for number, (graded, largest) in enumerate(zip(panels, tops, strict=True), 1):
        axis = "y" if number == 1 else f"y{number}"
        tall = PANEL * largest // 100
        top = 1 - (used + TITLE) / height
        layout[f"yaxis{axis[1:]}"] = _percent([max(top - tall / height, 0), top], largest)
        layout["annotations"].append(_title(grades.GRADED[graded], top))
        traces += _bars(found[found["graded"] == graded], dates, axis)
        used += TITLE + tall
    return go.Figure(data=traces, layout=layout)


def _bars(found: pd.DataFrame, dates: list[Any], axis: str) -> list[dict[str, Any]]:
    """Stack the grades from inadequate, which stands on the ground, up to outstanding."""
    traces = []
    for grade in reversed(DRAWN):
        part = found[found["grade"] == grade].set_index("as_at")
        held = [when for when in dates if when in part.index]
        if not held:
            continue
        number = [int(part.loc[when, "authorities"]) for when in held]
        traces.append(
            {
                "type": "bar", "yaxis": axis, "x": [dates.index(when) for when in held],
                "y": [float(part.loc[when, "share"]) for when in held], "marker": grades.fill(grade),
                "text": [str(n) if part.loc[when, "share"] >= 4 else "" for n, when in zip(number, held, strict=True)],
                "textposition": "inside", "insidetextanchor": "middle", "textangle": 0, "constraintext": "none",
                "textfont": {"family": theme.FONT, "size": 11, "color": theme.GRADE_TEXT.get(grade, theme.TEXT)},
                "customdata": [
                    f"{grade.capitalize()}: {grades.share(n, int(part.loc[when, 'of']))} of authorities, {day(when)}"
                    for n, when in zip(number, held, strict=True)
                ],
                "hovertemplate": "%{customdata}<extra></extra>",
            }
        )  # fmt: skip
    return traces


def _dates(dates: list[Any]) -> dict[str, Any]:
    ticks = [n for n, when in enumerate(dates) if n == len(dates) - 1 or (when.year % 3 == 2 and n < len(dates) - 2)]
    return {
        "range": [-0.6, len(dates) - 0.4], "fixedrange": True, "showgrid": False, "anchor": "free", "position": 0,
        "tickvals": ticks, "ticktext": [label(dates[n]) for n in ticks], "tickangle": 0,
        "tickfont": theme.axis_text(), "linecolor": theme.AXIS, "ticks": "outside", "tickcolor": theme.AXIS,
    }  # fmt: skip


def _top(found: pd.DataFrame) -> int:
    """Return the top of a panel: the next quarter above its highest bar, for all panels share one scale."""
    return 25 * math.ceil(float(found.groupby("as_at")["share"].sum().max()) / 25 - 1e-9)


def _percent(domain: list[float], largest: int) -> dict[str, Any]:
    ticks = list(range(0, largest + 1, 25))
    return {
        "range": [0, largest], "domain": domain, "fixedrange": True, "tickvals": ticks,
        "ticktext": [f"{tick}%" for tick in ticks],
        "gridcolor": theme.GRID, "zerolinecolor": theme.AXIS, "tickfont": theme.axis_text(),
    }  # fmt: skip


def _title(text: str, top: float) -> dict[str, Any]:
    return {
        "xref": "paper", "x": 0, "xanchor": "left", "xshift": -MARGIN["l"] + 4, "yref": "paper", "y": top,
        "yanchor": "bottom", "yshift": 8, "showarrow": False, "text": f"<b>{text}</b>",
        "font": {"family": theme.FONT, "size": 13, "color": theme.TEXT},
    }  # fmt: skip
