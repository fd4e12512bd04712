"""The newest figures of an authority, their rank, and what stood around its last intervention, as tables."""

from collections.abc import Sequence

import streamlit as st
from pandas import DataFrame

import queries
from pages.charts.ranks import EXPLAINED
from pages.charts.timeline.around import around_intervention
from pages.charts.timeline.headline import headline
from pages.choosing.authority import Authority
from pages.database import answer
from pages.showing import show
from pages.showing.table import table


def newest(authority: Authority, ids: Sequence[str], indicators: DataFrame) -> None:
    """Show the figures of the newest date, and those before and after the last intervention where there are any."""
    asked = {"authority": authority.area_code, "indicators": ids}
    rows = answer(queries.headline, **asked)
    table(headline(rows, indicators), caption=f"Newest figures, {authority.name}")
    if rows["ranked_of"].notna().any():
        show.remark(EXPLAINED)
    turned = around_intervention(answer(queries.around_intervention, **asked), indicators)
    if len(turned):
        with st.expander("Figures before and after the last intervention"):
            table(turned, caption=f"Before and after the last intervention, {authority.name}")
            show.remark("They show what was reported when, not that the intervention was the cause.")
