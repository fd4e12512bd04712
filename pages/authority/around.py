"""The figures around an intervention in words: the last before it began or ended, the first after, and the newest."""

from collections.abc import Sequence
from datetime import date

from data.catalogue import Indicator
from pages.charts.words import day, figure
from pages.charts.years import dated
from queries.rows.figures import AroundIntervention

HEADS = {
    ("began", "before"): "Last before it began",
    ("began", "after"): "First after it began",
    ("ended", "before"): "Last before it ended",
    ("ended", "after"): "First after it ended",
}
REFUSED = {
    "break": "not comparable with the newest: a break in the series lies between",
    "joint": "not comparable with the newest: a joint return only at one of the two dates",
}
Found = dict[tuple[str, str, str], AroundIntervention]


def around_intervention(rows: Sequence[AroundIntervention], indicators: Sequence[Indicator]) -> list[dict[str, str]]:
    """Write the figures around the last intervention as a table.

    Parameters
    ----------
    rows
        Of `queries.figures.around_intervention`.
    indicators
        What is shown.

    Returns
    -------
    list of dict
        One row per indicator: the last figure before the intervention began and the first after, the same of its end,
        and the newest, each with its date. A beginning or an end without any figure before it is left out; empty
        where nothing remains.
    """
    found = {(row.indicator_id, row.turn, row.moment): row for row in rows}
    turned = {row.turn: day(row.turned_on, row.turned_precision) for row in rows if row.moment == "before"}
    return [_row(indicator, found, turned) for indicator in indicators] if turned else []


def _row(indicator: Indicator, found: Found, turned: dict[str, str]) -> dict[str, str]:
    moments = {
        f"{head} ({turned[turn]})": _cell(found.get((indicator.id, turn, moment)), indicator)
        for (turn, moment), head in HEADS.items()
        if turn in turned
    }
    newest = found.get((indicator.id, next(iter(turned)), "newest"))
    return {"Indicator": indicator.title} | moments | {"Newest": _cell(newest, indicator)}


def _cell(row: AroundIntervention | None, indicator: Indicator) -> str:
    """Write a figure with its date, or why it is not given; then the nearest that is."""
    if row is None:
        return "no figure"
    if row.refused:
        return REFUSED[row.refused]
    words = _figure(row.value, row.status, row.period_end, indicator)
    if row.known_end is not None and row.known_end != row.period_end:
        nearest = "first figure" if row.moment == "after" else "last figure"
        words += f"; {nearest} {_figure(row.known_value, row.known_status or '', row.known_end, indicator)}"
    return words + " (a year that had begun before)" * row.straddles


def _figure(value: float | None, status: str, when: date, indicator: Indicator) -> str:
    return f"{figure(value, status, unit=indicator.unit, decimals=indicator.decimals)}, {dated(when, indicator)}"
