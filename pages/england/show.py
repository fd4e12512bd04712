"""How a view of all authorities is shown: what it found, its key, its chart, its picture, its table."""

from collections.abc import Sequence

import queries.catalogue
from data.catalogue import Indicator
from pages.charts import claimed
from pages.charts.sources import credit, credited, without_judgements
from pages.charts.svg.picture import Picture, stamp
from pages.charts.years import measured
from pages.database import rows_once
from pages.england.tables import GRADE
from pages.england.views import Shown
from pages.showing import chart, show
from pages.showing.table import table
from queries import pictures
from queries.rows.catalogue import Publication

LEVELS = ("authority", "joint return", "england")


def publications(shown: Shown, indicators: Sequence[str], *, first: int, last: int) -> list[Publication]:
    """Name the publications behind the figures of every authority and of England, and behind the grades in a table."""
    return rows_once(
        queries.catalogue.publications, indicators=indicators, levels=LEVELS, first=first, last=last, earlier=False,
        judged=shown.judged or GRADE in shown.table,
    )  # fmt: skip


def view(shown: Shown, sources: Sequence[Publication], indicator: Indicator, *, headline: str) -> None:
    """Show a view of an indicator, from what it found to its sources; its headline names who is looked at."""
    show.said(shown.found[:1])
    if shown.drawing is not None:
        chart.key(shown.key)
        own = [*["your own figures, DRAFT"] * shown.draft, *claimed.sourced(shown.claims)]
        cut = credit(f"England: {headline}. {subtitle(shown, indicator)}", _measures(shown, indicator), more=own,
                     register=shown.registered)  # fmt: skip
        chart.chart(shown.drawing, alternative=shown.alternative, credit=cut)
    show.said(shown.found[1:])
    show.sources(sources, register=shown.registered)


def _measures(shown: Shown, indicator: Indicator) -> list[Indicator]:
    return [indicator, *([shown.other] if shown.other else [])]


def subtitle(shown: Shown, indicator: Indicator) -> str:
    """Say what is measured: both where a view sets one against the other."""
    return "; ".join(measured(each) for each in _measures(shown, indicator))


def take_picture(
    shown: Shown,
    sources: Sequence[Publication],
    *,
    headline: str,
    indicator: Indicator,
    link: str,
    name: Sequence[str],
    draft: bool = False,
) -> None:
    """Offer a view as a picture; nothing where nothing is drawn.

    Parameters
    ----------
    shown
        The view.
    sources
        The publications behind it.
    headline
        Above the picture: the topic, and which authorities are looked at.
    indicator
        What is shown.
    link
        The address of the view as a picture carries it.
    name
        The parts of the name of its file.
    draft
        Whether a visitor's own figures are in it.
    """
    if shown.drawing is None:
        return
    version = rows_once(pictures.version)[0].published
    picture = Picture(
        headline=headline, subtitle=f"{subtitle(shown, indicator)}. Local authorities in England.",
        drawing=shown.drawing, alternative=shown.alternative,
        notes=shown.found, stamp=stamp(version=version, link=link),
        source=credited(without_judgements(sources, drawn=shown.judged), register=shown.registered),
        key=shown.key, name=tuple(name), draft=draft,
    )  # fmt: skip
    chart.take_picture(picture, version=version)


def in_table(shown: Shown, *, caption: str) -> None:
    """Show the figures of a view as a table, every authority that is looked at."""
    table(shown.table, caption=caption)
