"""The accessibility of the dashboard: what was tested and how, what is known not to work, and how to report more."""

import streamlit as st

from pages.showing import inventory
from pages.showing.table import table
from pages.showing.texts import text

st.title("Accessibility", anchor=False)
st.markdown(text("accessibility", "accessibility"))
table(inventory.barriers(), caption="What we know does not work, and why")
st.header("What was tested", anchor=False)
st.markdown(text("accessibility", "accessibility_tests"))
