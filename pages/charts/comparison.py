"""Up to eight authorities in one chart over time: lines, England, groups, and labels at the line ends."""

import textwrap
from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme
from pages.charts.compared import Asked, Line
from pages.charts.compared_traces import context_trace, foot_marks, line_traces
from pages.charts.labels import PITCH, spread

MARGIN = {"l": 46, "t": 14, "b": 46}
LEAST_HEIGHT = 400
NAME_WIDTH = 15
LETTER = 6.6  # pixels, of a mean letter of the labels


def comparison(rows: pd.DataFrame, lines: Sequence[Line], breaks: pd.DataFrame, asked: Asked) -> go.Figure:
    """Draw one indicator over time, or over the years since an event.

    Parameters
    ----------
    rows
        Rows of `queries.compare.lines` or `since`: those of the role context are drawn in grey.
    lines
        The lines, as of `compared`.
    breaks
        Rows of `queries.breaks` for the indicator.
    asked
        How the comparison is asked for.

    Returns
    -------
    Figure
        Of a fixed height and any width from 320 pixels.
    """
    low, high = limits(lines, asked)
    labels = [label(line, asked, last_date(lines)) for line in lines if line.drawn]
    height = max(LEAST_HEIGHT, sum(tall(text) for text in labels))
    traces = context_trace(rows, asked)
    for line in reversed(lines):
        traces += line_traces(line, asked)
    traces += foot_marks(lines, asked, low=low, high=high)
    ends = [line for line in lines if line.drawn]
    within = [] if asked.measure == "since" else cuts(breaks, lines)
    return go.Figure(
        data=traces,
        layout={
            **plain_layout(),
            "height": height + MARGIN["t"] + MARGIN["b"],
            "margin": MARGIN | {"r": right_margin(labels)},
            "annotations": [*end_labels(ends, labels, low=low, high=high, height=height), *map(_cut_label, within)],
            "shapes": [*map(upright, within), *([upright(0)] if asked.measure == "since" else [])],
            "xaxis": x_axis(lines, asked),
            "yaxis": y_axis(asked, low, high),
        },
    )


def limits(lines: Sequence[Line], asked: Asked) -> tuple[float, float]:
    """Return the ends of the y-axis: from 0 for figures, else around what is drawn; grey lines do not count."""
    values = [float(point["shown"]) for line in lines for point in line.drawn]
    if asked.measure == "rank":
        return 0.0, max([float(point["ranked_of"]) for line in lines for point in line.drawn] or [1.0]) + 1
    if asked.measure in ("published", "since"):
        return min([0.0, *values]), (max([0.0, *values]) * 1.08) or 1.0
    anchor = 100.0 if asked.measure == "index" else 0.0
    least, most = min([anchor, *values]), max([anchor, *values])
    room = (most - least) * 0.08 or 1.0
    return least - room, most + room


def last_date(lines: Sequence[Line]) -> Any:
    """Return the last reference date that any line has a figure for."""
    return max((point["period_end"] for line in lines for point in line.drawn), default=None)


def label(line: Line, asked: Asked, last: Any) -> str:
    """Write the label at a line's end: sign and name on short lines, the figure, and its year if not the last."""
    end = line.drawn[-1]
    name = textwrap.wrap(line.look.signed(line.name), NAME_WIDTH)
    name = name if len(name) <= 4 else [*name[:3], f"{name[3][: NAME_WIDTH - 1]}…"]
    year = "" if end["period_end"] == last and asked.measure != "since" else f" ({end['period_end'].year})"
    found = [] if "basis" not in end else ["as published" if pd.isna(end["averaged"]) else f"mean of {end['averaged']}"]
    return "<br>".join([*name, f"{asked.written(end['shown'], row=end)}{year}", *found])


def tall(text: str) -> float:
    """Return the height of a label in pixels, with the space to the next."""
    return float((PITCH - 2) * (text.count("<br>") + 1) + 4)


def right_margin(labels: Sequence[str]) -> int:
    """Return the room that the labels need, in pixels."""
    longest = max([len(part) for text in labels for part in text.split("<br>")] or [6])
    return round(14 + LETTER * longest)


