"""All cases around an event as a picture to take away."""

from collections.abc import Sequence

from pages.around import words
from pages.around.asked import Asked, Shown
from pages.around.cautions import left_out
from pages.around.chart import key
from pages.charts import sources
from pages.charts.model import Drawing, Lines
from pages.charts.sources import credited
from pages.charts.svg.picture import Picture, stamp
from pages.charts.years import measured
from queries.rows.catalogue import Publication


def picture(
    drawing: Drawing, shown: Shown, asked: Asked, *, publications: Sequence[Publication], version: str, link: str
) -> Picture:
    """Put words around the chart.

    Parameters
    ----------
    publications
        Of `queries.catalogue.sources`.
    version, link
        Of the data, and the address of the view.
    """
    after, before, *_ = words.findings(shown, asked)
    return Picture(
        headline=words.headline(shown, asked),
        subtitle=f"{measured(asked.indicator)}. {words.STANDING}",
        drawing=drawing,
        alternative=words.alternative(shown, asked),
        notes=tuple(filter(None, (after, before, left_out(shown), words.BACK))),
        source=credited(publications, register=True),
        stamp=stamp(version=version, link=link),
        key=tuple(key()),
        name=("around", asked.event, asked.indicator.short_title),
    )


def credit(shown: Shown, asked: Asked) -> Lines:
    """Write what the plot says of itself where it is cut out of its page."""
    said = f"Authorities in England. {words.headline(shown, asked)}. {measured(asked.indicator)}"
    return sources.credit(said, [asked.indicator], register=True)
