"""An authority on one date axis: government intervention, Ofsted's grades, and the indicators beneath."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

from pages.authority.lanes import lanes
from pages.authority.panel import panel
from pages.authority.shown import Shown
from pages.charts import axes, histories, theme
from pages.charts.model import Drawing, Upright

BEFORE = timedelta(days=60)  # free before the first intervention
TITLE, BETWEEN = 18, 10  # pixels above a panel and between two: four of them stand on a screen of 800


def timeline(
    shown: Shown,
    *,
    numbers: Mapping[str, dict[date, str]] | None = None,
    cut_numbers: Mapping[str, dict[date, str]] | None = None,
) -> Drawing:
    """Draw everything that happened to an authority above its indicators, on one true date axis.

    Parameters
    ----------
    shown
        What is drawn.
    numbers, cut_numbers
        Of the notes on figures and on breaks, by indicator and date, where the notes stand beside the chart.

    Returns
    -------
    Drawing
        Figures stand at their reference dates. The days on which an intervention began or ended, or who runs the
        services changed, are carried down through all rows.
    """
    first, until = ends(shown)
    plots = [
        panel(shown, indicator, (numbers or {}).get(indicator.id, {}), (cut_numbers or {}).get(indicator.id, {}))
        for indicator in shown.indicators
    ]
    turning = tuple(
        Upright(x=when, colour=theme.GUIDE)
        for when in histories.turns(shown.phases, shown.steps)
        if first <= when <= until
    )
    rows = [*lanes(shown, first, until), *plots]
    return Drawing(
        panels=tuple(replace(row, uprights=(*turning, *row.uprights)) for row in rows),
        across=axes.calendar(first, until),
        above=TITLE,
        between=BETWEEN,
    )


def ends(shown: Shown) -> tuple[date, date]:
    """Return the ends of the date axis: that of the years chosen, earlier where an intervention began before them."""
    since = date(shown.first, 1, 1)
    if shown.whole:
        since = min([since, *(phase.began_on - BEFORE for phase in shown.phases)])
    return since, date(shown.last + 1, 1, 1)
