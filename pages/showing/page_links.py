"""Ways from one page to another: what can be done here, and a picture of what is shown."""

from collections.abc import Sequence

import streamlit as st

from data.catalogue import indicators as catalogue


def into_the_pages() -> None:
    """Lead on from the first page to what else can be done."""
    st.page_link("interventions/page.py", label="Where has government intervened, since when, and on what evidence?")
    st.page_link("ofsted/page.py", label="What has Ofsted judged since 2009, and what stood when?")
    st.page_link("picture/page.py", label="Make a chart: a picture that carries its own words, to print or share")
    st.page_link("visitor_figures/page.py", label="Put your own spreadsheet beside the published figures")


def pictures(authorities: Sequence[str], indicators: Sequence[str], *, first: int, last: int, **more: str) -> None:
    """Lead to a picture of each indicator shown, with the same authorities and years; at most eight authorities."""
    with st.expander("Make a picture of it, to print or share"):
        for id in indicators:
            st.page_link(
                "picture/page.py",
                label=catalogue()[id].title,
                query_params={"authority": ",".join(authorities[:8]), "indicator": id, "from": str(first),
                              "to": str(last), **more},
            )  # fmt: skip
