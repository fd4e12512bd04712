"""Demand and money as a picture to take away: both charts with all the words that they need to stand alone."""

from collections.abc import Sequence
from dataclasses import replace

from pages.charts import claimed
from pages.charts.sources import credited
from pages.charts.svg.picture import Picture, stamp, unlabelled
from pages.charts.words import VERY_SMALL, listed
from pages.demand import shown, words
from pages.demand.measures import of
from pages.demand.shown import Facts
from queries.rows.catalogue import Publication

OTHERS = "The other measures and the shares of spend are at the link."
FEWER = (2, 1)  # panels in each column, where a size is too low for four


def picture(facts: Facts, said: Sequence[str], sources: Sequence[Publication], *, version: str, link: str) -> Picture:
    """Put words around the charts; where a size is too low, the first measures alone are drawn, and that is said.

    Parameters
    ----------
    facts
        What is drawn.
    said
        The sentences under it.
    sources
        The publications behind it.
    version, link
        Of the data, and the address of the view.
    """
    drawn = Picture(
        headline=f"{facts.name}: demand and money",
        subtitle=f"{words.subtitle(facts.basis)}.",
        drawing=shown.whole(facts),
        alternative=shown.alternative(facts, facts.indicators, "demand and money"),
        notes=tuple(filter(None, [*[VERY_SMALL] * facts.tiny, *said, claimed.noted(facts.claims), words.STANDING])),
        source=credited(sources, register=False),
        stamp=stamp(version=version, link=link),
        key=unlabelled(shown.key(facts)),
        name=("demand-and-money", facts.name),
    )
    return replace(drawn, simpler=tuple(_with(facts, drawn, number) for number in FEWER))


def _with(facts: Facts, drawn: Picture, number: int) -> Picture:
    """Draw so many measures of each kind alone, without the shares and their key."""
    indicators = of((*facts.basis.demand[:number], *facts.basis.money[:number]))
    signs = claimed.key(facts.claims)
    fewer = claimed.key([each for each in facts.claims if each.indicator in indicators])
    return replace(
        drawn,
        subtitle=f"{listed([each.title for each in indicators])}. {OTHERS}",
        drawing=shown.whole(facts, number),
        alternative=shown.alternative(facts, indicators, "demand and money"),
        notes=(words.STANDING,),
        key=(*(entry for entry in drawn.key if entry.fill is None and entry not in signs), *fewer),
    )
