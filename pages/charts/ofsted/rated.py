"""One indicator in authorities then rated inadequate, in those with another grade, and in England."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts import labels, theme
from pages.charts.ofsted import grades
from pages.charts.timeline import marks, panel
from pages.charts.timeline.key import Entry
from pages.charts.words import basis_words, day, figure

HEIGHT = 150
NAMES = {"inadequate": "Inadequate", "other-grade": "Other grades"}
ROLES = {"inadequate": "chosen", "other-grade": "other"}


def lines(states: pd.DataFrame, england: pd.DataFrame) -> pd.DataFrame:
    """Return the lines of a chart.

    Parameters
    ----------
    states
        Rows of `queries.compare.groups`.
    england
        Rows of `queries.national`, of the same indicator.

    Returns
    -------
    DataFrame
        role, area_code, area_name, period_end, value, status, segment, unusual, averaged, as `panel.lines` reads them.
    """
    mine = states.assign(
        role=states["group_id"].map(ROLES),
        status=states["status"].replace("no_weights", "not_available"),
        area_code=states["group_id"],
        area_name=states["group_id"].map(NAMES),
    )
    # a year in which nobody is in the group has no row, and the line must not be drawn across it
    whole = england.assign(role="england", averaged=0)
    together = pd.concat([mine, whole])[
        ["role", "area_code", "area_name", "period_end", "value", "status", "segment", "averaged"]
    ]
    return together.assign(unusual=False, averaged_of=0, area_level="group")


def rated(rows: pd.DataFrame, breaks: pd.DataFrame, indicator: dict[str, object]) -> go.Figure:
    """Draw one indicator by the grade that stood at each date.

    Parameters
    ----------
    rows
        As of `lines`.
    breaks
        Rows of `queries.breaks`.
    indicator
        A row of `queries.indicators`.

    Returns
    -------
    Figure
        Up to three lines from 0 up; none crosses a gap or a break.
    """
    unit, decimals = str(indicator["unit"]), int(str(indicator["decimals"]))
    drawn = panel.shown(rows.to_dict("records"), unit)
    top = panel.upper_limit(drawn)
    within = breaks[breaks["indicator_id"] == indicator["indicator_id"]].to_dict("records")
    ends = labels.end_labels(
        drawn, axis="y", unit=unit, decimals=decimals, last=rows["period_end"].max(), top=top, height=HEIGHT
    )
    return go.Figure(
        data=panel.lines(drawn, axis="y", unit=unit, decimals=decimals),
        layout=grades.layout(
            HEIGHT + 40,
            margin={"l": 44, "r": labels.label_width(drawn), "t": 10, "b": 30},
            annotations=[*ends, *marks.break_labels(within, "y")],
            shapes=[marks.upright(marks.middle(row), "y", "solid", theme.GRID) for row in within],
            xaxis={
                "type": "date", "fixedrange": True, "showgrid": False, "dtick": "M36", "tick0": "2010-01-01",
                "tickformat": "%Y", "tickangle": 0, "tickfont": theme.axis_text(), "linecolor": theme.AXIS,
                "ticks": "outside", "tickcolor": theme.AXIS,
            },
            yaxis={
                "range": [0, top], "fixedrange": True, "nticks": 4,
                "ticksuffix": "%" if unit == "%" else "", "tickprefix": "£" if unit.startswith("£") else "",
                "gridcolor": theme.GRID, "zerolinecolor": theme.AXIS, "zerolinewidth": 1,
                "tickfont": theme.axis_text(),
            },
        ),
    )  # fmt: skip


def key() -> list[Entry]:
    """List the three lines."""
    other = theme.OTHER_STYLES[0]
    england = theme.BESIDE_STYLE["england"]
    return [
        Entry(words="Inadequate at that date", color=theme.CHOSEN, dash="solid", symbol="circle"),
        Entry(words="Another grade at that date", color=other["color"], dash="solid", symbol=other["symbol"]),
        Entry(words="England, as published", color=england["color"], dash=england["dash"], symbol=england["symbol"]),
    ]


def alternative(states: pd.DataFrame, indicator: dict[str, Any]) -> str:
    """Describe a chart for those who do not see it: the newest date and both groups."""
    given = states[states["status"] == "published"]
    said = []
    for name, part in given.groupby("group_name"):
        last = part.sort_values("period_end").iloc[-1]
        written = figure(last["value"], "published", unit=indicator["unit"], decimals=indicator["decimals"])
        said.append(f"{name}: {written} on {day(last['period_end'])} ({basis_words(last)} authorities)")
    return f"Line chart of {indicator['measure']}, by the grade in force. {'; '.join(said)}."
