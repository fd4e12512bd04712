"""The axes of a picture: where a date and a figure stand, and what is written at them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from math import ceil, floor
from typing import Any

from pages.charts.comparison.axes import even, limits, ranks
from pages.charts.press.content import Picture
from pages.charts.svg.lettering import width
from pages.charts.svg.sizes import Size

EDGE = 0.03  # of the width of the plot, left free on both sides


@dataclass(frozen=True, kw_only=True)
class Plot:
    """The rectangle in which lines are drawn, and the scales of its axes."""

    left: float
    top: float
    right: float
    bottom: float
    first: float
    last: float
    low: float
    high: float

    def x(self, where: float) -> float:
        """Return the place of a day number, or of years since an event; one date alone stands in the middle."""
        if self.first == self.last:
            return (self.left + self.right) / 2 + (where - self.first)
        room = EDGE * (self.right - self.left)
        return self.left + room + (where - self.first) / (self.last - self.first) * (self.right - self.left - 2 * room)

    def y(self, value: float) -> float:
        """Return the place of a figure."""
        return self.bottom - (value - self.low) / (self.high - self.low) * (self.bottom - self.top)


def number(when: Any) -> float:
    """Return a date as a day number; years since an event as they are."""
    return float(when.toordinal()) if hasattr(when, "toordinal") else float(when)


def place(point: Mapping[str, Any], picture: Picture) -> float:
    """Return where a point stands across: its reference date as a day number, or the years since an event."""
    return float(point["years_since"]) if picture.asked.measure == "since" else number(point["period_end"])


def reach(picture: Picture) -> tuple[float, float]:
    """Return the ends of the x-axis: those of the reference dates of the lines; of years since an event 0 too."""
    places = [place(point, picture) for line in picture.lines for point in line.points]
    places += [0.0] if picture.asked.measure == "since" else []
    return (min(places), max(places)) if places else (0.0, 1.0)


def heights(picture: Picture) -> tuple[float, float]:
    """Return the ends of the y-axis: those of the page, so far out that round numbers stand at them."""
    low, high = limits(picture.lines, picture.asked)
    if picture.asked.measure == "rank":
        return low, high
    steps = even(low, high)
    step = steps[1] - steps[0] if len(steps) > 1 else high - low
    return min(low, steps[0]), (steps[-1] + step if steps[-1] < high - 0.35 * step else max(high, steps[-1]))


def marks(picture: Picture, low: float, high: float, room: float = 100.0) -> list[tuple[float, str]]:
    """Return the labelled places of the y-axis: value and label; every other where `room` labels would not fit."""
    asked = picture.asked
    if asked.measure == "rank":
        return [(float(rank), str(rank)) for rank in ranks(high)]
    values = even(low, high)
    thinned = values if room * (values[1] - values[0] if len(values) > 1 else 1) / (high - low) > 1 else values[::2]
    return [(value, _mark(value, asked.about["unit"], asked.measure, high)) for value in thinned]


def _mark(value: float, unit: str, measure: str, high: float) -> str:
    if measure == "difference":
        return f"{value:+,g}".replace("-", "−") if value else "0"
    if measure == "index":
        return f"{value:,g}"
    if unit == "£":
        return f"£{value / 1_000_000:,g}m"
    if high >= 1_000_000:
        return f"{value / 1_000_000:,g}m"
    return ("£" if unit.startswith("£") else "") + f"{value:,g}" + ("%" if unit == "%" else "")


def years(picture: Picture, plot: Plot, size: Size) -> list[tuple[float, str]]:
    """Return the labelled places of the x-axis, as many as stand apart; the last is among them, since an event 0."""
    if picture.asked.measure == "since":
        return _years_since(plot, size)
    dates = sorted({point["period_end"] for line in picture.lines for point in line.points})
    kept: list[tuple[float, str]] = []
    for when in reversed(dates):
        tick = number(when), picture.asked.year(when)
        if not kept or _apart(tick, kept[-1], plot, size):
            kept.append(tick)
    return kept


def _years_since(plot: Plot, size: Size) -> list[tuple[float, str]]:
    """Return every year since an event, or every second, fifth or tenth."""
    for step in (1, 2, 5, 10):
        whole = range(ceil(plot.first / step), floor(plot.last / step) + 1)
        ticks = [(float(n * step), f"{n * step:+d}".replace("-", "−") if n else "0") for n in whole]
        if all(_apart(one, other, plot, size) for one, other in pairwise(ticks)):
            break
    return ticks


def _apart(one: tuple[float, str], other: tuple[float, str], plot: Plot, size: Size) -> bool:
    """Tell whether two labels, the first to the left, stand apart."""
    halves = sum(width(label, size.base) / 2 for _, label in (one, other))
    return abs(plot.x(other[0]) - plot.x(one[0])) > halves + 0.55 * size.base


def day(where: float) -> date:
    """Return the date of a day number."""
    return date.fromordinal(int(where))
