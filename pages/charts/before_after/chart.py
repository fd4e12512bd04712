"""Two panels by years since an event: an authority beside its neighbours and a comparison group, and the difference."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme
from pages.charts.before_after import axes, labels
from pages.charts.words import day, signed

LEVELS, DIFFERENCE = 250, 210  # heights of the panels in pixels
TITLE, BETWEEN = 40, 26
CHOSEN = {"color": theme.CHOSEN, "dash": "solid", "symbol": "circle"}
NEIGHBOURS = {"color": "#801650", "dash": "dash", "symbol": "square"}
COMPARISON = {"color": theme.BESIDE, "dash": "dot", "symbol": "triangle-up"}
BAR, BAR_EDGE = "#e6e6e6", "#8c8c8c"


def before_after(
    rows: pd.DataFrame, *, name: str, about: dict[str, Any], event: dict[str, Any], average: str
) -> go.Figure:
    """Draw an authority around an event, and beneath it how its change differs from that of the comparison group.

    Parameters
    ----------
    rows
        Rows of `queries.before_after.differences`.
    name
        Of the authority.
    about, event
        A row of `queries.indicators`, and an event as `before_after_words.event` returns it.
    average
        median or mean: how the neighbours are taken together.

    Returns
    -------
    Figure
        Of a fixed height and any width. Marks are hollow where fewer than half the comparison group has a figure,
        and diamonds where a year counts on neither side; gaps are not joined.
    """
    above = labels.PITCH * len(labels.event_lines(event))
    height = TITLE + above + LEVELS + BETWEEN + TITLE + DIFFERENCE
    upper, lower = 1 - (TITLE + above) / height, DIFFERENCE / height
    series = _series(name, average)
    top = float(rows[[each["column"] for each in series]].max().max()) * 1.12 or 1.0
    reach = float(rows[["difference", "placebo_low", "placebo_high"]].abs().max().max()) * 1.12 or 1.0
    unit = "percentage points" if about["unit"] == "%" else about["unit"]
    return go.Figure(
        data=[
            *(_line(rows, each, about) for each in series[::-1]),
            *_rings(rows),
            _bars(rows, about),
            _difference(rows, name, about),
        ],
        layout=axes.layout(rows)
        | {
            "height": height + axes.MARGIN["t"] + axes.MARGIN["b"],
            "annotations": [
                labels.title(f"<b>{about['title']}</b>, {about['unit']}, {about['reference']}", top=upper, above=above),
                labels.title(f"<b>Difference in change</b>, {name} less the group, {unit}", top=lower),
                labels.event(rows, event, top=upper),
                *labels.line_ends(rows, series, about, top=top, height=LEVELS),
                *labels.gaps(rows),
                *labels.difference_end(rows, about),
            ],
            "shapes": [axes.upright(rows, event, axis) for axis in ("y", "y2")],
            "yaxis": axes.vertical(about) | {"domain": [upper - LEVELS / height, upper], "range": [0, top]},
            "yaxis2": axes.vertical(about)
            | {
                "domain": [0, lower],
                "range": [-reach, reach],
                "tickformat": ",",
                "ticksuffix": "",
                "zerolinewidth": 1.5,
                "zerolinelayer": "above traces",
            },
        },
    )


def _series(name: str, average: str) -> list[dict[str, str]]:
    """Return the lines of the upper panel: column, name and look of each."""
    return [
        {"column": "value", "name": name} | CHOSEN,
        {"column": f"neighbours_{average}", "name": f"Neighbours ({average})"} | NEIGHBOURS,
        {"column": "comparison_mean", "name": "Comparison group (mean)"} | COMPARISON,
    ]


def few(rows: pd.DataFrame) -> list[bool]:
    """Tell for each year whether fewer than half the comparison group has a figure."""
    return list(2 * rows["comparison_n"] < rows["comparison_of"])


def _line(rows: pd.DataFrame, each: dict[str, str], about: dict[str, Any]) -> dict[str, Any]:
    chosen = each["column"] == "value"
    hollow = few(rows) if each["column"] == "comparison_mean" else [False] * len(rows)
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "name": each["name"],
        "x": rows["years_since"].to_numpy(),
        "y": rows[each["column"]].to_numpy(dtype=float),
        "text": [
            f"{each['name']}: {labels.written(row[each['column']], about)}, {day(row['period_end'])}{_of(each, row)}"
            for row in rows.to_dict("records")
        ],
        "hovertemplate": "%{text}<extra></extra>",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": each["color"], "dash": each["dash"], "width": 2.5 if chosen else 2},
        "marker": {
            "color": each["color"],
            "symbol": [each["symbol"] + ("-open" if open_ else "") for open_ in hollow],
            "size": 8 if chosen else 6,
        },
        "showlegend": False,
    }


def _of(each: dict[str, str], row: dict[str, Any]) -> str:
    """Say how many stand behind an average."""
    stem = each["column"].rpartition("_")[0]
    return f"<br>of {row[f'{stem}_n']} with a figure" if stem else ""


def _rings(rows: pd.DataFrame) -> list[dict[str, Any]]:
    """Put a ring round figures that a note calls unusual."""
    unusual = rows[rows["unusual"] & (rows["status"] == "published")]
    ring = {"symbol": "circle-open", "size": 16, "color": theme.CHOSEN, "line": {"width": 1.5}}
    return [
        {"type": "scatter", "mode": "markers", "x": unusual["years_since"].to_numpy(), "y": unusual[column].to_numpy(),
         "yaxis": axis, "marker": ring, "hoverinfo": "skip", "cliponaxis": False, "showlegend": False}
        for column, axis in (("value", "y"), ("difference", "y2"))
        if len(unusual)
    ]  # fmt: skip


def _bars(rows: pd.DataFrame, about: dict[str, Any]) -> dict[str, Any]:
    """Draw the middle 95% of the placebos of each year as a bar: nothing is joined over a gap."""
    drawn = rows[rows["difference"].notna()]
    low, high = drawn["placebo_low"], drawn["placebo_high"]
    return {
        "type": "bar",
        "yaxis": "y2",
        "x": drawn["years_since"].to_numpy(),
        "base": low.to_numpy(),
        "y": (high - low).to_numpy(),
        "width": 0.7,
        "marker": {"color": BAR, "line": {"color": BAR_EDGE, "width": 1}},
        "text": [
            f"Middle 95% of {row['placebo_of']} placebos: {_plain(row['placebo_low'], about)} to "
            f"{_plain(row['placebo_high'], about)}, {day(row['period_end'])}"
            for row in drawn.to_dict("records")
        ],
        "textposition": "none",
        "hovertemplate": "%{text}<extra></extra>",
        "showlegend": False,
    }


def _difference(rows: pd.DataFrame, name: str, about: dict[str, Any]) -> dict[str, Any]:
    symbols = [
        ("diamond" if side == "during" else "circle") + ("-open" if hollow else "")
        for side, hollow in zip(rows["side"], few(rows), strict=True)
    ]
    text = [
        f"{name} less the group: {_plain(row['difference'], about)}, {day(row['period_end'])}<br>"
        f"at least as far, up or down: {row['placebo_larger']} of {row['placebo_of']} others"
        for row in rows.to_dict("records")
    ]
    return {
        "type": "scatter",
        "mode": "lines+markers",
        "yaxis": "y2",
        "x": rows["years_since"].to_numpy(),
        "y": rows["difference"].to_numpy(dtype=float),
        "text": text,
        "hovertemplate": "%{text}<extra></extra>",
        "connectgaps": False,
        "cliponaxis": False,
        "line": {"color": theme.CHOSEN, "width": 2.5},
        "marker": {"color": theme.CHOSEN, "symbol": symbols, "size": 8, "line": {"width": 1.5, "color": theme.CHOSEN}},
        "showlegend": False,
    }


def _plain(value: float, about: dict[str, Any]) -> str:
    return "none" if pd.isna(value) else signed(value, unit="", decimals=about["decimals"])
