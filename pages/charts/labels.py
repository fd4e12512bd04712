"""The words inside and beside a panel of a timeline: labels at the line ends, and the reasons of gaps."""

import textwrap
from collections.abc import Sequence
from typing import Any

import pandas as pd

from pages.charts import theme
from pages.charts.words import short_figure
from pages.charts.years import year_mark

Row = dict[str, Any]
PITCH = 17  # pixels that one line of a label takes
NAME_WIDTH = 13
ROLES = ["own", "own_other", "own_quarter", "own_month", "england", "region", "neighbours", "other"]


def beside_names(rows: Sequence[Row]) -> list[tuple[str, str]]:
    """Return role and name of what is set beside the chosen authority, in the order in which it is labelled."""
    pairs = {(row["role"], row["area_name"]) for row in rows if row["role"] != "chosen"}
    return sorted(pairs, key=lambda pair: (ROLES.index(pair[0]), pair[1]))


def label_name(name: str) -> list[str]:
    """Write the name of an area over as many short lines as it needs, three at most."""
    lines = textwrap.wrap(name, NAME_WIDTH)
    return lines if len(lines) <= 3 else [*lines[:2], lines[2][: NAME_WIDTH - 1] + "…"]


def label_width(rows: Sequence[Row]) -> int:
    """Return the room to the right of the plot, in pixels, that the labels of a panel need."""
    return 8 + 7 * max([9, *(len(line) for _, name in beside_names(rows) for line in label_name(name))])


def end_labels(
    rows: Sequence[Row],
    *,
    axis: str,
    unit: str,
    decimals: int,
    last: pd.Timestamp,
    top: float,
    height: int,
    basis: str = "snapshot",
) -> list[dict[str, Any]]:
    """Label each line at its end, in the order of the figures, never one over the other.

    Parameters
    ----------
    rows
        As for `lines`.
    axis, unit, decimals
        As for `lines`.
    last
        The newest reference date of the indicator: a label at an earlier one says its year.
    top
        The upper limit of the y-axis, in the indicator's unit.
    height
        The height of the panel in pixels.
    basis
        From the indicator: how a year is written.

    Returns
    -------
    list of dict
        Plotly annotations to the right of the plot: the chosen figure bold, the others with their names.
    """
    newest: dict[tuple[str, str], Row] = {}
    for row in sorted(rows, key=lambda row: row["period_end"]):
        if row["status"] in ("published", "rounds_to_zero"):
            series = (row["role"], "" if row["role"] == "chosen" else row["area_name"])
            newest[series] = row | {"value": row["value"] if row["status"] == "published" else 0.0}
    ends = sorted(newest.values(), key=lambda row: row["value"])
    texts = [_end_text(end, last, unit, decimals, basis) for end in ends]
    tall = [PITCH * (text.count("<br>") + 1) for text in texts]
    middles = spread([end["value"] / top * height for end in ends], tall, height)
    return [
        {
            "xref": "paper",
            "x": 1,
            "xanchor": "left",
            "xshift": 4,
            "yref": axis,
            "y": middle / height * top,
            "yanchor": "middle",
            "showarrow": False,
            "align": "left",
            "text": text,
            "font": {
                "family": theme.FONT,
                "size": 12,
                "color": theme.CHOSEN if end["role"] == "chosen" else theme.SECONDARY_TEXT,
            },
        }
        for end, text, middle in zip(ends, texts, middles, strict=True)
    ]


def _end_text(end: dict[str, Any], last: pd.Timestamp, unit: str, decimals: int, basis: str) -> str:
    """Write a label: the chosen figure bold, the others under their names; the year where it is not the last."""
    written = "rounds to 0"
    if end["status"] == "published":
        written = short_figure(end["value"], unit=unit, decimals=decimals)
    year = "" if end["period_end"] == last else f"({year_mark(end['period_end'], basis=basis)})"
    if end["role"] == "chosen":
        return f"<b>{written}</b>" + (f"<br>{year}" if year else "")
    return f"{'<br>'.join(label_name(end['area_name']))}<br>{written} {year}".strip()


def spread(wanted: Sequence[float], tall: Sequence[float], height: float) -> list[float]:
    """Move labels apart so that none covers another, as little as need be and within the height if they fit.

    Parameters
    ----------
    wanted
        Where the middle of each label would stand, in pixels from the bottom, in rising order.
    tall
        The height of each label.
    height
        The height there is.

    Returns
    -------
    list of float
        The middles, in the same order.
    """
    middles: list[float] = []
    occupied = 0.0
    for middle, own in zip(wanted, tall, strict=True):
        middles.append(max(middle, occupied + own / 2))
        occupied = middles[-1] + own / 2
    free = max(height, sum(tall))
    for n in range(len(middles) - 1, -1, -1):
        middles[n] = min(middles[n], free - tall[n] / 2)
        free = middles[n] - tall[n] / 2
    return middles


def gap_labels(rows: Sequence[Row], *, axis: str) -> list[dict[str, Any]]:
    """Mark each gap of the chosen series with the publisher's symbol; years one after another share a mark."""
    chosen = sorted((row for row in rows if row["role"] == "chosen"), key=lambda row: row["period_end"])
    runs: list[list[dict[str, Any]]] = []
    for row in chosen:
        if row["status"] in ("published", "rounds_to_zero"):
            runs.append([])
        elif runs and runs[-1] and runs[-1][-1]["status"] == row["status"]:
            runs[-1].append(row)
        else:
            runs.append([row])
    return [_gap_label(run, axis) for run in runs if run]


def _gap_label(run: list[dict[str, Any]], axis: str) -> dict[str, Any]:
    first, last = run[0]["period_end"], run[-1]["period_end"]
    return {
        "x": (first + (last - first) / 2).isoformat(),
        "yref": axis,
        "y": 0,
        "yanchor": "bottom",
        "yshift": 1,
        "showarrow": False,
        "text": f"<b>[{theme.STATUS_SYMBOLS[run[0]['status']]}]</b>",
        "font": {"family": theme.FONT, "size": 11, "color": theme.SECONDARY_TEXT},
    }
