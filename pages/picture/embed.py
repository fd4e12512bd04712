"""One chart without the page around it, for a frame in another page: all choices come from the address."""

from urllib.parse import urlencode

import streamlit as st

from pages.charts.comparison import tables as comparison_tables
from pages.charts.comparison import words as comparison_words
from pages.choosing import printed
from pages.choosing.in_address import in_address
from pages.choosing.regions import regions as all_regions
from pages.choosing.series import series
from pages.claims import beside
from pages.database import every_authority
from pages.picture import pictures, take_away, views
from pages.showing import show
from pages.showing.table import table

found = every_authority()
facts = series()
regions = all_regions()
address = in_address()
view, problems, link = views.read_view(address, found, facts, regions, st.context.url)
show.refuse("" if view.authority else " ".join(problems) or "The address names no local authority.")
names = {code: found[code].name for code in view.authority}
drawn = pictures.pictured(view, names, link=link, said=printed.headline(address.get("headline", "")))

st.set_page_config(page_title=drawn.picture.headline)
take_away.unseen_heading(drawn.picture.headline)
show.sentences(
    [
        *problems,
        *comparison_words.sentences(names, drawn.content.rows, view.groups, drawn.groups, drawn.lines, drawn.asked),
    ]
)
if not drawn.content.empty:
    take_away.preview(drawn, "news")
query = urlencode({name: value for name, value in address.items() if name != "embed"}, safe=",:")
st.markdown(f"[This chart with its notes, sources and downloads](chart?{query})")
with st.expander("The same in a table"):
    table(comparison_tables.drawn(drawn.lines, drawn.asked), caption=comparison_words.caption(drawn.asked))
    beside.show(view.claims)
