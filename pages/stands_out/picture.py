"""The first fact that stands out of a place as a picture: its sentence over the series that it is of."""

from collections.abc import Sequence

import queries.catalogue
from data.catalogue import indicators
from pages.charts.sources import credited
from pages.charts.svg.picture import Picture, stamp, unlabelled
from pages.charts.years import measured
from pages.choosing.years import of_figures
from pages.claims import drawing
from pages.database import rows_once
from pages.stands_out.tested import small_print
from pages.stands_out.words import sentence
from queries import claims, compare
from queries.rows.stands_out import Fact

BY_RULE = "Found by written rules, the same for every place; they are at the link."


def pictured(facts: Sequence[Fact]) -> Fact | None:
    """Return the first fact that is of a series and no figure to check: others are not to be told alone."""
    return next((fact for fact in facts if fact.indicator_id and fact.kind != "check"), None)


def picture(fact: Fact, *, version: str, link: str) -> Picture:
    """Put the words of a fact around its series.

    Parameters
    ----------
    fact
        Of `pictured`.
    version, link
        Of the data, and the address of the view.
    """
    indicator = indicators()[fact.indicator_id or ""]
    rows = rows_once(claims.series, area=fact.place_code, indicator=indicator.id)
    breaks = rows_once(queries.catalogue.breaks, indicators=[indicator.id])
    about = f"{measured(indicator)}, {fact.place_name}"
    first, last = of_figures()
    behind = rows_once(
        compare.sources, areas=(fact.place_code,), indicators=(indicator.id,), groups=(), first=first, last=last
    )
    return Picture(
        headline=sentence(fact), subtitle=f"What stands out: {fact.place_name}",
        drawing=drawing.drawing(rows, breaks, [], indicator=indicator, place=fact.place_name, said_on=None),
        alternative=f"Line chart: {about}. {sentence(fact)}",
        notes=(small_print(fact), BY_RULE), source=credited(behind, register=bool(fact.intervention)),
        stamp=stamp(version=version, link=link),
        key=unlabelled(drawing.key([], rows, None)),
        name=("stands-out", fact.place_name, indicator.short_title),
    )  # fmt: skip
