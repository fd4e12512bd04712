"""Where one panel stands in a picture, and where its figures and dates fall."""

from collections.abc import Sequence
from dataclasses import dataclass

from pages.charts.model import Across, Tick, Up, X, number
from pages.charts.svg.lettering import width
from pages.charts.svg.sizes import Size

APART = 0.55  # of the height of the letters, between two labels of an axis


@dataclass(frozen=True, kw_only=True)
class Frame:
    """The rectangle of a panel, in pixels, and the scales of its axes."""

    left: float
    top: float
    right: float
    bottom: float
    across: Across
    up: Up

    def x(self, where: X) -> float:
        """Return the place of a date or a number across."""
        first, last = number(self.across.first), number(self.across.last)
        return self.left + (number(where) - first) / ((last - first) or 1.0) * (self.right - self.left)

    def y(self, value: float) -> float:
        """Return the place of a figure."""
        return self.bottom - (value - self.up.low) / ((self.up.high - self.up.low) or 1.0) * (self.bottom - self.top)

    def inside(self, value: float) -> bool:
        """Tell whether a figure falls within the panel."""
        return min(self.up.low, self.up.high) <= value <= max(self.up.low, self.up.high)


def named(frame: Frame, size: Size) -> list[Tick]:
    """Return the ticks across that can be named side by side; the last is always among them."""
    kept: list[Tick] = []
    for tick in reversed(frame.across.ticks):
        if not frame.left - 1 <= frame.x(tick.at) <= frame.right + 1:
            continue
        half = wide(tick, size) / 2 + APART * size.base
        if not kept or frame.x(tick.at) + half < frame.x(kept[-1].at) - wide(kept[-1], size) / 2:
            kept.append(tick)
    return kept


def wide(tick: Tick, size: Size) -> float:
    """Return the width of what is written at a tick, in pixels."""
    return max(width(line, size.base) for line in tick.words.split("\n"))


def thinned(ticks: Sequence[Tick], tall: float, size: Size) -> Sequence[Tick]:
    """Return the ticks of an upright axis: all, or as many as stand apart in the height."""
    step = 1
    while len(ticks[::step]) > 2 and len(ticks[::step]) * 1.3 * size.base > tall + 1.3 * size.base:
        step += 1
    return ticks[::step]
