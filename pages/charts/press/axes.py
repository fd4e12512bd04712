"""The axes of a picture: where a date and a figure stand, and what is written at them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from pages.charts.comparison.axes import even, limits, ranks
from pages.charts.press.content import Picture
from pages.charts.press.lettering import width
from pages.charts.press.sizes import Size

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
        """Return the place of a day number, or of years since an event."""
        room = EDGE * (self.right - self.left)
        span = (self.last - self.first) or 1.0
        return self.left + room + (where - self.first) / span * (self.right - self.left - 2 * room)

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
    """Return the ends of the x-axis: those of the reference dates of the lines."""
    places = [place(point, picture) for line in picture.lines for point in line.points]
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
    """Return the labelled places of the x-axis, as many as stand apart; the last is always among them."""
    if picture.asked.measure == "since":
        whole = range(int(plot.first), int(plot.last) + 1)
        wanted = [(float(year), f"{year:+d}".replace("-", "−") if year else "0") for year in whole]
    else:
        dates = sorted({point["period_end"] for line in picture.lines for point in line.points})
        wanted = [(number(when), str(when.year)) for when in dates]
    kept: list[tuple[float, str]] = []
    gap = size.base * 0.55
    for where, label in reversed(wanted):
        half = width(label, size.base) / 2
        if not kept or plot.x(where) + half + gap < plot.x(kept[-1][0]) - width(kept[-1][1], size.base) / 2:
            kept.append((where, label))
    return kept


def day(where: float) -> date:
    """Return the date of a day number."""
    return date.fromordinal(int(where))
