"""Who makes referrals as a picture to take away: the panels with all the words that they need to stand alone."""

from collections.abc import Sequence
from dataclasses import replace

from pages.charts.sources import credited
from pages.charts.svg.picture import Picture, stamp, unlabelled
from pages.charts.words import VERY_SMALL
from pages.referral_sources import shown, words
from pages.referral_sources.choices import SOURCES
from pages.referral_sources.shown import Facts
from queries.rows.catalogue import Publication

OTHERS = "The other sources are at the link."
FEWER = (8, 6, 4, 2)  # sources in a size that is too low for all


def picture(facts: Facts, said: Sequence[str], sources: Sequence[Publication], *, version: str, link: str) -> Picture:
    """Put words around the panels; where a size is too low, the first sources alone are drawn, and that is said.

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
        headline=f"{facts.name}: who makes referrals",
        subtitle=f"{words.SUBTITLE}.",
        drawing=shown.whole(facts),
        alternative=shown.alternative(facts, SOURCES),
        notes=(*[VERY_SMALL] * facts.tiny, *said, words.SHARES, words.STANDING),
        source=credited(sources, register=False),
        stamp=stamp(version=version, link=link),
        key=unlabelled(shown.key(facts)),
        name=("who-makes-referrals", facts.name),
    )
    return replace(drawn, simpler=tuple(_with(facts, drawn, number) for number in FEWER))


def _with(facts: Facts, drawn: Picture, number: int) -> Picture:
    """Draw so many sources alone."""
    return replace(
        drawn,
        subtitle=f"{words.SUBTITLE}. {OTHERS}",
        drawing=shown.whole(facts, number),
        alternative=shown.alternative(facts, SOURCES[:number]),
        notes=(words.STANDING,),
    )
