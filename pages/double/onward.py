"""Where one authority and its double lead on: the same authority before and after, and all cases of the same event."""

import streamlit as st

from pages.double.asked import Asked


def onward(asked: Asked, authority: str) -> None:
    """Lead to the views of the same authority and of the same event, by the same indicator."""
    with st.container(horizontal=True, gap="small"):
        st.page_link(
            "before_after/page.py", label=f"{asked.name}: before and after, beside its neighbours",
            query_params={"authority": authority, "indicator": asked.indicator.id},
        )  # fmt: skip
        st.page_link(
            "around/page.py", label="All cases of the same event",
            query_params={"event": asked.event, "indicator": asked.indicator.id},
        )  # fmt: skip
