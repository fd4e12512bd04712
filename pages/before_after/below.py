"""What stands under the chart and its words: the same in tables, the event, and what else happened in these years."""

from collections.abc import Sequence

import streamlit as st

import queries.history
from data.catalogue import Indicator
from pages.before_after import tables, words
from pages.claims import beside
from pages.database import rows_once
from pages.showing import show
from pages.showing.table import table
from queries.rows.before_after import CountedFrom, Difference, Member
from queries.rows.catalogue import Authority
from queries.rows.history import Event


def below(
    rows: Sequence[Difference], group: Sequence[Member], *, authority: Authority, indicator: Indicator,
    event: CountedFrom, average: str, claims: Sequence[str],
) -> None:  # fmt: skip
    """Show the tables.

    Parameters
    ----------
    rows, group
        Of `queries.before_after.differences` and `group`.
    authority, indicator, event
        Who and what is shown, and from when years are counted.
    average
        median or mean: how the neighbours are taken together.
    claims
        Ids of those that are marked.
    """
    st.header("The same in tables", anchor=False)
    table(tables.levels(rows, name=authority.name, indicator=indicator, average=average), caption=indicator.measure)
    table(
        tables.differences(rows, name=authority.name, indicator=indicator),
        caption="Change from the mean before the event, and the difference",
    )
    table(tables.event(event), caption="The event")
    beside.show(claims)
    with st.expander("Who is in the comparison group, and who is not"):
        table(tables.group(group), caption="Comparison group")
    with st.expander("National events, and other events of the authority, in these years"):
        table(tables.around(_around(rows, authority)), caption="Events in these years")
    with st.expander(indicator.title):
        show.definition(indicator)


def _around(rows: Sequence[Difference], authority: Authority) -> Sequence[Event]:
    every = rows_once(queries.history.events, authority=authority.area_code, scopes=["local", "national"])
    return words.during(every, rows)
