"""One authority and its double as a picture to take away."""

from collections.abc import Sequence
from dataclasses import replace

from pages.charts import claimed, sources
from pages.charts.claimed import Claimed
from pages.charts.model import Drawing, Lines
from pages.charts.sources import credited
from pages.charts.svg.picture import Picture, stamp
from pages.charts.years import measured
from pages.double import words
from pages.double.asked import Asked, Shown
from pages.double.chart import key, key_others
from pages.double.ranks import Ranked
from queries.rows.catalogue import Publication


def picture(
    drawing: Drawing, shown: Shown, each: Ranked, asked: Asked, *, publications: Sequence[Publication], version: str,
    link: str, claims: Sequence[Claimed] = (),
) -> Picture:  # fmt: skip
    """Put words around the chart.

    Parameters
    ----------
    publications
        Of `queries.catalogue.sources`.
    version, link
        Of the data, and the address of the view.
    claims
        Marked on the figures.
    """
    return Picture(
        headline=words.headline(asked),
        subtitle=words.subtitle(asked, shown.window.case),
        drawing=drawing,
        alternative=words.alternative(shown, asked, claims),
        notes=(
            f"{words.mixed(shown)} {claimed.noted(claims)}".rstrip(),
            words.short_rank(each),
            words.WHAT,
            words.SHORT,
        ),
        source=credited(publications, register=True),
        stamp=stamp(version=version, link=link),
        key=tuple(key(shown, claims)),
        name=("double", asked.name, asked.indicator.short_title),
    )


def others(whole: Picture, drawing: Drawing, alternative: str, asked: Asked, shown: Shown) -> Picture:
    """Put the words of the picture of a double around the chart of those treated as if they had had the event."""
    return replace(
        whole, headline=f"{asked.name} and others as if they had had the event: {asked.indicator.title}",
        drawing=drawing, alternative=alternative, notes=whole.notes[1:], key=tuple(key_others(shown)),
        name=("double-others", asked.name, asked.indicator.short_title),
    )  # fmt: skip


def credit(asked: Asked, claims: Sequence[Claimed] = ()) -> Lines:
    """Write what the plot says of itself where it is cut out of its page."""
    said = f"{asked.name} and a mix of other authorities in England. {measured(asked.indicator)}"
    return sources.credit(said, [asked.indicator], more=claimed.sourced(claims), register=True)
