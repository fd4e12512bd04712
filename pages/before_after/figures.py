"""What both panels of the before and after chart have in common: a figure of one year, and the label of a line."""

from collections.abc import Sequence

from data.catalogue import Indicator
from pages.charts import series, theme
from pages.charts.model import End, Line, Look
from pages.charts.words import day, short_figure
from pages.charts.years import year_mark
from queries.rows.before_after import Difference

CHOSEN = Look(colour=theme.CHOSEN, symbol="circle", width=2.5, size=8)


def few(row: Difference) -> bool:
    """Tell whether fewer than half the comparison group has a figure."""
    return 2 * row.comparison_n < row.comparison_of


def given(row: Difference) -> bool:
    """Tell whether the authority has a published figure in a year."""
    return row.status == "published"


def one(
    row: Difference, value: float | None, said: str, behind: int | None = None, *, symbol: str = "",
    unusual: bool = False,
) -> series.Figure:  # fmt: skip
    """Return a figure of one year; all lie in one stretch of the series and are of one place."""
    more = [] if behind is None else [f"of {behind} with a figure"]
    return series.Figure(
        x=float(row.years_since), on=row.period_end, value=value, status="published", segment=0, area="",
        said=(f"{said}, {day(row.period_end)}", *more), unusual=unusual, symbol=symbol,
    )  # fmt: skip


def end(rows: Sequence[Difference], line: Line, indicator: Indicator) -> End:
    """Label a line at its last figure, with its year where that is not the last shown."""
    last = line.points[-1]
    written = short_figure(last.y, unit=indicator.unit, decimals=indicator.decimals)
    on = next(row.period_end for row in rows if row.years_since == last.x)
    more = "" if on == rows[-1].period_end else f"({year_mark(on, basis=indicator.basis)})"
    return End(name=line.name, figure=written, more=more, x=last.x, y=last.y, look=line.look)
