"""The published figures of whole years beside a visitor's months or quarters: level strokes, never joined to them."""

from collections.abc import Sequence
from datetime import date, timedelta

from data.catalogue import Indicator
from data.kinds import Basis
from pages.charts import axes, theme
from pages.charts.model import End, Entry, Line, Look, Panel, Point
from pages.charts.words import day, figure, number_of, short_figure
from queries.rows.figures import Trend

EARLIER = timedelta(days=3 * 366)  # before the first own figure: three published years say where it stands
STROKE = Look(colour=theme.CHOSEN, width=4)
DOT = Look(colour=theme.CHOSEN, symbol="circle", width=0, size=9)
TALL = 170  # pixels, of a panel of their own
NAME = "Published"


def together(indicator: Indicator) -> bool:
    """Tell whether both can stand on one scale: percentages and numbers on a day can, sums over a year cannot."""
    return indicator.unit == "%" or indicator.basis is Basis.SNAPSHOT


def near(published: Sequence[Trend], first: date) -> list[Trend]:
    """Return the published figures of the authority itself that are near in time to its own ones."""
    return [
        row
        for row in published
        if row.role == "chosen" and row.value is not None and row.area_level == "authority"
        and row.period_end > first - EARLIER
    ]  # fmt: skip


def days(near: Sequence[Trend], indicator: Indicator) -> list[date]:
    """Return the days from and to which they are drawn."""
    begun = [] if indicator.basis is Basis.SNAPSHOT else [row.period_start for row in near]
    return [*begun, *(row.period_end for row in near)]


def line(near: Sequence[Trend], indicator: Indicator) -> Line:
    """Draw each year by itself: a stroke from its first to its last day, or a dot where a day is counted."""
    dots = indicator.basis is Basis.SNAPSHOT
    return Line(name=NAME, look=DOT if dots else STROKE, runs=tuple(_run(row, indicator, dots=dots) for row in near))


def _run(row: Trend, indicator: Indicator, *, dots: bool) -> tuple[Point, ...]:
    written = figure(row.value, row.status, unit=indicator.unit, decimals=indicator.decimals)
    said = (f"Published, {'' if dots else 'whole year to '}{day(row.period_end)}: {written}",)
    days = (row.period_end,) if dots else (row.period_start, row.period_end)
    return tuple(Point(x=when, y=row.value or 0.0, said=said) for when in days)


def end(near: Sequence[Trend], indicator: Indicator) -> tuple[End, ...]:
    """Label the newest of them, with its year."""
    if not near:
        return ()
    last = near[-1]
    look = DOT if indicator.basis is Basis.SNAPSHOT else STROKE
    written = short_figure(last.value or 0.0, unit=indicator.unit, decimals=indicator.decimals)
    return (End(name=NAME, figure=written, more=f"({day(last.period_end)})", x=last.period_end, y=last.value or 0.0,
                look=look),)  # fmt: skip


def panel(near: Sequence[Trend], indicator: Indicator) -> Panel:
    """Draw them on a scale of their own, under the months."""
    return Panel(
        title="Published, whole years", about=indicator.unit, tall=TALL,
        up=axes.figures_up([row.value or 0.0 for row in near], indicator.unit, most=3), lines=(line(near, indicator),),
        ends=end(near, indicator),
    )  # fmt: skip


def key(indicator: Indicator) -> Entry:
    """Say what their sign stands for."""
    if indicator.basis is Basis.SNAPSHOT:
        return Entry(words="published, on one day of the year", look=DOT)
    return Entry(words="published, one stroke a whole year", look=STROKE)


def words(near: Sequence[Trend], indicator: Indicator) -> str:
    """Say how the published figures stand beside the own ones, and that the two are not equal."""
    if not near:
        return "No figure of these years is published of this authority."
    if indicator.basis is Basis.SNAPSHOT:
        return "The dots beside them are the published figures, each of one day of a year: none is equal to a month's."
    where = "beside them" if together(indicator) else "below them, on a scale of their own,"
    return (
        f"The level strokes {where} are the published figures of whole years. A part of a year is never equal to a "
        "whole one."
    )


def described(near: Sequence[Trend], indicator: Indicator) -> str:
    """Say the published figures for those who do not see the chart."""
    each = [
        f"{figure(row.value, row.status, unit=indicator.unit, decimals=indicator.decimals)} ({day(row.period_end)})"
        for row in near
    ]
    return f" Beside them the published figures of {number_of(len(each), 'date')}: {'; '.join(each)}." if each else ""
