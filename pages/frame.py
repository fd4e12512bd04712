"""The frame around every page: the pages there are, and the one place where an error becomes a sentence."""

from pathlib import Path

import streamlit as st

from pages.shared import own, show
from pages.shared.database import settle
from queries.database import QueryError

PAGES = Path(__file__).parent

st.set_page_config(layout="wide")

page = st.navigation(
    [
        st.Page(PAGES / "explore/home.py", title="Home", default=True),
        st.Page(PAGES / "explore/authority.py", title="Authority timeline", url_path="authority"),
        st.Page(PAGES / "explore/compare.py", title="Compare authorities", url_path="compare"),
        st.Page(PAGES / "explore/chart.py", title="Make a chart", url_path="chart"),
        st.Page(PAGES / "explore/before_after.py", title="Before and after", url_path="before-and-after"),
        st.Page(PAGES / "explore/ofsted.py", title="Ofsted judgements", url_path="ofsted"),
        st.Page(PAGES / "explore/interventions.py", title="Interventions", url_path="interventions"),
        st.Page(PAGES / "explore/upload.py", title="Use your own figures", url_path="upload"),
        st.Page(PAGES / "about/data.py", title="Data and method", url_path="data"),
        st.Page(PAGES / "about/accessibility.py", title="Accessibility", url_path="accessibility"),
        st.Page(PAGES / "explore/embed.py", title="Chart", url_path="embed", visibility="hidden"),
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
