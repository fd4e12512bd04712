"""The frame around every page: the pages there are, and the one place where an error becomes a sentence."""

from pathlib import Path

import streamlit as st

from queries.database import QueryError

PAGES = Path(__file__).parent

st.set_page_config(layout="wide")

page = st.navigation(
    [
        st.Page(PAGES / "explore/start.py", title="Children's services in England", default=True, visibility="hidden"),
        st.Page(PAGES / "explore/authority.py", title="Authority timeline", url_path="authority"),
    ]
)

try:
    page.run()
except QueryError as error:
    st.error(f"The figures cannot be shown. {error}")
