"""Two panels by years since an event: an authority beside its neighbours and a comparison group, and the difference."""

import textwrap
from collections.abc import Callable, Sequence
from dataclasses import replace

from data.catalogue import Indicator
from pages.before_after import difference
from pages.before_after.figures import CHOSEN, end, few, given, one
from pages.before_after.words import approximate
from pages.charts import axes, claimed, series, theme
from pages.charts.claimed import Claimed, Place
from pages.charts.draft import watermark
from pages.charts.model import Across, Drawing, Gap, Label, Line, Look, Panel, Up, Upright, number
from pages.charts.visitor import around_event
from pages.charts.words import averaged, day, figure_of
from pages.charts.years import year_mark
from queries.rows.before_after import CountedFrom, Difference

TALL = 300  # pixels
NEIGHBOURS = Look(colour="#801650", dash="dash", symbol="square", size=6)
COMPARISON = Look(colour=theme.BESIDE, dash="dot", symbol="triangle-up", size=6)
NAMED = 1.36  # of the largest figure: above it the event is named
GROUP = "Comparison group (mean)"
EVENT_WIDTH = 24  # letters of the event in one line: with the room for line ends they fit a screen of 320 pixels


def before_after(
    rows: Sequence[Difference],
    *,
    name: str,
    indicator: Indicator,
    event: CountedFrom,
    average: str,
    visitor: Sequence[series.Figure] = (),
    claims: Sequence[Claimed] = (),
) -> Drawing:
    """Draw an authority around an event, and beneath it how its change differs from that of the comparison group.

    Parameters
    ----------
    rows
        Of `queries.before_after.differences`.
    name
        Of the authority.
    indicator, event
        What is drawn, and from when years are counted.
    average
        median or mean: how the neighbours are taken together.
    visitor
        A visitor's own figures of the authority, as of `around_event`.
    claims
        About the authority, marked in the year of the date that each is held to.

    Returns
    -------
    Drawing
        Marks are hollow where fewer than half the comparison group has a figure, and diamonds where a year counts on
        neither side; gaps are not joined.
    """
    upright = Upright(x=rows[-1].event_at, dash="solid" if event.date_precision == "day" else "dot", width=1.5)
    across = _across(rows, visitor)
    levels = _levels(rows, name, indicator, event, average, upright, visitor, claims)
    return Drawing(
        panels=(
            _with_visitor(levels, visitor, name, indicator, across) if visitor else levels,
            difference.panel(rows, name, indicator, upright),
        ),
        across=across,
        left=48,
        right=108,
    )


def _across(rows: Sequence[Difference], visitor: Sequence[series.Figure]) -> Across:
    at_zero = [row.period_end for row in rows if row.years_since == 0]
    title = "Years since the event" + (f"\n0 is {day(at_zero[0])}" if at_zero else "")
    years = [float(row.years_since) for row in rows] + [number(each.x) for each in visitor]
    return axes.since(years, title)


def _levels(
    rows: Sequence[Difference],
    name: str,
    indicator: Indicator,
    event: CountedFrom,
    average: str,
    upright: Upright,
    visitor: Sequence[series.Figure],
    claims: Sequence[Claimed],
) -> Panel:
    lines = _lines(rows, name, indicator, average)
    values = [point.y for line in lines for point in line.points] + [each.value or 0.0 for each in visitor]
    values += [each.value for each in claims]
    up = _with_room(axes.figures_up(values, indicator.unit, most=4), max(values, default=1.0) * NAMED)
    return Panel(
        title=indicator.title,
        about=f"{indicator.unit}, {indicator.reference}",
        tall=TALL,
        up=up,
        lines=tuple(reversed(lines)),
        marks=(*series.marks(_own(rows, indicator, name), theme.CHOSEN), *claimed.marks(claims, _in_year(rows))),
        gaps=tuple(_gaps(rows, indicator)),
        ends=tuple(
            end(rows, line, indicator if line.name == name else averaged(indicator)) for line in lines if line.points
        ),
        uprights=(upright,),
        labels=(_event_label(rows, event, up.high),),
    )


def _in_year(rows: Sequence[Difference]) -> Callable[[Claimed], Place]:
    """Tell where claims stand: in the years since the event, at their numbers."""
    years = {row.period_end: float(row.years_since) for row in rows}
    return lambda claim: (years[claim.on], claim.value)


def _with_visitor(
    panel: Panel, visitor: Sequence[series.Figure], name: str, indicator: Indicator, across: Across
) -> Panel:
    """Draw a visitor's own figures over the others, with DRAFT across the panel."""
    own = around_event.line(visitor, name)
    return replace(
        panel,
        lines=(*panel.lines, own),
        ends=(*panel.ends, around_event.end(own, indicator)),
        labels=(*panel.labels, watermark(across, panel.up.high * 0.6)),
    )


def _with_room(up: Up, high: float) -> Up:
    """Leave room above the figures, in which the event is named."""
    return Up(low=up.low, high=high or up.high, ticks=up.ticks)


def _event_label(rows: Sequence[Difference], event: CountedFrom, top: float) -> Label:
    """Name the event at the top of its line, on the side with more years: beside fewer the labels of lines begin."""
    named = event.title.replace("Government intervention", "Intervention").replace("report under ", "")
    lines = [*textwrap.wrap(named, EVENT_WIDTH), *textwrap.wrap(approximate(event), EVENT_WIDTH)]
    at = rows[-1].event_at
    before = at - rows[0].years_since > rows[-1].years_since - at
    return Label(
        x=at, y=top, lines=tuple(lines), across="right" if before else "left", down="top",
        shift=(-5 if before else 5, 0), behind=theme.BACKGROUND, colour=theme.TEXT,
    )  # fmt: skip


def _lines(rows: Sequence[Difference], name: str, indicator: Indicator, average: str) -> list[Line]:
    """Draw the authority, its neighbours and the comparison group, in the order in which they are labelled."""
    neighbours, mean = f"Neighbours ({average})", averaged(indicator)
    return [
        series.line(name, _own(rows, indicator, name), CHOSEN, cased=False),
        series.line(
            neighbours,
            [
                one(row, value, f"{neighbours}: {figure_of(value, mean)}", row.neighbours_n)
                for row in rows
                for value in [row.neighbours_median if average == "median" else row.neighbours_mean]
            ],
            NEIGHBOURS,
            cased=False,
        ),
        series.line(
            GROUP,
            [
                one(
                    row, row.comparison_mean, f"{GROUP}: {figure_of(row.comparison_mean, mean)}", row.comparison_n,
                    symbol="triangle-up-open" if few(row) else "",
                )
                for row in rows
            ],
            COMPARISON,
            cased=False,
        ),
    ]  # fmt: skip


def _own(rows: Sequence[Difference], indicator: Indicator, name: str) -> list[series.Figure]:
    return [
        one(row, row.value, f"{name}: {figure_of(row.value, indicator)}", unusual=row.unusual and given(row))
        for row in rows
    ]


def _gaps(rows: Sequence[Difference], indicator: Indicator) -> list[Gap]:
    """Mark each year without a figure, what rounds to 0 too: it takes no part."""
    return [
        Gap(
            name="", dates=(float(row.years_since),), years=year_mark(row.period_end, basis=indicator.basis),
            sign=series.sign(row.status), reason=theme.STATUS_WORDS[row.status], colour=theme.CHOSEN, at=0,
            said=((f"{theme.STATUS_WORDS[row.status]}, {day(row.period_end)}",),),
        )
        for row in rows
        if not given(row)
    ]  # fmt: skip
