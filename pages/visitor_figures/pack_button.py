"""The committee pack to take away: made when it is asked for, so that the button itself holds no figure."""

from functools import partial

import streamlit as st

from data.catalogue import indicators
from pages.charts.comparison import words as comparison_words
from pages.charts.visitor import words as visitor_words
from pages.database import every_authority
from pages.holding.figures import with_published
from pages.holding.held import VisitorFigures
from pages.takeaway.formats import ZIP
from pages.takeaway.table import file_name
from pages.visitor_figures.one_page import one_page
from pages.visitor_figures.pack import figure, pack
from pages.visitor_figures.picture import has_own, picture
from pages.visitor_figures.series import series


def button(mine: VisitorFigures, code: str, id: str) -> None:
    """Offer the pack of all own figures; its page shows one measure of one authority."""
    st.header("Take it to a committee", anchor=False)
    st.write(
        "A ZIP with the figures as Excel and CSV, the differences, the chart as PNG and one page as PDF. DRAFT "
        "is on all of it. The Excel and CSV files of your figures can be uploaded here again as they are."
    )
    reveal = st.checkbox("Show counts from 1 to 5 in it (they may identify children)", value=False, key="own.reveal")
    st.download_button(
        "Committee pack (ZIP)",
        data=partial(made, mine, code, id, reveal=reveal),
        file_name=file_name("own figures DRAFT", every_authority()[code].name, ending="zip"),
        mime=ZIP,
        key="own-pack",
        on_click="ignore",
    )


def made(mine: VisitorFigures, code: str, id: str, *, reveal: bool) -> bytes:
    """Make the pack of what the session holds now: nothing, if that has gone."""
    records = [record for record in mine.records if record.value is None or figure(record, reveal=reveal) != "c"]
    hidden = len(records) < len(mine.records)
    if not any(record.value is not None for record in mine.records):
        return b""
    rows = with_published(records)
    names = {code: each.name for code, each in every_authority().items()}
    compared = visitor_words.differences([row for row in rows if row.value is not None], names)
    of_one = [row for row in rows if (row.asked_code, row.indicator_id) == (code, id)]
    indicator, name = indicators()[id], names[code]
    _, lines, asked = series(of_one, indicator, code, name)
    words = visitor_words.effects(of_one, indicator, name) + ["Counts from 1 to 5 are left out of this page."] * hidden
    cells = visitor_words.differences([row for row in of_one if row.value is not None], names)
    drawn = picture(lines, code, name, id)
    page = one_page(f"{indicator.title}: {name}", comparison_words.subtitle(asked), words, cells, drawn)
    return pack(mine.records, compared, page, drawn if has_own(lines) else None, reveal=reveal)
