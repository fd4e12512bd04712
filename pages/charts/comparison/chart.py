"""Up to eight authorities in one chart over time: lines, England, groups, and labels at the line ends."""

import textwrap
from collections.abc import Sequence
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from pages.charts import theme
from pages.charts.comparison.axes import cuts, limits, plain_layout, upright, x_axis, y_axis
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.traces import context_trace, foot_marks, line_traces
from pages.charts.cuts import labels as cut_labels
from pages.charts.labels import PITCH, spread
from pages.charts.own.draft import draft
from pages.charts.words import basis_words

MARGIN = {"l": 46, "t": 34, "b": 46}
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
            "annotations": [
                *end_labels(ends, labels, asked, low=low, high=high, height=height),
                *(_cut_label(*label) for label in cut_labels(within)),
                *draft(lines),
            ],
            "shapes": [*map(upright, within), *([upright(0)] if asked.measure == "since" else [])],
            "xaxis": x_axis(lines, asked),
            "yaxis": y_axis(asked, low, high),
        },
    )


def last_date(lines: Sequence[Line]) -> Any:
    """Return the last reference date that any line has a figure for."""
    return max((point["period_end"] for line in lines for point in line.drawn), default=None)


def label(line: Line, asked: Asked, last: Any) -> str:
    """Write the label at a line's end: sign and name on short lines, the figure, and its year if not the last."""
    end = line.end(asked)
    year = "" if end["period_end"] == last and asked.measure != "since" else f" ({asked.year(end['period_end'])})"
    found = basis_words(end).replace(" of ", "<br>of ", 1).split("<br>") if "basis" in end else []
    return "<br>".join([*name_lines(line), f"{asked.written(end['shown'], row=end)}{year}", *found])


def name_lines(line: Line) -> list[str]:
    """Write the sign and the name of a line over short lines, four at most."""
    parts = textwrap.wrap(line.look.signed(line.name), NAME_WIDTH)
    return parts if len(parts) <= 4 else [*parts[:3], f"{parts[3][: NAME_WIDTH - 1]}…"]


def tall(text: str) -> float:
    """Return the height of a label in pixels, with the space to the next."""
    return float((PITCH - 2) * (text.count("<br>") + 1) + 4)


def right_margin(labels: Sequence[str]) -> int:
    """Return the room that the labels need, in pixels."""
    longest = max([len(part) for text in labels for part in text.split("<br>")] or [6])
    return round(14 + LETTER * longest)


def end_labels(
    lines: Sequence[Line], labels: Sequence[str], asked: Asked, *, low: float, high: float, height: float
) -> list[dict[str, Any]]:
    """Put each label at the height of its line's end, or as near as the others allow."""
    ends = [float(line.end(asked)["shown"]) for line in lines]
    order = sorted(range(len(lines)), key=lambda n: ends[n])
    wanted = [(ends[n] - low) / (high - low) * height for n in order]
    middles = spread(wanted, [tall(labels[n]) for n in order], height)
    return [
        {
            "xref": "paper", "x": 1, "xanchor": "left", "xshift": 8, "yref": "paper", "y": middle / height,
            "yanchor": "middle", "showarrow": False, "align": "left", "text": lines[n].look.coloured(labels[n]),
            "font": {"family": theme.FONT, "size": 12, "color": theme.TEXT},
        }
        for n, middle in zip(order, middles, strict=True)
    ]  # fmt: skip


def _cut_label(where: str, words: str) -> dict[str, Any]:
    return {
        "x": where, "yref": "paper", "y": 1, "yanchor": "bottom", "xanchor": "center", "showarrow": False,
        "text": words,
        "font": {"family": theme.FONT, "size": 11, "color": theme.SECONDARY_TEXT},
    }  # fmt: skip
