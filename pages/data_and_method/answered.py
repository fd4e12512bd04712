"""What these pages answer, and what nobody measures: each with the view that answers it, or the reason why none can."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from queries.rows.about import Traced

CAPTION = "What the articles that began this project name or ask"
HEADINGS = ("Asked", "Answer")


def answered(rows: Sequence[Traced]) -> None:
    """Show what is answered and what is not, those that a search finds."""
    typed = st.text_input("Search in what is asked and answered", key="data.answered", max_chars=60)
    found = matching(rows, typed)
    st.html(f'<p class="small">{escape(counted(found, rows))}</p>')
    if found:
        st.html(listed(found))


def matching(rows: Sequence[Traced], typed: str) -> list[Traced]:
    """Return the rows in which every word of a search stands."""
    words = typed.lower().split()
    return [row for row in rows if all(word in " ".join(row).lower() for word in words)]


def counted(found: Sequence[Traced], rows: Sequence[Traced]) -> str:
    """Say how many things there are, and how many of them have an answer."""
    answers = sum(bool(row.answered_at) for row in found)
    of = "" if len(found) == len(rows) else f" of {len(rows)}"
    rest = len(found) - answers
    without = f", {rest} have none, for the reason given" if rest else ""
    return f"{len(found)}{of}: {answers} lead to a view{without}."


def listed(rows: Sequence[Traced]) -> str:
    """Write the rows as a table; an address leads within the dashboard."""
    head = "".join(f'<th scope="col" role="columnheader">{name}</th>' for name in HEADINGS)
    body = "".join(
        f'<tr role="row"><td role="cell" data-label="Asked">{escape(row.asks)}</td>'
        f'<td role="cell" data-label="Answer">{_answer(row)}</td></tr>'
        for row in rows
    )
    return (
        f'<div class="figures" tabindex="0" role="region" aria-label="{CAPTION}"><table role="table">'
        f'<caption>{CAPTION}</caption><thead role="rowgroup"><tr role="row">{head}</tr></thead>'
        f'<tbody role="rowgroup">{body}</tbody></table></div>'
    )


def _answer(row: Traced) -> str:
    if not row.answered_at:
        return escape(row.why_not)
    address = row.answered_at.removeprefix("/")  # from where the dashboard is, which need not be the root of a host
    return f'<a href="{escape(address)}" target="_self">See the view<span hidden> of: {escape(row.asks)}</span></a>'
