"""The committee pack to take away: made when it is asked for, so that the button itself holds no figure."""

from functools import partial

import streamlit as st

import queries.catalogue
from pages.charts.comparison import words as comparison_words
from pages.charts.visitor import words as own_words
from pages.database import answer, every_authority
from pages.holding.figures import beside
from pages.holding.held import VisitorFigures
from pages.takeaway.formats import ZIP
from pages.takeaway.table import file_name
from pages.visitor_figures.one_page import one_page
from pages.visitor_figures.pack import figure, pack
from pages.visitor_figures.picture import has_own, picture
from pages.visitor_figures.series import series


def button(mine: VisitorFigures, code: str, indicator: str) -> None:
    """Offer the pack of all own figures; its page shows one measure of one authority."""
    st.header("Take it to a committee", anchor=False)
    st.write(
        "A ZIP with the figures as Excel and CSV, the differences, the chart as PNG and one page as PDF. DRAFT "
        "is on all of it. The Excel and CSV files of your figures can be uploaded here again as they are."
    )
    reveal = st.checkbox("Show counts from 1 to 5 in it (they may identify children)", value=False, key="own.reveal")
    st.download_button(
        "Committee pack (ZIP)",
        data=partial(made, mine, code, indicator, reveal=reveal),
        file_name=file_name("own figures DRAFT", every_authority()[code].name, ending="zip"),
        mime=ZIP,
        key="own-pack",
        on_click="ignore",
    )


def made(mine: VisitorFigures, code: str, indicator: str, *, reveal: bool) -> bytes:
    """Make the pack of what the session holds now: nothing, if that has gone."""
    records = [record for record in mine.records if record.value is None or figure(record, reveal=reveal) != "c"]
    hidden = len(records) < len(mine.records)
    if not any(record.value is not None for record in mine.records):
        return b""
    found = every_authority()
    ids = list(dict.fromkeys(record.indicator for record in mine.records))
    abouts = {
        row["indicator_id"]: row for row in answer(queries.catalogue.indicators, indicators=ids).to_dict("records")
    }
    rows = beside(records)
    names = {each: found[each].name for each in found}
    told = own_words.differences(rows[rows["value"].notna()], abouts, names)
    one = rows[(rows["asked_code"] == code) & (rows["indicator_id"] == indicator)]
    about, name = abouts[indicator], found[code].name
    _, lines, asked = series(one, about, code, name)
    words = own_words.effects(one, about, name) + ["Counts from 1 to 5 are left out of this page."] * hidden
    own = own_words.differences(one[one["value"].notna()], abouts, names)
    drawn = picture(lines, code, name, indicator)
    page = one_page(f"{about['title']}: {name}", comparison_words.subtitle(asked), words, own, drawn)
    return pack(mine.records, told, page, drawn if has_own(lines) else None, reveal=reveal)
