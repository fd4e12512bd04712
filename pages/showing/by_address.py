"""How programs have what a view shows: its figures by a line each, with a button that copies it, and its picture."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from pages.charts.svg.picture import Picture
from pages.charts.svg.sizes import BY_ADDRESS
from pages.choosing.copied import here, to_copy
from pages.choosing.printed import pictured
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


def picture(found: Picture, number: int = 1) -> None:
    """Offer the address of a picture; a visitor's own figures are nobody else's, and have none."""
    page = here()
    if not page or found.draft:
        return
    address = pictured(f"{page}?{urlencode(st.query_params.to_dict())}", number=number)
    st.write("**Address of the picture**")
    to_copy(address, label="Address of the picture")
    more = "&" if "?" in address else "?"
    st.write(
        f"With `{more}size=` and one of {', '.join(BY_ADDRESS)} in another size, with .svg in place of .png as SVG."
    )
