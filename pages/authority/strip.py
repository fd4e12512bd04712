"""The strip above the chart: the name, which is the chooser, what stands now, and what can be taken away."""

from collections.abc import Callable, Mapping, Sequence
from html import escape

import streamlit as st

from pages import given
from pages.authority.words import Chip
from pages.charts.svg.picture import Picture
from pages.charts.words import VERY_SMALL, day, listed
from pages.choosing.choices import names
from pages.choosing.choose import Chooser
from pages.choosing.copied import link_to_copy
from pages.choosing.regions import regions
from pages.showing import chart
from pages.showing.menu import menu
from queries.rows.catalogue import Authority

# Of a name of so many letters: pixels of one, its size, and its size on a phone.
LETTERS = ((20, 13, "1.5rem", "1.2rem"), (99, 10, "1.15rem", "0.92rem"))


def chips(shown: Sequence[Chip]) -> None:
    """Show what stands now."""
    boxes = "".join(f'<div class="chip"><b>{escape(chip.title)}</b>{escape(chip.about)}</div>' for chip in shown)
    st.html(f'<div class="chips">{boxes}</div>')


def name(chooser: Chooser, found: Mapping[str, Authority]) -> str:
    """Let the visitor choose the authority by its name, which heads the page."""
    code = chooser.authority(found, words=names(found))
    st.html(f"<style>:root {{ {_named(found[code].name)} }}</style>")
    st.set_page_config(page_title=f"{found[code].name}: authority timeline")
    st.title(found[code].name, anchor=False)  # unseen: it stands in the chooser; whoever reads by headings finds it
    return code


def _named(name: str) -> str:
    """Return how wide the chooser is, so that the name stands whole in it, and how large its letters are."""
    _, letter, size, phone = next(row for row in LETTERS if len(name) <= row[0])
    return f"--named: {max(len(name) * letter + 88, 220)}px; --name: {size}; --name-phone: {phone};"


def buttons(taken: Picture, version: str, address: str, download: Callable[[], None]) -> None:
    """Offer the address of the view, the chart as a picture, and its figures as files."""
    given.give(taken, version)
    with st.popover("Link"):
        st.write("The address of this view, short, and with every choice in it:")
        link_to_copy(address)
    with menu("Picture", key="take.picture", icon=chart.ICON) as opened:
        if opened:
            chart.sizes(taken, version=version)
    with menu("Download", key="take.figures") as opened:
        if opened:
            download()


def remarks(authority: Authority) -> None:
    """Say what must be known of the authority itself: what it was or has become, and whose its figures are."""
    for line in said(authority):
        st.html(f'<p class="small">{escape(line)}</p>')
    for near, codes in (
        (authority.successors, authority.successor_codes),
        (authority.predecessors, authority.predecessor_codes),
    ):
        if codes:
            with st.container(horizontal=True, gap="small"):
                for each, code in zip(near, codes, strict=True):
                    st.page_link("authority/page.py", label=each, query_params={"authority": code})


def said(authority: Authority) -> list[str]:
    """Write what must be known of an authority itself."""
    name = authority.name
    lines = []
    if authority.successors:
        lines.append(f"{name} ended on {day(authority.closed_on)}. Its area is now served by "
                     f"{listed(authority.successors)}.")  # fmt: skip
    if authority.predecessors:
        lines.append(f"{name} began on {day(authority.opened_on)}. For earlier years see "
                     f"{listed(authority.predecessors)}.")  # fmt: skip
    if authority.tiny:
        lines.append(f"{VERY_SMALL} It is left out of ranks.")
    if authority.joint_return_name:
        until = f" to {day(authority.joint_return_to)}" if authority.joint_return_to else ""
        lines.append(
            f"Workforce figures from {day(authority.joint_return_from)}{until} are those of one joint return, "
            f"{authority.joint_return_name}: they are not figures of this authority alone."
        )
    return lines


def next_questions(code: str, authority: Authority, indicator: str) -> None:
    """Lead to what one asks next of the same authority."""
    region = [{"groups": area} for area, name in regions().items() if name == authority.region_name]
    with menu("What next", key="next") as opened:
        if not opened:
            return
        st.write(f"Other views of {authority.name}:")
        for label, page, more in (
            ("Compare with its neighbours", "compare/page.py", {"groups": "neighbours", "indicator": indicator}),
            *(("Compare with its region", "compare/page.py", each | {"indicator": indicator}) for each in region),
            ("Before and after", "before_after/page.py", {"indicator": indicator}),
            ("Its chronology", "interventions/page.py", {"as": "chronology"}),
            ("Its judgements", "ofsted/page.py", {"as": "authority"}),
            ("What stands out", "stands_out/page.py", {}),
        ):
            st.page_link(page, label=label, query_params={"authority": code} | more)
