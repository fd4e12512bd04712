"""England: every authority at once, in one year or from one to another."""

import streamlit as st

from pages.choosing.choose import Chooser
from pages.choosing.regions import ENGLAND
from pages.claims import beside
from pages.database import every_authority, rows_once
from pages.england import choices as offered
from pages.england import choosing, playing, views
from pages.england import show as shows
from pages.england.asked import Asked
from pages.holding import figures as visitor_figures
from pages.showing import by_address, downloads, show
from queries import england


@st.fragment(run_every=playing.pause())
def every() -> None:
    """Show every authority at once; while the years play, it runs again by itself."""
    found = every_authority()
    chooser = Chooser("england")
    title = show.later("above")
    view = chooser.tabs(offered.view(), "Show", offered.VIEWS)
    asked, place, told = choosing.choose(chooser, view, found)
    chooser.keep()
    show.sentences([told])
    indicator = asked.indicator
    shown, draft = _with_own(views.shown(view, asked), view, asked)
    first = asked.since - asked.mean + 1 if asked.since else asked.year
    measures = [indicator.id, *([asked.spend.id] if asked.spend else [])]
    sources = shows.publications(shown, measures, first=first, last=asked.year)
    headline = f"{shown.headline}, {place}" if place else shown.headline
    with title:
        show.plain_heading(headline, shows.subtitle(shown, indicator))
    shows.view(shown, sources, indicator, headline=headline)
    with st.container(horizontal=True, gap="small"):
        shows.take_picture(
            shown, sources, headline=headline, indicator=indicator, link=chooser.printed(),
            name=("england", view, indicator.id, str(asked.year)), draft=draft,
        )  # fmt: skip
        everywhere = [*found, ENGLAND]
        downloads.figures("every-authority", areas=everywhere, indicators=measures, first=first, last=asked.year)
        by_address.show("england", areas=everywhere, indicators=measures, years=(first, asked.year))
    chooser.link()
    shows.in_table(shown, caption=headline)
    beside.show(asked.claims)
    with st.expander(indicator.title):
        show.definition(indicator)


def _with_own(shown: views.Shown, view: str, asked: Asked) -> tuple[views.Shown, bool]:
    """Add a visitor's own figures to a view, and tell whether there are any in it."""
    published = rows_once(england.year, indicator=asked.indicator.id, year=asked.year)
    own = visitor_figures.among(shown.drawing, published, asked.indicator, view)
    return (shown.beside(own.drawing, own.said, own.key), True) if own else (shown, False)


every()
