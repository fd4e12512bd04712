"""The words of a chart of paths: names beside the plot, and the first and last year at the ends of each path."""

import textwrap
from collections.abc import Sequence

from pages.charts.comparison.compared import Asked, Line
from pages.charts.model import End, Label
from pages.charts.theme import TEXT
from pages.charts.words import short_figure

NARROWEST = 130  # pixels of the plot on a screen of 320: texts that do not touch there do not touch anywhere
TEXT_WIDTH, TEXT_HEIGHT = 32, 15  # pixels of a year as it is written
PLACES = ((0, 14), (0, -14), (24, 0), (-24, 0))  # aside and up, in pixels, in order of preference
WIDTH, LINE = 15, 17  # letters and pixels of a line of a label


def label(line: Line, asked: Asked) -> End:
    """Write the label of a path: its name and its last pair."""
    end = line.drawn[-1]
    own, other = (
        f"{about.short_title} {short_figure(value, unit=about.unit, decimals=about.decimals)}"
        for about, value in ((asked.about, end.pair[1]), (asked.other, end.pair[0]))
    )
    first, *rest = textwrap.wrap(own, WIDTH)
    more = " ".join([*(part.ljust(WIDTH) for part in rest), other])
    return End(name=line.name, figure=first, more=more, x=end.pair[0], y=end.pair[1],
               look=line.look)  # fmt: skip


def tall(ends: Sequence[End]) -> float:
    """Return a height in which all labels stand one under the other."""
    return float(sum(LINE * (2 + len(f"{end.name} {end.more}") // 11) for end in ends))


def years(lines: Sequence[Line], wide: float, high: float, height: float) -> list[Label]:
    """Write the first and last year at the ends of the paths, wherever no other year is in the way."""
    taken: list[tuple[float, float]] = []
    words = []
    for line in lines:
        for point in dict.fromkeys([len(line.drawn) - 1, 0]):
            end = line.drawn[point]
            across, up = end.pair
            place = _free(across / wide * NARROWEST, up / high * height, height, taken)
            if place:
                taken.append((across / wide * NARROWEST + place[0], up / high * height + place[1]))
                words.append(
                    Label(x=across, y=up, lines=(str(end.year),), across="middle", shift=place, size=12,
                          colour=TEXT, behind="rgba(255,255,255,0.75)", optional=True)
                )  # fmt: skip
    return words


def _free(x: float, y: float, height: float, taken: Sequence[tuple[float, float]]) -> tuple[float, float] | None:
    """Return the first place beside a point that lies within the plot and that no other year is near."""
    return next(
        (
            (aside, up)
            for aside, up in PLACES
            if 16 <= x + aside <= NARROWEST - 16
            and 8 <= y + up <= height - 8
            and all(abs(x + aside - a) > TEXT_WIDTH or abs(y + up - b) > TEXT_HEIGHT for a, b in taken)
        ),
        None,
    )
