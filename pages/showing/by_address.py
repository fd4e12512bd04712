"""How programs read the figures of a view: a line each, with a button that copies it."""

from collections.abc import Sequence

import streamlit as st

from pages.choosing.copied import here
from pages.takeaway import code_lines


def show(
    name: str, *, areas: Sequence[str], indicators: Sequence[str], first: int, last: int, own_menu: bool = True
) -> None:
    """Offer the lines in a menu of their own, which `name` tells from others, or in that of the page."""
    page = here()
    if not page:  # outside a browser there is no address to begin with
        return
    base = page.rsplit("/", 1)[0] + "/"
    address = code_lines.address(base, areas=areas, indicators=indicators, first=first, last=last)
    menu = st.popover("Data by address", key=f"address.{name}") if own_menu else st.container()
    with menu:
        st.markdown("**The published figures of this view, for programs**")
        if len(areas) > code_lines.MOST_AREAS:
            st.write("There are too many areas to name in an address: these lines bring every area and region.")
        for program, line in code_lines.lines(address).items():
            st.write(program)
            st.code(line, language=None, wrap_lines=True)
        st.markdown(f"All tables, and what stays the same: [the data by address]({base}api/v1/docs)")
