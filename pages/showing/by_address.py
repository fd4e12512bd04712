"""How programs have what a view shows: its rows by a line each, with a button that copies it, and its picture."""

from collections.abc import Sequence
from urllib.parse import urlencode

import streamlit as st

from data.site import site
from pages.charts.svg.picture import Picture
from pages.charts.svg.sizes import BY_ADDRESS
from pages.choosing.copied import here, to_copy
from pages.choosing.in_address import in_address
from pages.choosing.printed import pictured
from pages.takeaway import code_lines

FIRST = "home"


def show(
    kind: str,
    *,
    areas: Sequence[str] = (),
    authorities: Sequence[str] = (),
    indicators: Sequence[str] = (),
    years: tuple[int, int] = (0, 0),
    own_menu: bool = True,
) -> None:
    """Offer the lines in a menu of their own, or in that of the page.

    Parameters
    ----------
    kind
        Of the view, one of `pages.takeaway.code_lines.KINDS`.
    areas, authorities, indicators, years
        What is chosen, the first and the last year of figures; no area means all.
    own_menu
        Whether the menu is its own.
    """
    base = _base(kind)
    found = code_lines.parts(kind, areas=areas, authorities=authorities, indicators=indicators, years=years)
    if not base or not found:
        return
    menu = st.popover("Data by address", key=f"address.{kind}") if own_menu else st.container()
    with menu:
        st.markdown(f"**{code_lines.KINDS[kind].what}**")
        if len(areas) > code_lines.MOST_AREAS:
            st.write("There are too many areas to name in an address: these lines bring every area and region.")
        if len(found) > 1:
            st.write(f"In this order: {'; '.join(part.said for part in found)}.")
        for program, blocks in code_lines.blocks(found, base).items():
            st.write(program)
            for block in blocks:
                st.code(block, language=None, wrap_lines=True)
        st.markdown(f"All tables, and what stays the same: [the data by address]({base}api/v1/docs)")


def _base(kind: str) -> str:
    """Return where the dashboard is: as it is set, else as the browser names it; outside a browser there is none."""
    if given := site():
        return f"{given}/"
    page = here().removesuffix("/")
    if kind != FIRST:  # whose address ends in no name of a page
        page = page.rpartition("/")[0]
    return f"{page}/" if page else ""


def picture(found: Picture, number: int = 1) -> None:
    """Offer the address of a picture; a visitor's own figures are nobody else's, and have none."""
    page = here()
    if not page or found.draft:
        return
    address = pictured(f"{page}?{urlencode(in_address())}", number=number)
    st.write("**Address of the picture**")
    to_copy(address, label="Address of the picture")
    more = "&" if "?" in address else "?"
    st.write(
        f"With `{more}size=` and one of {', '.join(BY_ADDRESS)} in another size, with .svg in place of .png as SVG."
    )
