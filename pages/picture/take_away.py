"""A picture on a page, and everything that can be taken away of it: each size, a share pack, citation and frame."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial
from html import escape

import pandas as pd
import streamlit as st

from data.catalogue import Indicator, indicators
from pages import given
from pages.by_address.frames.embedding import LISTENING, element
from pages.charts.svg.sizes import PHONE, PRINT, SIZES, Size
from pages.charts.words import day
from pages.charts.words import published as came_out
from pages.choosing.copied import to_copy
from pages.database import answer, rows, rows_once
from pages.picture import group_rows, newer, pack
from pages.picture.pictures import Pictured
from pages.picture.views import NEWEST, View, past
from pages.showing import downloads
from pages.showing.table import table
from pages.takeaway.formats import FORMATS
from pages.takeaway.table import file_name
from queries import downloads as tidy
from queries import pictures as questions
from queries.rows.pictures import Changed

PACKED = ("csv", "xlsx")  # the figures of a share pack, by their endings
ON_PHONES = """<style>.st-key-picture-phone { display: none; }
@media (max-width: 640px) {
  .st-key-picture-wide { display: none; }
  .st-key-picture-phone { display: flex; }
}</style>"""


def unseen_heading(words: str) -> None:
    """Head a page for those who do not see it, and leave out what is around the picture."""
    st.html("<style>[data-testid=stHeader] { display: none; } .stMainBlockContainer { padding: 0.5rem; }</style>")
    st.html(f'<h1 style="position:absolute;left:-9999px">{escape(words)}</h1>')


def preview(drawn: Pictured, size: str) -> None:
    """Show the very picture that is taken away, with its alternative text; on a phone laid out for it."""
    given.give(drawn.picture, drawn.version)
    st.html(ON_PHONES + _tall("wide", SIZES[size]) + _tall("phone", PHONE))
    with st.container(key="picture-wide"):
        st.image(drawn.png(SIZES[size]), width="stretch", alt=drawn.alternative)
    with st.container(key="picture-phone"):
        st.image(drawn.png(PHONE), width="stretch", alt=drawn.alternative)


def _tall(key: str, size: Size) -> str:
    """Give a picture its height before it is there, so that what stands under it does not jump."""
    return f"<style>.st-key-picture-{key} img {{ aspect-ratio: {size.width} / {size.height}; }}</style>"


def frozen(view: View, newest_address: str) -> None:
    """Say that newer figures exist and what changed, where the figures are those of a past edition."""
    editions = rows_once(questions.editions, indicator=view.indicator)
    if view.edition == NEWEST or not editions:
        return
    if view.measure == "since":
        st.warning("Years since an event are drawn with the newest figures only: the edition asked for is left out.")
        return
    then = [row.published for row in editions if row.edition == view.edition]
    if not past(view) or not then:
        st.info(f"This link keeps the figures of the edition {view.edition}. It is the newest.")
        return
    about = indicators()[view.indicator]
    changed = newer.differing(rows(
        questions.changes, authorities=list(view.authority), indicator=view.indicator, edition=view.edition,
        first=view.first, last=view.last,
    ), about)  # fmt: skip
    st.warning(
        f"This chart uses figures published by {came_out(max(then))}. {newer.said(changed, about)} "
        f"[See the newest]({newest_address})"
    )
    if changed:
        with st.expander("What changed"):
            table(_changes(changed, about), caption=f"Changed since the edition {view.edition}")


def _changes(changed: Sequence[Changed], about: Indicator) -> list[dict[str, str]]:
    return [
        {
            "Area": row.area_name, "Date": day(row.period_end), "Then": newer.then(row, about),
            "Now": newer.now(row, about), "Source": f"{row.source_file}, row {row.source_row}",
        }
        for row in changed
    ]  # fmt: skip


def files(drawn: Pictured) -> None:
    """Offer the picture in every size."""
    with st.container(horizontal=True, gap="small"):
        for size in SIZES.values():
            _button(f"{size.name}, {size.pixels} PNG", partial(drawn.png, size), drawn.file_name(size, "png"))
        _button("Print, SVG", partial(_encoded, drawn), drawn.file_name(PRINT, "svg"))


def _encoded(drawn: Pictured) -> bytes:
    return drawn.svg(PRINT).encode("utf-8")


def _button(label: str, make: Callable[[], bytes], name: str) -> None:
    st.download_button(label, data=make, file_name=name, key=f"take.{name}", on_click="ignore")


def share_pack(drawn: Pictured, view: View, *, areas: Sequence[str], link: str) -> None:
    """Offer pictures, figures and words in one ZIP."""
    _button(
        "Share pack, ZIP",
        partial(_pack, drawn, view, areas, link),
        drawn.file_name(PRINT, "zip").replace("_print", "_pack"),
    )


def _pack(drawn: Pictured, view: View, areas: Sequence[str], link: str) -> bytes:
    """Make the pack: the figures in it are those of the view, of a past edition too."""
    figures = pd.concat([_figures(view, [*areas, *group_rows.read(drawn.lines)]), group_rows.averaged(drawn)])
    tables = downloads.written(figures, title=drawn.picture.headline, indicators=[view.indicator])
    phases = rows(questions.phases, authorities=list(view.authority) if view.bars else [])
    return pack.packed(
        drawn, link=link, on=datetime.now(UTC).date(), phases=phases,
        tables={file_name("data", ending=each): partial(FORMATS[each].write, tables) for each in PACKED},
    )  # fmt: skip


def _figures(view: View, areas: list[str]) -> pd.DataFrame:
    """Ask for the figures drawn, of a past edition those that it held."""
    years = {"first": view.first, "last": view.last}
    if past(view):
        return answer(questions.figures, areas=areas, indicator=view.indicator, edition=view.edition, **years)
    return answer(tidy.figures, areas=areas, indicators=[view.indicator], **years)


def texts(drawn: Pictured, *, link: str, frozen_link: str, embedded: str) -> None:
    """Offer what can be copied: citation, links, frame, alternative text."""
    frame = f"{element(embedded, drawn.picture.headline)}\n{LISTENING}"
    with st.expander("Citation, links, embedding and alternative text"):
        for label, words in {
            "Citation": pack.citation(drawn, link=frozen_link, on=datetime.now(UTC).date()),
            "Link that always shows the newest figures": link,
            "Link that keeps the figures of this edition": frozen_link,
            "To embed the chart in a page": frame,
            "Alternative text": drawn.alternative,
        }.items():
            st.write(f"**{label}**")
            to_copy(words, label=label)


def size_name(id: str) -> str:
    """Name a size as its button does."""
    return SIZES[id].name
