"""The template to take away: blank, or filled with the published figures of an authority."""

from datetime import date
from functools import partial

import streamlit as st

from data.catalogue import indicators
from data.kinds import Unit
from pages.charts.theme import STATUS_SYMBOLS
from pages.choosing.choices import FIRST_AUTHORITY
from pages.database import every_authority, rows
from pages.takeaway.formats import EXCEL
from pages.takeaway.table import file_name
from pages.visitor_figures.template import template
from queries import downloads as questions
from queries.rows.catalogue import Authority
from queries.rows.downloads import TidyFigure

BLANK_ROWS, FILLED_ROWS = 3, 5  # years: what an empty form asks for, and those whose figures a filled one has
MORE_DECIMALS = 4  # than the pages show: what is derived from it elsewhere stays within its rounding


def buttons() -> None:
    """Offer the template of one authority."""
    found = every_authority()
    st.subheader("Template, if you want one", anchor=False)
    codes = tuple(found)
    code = st.selectbox(
        "Local authority of the template",
        codes,
        index=codes.index(FIRST_AUTHORITY),
        format_func=lambda code: found[code].label,
        key="own.template",
    )
    with st.container(horizontal=True, gap="small"):
        for words, filled in (("Blank template", False), ("Template filled with published figures", True)):
            st.download_button(
                words,
                data=partial(workbook, found[code], filled=filled),
                file_name=file_name("own figures", found[code].name, "filled" if filled else "blank", ending="xlsx"),
                mime=EXCEL,
                key=f"own-template-{filled}",
                on_click="ignore",
            )


def workbook(authority: Authority, *, filled: bool) -> bytes:
    """Write the template of an authority, blank or with its newest published figures."""
    newest = date.today().year
    found = rows(
        questions.figures, areas=[authority.area_code], indicators=list(indicators()), first=newest - 9, last=newest
    )
    of_authority = [row for row in found if row.area_code == authority.area_code]
    last = max((row.time_period for row in of_authority), default=newest)
    if not filled:
        return template(authority.name, authority.dfe_code, range(last - 1, last + BLANK_ROWS - 1), {})
    figures = {(row.indicator_id, row.reference_date): _cell(row) for row in of_authority}
    return template(authority.name, authority.dfe_code, range(last - FILLED_ROWS + 1, last + 1), figures)


def _cell(row: TidyFigure) -> float | str:
    """Give a figure as it is published, or the symbol of its absence.

    A percentage has the decimals that the pages show: the reader takes 0.6 for points, but asks of 0.62373 whether it
    is a fraction.
    """
    if row.status != "published" or row.value is None:
        return STATUS_SYMBOLS[row.status]
    about = indicators()[row.indicator_id]
    figure = round(row.value, about.decimals + (0 if about.unit is Unit.PER_CENT else MORE_DECIMALS))
    return figure if figure or not row.value else STATUS_SYMBOLS["rounds_to_zero"]
