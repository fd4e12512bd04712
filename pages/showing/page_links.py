"""Ways from one page to another: what can be done here, examples, and a picture of what is shown."""

from collections.abc import Mapping, Sequence

import streamlit as st

from data.catalogue import indicators as catalogue
from queries.rows.catalogue import Authority


def examples(found: Mapping[str, Authority], spells: Mapping[str, str]) -> None:
    """Lead to a few authorities, each with what happened there."""
    for code, words in spells.items():
        st.page_link(
            "authority/page.py",
            label=f"{found[code].name}: government intervention {words}",
            query_params={"authority": code},
        )


def into_the_pages() -> None:
    """Lead to what can be done here."""
    st.page_link("england/page.py", label="Where are most social workers from an agency? Every authority at once")
    st.page_link(
        "england/page.py",
        label="Which authorities changed most in a year, and is it beyond chance?",
        query_params={"as": "change"},
    )
    st.page_link("compare/page.py", label="How do two councils compare? Lines, ranks, and years since intervention")
    st.page_link("interventions/page.py", label="Where has government intervened, since when, and on what evidence?")
    st.page_link("ofsted/page.py", label="What has Ofsted judged since 2009, and what stood when?")
    st.page_link("before_after/page.py", label="What came before and after an intervention or a judgement?")
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
