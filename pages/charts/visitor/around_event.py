"""A visitor's own figures on years since an event: drawn beside the published ones, and part of no difference."""

from collections.abc import Mapping, Sequence
from datetime import date

from data.catalogue import Indicator
from pages.charts import series, theme
from pages.charts.model import End, Entry, Line, Look
from pages.charts.visitor.written import written
from pages.charts.words import day, short_figure
from queries.rows.before_after import Difference
from queries.rows.visitor import WithPublished

LOOK = Look(colour=theme.OWN, dash="dot", symbol="circle-open", width=2, size=12)
KEY = Entry(words="your own figures, DRAFT", look=LOOK)
NO_PART = "Your own figures (DRAFT) are drawn alone: they take no part in the difference, its group or its placebos."


def around_event(
    figures: Sequence[WithPublished], rows: Sequence[Difference], *, name: str, indicator: Indicator, span: int
) -> list[series.Figure]:
    """Return the own figures that can stand on the years of a before and after view, by date.

    Parameters
    ----------
    figures
        Of one authority and indicator.
    rows
        Of `queries.before_after.differences`: one stretch of the series, from one break to the next.
    name, indicator
        The name of the authority, and what is shown.
    span
        Years on each side of the event, at most.
    """
    years = {row.period_end: row.years_since for row in rows}
    placed = [(_since(each, years), each) for each in figures if each.comparable and each.value is not None]
    there = sorted((since, each) for since, each in placed if since is not None and since <= span and not each.joint)
    return [
        series.Figure(
            x=float(since), on=each.period_end, value=each.value, status="published", segment=0, area="",
            said=(f"{name}, own DRAFT: {written(each.value, indicator)}, {day(each.period_end)}",),
        )
        for since, each in there
    ]  # fmt: skip


def _since(row: WithPublished, years: Mapping[date, int]) -> int | None:
    """Return the year of a figure: that of the published one, or so many after the last, if no break lies between."""
    if row.period_end in years:
        return years[row.period_end]
    before = row.newest_before_end
    if before is None or before not in years or row.broken:
        return None
    return years[before] + row.period_end.year - before.year


def line(figures: Sequence[series.Figure], name: str) -> Line:
    """Draw the own figures: dotted, with hollow marks."""
    return series.line(f"{name}, own DRAFT", figures, LOOK, cased=False)


def end(drawn: Line, indicator: Indicator) -> End:
    """Label the line at its last figure."""
    last = drawn.points[-1]
    short = short_figure(last.y, unit=indicator.unit, decimals=indicator.decimals)
    return End(name="own DRAFT", figure=short, x=last.x, y=last.y, look=LOOK)


def said(figures: Sequence[series.Figure]) -> str:
    """Say the own figures for those who do not see the chart."""
    return f" {'; '.join(each.said[0] for each in figures)}." if figures else ""
