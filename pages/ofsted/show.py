"""How a view of the Ofsted page is shown: the chart first, what can be taken away, then words, notes and tables."""

from collections.abc import Callable, Sequence
from contextlib import nullcontext
from html import escape

import streamlit as st

from pages.charts import many_rows, words
from pages.charts.sources import credit
from pages.charts.svg.picture import Picture, stamp
from pages.database import rows_once
from pages.ofsted.shown import Chart, Listed, Shown
from pages.ofsted.words import CAUTION
from pages.showing import chart as charts
from pages.showing import show
from pages.showing.marks import paragraphs
from pages.showing.table import table
from queries import pictures
from queries.rows.catalogue import Publication

Publications = Sequence[Publication]


def picture(chart: Chart, sources: Publications, *, link: str) -> Picture:
    """Give a chart all that it needs to stand alone."""
    named = [f"{row.title}, {row.publisher}, published {words.published(max(row.published))}" for row in sources]
    whole = Picture(
        headline=chart.headline, subtitle=chart.about, drawing=chart.pictured or chart.drawing, key=tuple(chart.key),
        alternative=chart.alternative, notes=chart.notes, name=chart.name,
        source=f"Source{'s' * (len(named) > 1)}: {'; '.join(named)}.",
        stamp=stamp(version=version(), link=link, said=[CAUTION]),
    )  # fmt: skip
    return many_rows.in_any_size(whole, chart.wall) if chart.wall else whole


def publishers_of(sources: Publications) -> list[str]:
    """Name the publishers, each once."""
    return list(dict.fromkeys(row.publisher for row in sources))


def version() -> str:
    """Return when the newest of the publications came out."""
    return rows_once(pictures.version)[0].published


def top(shown: Shown, sources: Publications, take: Callable[[], None], *, link: str) -> None:
    """Show title, key and chart, then what can be taken away, then the sentences."""
    show.plain_heading(shown.title, shown.subtitle)
    if shown.chart:
        if shown.chart.key:
            charts.key(shown.chart.key)
        cut = credit(f"{shown.title}. {shown.subtitle}", more=publishers_of(sources))
        charts.chart(shown.chart.drawing, alternative=shown.chart.alternative, credit=cut)
    with st.container(horizontal=True, gap="small"):
        if shown.chart:
            charts.take_picture(picture(shown.chart, sources, link=link), version=version())
        take()
    paragraphs(shown.said)


def below(shown: Shown, sources: Publications) -> None:
    """Show what the figures come from, the notes, and the same in tables."""
    credits(sources)
    show.notes(shown.notes)
    st.header("The same in a table", anchor=False)
    for each in shown.tables:
        listed(each)


def credits(sources: Publications, *, more: str = "") -> None:
    """Name the publications behind what is shown, and the licence; then what more must be said."""
    named = [f"{row.title}, {row.publisher}, published {words.listed(_dates(row.published))}" for row in sources]
    st.html(
        f'<p class="small">Sources: {escape("; ".join(named))}. Contains public sector information licensed under the '
        f"Open Government Licence v3.0. Independent tool, not official statistics.{more}</p>"
    )


def _dates(when: Sequence[str]) -> list[str]:
    return [words.published(each) for each in when]


def listed(each: Listed) -> None:
    """Show a table, folded where it is long."""
    with st.expander(each.fold) if each.fold else nullcontext():
        table(each.rows, caption=each.caption)
