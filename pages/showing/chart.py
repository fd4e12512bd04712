"""How a page shows a chart: its key, the chart with its alternative text, and the same as a picture to take away."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from html import escape

import streamlit as st

from pages import given
from pages.charts.fluid.bars import background
from pages.charts.model import Drawing, Entry, Fill, Lines, Look
from pages.charts.plotly.figure import figure
from pages.charts.svg.files import as_png, as_svg
from pages.charts.svg.picture import Picture, file_name
from pages.charts.svg.sizes import PRINT, SIZES, Size
from pages.charts.theme import AXIS, SIGNS, TEXT
from pages.choosing.copied import to_copy
from pages.showing import by_address

ICON = ":material/image:"  # of a menu of pictures
BORDERS = {"dot": "dotted", "dash": "dashed", "longdash": "dashed", "dashdot": "dashed", "longdashdot": "dashed",
           "solid": "solid"}  # fmt: skip


def chart(drawing: Drawing, *, alternative: str, credit: Lines) -> None:
    """Show a chart, with what it says of itself where it is cut out; the alternative text is not optional."""
    if given.page_is_wanted():
        st.plotly_chart(
            figure(replace(drawing, credit=credit)), theme=None, alt=alternative, config={"displayModeBar": False}
        )


def charts(drawn: Sequence[tuple[Drawing, str]], *, credit: Lines) -> None:
    """Show charts side by side, each with its alternative text; on a narrow screen one below the other."""
    if drawn:
        for column, (drawing, alternative) in zip(st.columns(len(drawn)), drawn, strict=True):
            with column:
                chart(drawing, alternative=alternative, credit=credit)


def key(entries: Sequence[Entry]) -> None:
    """Show what signs stand for: lines with colour, dash and mark, fills with their pattern, signs as they are."""
    st.html(f'<div class="key">{"".join(map(_entry, entries))}</div>')


def _entry(entry: Entry) -> str:
    ink = "" if entry.colour == TEXT else f' style="color:{entry.colour}"'
    letters = f"<b{ink}>{escape(entry.sign)}</b>" if entry.sign else ""
    sign = _line(entry.look) if entry.look else " ".join([*([_box(entry.fill)] if entry.fill else []), letters]).strip()
    return f'<span><span aria-hidden="true">{sign}</span> {escape(entry.words)}</span>'


def _line(look: Look) -> str:
    mark = SIGNS[look.symbol] if look.symbol else ""
    return (
        f'<span style="display:inline-block;width:1.8em;vertical-align:middle;border-top:3px {BORDERS[look.dash]} '
        f'{look.colour}"></span><span style="color:{look.colour}">{mark}</span>'
    )


def _box(fill: Fill) -> str:
    return (
        f'<span style="display:inline-block;width:1.1em;height:1.1em;vertical-align:text-bottom;border:1px solid '
        f'{fill.edge or AXIS};background:{background(fill)}"></span>'
    )


def take_picture(picture: Picture, *, version: str, label: str = "Picture", number: int = 1) -> None:
    """Offer the chart as a picture in every size; each is drawn when it is asked for.

    Parameters
    ----------
    picture, version
        The picture, and of which data.
    label
        What the button says.
    number
        Which of the pictures of its page it is, from 1: its address says so.
    """
    given.give(picture, version, number)
    with st.popover(label, icon=ICON):
        sizes(picture, version=version, number=number)


def sizes(picture: Picture, *, version: str, number: int = 1) -> None:
    """Offer a picture in every size, its alternative text and its address, in the menu that is open."""
    st.write("The chart with its title, place, unit and sources, to use in an article, a report or a slide.")
    for size in SIZES.values():
        _button(f"{size.name}, PNG", picture, size, version)
    _button("Print, SVG", picture, PRINT, version)
    st.write("**Alternative text**")
    to_copy(picture.alternative, label="Alternative text")
    by_address.picture(picture, number)


def _button(label: str, picture: Picture, size: Size, version: str) -> None:
    printed = size is PRINT
    name = file_name(
        picture, pixels="print" if printed else size.pixels, version=version, ending="svg" if printed else "png"
    )
    st.download_button(
        label, data=partial(_svg if printed else as_png, picture, size), file_name=name, key=f"take.{name}",
        on_click="ignore",
    )  # fmt: skip


def _svg(picture: Picture, size: Size) -> bytes:
    return as_svg(picture, size).encode("utf-8")
