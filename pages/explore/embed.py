"""One chart without the page around it, for a frame in another page: all choices come from the address."""

import streamlit as st

from pages.charts.comparison import tables as comparison_tables
from pages.charts.comparison import words as comparison_words
from pages.shared import before_after as show_words
from pages.shared import offer, pictures, show, views
from pages.shared.database import answer_once, every_authority
from pages.shared.table import table
from queries import compare as questions

found = every_authority()
facts = answer_once(questions.series).set_index("indicator_id").to_dict("index")
regions = answer_once(questions.regions).set_index("area_code")["name"].to_dict()
view, problems = views.read_view(st.query_params.to_dict(), found, facts, regions)
show_words.refuse("" if view.authority else " ".join(problems) or "The address names no local authority.")
names = {code: found[code].name for code in view.authority}
drawing = pictures.drawing(view, names, link=views.page_of(st.context.url))

st.set_page_config(page_title=drawing.picture.headline)
offer.unseen_heading(drawing.picture.headline)
show.sentences(problems)
offer.preview(drawing, "news")
with st.expander("The same in a table"):
    table(comparison_tables.drawn(drawing.lines, drawing.asked), caption=comparison_words.caption(drawing.asked))
