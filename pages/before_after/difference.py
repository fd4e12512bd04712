"""The lower panel of the before and after chart: how the change of an authority differs from that of the group."""

from collections.abc import Sequence

from data.catalogue import Indicator
from data.kinds import Unit
from pages.before_after.figures import CHOSEN, end, few, given, one
from pages.charts import axes, series, theme
from pages.charts.model import Bar, End, Fill, Line, Panel, Tick, Up, Upright
from pages.charts.words import averaged, day, signed
from queries.rows.before_after import Difference

TALL = 200  # pixels
PLACEBOS = Fill(colour="#e6e6e6", edge="#8c8c8c")
HALF = 0.35  # of a year, on both sides of a date: the bar of its placebos
ROOM = 1.12  # of the largest difference, so that nothing touches the edge


def panel(rows: Sequence[Difference], name: str, indicator: Indicator, upright: Upright) -> Panel:
    """Draw the differences, and the bars of the placebos behind them."""
    reach = max([abs(v) for row in rows for v in (row.difference, row.placebo_low, row.placebo_high) if v is not None])
    unit = "percentage points" if indicator.unit is Unit.PER_CENT else indicator.unit
    figures = [_figure(row, name, indicator) for row in rows]
    line = series.line(name, figures, CHOSEN, cased=False)
    return Panel(
        title="Difference in change",
        about=f"{name} less the group, {unit}",
        tall=TALL,
        up=_around_nought(reach * ROOM or 1.0),
        bars=tuple(_placebos(rows, indicator)),
        lines=(line,),
        marks=tuple(series.marks(figures, theme.CHOSEN)),
        ends=tuple(_end(rows, line, indicator)),
        uprights=(upright,),
    )


def _around_nought(reach: float) -> Up:
    ticks = axes.even(-reach, reach)
    return Up(low=-reach, high=reach, ticks=tuple(Tick(at=at, words=axes.plus_minus(at)) for at in ticks))


def _placebos(rows: Sequence[Difference], indicator: Indicator) -> list[Bar]:
    """Draw the middle 95% of the placebos of each year as a bar: nothing is joined over a gap."""
    return [
        Bar(
            left=row.years_since - HALF, right=row.years_since + HALF, low=row.placebo_low, high=row.placebo_high,
            fill=PLACEBOS,
            said=(
                f"Middle 95% of {row.placebo_of} placebos: {_plain(row.placebo_low, indicator)} to "
                f"{_plain(row.placebo_high, indicator)}, {day(row.period_end)}",
            ),
        )
        for row in rows
        if row.difference is not None and row.placebo_low is not None and row.placebo_high is not None
    ]  # fmt: skip


def _figure(row: Difference, name: str, indicator: Indicator) -> series.Figure:
    """Return a difference: a diamond where the year counts on neither side, hollow where few of the group have one."""
    symbol = ("diamond" if row.side == "during" else "circle") + ("-open" if few(row) else "")
    said = (
        f"{name} less the group: {_plain(row.difference, indicator)}, {day(row.period_end)}",
        f"at least as far, up or down: {row.placebo_larger} of {row.placebo_of} others",
    )
    plain = one(row, row.difference, "", unusual=row.unusual and given(row))
    return plain._replace(said=said, symbol="" if symbol == CHOSEN.symbol else symbol)


def _end(rows: Sequence[Difference], line: Line, indicator: Indicator) -> list[End]:
    if not line.points:
        return []
    last = end(rows, line, indicator)
    written = _plain(last.y, indicator)
    return [End(name="", figure=written, more=last.more, x=last.x, y=last.y, look=CHOSEN)]


def _plain(value: float | None, indicator: Indicator) -> str:
    return "none" if value is None else signed(value, unit="", decimals=averaged(indicator).decimals)
