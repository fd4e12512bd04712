"""The fourth step: everything that was read, and everything that is wrong with it, at once."""

from collections.abc import Mapping
from functools import partial
from html import escape

import streamlit as st

from data.catalogue import indicators
from pages.charts.words import number_of
from pages.holding.held import VisitorFigures
from pages.reader import Reading, marked_copy
from pages.showing.table import table
from pages.takeaway.formats import EXCEL
from pages.takeaway.table import file_name
from pages.visitor_figures import evidence, preview, problems, questions
from pages.visitor_figures.upload_begin import problem

MOST_SHEETS = 3  # drawn one below the other: a workbook of twenty is twenty screens long


def check(mine: VisitorFigures) -> None:
    """Show the problems, the visitor's own file with them marked, and the grid as it was understood."""
    reading = mine.reading
    if reading is None:
        return
    must = problems.count(reading.issues, "must")
    if must:
        st.set_page_config(page_title="Error: Check, step 4 of 5 – use your own figures")
        problem(problems.summary(reading.issues, reading.sheets))
        st.write(
            f"{'This cell was' if must == 1 else 'These cells were'} left out. Correct in your file what is to "
            "be read, and choose it again, or continue with the rest."
        )
    st.write(
        f"**{escape(mine.name)}**: {reading.message} {must} to correct, "
        f"{problems.count(reading.issues, 'check')} to check, {problems.count(reading.issues, 'fixed')} put right for "
        f"you; {number_of(evidence.number_left_out(reading.left_out), 'figure')} left out."
    )
    _small(mine)
    if reading.left_out:
        table(evidence.left_out(reading), caption="What was left out, and why")
        st.write(
            "Should one of these be read? Go back to step 3: there you can choose the sheet, its headings and more."
        )
    if reading.issues:
        table(problems.grouped(reading.issues), caption="What was noticed, cell by cell")
        _rest(mine, problems.more(reading.issues))
    _figures(mine)
    _sheets(reading, questions.only_asked(mine, reading))


def _sheets(reading: Reading, marked: Mapping[preview.Place, str]) -> None:
    """Show the first sheets, and those with something to correct; the others of a long workbook can be opened."""
    wrong = {issue.sheet for issue in reading.issues if issue.severity == "must"}
    names = [sheet.name for sheet in reading.sheets]
    open_ = [name for place, name in enumerate(names) if place < MOST_SHEETS or name in wrong]
    preview.previews(reading.sheets, marked=marked, of=open_)
    if rest := [name for name in names if name not in open_]:
        with st.expander(f"The other {number_of(len(rest), 'sheet')} of your file, as understood"):
            preview.previews(reading.sheets, marked=marked, of=rest)


def _small(mine: VisitorFigures) -> None:
    units = {id: each.unit for id, each in indicators().items()}
    if small := problems.small_counts(mine.records, units):
        st.warning(
            f"{number_of(small, 'count is', 'counts are')} from 1 to 5. Small counts may identify children: they stay "
            "on your screen; share no picture of it. They are hidden in what you take away unless you say otherwise."
        )


def _rest(mine: VisitorFigures, more: int) -> None:
    if more:
        st.write(f"The first {problems.SHOWN} are shown; the other {more} are in the file below.")
    if mine.data:
        st.download_button(
            "Your file with the problems marked (Excel)",
            data=partial(_marked, mine),
            file_name=file_name("marked", mine.name.rpartition(".")[0], ending="xlsx"),
            mime=EXCEL,
            key="own-marked",
            on_click="ignore",
        )


def _marked(mine: VisitorFigures) -> bytes:
    """Mark the file when it is asked for: the button itself holds nothing of it."""
    return (marked_copy(mine.data, mine.reading.issues) if mine.reading else None) or b""


def _figures(mine: VisitorFigures) -> None:
    kinds: dict[str, int] = {}
    for record in mine.records:
        kinds[record.period_type] = kinds.get(record.period_type, 0) + 1
    if {"month", "quarter", "ytd"} & set(kinds):
        st.info(
            "Months, quarters and years to date are parts of a year. They are drawn as such, and never set beside a "
            "published figure of a year as if equal."
        )
