"""The frame around every page: the pages there are, and the one place where an error becomes a sentence."""

from pathlib import Path

import streamlit as st

from pages.choosing.regions import regions
from pages.database import every_authority, note_shown, renew, settle
from pages.holding import held, let_go
from pages.places import FRAMED, PLACES, at
from pages.showing import frame
from pages.turns import turn
from queries.errors import QueryError

PAGES = Path(__file__).parent

st.set_page_config(layout="wide")

pages = {
    place.script: st.Page(
        PAGES / place.script, title=place.title, url_path=place.address, default=not place.address,
        visibility="hidden" if place.address == FRAMED else "visible",
    )
    for place in PLACES
}  # fmt: skip
page = st.navigation(list(pages.values()), position="hidden")
place = at(page.url_path)
st.set_page_config(page_title=page.title)
held.in_use()
try:
    new = renew()
    if place.address != FRAMED:
        frame.top(place, pages, every_authority(), regions())
        frame.renewed(new=new)
    try:
        with turn(place):
            page.run()
    finally:  # a page that stops because there is nothing to show has its foot too
        if place.address != FRAMED:
            frame.foot()
    note_shown()
    settle()
    let_go.buttons()
except QueryError as error:
    st.error(f"The figures cannot be shown. {error}")
