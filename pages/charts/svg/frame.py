"""Where one panel stands in a picture, and where its figures and dates fall."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from pages.charts.model import Across, Tick, Up, X, number
from pages.charts.svg.lettering import width
from pages.charts.svg.sizes import Size

APART = 0.55  # of the height of the letters, between two labels of an axis
STEPS = (1, 2, 5, 10, 20)  # between whole numbers that are named


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
        first, last = self._across
        if self.up.level:
            return (self.left + self.right) / 2 + (number(where) - (first + last) / 2) * self._unit
        return self.left + (number(where) - first) / ((last - first) or 1.0) * (self.right - self.left)

    @cached_property
    def _across(self) -> tuple[float, float]:
        return number(self.across.first), number(self.across.last)

    @cached_property
    def _unit(self) -> float:
        """The pixels of a unit that is as long upwards as across."""
        first, last = self._across
        wide = abs(last - first) or 1.0
        return min((self.right - self.left) / wide, (self.bottom - self.top) / (abs(self.up.high - self.up.low) or 1.0))

    def y(self, value: float) -> float:
        """Return the place of a figure."""
        if self.up.level:
            upwards = 1 if self.up.high > self.up.low else -1
            middle = (self.up.low + self.up.high) / 2
            return (self.top + self.bottom) / 2 - upwards * (value - middle) * self._unit
        return self.bottom - (value - self.up.low) / ((self.up.high - self.up.low) or 1.0) * (self.bottom - self.top)

    def inside(self, value: float) -> bool:
        """Tell whether a figure falls within the panel."""
        return min(self.up.low, self.up.high) <= value <= max(self.up.low, self.up.high)


def named(frame: Frame, size: Size) -> list[Tick]:
    """Return the ticks across that can be named side by side: the last is among them, of whole numbers 0 is."""
    within = [tick for tick in frame.across.ticks if frame.left - 1 <= frame.x(tick.at) <= frame.right + 1]
    if any(tick.at == 0 for tick in within):
        return _stepped(within, frame, size)
    kept: list[Tick] = []
    for tick in reversed(within):
        if not kept or _apart(tick, kept[-1], frame, size):
            kept.append(tick)
    return kept


def _stepped(ticks: Sequence[Tick], frame: Frame, size: Size) -> list[Tick]:
    """Return every tick around 0, or every second, fifth or tenth."""
    nought = next(n for n, tick in enumerate(ticks) if tick.at == 0)
    for step in STEPS:
        kept = [tick for n, tick in enumerate(ticks) if (n - nought) % step == 0]
        if all(_apart(one, other, frame, size) for one, other in pairwise(kept)):
            break
    return kept


def _apart(one: Tick, other: Tick, frame: Frame, size: Size) -> bool:
    """Tell whether what is written at two ticks, the first to the left, stands apart."""
    half = wide(one, size) / 2 + APART * size.base
    return frame.x(one.at) + half < frame.x(other.at) - wide(other, size) / 2


def wide(tick: Tick, size: Size) -> float:
    """Return the width of what is written at a tick, in pixels."""
    return max(width(line, size.base) for line in tick.words.split("\n"))


def thinned(ticks: Sequence[Tick], tall: float, size: Size) -> Sequence[Tick]:
    """Return the ticks of an upright axis: all, or as many as stand apart in the height."""
    step = 1
    while len(ticks[::step]) > 2 and len(ticks[::step]) * 1.3 * size.base > tall + 1.3 * size.base:
        step += 1
    return ticks[::step]
