"""What can be chosen beside the tabs of the comparison, in menus that are closed until they are wanted."""

from collections.abc import Mapping, Sequence

import pandas as pd
import streamlit as st

from pages.choosing.choose import Chooser
from pages.database import answer
from queries import compare as questions
from queries.rows.catalogue import Authority

REGION = "compare.all-of"


def authorities(chooser: Chooser, found: Mapping[str, Authority], *, most: int) -> tuple[str, ...]:
    """Let the visitor choose the authorities, one by one or all of a region in one act."""
    with st.popover("Local authorities"):
        regions = members(found)
        st.selectbox(
            "All of a region", list(regions), index=None, key=REGION, placeholder="Choose a region",
            on_change=_take_region, args=(regions,),
        )  # fmt: skip
        return chooser.authorities(found, f"Local authorities, up to {most}; more than 8 in small charts", most=most)


def figures(
    view: str,
    codes: Sequence[str],
    span: Mapping[str, object],
    drawn: Mapping[str, object],
    *,
    event: str,
    other: str,
) -> pd.DataFrame:
    """Ask for what a view draws of the chosen authorities: the figures since an event, of two indicators, or of one."""
    if view == "since":
        return answer(questions.since, authorities=codes, event=event, **span)
    if view == "against":
        return answer(questions.against, authorities=codes, other=other, **span)
    return answer(questions.lines, authorities=codes, **drawn)


def members(found: Mapping[str, Authority]) -> dict[str, tuple[str, ...]]:
    """Return the area codes of the authorities that there are now, by region."""
    names = sorted({each.region_name for each in found.values() if each.closed_on is None})
    return {
        name: tuple(code for code, each in found.items() if each.closed_on is None and each.region_name == name)
        for name in names
    }


def _take_region(regions: Mapping[str, tuple[str, ...]]) -> None:
    """Compare the authorities of the region in place of those chosen before."""
    if region := st.session_state[REGION]:
        st.session_state["compare.authority"] = list(regions[region])
        st.session_state[REGION] = None
