"""What stands around every page: the name, the entries, the search, and the foot with version, sources and licence."""

from collections.abc import Mapping
from html import escape

import streamlit as st

import queries.catalogue
from data.contact import contact, link
from pages.charts.words import published
from pages.choosing import carried, choices
from pages.choosing.address import View
from pages.choosing.find import found_by
from pages.database import rows_once
from pages.places import NAME, Place, entries
from queries import pictures
from queries.rows.catalogue import Authority


def top(
    place: Place, pages: Mapping[str, st.Page], authorities: Mapping[str, Authority], regions: Mapping[str, str]
) -> None:
    """Show the name, the entries and the search above a page, and the pages of its entry where there are several.

    Parameters
    ----------
    place, pages
        The page that is shown, and all pages by their scripts: a script would be looked for on the disk at each link.
    authorities, regions
        Where the search leads.
    """
    offered = (
        choices.authorities(authorities, name="authority", default=(), most=40),
        choices.series(default=(), most=8),
    )
    kept = carried.foreseen(place.address or "home", offered)
    with st.container(key="frame", horizontal=True, vertical_alignment="center", gap="small"):
        with st.container(key="name", width="content"):
            st.page_link(pages["home/page.py"], label=NAME)
        with st.container(key="entries", horizontal=True, width="content", gap=None):
            for name, places in entries().items():
                _entry(name, pages[places[0].script], kept, entered=place.entry == name)
        with st.container(key="menu", width="content"), st.popover("Menu"):
            for places in entries().values():
                for each in places:
                    st.page_link(
                        pages[each.script], label=each.title, query_params=carried.in_links(each.address, kept)
                    )
        with st.container(key="finder", width=230):
            _find(authorities, regions)
    among = entries().get(place.entry, [])
    if len(among) > 1:
        with st.container(key="among", horizontal=True, gap="small"):
            for each in among:
                _entry(each.title, pages[each.script], kept, entered=each == place, key="here")


def _entry(name: str, page: st.Page, kept: View, *, entered: bool, key: str = "entered") -> None:
    with st.container(key=key if entered else None, width="content"):
        st.page_link(page, label=name, query_params=carried.in_links(page.url_path, kept))


def _find(authorities: Mapping[str, Authority], regions: Mapping[str, str]) -> None:
    """Find a place by any of its names and codes, and lead there; a spelling that is near is enough."""
    typed = st.session_state.pop("find.typed", "")
    st.selectbox(
        "Find an authority or region",
        (*authorities, *regions),
        index=None,
        format_func=Named(authorities, regions),
        placeholder="Find a council: Hull, 371 …",
        label_visibility="collapsed",
        accept_new_options=True,
        key="find",
        on_change=_typed,
    )
    if not typed:
        return
    codes = found_by(typed, authorities, regions)
    if len(codes) == 1:
        _go(codes[0], regions)
    st.warning(
        f"“{typed[:60]}” may mean one of these." if codes else f"No council or region is known as “{typed[:60]}”."
    )
    for code in codes:
        _link(code, authorities, regions)


class Named:
    """The words of authorities and regions by code; a function of a page would keep all its variables alive."""

    def __init__(self, authorities: Mapping[str, Authority], regions: Mapping[str, str]) -> None:
        self._authorities, self._regions = authorities, regions

    def __call__(self, code: str) -> str:
        """Return the name with other names and codes, by which it is found."""
        if code in self._regions:
            return f"{self._regions[code]} (region)"
        known = self._authorities.get(code)
        return f"{known.label} · {known.dfe_code} · {code}" if known else code


def _typed() -> None:
    st.session_state["find.typed"] = st.session_state["find"] or ""
    st.session_state["find"] = None


def _go(code: str, regions: Mapping[str, str]) -> None:
    if code in regions:
        st.switch_page("england/page.py", query_params={"region": code})
    st.switch_page("authority/page.py", query_params={"authority": code})


def _link(code: str, authorities: Mapping[str, Authority], regions: Mapping[str, str]) -> None:
    if code in regions:
        st.page_link("england/page.py", label=regions[code], query_params={"region": code})
    else:
        st.page_link("authority/page.py", label=authorities[code].name, query_params={"authority": code})


def renewed(*, new: bool) -> None:
    """Say once to a visitor that the database is another than that of the page before."""
    if new:
        version = escape(rows_once(pictures.version)[0].published)
        st.info(f"The data has been renewed since your last page: everything shown here is of data version {version}.")


def foot() -> None:
    """Say under every page which data it shows, where corrections are told, and under which licence it stands."""
    newest = max(rows_once(queries.catalogue.releases), key=lambda release: release.published)
    st.html(
        f'<div class="foot">Data version {escape(rows_once(pictures.version)[0].published)}. Newest publication held: '
        f"{escape(newest.title)}, {escape(newest.publisher)}, {escape(published(newest.published))}. Contains public "
        "sector information licensed under the Open Government Licence v3.0. Independent tool, not official statistics."
        f"{_corrections()}</div>"
    )
    with st.container(horizontal=True, key="foot-links"):
        st.page_link("data_and_method/page.py", label="Data, method and corrections")
        st.page_link("accessibility/page.py", label="Accessibility")


def _corrections() -> str:
    address = link(contact(), subject="Correction", body=f"View: {st.context.url or ''}")
    return f' <a href="{escape(address)}">Report a correction</a>.' if address else ""
