"""The address without a page: it leads to the authority page."""

import streamlit as st

st.switch_page("explore/authority.py", query_params=st.query_params.to_dict())
