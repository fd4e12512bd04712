"""The words of a chart of paths: names beside the plot, and the first and last year at the ends of each path."""

import textwrap
from collections.abc import Sequence
from typing import Any

from pages.charts import theme
from pages.charts.comparison.chart import NAME_WIDTH, name_lines, tall
from pages.charts.comparison.compared import Asked, Line
from pages.charts.labels import spread
from pages.charts.words import short_figure

NARROWEST = 130  # pixels of the plot on a screen of 320: texts that do not touch there do not touch anywhere
TEXT_WIDTH, TEXT_HEIGHT = 32, 15
PLACES = ((0, 14), (0, -14), (24, 0), (-24, 0))  # aside and up, in pixels, in order of preference


def label(line: Line, asked: Asked) -> str:
    """Write the label of a path: sign, name, and its last pair with the year."""
    end = line.drawn[-1]
    pair = [
        f"{about['short_title']} {short_figure(end[column], unit=about['unit'], decimals=about['decimals'])}"
        for about, column in ((asked.about, "value"), (asked.other, "other_value"))
    ]
    return "<br>".join([*name_lines(line), *(part for words in pair for part in textwrap.wrap(words, NAME_WIDTH))])


def beside(lines: Sequence[Line], labels: Sequence[str], high: float, height: float) -> list[dict[str, Any]]:
    """Put the labels beside the plot, each as near the height of its path's end as the others allow."""
    order = sorted(range(len(lines)), key=lambda n: float(lines[n].drawn[-1]["value"]))
    wanted = [float(lines[n].drawn[-1]["value"]) / high * height for n in order]
    middles = spread(wanted, [tall(labels[n]) for n in order], height)
    return [
        {
            "xref": "paper", "x": 1, "xanchor": "left", "xshift": 8, "yref": "paper", "y": middle / height,
            "yanchor": "middle", "showarrow": False, "align": "left", "text": lines[n].look.coloured(labels[n]),
            "font": {"family": theme.FONT, "size": 12, "color": theme.TEXT},
        }
        for n, middle in zip(order, middles, strict=True)
    ]  # fmt: skip


def years(lines: Sequence[Line], wide: float, high: float, height: float) -> list[dict[str, Any]]:
    """Write the first and last year at the ends of the paths, wherever no other year is in the way."""
    taken: list[tuple[float, float]] = []
    words = []
    for line in lines:
        for point in dict.fromkeys([len(line.drawn) - 1, 0]):
            end = line.drawn[point]
            x, y = float(end["other_value"]) / wide * NARROWEST, float(end["value"]) / high * height
            free = [
                (aside, up)
                for aside, up in PLACES
                if 16 <= x + aside <= NARROWEST - 16
                and 8 <= y + up <= height - 8
                and all(abs(x + aside - a) > TEXT_WIDTH or abs(y + up - b) > TEXT_HEIGHT for a, b in taken)
            ]
            if free:
                aside, up = free[0]
                taken.append((x + aside, y + up))
                words.append(
                    {
                        "x": end["other_value"], "y": end["value"], "xshift": aside, "yshift": up,
                        "showarrow": False, "text": str(end["year"]), "bgcolor": "rgba(255,255,255,0.75)",
                        "font": {"family": theme.FONT, "size": 12, "color": theme.TEXT},
                    }
                )  # fmt: skip
    return words