def end_labels(
    lines: Sequence[Line], labels: Sequence[str], *, low: float, high: float, height: float
) -> list[dict[str, Any]]:
    """Put each label at the height of its line's end, or as near as the others allow."""
    order = sorted(range(len(lines)), key=lambda n: float(lines[n].drawn[-1]["shown"]))
    wanted = [(float(lines[n].drawn[-1]["shown"]) - low) / (high - low) * height for n in order]
    middles = spread(wanted, [tall(labels[n]) for n in order], height)
    return [
        {
            "xref": "paper", "x": 1, "xanchor": "left", "xshift": 8, "yref": "paper", "y": middle / height,
            "yanchor": "middle", "showarrow": False, "align": "left", "text": lines[n].look.coloured(labels[n]),
            "font": {"family": theme.FONT, "size": 12, "color": theme.TEXT},
        }
        for n, middle in zip(order, middles, strict=True)
    ]  # fmt: skip


def cuts(breaks: pd.DataFrame, lines: Sequence[Line]) -> list[str]:
    """Return the dates, halfway, of the breaks that lie between the dates shown."""
    dates = sorted({point["period_end"] for line in lines for point in line.points})
    return [
        (row["from_period_end"] + (row["to_period_end"] - row["from_period_end"]) / 2).isoformat()
        for row in breaks.to_dict("records")
        if dates and dates[0] < row["to_period_end"] <= dates[-1]
    ]


def _cut_label(when: str) -> dict[str, Any]:
    return {
        "x": when, "yref": "paper", "y": 1, "yanchor": "top", "xanchor": "center", "showarrow": False,
        "text": "break<br>in series", "bgcolor": theme.BACKGROUND,
        "font": {"family": theme.FONT, "size": 11, "color": theme.SECONDARY_TEXT},
    }  # fmt: skip


def upright(where: Any) -> dict[str, Any]:
    """Draw a dotted upright line through the plot."""
    return {
        "type": "line", "x0": where, "x1": where, "yref": "paper", "y0": 0, "y1": 1, "layer": "below",
        "line": {"color": theme.GUIDE, "width": 1, "dash": "dot"},
    }  # fmt: skip


def plain_layout() -> dict[str, Any]:
    """Return what all charts of a comparison share."""
    return {
        "paper_bgcolor": theme.BACKGROUND,
        "plot_bgcolor": theme.BACKGROUND,
        "font": {"family": theme.FONT, "color": theme.TEXT},
        "hovermode": "closest",
        "dragmode": False,
        "hoverlabel": {"bgcolor": theme.BACKGROUND, "font": {"family": theme.FONT, "size": 13, "color": theme.TEXT}},
    }


def x_axis(lines: Sequence[Line], asked: Asked) -> dict[str, Any]:
    """Return the x-axis: dates with a label under each year, or years since the event."""
    look = {"fixedrange": True, "showgrid": False, "ticks": "outside", "tickcolor": theme.AXIS, "zeroline": False,
            "linecolor": theme.AXIS, "tickangle": 0, "tickfont": theme.axis_text()}  # fmt: skip
    if asked.measure == "since":
        title = {"text": f"years since intervention {asked.event}", "font": theme.axis_text(), "standoff": 6}
        return look | {"title": title, "tickformat": "~g"}
    dates = sorted({point["period_end"] for line in lines for point in line.points})
    if not dates:
        return look
    edge = max((dates[-1] - dates[0]) * 0.015, pd.Timedelta(days=40))
    look |= {"type": "date", "range": [(dates[0] - edge).isoformat(), (dates[-1] + edge).isoformat()]}
    if len(dates) <= 5:
        return look | {"tickvals": [when.isoformat() for when in dates], "ticktext": [str(w.year) for w in dates]}
    return look | {
        "tickformat": "%Y",
        "ticklabelmode": "period",
        "minor": {"dtick": "M12", "ticks": "outside", "ticklen": 3},
    }


def y_axis(asked: Asked, low: float, high: float) -> dict[str, Any]:
    """Return the y-axis, with the unit on its labels where it is one sign."""
    unit = asked.about["unit"] if asked.measure in ("published", "since") else ""
    large = "~s" if high >= 10_000 else ("+,~g" if asked.measure == "difference" else ",~g")
    anchor = {"difference": 0, "index": 100}.get(asked.measure)
    return {
        "range": [low, high], "fixedrange": True, "nticks": 7, "tickformat": large,
        "ticksuffix": "%" if unit == "%" else "", "tickprefix": "£" if unit == "£" else "",
        "gridcolor": theme.GRID, "zeroline": anchor != 100 and asked.measure != "rank",
        "zerolinecolor": theme.AXIS, "zerolinewidth": 1, "tickfont": theme.axis_text(),
    }  # fmt: skip
