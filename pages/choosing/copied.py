"""Words to copy, without the box of code of Streamlit: that alone loads half a megabyte for colouring languages."""

from html import escape

import streamlit as st

from pages.choosing.printed import shorter


def to_copy(words: str, *, label: str) -> None:
    """Show words that one touch or the keyboard selects whole.

    Parameters
    ----------
    words
        As they are copied.
    label
        What they are, for those who are read to.
    """
    st.html(f'<pre class="copied" tabindex="0" role="group" aria-label="{escape(label)}">{escape(words)}</pre>')


def link_to_copy(address: str) -> None:
    """Show the address of a view to copy, short and as it is: both open it."""
    to_copy(shorter(address), label="Short link to this view")
    to_copy(address, label="Link to this view")


def here() -> str:
    """Return the address of the page, without what is chosen on it."""
    return st.context.url.split("?")[0] if st.context.url else ""
