"""The changelog of the data: what came in and when, the newest first, in the words of the feeds."""

import streamlit as st

from data.dates import published
from pages.database import rows_once
from pages.showing.changelog import said
from pages.showing.table import table
from queries.changelog import changelog
from queries.rows.changelog import Change

MOST = 100  # rows, as many as a feed has
FEEDS = (
    "As feeds: [Atom](feeds/england.atom), [JSON Feed](feeds/england.json); of one authority by its code, as "
    "[Doncaster](feeds/E08000017.atom). The months of the editions expected: [calendar](feeds/releases.ics)."
)


def show() -> None:
    """Show the newest changes in a table, and where they can be followed."""
    changes = rows_once(changelog, area="")[:MOST]
    with st.expander(f"The newest {len(changes)} changes: editions, Ofsted's reports and visits, our register"):
        st.write("The date is that of publication, as exactly as it is known; of our register, that of the correction.")
        table(list(map(written, changes)), caption="Changes of the data, the newest first")
    st.markdown(FEEDS)


def written(change: Change) -> dict[str, str]:
    """Write a change as a row: when, what, and in short."""
    words = said(change)
    return {"Date": published(change.happened), "What": words.title, "In short": " ".join(words.lines)}
