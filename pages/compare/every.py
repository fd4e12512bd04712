"""The authorities that are compared among all: ranked, by their change, on a map. Drawn as on the page of England."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from data.catalogue import indicators
from pages.charts.years import measured
from pages.choosing.choose import Chooser
from pages.claims import beside
from pages.database import rows_once
from pages.england import show as shows
from pages.england import views
from pages.england.asked import Asked
from pages.showing import show
from queries import compare

# By the name of the tab: the view of the page of England, as its address has it.
VIEWS = {"ranking": "ranking", "change": "change", "tiles": "map"}


def asked(codes: Sequence[str], *, indicator: str, years: tuple[int, int]) -> Asked:
    """Return what is asked of all authorities.

    Parameters
    ----------
    codes
        Area codes of those that are compared.
    indicator
        What is shown.
    years
        The first and the last: a change is from the one to the other, all else of the last. Where the indicator has
        no figures, the nearest years that have.
    """
    since, year = _held(indicator, years)
    return Asked(indicators()[indicator], year, tuple(codes), since=since)


def show_among_all(tab: str, asked: Asked, *, heading: DeltaGenerator, chooser: Chooser) -> None:
    """Show all authorities with some of them marked: heading, chart, picture, table.

    Parameters
    ----------
    tab
        One of `VIEWS`.
    heading
        Where title and subtitle stand.
    chooser
        Of the page; its choices are kept by then.
    """
    about, codes, since, year = asked.indicator, asked.chosen, asked.since, asked.year
    shown = views.shown(VIEWS[tab], asked)
    with heading:
        show.plain_heading(shown.headline, measured(about))
    sources = shows.publications(shown, [about.id], first=since if tab == "change" else year, last=year)
    shows.view(shown, sources, about, headline=shown.headline)
    with st.container(horizontal=True, gap="small"):
        shows.take_picture(
            shown, sources, headline=shown.headline, indicator=about, link=chooser.printed(),
            name=("compare", tab, about.id, str(year)),
        )  # fmt: skip
        st.page_link(
            "england/page.py", label="The same on the page of England",
            query_params={"as": VIEWS[tab], "indicator": about.id, "from": str(since), "to": str(year),
                          "authority": ",".join(codes[:8])} | ({"claims": "1"} if asked.claims else {}),
        )  # fmt: skip
    chooser.link()
    shows.in_table(shown, caption=shown.headline)
    beside.show(asked.claims)


def _held(indicator: str, years: tuple[int, int]) -> tuple[int, int]:
    """Keep to the years of which the indicator has figures."""
    held = next(each for each in rows_once(compare.series) if each.indicator_id == indicator)
    since, year = (min(max(each, held.first_year), held.last_year) for each in years)
    return since, year
