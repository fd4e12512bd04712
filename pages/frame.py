"""The frame around every page: the pages there are, and the one place where an error becomes a sentence."""

from pathlib import Path

import streamlit as st

from pages.database import settle
from pages.showing import show
from pages.visitor_figures import own
from queries.database import QueryError

PAGES = Path(__file__).parent

st.set_page_config(layout="wide")

page = st.navigation(
    [
        st.Page(PAGES / "home/page.py", title="Home", default=True),
        st.Page(PAGES / "authority/page.py", title="Authority timeline", url_path="authority"),
        st.Page(PAGES / "compare/page.py", title="Compare authorities", url_path="compare"),
        st.Page(PAGES / "picture/page.py", title="Make a chart", url_path="chart"),
        st.Page(PAGES / "before_after/page.py", title="Before and after", url_path="before-and-after"),
        st.Page(PAGES / "ofsted/page.py", title="Ofsted judgements", url_path="ofsted"),
        st.Page(PAGES / "interventions/page.py", title="Interventions", url_path="interventions"),
        st.Page(PAGES / "visitor_figures/page.py", title="Use your own figures", url_path="upload"),
        st.Page(PAGES / "data_and_method/page.py", title="Data and method", url_path="data"),
        st.Page(PAGES / "accessibility/page.py", title="Accessibility", url_path="accessibility"),
        st.Page(PAGES / "picture/embed.py", title="Chart", url_path="embed", visibility="hidden"),
    ],
    position="top",
)

st.set_page_config(page_title=page.title)
show.style()
own.in_use()
try:
    page.run()
    settle()
except QueryError as error:
    st.error(f"The figures cannot be shown. {error}")
