"""A claim beside the official series as a picture to take away."""

from collections.abc import Sequence

from data.catalogue import Indicator
from pages.charts.model import Drawing, Entry
from pages.charts.sources import credited
from pages.charts.svg.picture import Picture, stamp, unlabelled
from pages.charts.years import measured
from queries.rows.catalogue import Publication

NOT_OFFICIAL = "A claim is somebody's, and not an official figure."


def picture(
    drawing: Drawing, *, headline: str, said: str, finding: str, differs: Sequence[str], indicator: Indicator,
    key: Sequence[Entry], publications: Sequence[Publication], version: str, link: str, name: Sequence[str],
) -> Picture:  # fmt: skip
    """Put words around the chart: the claim with whose it is, the finding, and how the definition differs."""
    return Picture(
        headline=headline,
        subtitle=f"{measured(indicator)}. {said}",
        drawing=drawing,
        alternative=alternative(said, finding),
        notes=(finding, *differs, NOT_OFFICIAL),
        source=credited(publications, register=False),
        stamp=stamp(version=version, link=link),
        key=unlabelled(key),
        name=("claim", *name),
    )


def alternative(said: str, finding: str) -> str:
    """Say what the chart shows, for those who do not see it."""
    return f"Line chart of the official figures with a claim as a mark. {said} {finding}"
