"""Paragraphs, places for small charts, and links that leave the dashboard."""

from collections.abc import Sequence
from html import escape

import streamlit as st
from streamlit.delta_generator import DeltaGenerator


def outside(label: str, address: str) -> None:
    """Lead to a page elsewhere, if there is one."""
    if address:
        st.html(f'<p><a href="{escape(address)}" rel="noreferrer">{escape(label)}</a> '
                f'<span class="small">({escape(address.split("/")[2])})</span></p>')  # fmt: skip


def paragraphs(lines: Sequence[str]) -> None:
    """Say what a chart shows, a paragraph each."""
    st.html("".join(f"<p>{escape(line)}</p>" for line in lines if line))


def columns(count: int, *, across: int = 2) -> list[DeltaGenerator]:
    """Return places for small charts, some in a row; on a narrow screen one below the other."""
    rows = [st.columns(across) for _ in range(-(-count // across))]
    return [place for row in rows for place in row][:count]
