"""Size against figure, with the limits within which chance alone may move an authority about England."""

from collections.abc import Sequence

from data.catalogue import Indicator
from pages.charts import axes, theme
from pages.charts.model import Across, Drawing, Label, Line, Look, Mark, Panel, Point, Tick
from pages.charts.words import listed
from pages.england import drawings
from pages.england.words import written
from queries.rows.england import Limited, Limits

TALL = 430  # pixels: the whole funnel on one screen
WIDE_LIMIT = Look(colour="#12436d", width=1.5)
NARROW_LIMIT = Look(colour="#12436d", dash="dash", width=1.2)
TARGET = Look(colour=theme.BESIDE, dash="dot", width=1.5)
ABOVE = 1.05  # of the largest figure; the limits of the smallest may reach far above it


def chance(
    rows: Sequence[Limited], limits: Sequence[Limits], *, indicator: Indicator, size: str, chosen: Sequence[str]
) -> Drawing:
    """Draw the funnel.

    Parameters
    ----------
    rows, limits
        Of `queries.england.chance` and `queries.england.limits`.
    size
        What the denominator counts, in words.
    """
    top = max(row.value or 0.0 for row in rows) * ABOVE or 1.0
    wide = max(row.denominator for row in rows) * 1.04
    ticks = tuple(Tick(at=at, words=f"{at:,.0f}") for at in axes.even(0, wide))
    panel = Panel(
        up=axes.figures_up([top / axes.HEADROOM], indicator.unit), tall=TALL,
        lines=tuple(_limits(limits, top)), marks=tuple(_mark(row, indicator, chosen) for row in rows),
        labels=tuple(_names(rows, chosen)),
    )  # fmt: skip
    return Drawing(panels=(panel,), across=Across(first=0.0, last=wide, ticks=ticks, title=size), left=52, right=16)


def _limits(limits: Sequence[Limits], top: float) -> list[Line]:
    columns = (
        ("lower_limit_998", WIDE_LIMIT), ("upper_limit_998", WIDE_LIMIT), ("lower_limit_95", NARROW_LIMIT),
        ("upper_limit_95", NARROW_LIMIT), ("target", TARGET),
    )  # fmt: skip
    lines = []
    for column, look in columns:
        points = [(row.denominator, getattr(row, column)) for row in limits]
        run = tuple(Point(x=float(x), y=float(y)) for x, y in points if y is not None and 0 <= y <= top)
        if run:
            lines.append(Line(name=column, look=look, runs=(run,), quiet=True, clipped=True))
    return lines


def _mark(row: Limited, indicator: Indicator, chosen: Sequence[str]) -> Mark:
    outside = f"outside the limits: {row.outside}" if row.outside else row.untold or "within the limits"
    colour = drawings.CHOSEN if row.area_code in chosen else "#12436d" if row.outside else drawings.DOT
    return Mark(
        x=float(row.denominator), y=row.value or 0.0, symbol="circle", size=9, colour=colour, hollow=not row.outside,
        said=(row.area_name, f"{written(row.value, row.status, indicator)} of {row.denominator:,.0f}", outside),
    )  # fmt: skip


def _names(rows: Sequence[Limited], chosen: Sequence[str]) -> list[Label]:
    return [
        Label(x=float(row.denominator), y=row.value or 0.0, lines=(row.area_name,), across="middle", down="bottom",
              shift=(0, 6), bold=True, size=12)
        for row in rows
        if row.area_code in chosen
    ]  # fmt: skip


def outside(rows: Sequence[Limited]) -> str:
    """Name the authorities outside the outer limits."""
    high = [row.area_name for row in rows if row.outside and row.outside.startswith("above") and "99.8" in row.outside]
    low = [row.area_name for row in rows if row.outside and row.outside.startswith("below") and "99.8" in row.outside]
    parts = [f"above the 99.8% limit: {listed(high)}"] * bool(high) + [f"below it: {listed(low)}"] * bool(low)
    return ("; ".join(parts) + ".")[:1].upper() + ("; ".join(parts) + ".")[1:] if parts else ""
