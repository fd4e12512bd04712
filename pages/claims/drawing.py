"""The series behind a claim, with the claim as a mark upon it that is no official figure."""

from collections.abc import Sequence
from datetime import date, timedelta

from data.catalogue import Indicator
from pages.charts import axes, claimed, cuts, theme
from pages.charts.model import Drawing, End, Entry, Look, Panel, Upright
from pages.charts.series import Figure, gaps, last_drawn, line, marks
from pages.charts.words import day, figure, short_figure
from pages.charts.years import measured
from queries.rows.catalogue import Break
from queries.rows.claims import SeriesPoint

TALL = 240  # pixels: a finding of two lines and the chart, to its axis, stand on a screen of 800
FREE = timedelta(days=200)  # on both sides of the first and the last date, for marks and labels
LOOK = Look(colour=theme.CHOSEN, symbol="circle", size=6)


def drawing(
    rows: Sequence[SeriesPoint], breaks: Sequence[Break], claims: Sequence[claimed.Claimed], *, indicator: Indicator,
    place: str, said_on: date | None,
) -> Drawing:  # fmt: skip
    """Draw the official series, and the claims of it.

    Parameters
    ----------
    rows, breaks
        Of `queries.claims.series` and `queries.catalogue.breaks`.
    claims
        Those that stand on the series, the chosen one first.
    indicator, place
        What is drawn, and of which place.
    said_on
        When the claim was made, where that is known.
    """
    figures = _figures(rows, indicator, place)
    dates = [*(each.on for each in figures), *(each.on for each in claims), *([said_on] if said_on else [])]
    values = [each.value for each in figures if each.value is not None] + [each.value for each in claims]
    across = axes.calendar(min(dates) - FREE, max(dates) + FREE)
    panel = Panel(
        title=place, about=measured(indicator), tall=TALL, up=axes.figures_up(values, indicator.unit),
        lines=(line(place, figures, LOOK),), gaps=tuple(gaps(figures, name="", colour=theme.CHOSEN, at=0,
                                                             reasons=theme.STATUS_WORDS)),
        marks=(*marks(figures, theme.CHOSEN), *claimed.marks(claims)), ends=_ends(figures, indicator),
        uprights=(*_cuts(breaks, across.first, across.last), *_made(said_on)),
    )  # fmt: skip
    return Drawing(panels=(panel,), across=across, left=56, right=76)


def _figures(rows: Sequence[SeriesPoint], indicator: Indicator, place: str) -> list[Figure]:
    return [
        Figure(
            x=row.period_end, on=row.period_end, value=row.value if row.status == "published" else None,
            status=row.status, segment=row.segment, area=place, unusual=row.unusual,
            said=(f"{figure(row.value, row.status, unit=indicator.unit, decimals=indicator.decimals)}, "
                  f"{day(row.period_end)} (official)",),
        )
        for row in rows
    ]  # fmt: skip


def _ends(figures: Sequence[Figure], indicator: Indicator) -> tuple[End, ...]:
    last = last_drawn(figures)
    if last is None or last.value is None:
        return ()
    written = short_figure(last.value, unit=indicator.unit, decimals=indicator.decimals)
    return (End(name="", figure=written, x=last.x, y=last.value, look=LOOK),)


def _made(said_on: date | None) -> tuple[Upright, ...]:
    return (Upright(x=said_on, colour=claimed.CLAIMED),) if said_on else ()


def _cuts(breaks: Sequence[Break], first: object, last: object) -> list[Upright]:
    """Draw where the series was broken, said once for breaks that stand near one another."""
    days = [each.from_period_end + (each.to_period_end - each.from_period_end) / 2 for each in breaks]
    within = [when.toordinal() for when in days if first < when < last]  # type: ignore[operator]
    return [
        Upright(x=date.fromordinal(int(place)), dash="solid", colour=theme.GRID,
                words=cuts.said(group) if place == group[0] else "")
        for group in cuts.gathered(within, cuts.NEAR)
        for place in group
    ]  # fmt: skip


def key(claims: Sequence[claimed.Claimed], figures: Sequence[SeriesPoint], said_on: date | None) -> list[Entry]:
    """List what the signs stand for."""
    missing = dict.fromkeys(row.status for row in figures if row.status != "published")
    return [
        Entry(words="official figure", look=LOOK),
        *claimed.key(claims),
        *([Entry(words="when the claim was made", sign="┊")] if said_on else []),
        *(Entry(words=theme.STATUS_WORDS[status], sign=f"[{theme.STATUS_SYMBOLS[status]}]" if status in
                theme.STATUS_SYMBOLS and status != "rounds_to_zero" else "○") for status in missing),
        *([Entry(words="unusual value", sign="○")] if any(row.unusual for row in figures) else []),
    ]  # fmt: skip
