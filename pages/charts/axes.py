"""The axes of charts: how far they reach and what is written at them, by one rule for pages and pictures."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from math import ceil, floor, log10

from data.kinds import Unit
from pages.charts.model import Across, Tick, Up, X

HEADROOM = 1.08  # of the largest figure, so that the line and its mark do not touch the edge
EDGE = timedelta(days=75)  # free on both sides of the first and the last date, for marks and labels
MOST_STEPS = 6  # between the ends of an upright axis: more crowd the labels


def even(low: float, high: float, most: int = MOST_STEPS) -> list[float]:
    """Return round numbers between two ends, no more steps than `most`."""
    step = 10.0 ** floor(log10((high - low) / most))
    step *= next(times for times in (1, 2, 5, 10) if (high - low) / (step * times) <= most)
    return [round(step * n, 10) for n in range(ceil(low / step - 1e-9), floor(high / step + 1e-9) + 1)]


def figures_up(values: Iterable[float], unit: str, *, most: int = MOST_STEPS) -> Up:
    """Return an upright axis from 0 to above the largest of some figures, in their unit."""
    top = max([0.0, *values]) * HEADROOM or 1.0
    low = min([0.0, *values])
    return Up(low=low, high=top, ticks=tuple(Tick(at=at, words=label(at, unit, top)) for at in even(low, top, most)))


def label(value: float, unit: str, top: float) -> str:
    """Write a round figure at an axis: its unit where that is one sign, millions where the axis needs them."""
    if unit == Unit.PER_CENT:
        return f"{value:,g}%"
    pounds = "£" if unit.startswith("£") else ""
    if top >= 1_000_000:
        return f"{pounds}{value / 1_000_000:,g}m" if value else f"{pounds}0"
    return f"{pounds}{value:,g}"


def plus_minus(value: float) -> str:
    """Write a round difference with its sign."""
    return f"{value:+,g}".replace("-", "−") if value else "0"


def calendar(first: date, last: date, *, top: bool = False, grid: bool = False) -> Across:
    """Return a date axis with a tick at the beginning of each year."""
    years = range(first.year + (first > date(first.year, 1, 1)), last.year + 1)
    return Across(
        first=first, last=last, ticks=tuple(Tick(at=date(year, 1, 1), words=str(year)) for year in years), top=top,
        grid=grid,
    )  # fmt: skip


def dated(dates: Sequence[date], words: Sequence[str]) -> Across:
    """Return a date axis with a tick at each reference date, said in the words given."""
    pairs = dict(sorted(zip(dates, words, strict=True)))
    days = list(pairs)
    edge = max((days[-1] - days[0]) * 0.03, EDGE)
    return Across(
        first=days[0] - edge,
        last=days[-1] + edge,
        ticks=tuple(Tick(at=when, words=said) for when, said in pairs.items()),
    )


def since(years: Sequence[float], title: str) -> Across:
    """Return an axis of whole years before and after an event."""
    low, high = min(0.0, *years) - 0.5, max(0.0, *years) + 0.5
    whole = range(ceil(low), floor(high) + 1)
    ticks = tuple(Tick(at=float(year), words=plus_minus(year)) for year in whole)
    return Across(first=low, last=high, ticks=ticks, title=title)


def within(across: Across, x: X) -> bool:
    """Tell whether something stands between the ends of an axis."""
    return across.first <= x <= across.last  # type: ignore[operator]
