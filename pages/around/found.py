"""What is found around an event: asked of the database, and estimated once for all visitors."""

from collections.abc import Mapping, Sequence

from pages.around.asked import Asked, Shown
from pages.around.estimates import estimate
from pages.around.panel import panel
from pages.database import rows_once
from queries import around


def found(asked: Asked) -> Shown:
    """Ask who is a case and for their figures, and estimate."""
    cases = rows_once(around.cases, event=asked.event, indicator=asked.indicator.id)
    figures = rows_once(around.figures, indicator=asked.indicator.id)
    rows = panel(cases, figures, compared=asked.compared)
    estimated = estimate(rows, compared=asked.compared, window=asked.window)
    return Shown(tuple(cases), tuple(figures), rows, estimated)


def areas(shown: Shown) -> list[str]:
    """Return the areas whose figures are used."""
    return [case.area_code for case in shown.cases if case.place in ("case", "compared")]


def spanned(shown: Shown) -> tuple[int, int]:
    """Return the first and the last year of figures."""
    years = [row.year for row in shown.figures]
    return min(years), max(years)


def behind(shown: Shown, asked: Asked) -> Mapping[str, Sequence[str] | int]:
    """Return the areas, the indicator and the years of which the publications are asked for."""
    first, last = spanned(shown)
    return {"areas": areas(shown), "indicators": [asked.indicator.id], "first": first, "last": last}
