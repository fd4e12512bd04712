"""Words to copy, without the box of code of Streamlit: that alone loads half a megabyte for colouring languages."""

from html import escape

import streamlit as st


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


def here() -> str:
    """Return the address of the page, without what is chosen on it."""
    return st.context.url.split("?")[0] if st.context.url else ""
