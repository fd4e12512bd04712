"""The axes of a comparison: how far they reach, what is written at them, and where a series was broken."""

from collections.abc import Sequence
from math import ceil, floor, log10
from typing import Any

import pandas as pd

from pages.charts import theme
from pages.charts.comparison.compared import Asked, Line

NARROWEST = 118  # pixels of the plot on a screen of 320
YEAR_WIDTH = 31  # pixels that a year of four letters takes below the axis


def measured(lines: Sequence[Line]) -> Sequence[Line]:
    """Return the lines that set the scale: very small authorities do so only where no other is chosen."""
    larger = [line for line in lines if not line.tiny]
    return larger if any(line.role == "chosen" and line.drawn for line in larger) else lines


def limits(lines: Sequence[Line], asked: Asked) -> tuple[float, float]:
    """Return the ends of the y-axis: from 0 for figures, else around what is drawn.

    Grey lines do not count, nor do very small authorities beside others.
    """
    points = [point for line in measured(lines) for point in line.drawn]
    values = [float(point["shown"]) for point in points]
    if asked.measure == "rank":
        most = max([float(point["ranked_of"]) for point in points] or [1.0])
        return 1 - most * 0.04, most * 1.04
    if asked.measure in ("published", "since"):
        most = max([0.0, *values])
        whole = asked.about["unit"] == "%" and most <= 100
        return min([0.0, *values]), (min(most * 1.08, 100.0) if whole else most * 1.08) or 1.0
    anchor = 100.0 if asked.measure == "index" else 0.0
    least, most = min([anchor, *values]), max([anchor, *values])
    room = (most - least) * 0.08 or 1.0
    return least - room, most + room


def beyond(lines: Sequence[Line], asked: Asked) -> list[str]:
    """Return the names of the very small authorities whose figures leave the axis."""
    low, high = limits(lines, asked)
    return [
        line.name
        for line in lines
        if line.tiny and any(not low <= float(point["shown"]) <= high for point in line.drawn)
    ]


def cuts(breaks: pd.DataFrame, lines: Sequence[Line]) -> list[str]:
    """Return the dates, halfway, of the breaks that lie between the dates shown."""
    dates = sorted({point["period_end"] for line in lines for point in line.points})
    return [
        (row["from_period_end"] + (row["to_period_end"] - row["from_period_end"]) / 2).isoformat()
        for row in breaks.to_dict("records")
        if dates and dates[0] < row["to_period_end"] <= dates[-1]
    ]


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
        years = [0.0, *(float(point["years_since"]) for line in lines for point in line.points)]
        title = {"text": f"years since intervention {asked.event}", "font": theme.axis_text(), "standoff": 6}
        return look | {"title": title, "tickformat": "~g", "range": [min(years) - 0.5, max(years) + 0.5]}
    dates = sorted({point["period_end"] for line in lines for point in line.points})
    if not dates:
        return look
    edge = max((dates[-1] - dates[0]) * 0.015, pd.Timedelta(days=40))
    look |= {"type": "date", "range": [(dates[0] - edge).isoformat(), (dates[-1] + edge).isoformat()]}
    wide = YEAR_WIDTH * len(asked.year(dates[-1])) / 4
    named = dates[:: -ceil((len(dates) - 1) * wide / NARROWEST) or -1]
    return look | {
        "tickvals": [when.isoformat() for when in named],
        "ticktext": [asked.year(when) for when in named],
        "minor": {"tickvals": [when.isoformat() for when in dates], "ticks": "outside", "ticklen": 3},
    }


def y_axis(asked: Asked, low: float, high: float) -> dict[str, Any]:
    """Return the y-axis, with the unit on its labels where it is one sign."""
    unit = asked.about["unit"] if asked.measure in ("published", "since") else ""
    return {
        "range": [low, high], "fixedrange": True, "nticks": 7, "ticks": "outside", "ticklen": 4,
        "tickformat": "~s" if high >= 10_000 else ",~g",
        "ticksuffix": "%" if unit == "%" else "", "tickprefix": "£" if unit.startswith("£") else "",
        "tickcolor": theme.BACKGROUND,
        "gridcolor": theme.GRID, "zeroline": asked.measure in ("published", "since", "difference"),
        "zerolinecolor": theme.AXIS, "zerolinewidth": 1, "tickfont": theme.axis_text(),
        **(_ranks(high) if asked.measure == "rank" else {}), **(pounds(high) if unit == "£" else {}),
        **(_signed(low, high) if asked.measure == "difference" else {}),
    }  # fmt: skip


def ranks(high: float) -> list[int]:
    """Return the ranks that are labelled: from 1 to the number there are."""
    most = round(high / 1.04)
    return [1, *(rank for rank in range(50, most, 50) if most - rank > 10), most]


def _ranks(high: float) -> dict[str, Any]:
    return {"tickvals": ranks(high), "ticktext": [str(rank) for rank in ranks(high)]}


def pounds(high: float) -> dict[str, Any]:
    """Label sums of money in millions, as the labels at the line ends do."""
    sums = even(0, high)
    return {"tickvals": sums, "ticktext": [f"£{each / 1_000_000:,g}m" for each in sums]}


def _signed(low: float, high: float) -> dict[str, Any]:
    """Label differences with their sign."""
    steps = even(low, high)
    return {"tickvals": steps, "ticktext": [f"{each:+,g}".replace("-", "−") if each else "0" for each in steps]}


def even(low: float, high: float) -> list[float]:
    """Return four to seven round numbers between two ends."""
    step = 10.0 ** floor(log10((high - low) / 4))
    step *= next(times for times in (1, 2, 5, 10) if (high - low) / (step * times) <= 6)
    return [step * n for n in range(ceil(low / step), floor(high / step) + 1)]
