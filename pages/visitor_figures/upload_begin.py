"""The first two steps of a visitor's own figures: what happens to them, and which file they are in."""

from html import escape

import streamlit as st

from pages.guarded.scripts import TO_THE_PROBLEM
from pages.holding import let_go
from pages.holding.held import VisitorFigures
from pages.showing.texts import text
from pages.visitor_figures import template_buttons

SHORT = (
    "Totals for authorities only, never rows about children or staff. The file is read in memory, for this session "
    "alone: not stored, not logged, not seen by others."
)


def before(mine: VisitorFigures) -> None:
    """Say in a line what becomes of a file, take it, and say the rest beneath."""
    st.write(SHORT)
    if not mine.holds:
        choose(mine)
    st.markdown(text("visitor_figures", "own_figures"))
    template_buttons.buttons()
    if mine.holds:
        st.info("A file of yours is held. Continue to go on with it, or choose Delete my data.")


def choose(mine: VisitorFigures) -> None:
    """Take a file, read it, and let go of what the server holds of it."""
    if mine.reading is not None and mine.reading.outcome == "refuse":
        problem([(mine.reading.message, "")])
    elif mine.holds:
        st.write(f"Read: **{escape(mine.name)}**. Continue to go on with it, or choose another file in its place.")
    file = st.file_uploader(
        "Choose a spreadsheet: .xlsx, .xls, .ods, .csv or .tsv, up to 5 MB",
        key=f"own.file.{mine.turn}",
        max_upload_size=5,
        help="Totals for authorities only, never rows about children or staff.",
    )
    if file is None:
        return
    with st.spinner("Reading your file"):
        mine.take(file.getvalue(), file.name)
    let_go.drop_upload(file.file_id)
    if mine.holds and mine.reading is not None and mine.reading.outcome != "refuse":
        mine.step = mine.furthest = 3
    else:
        mine.step = mine.furthest = 2
    st.session_state["own.moved"] = True
    st.rerun()


def problem(lines: list[tuple[str, str]]) -> None:
    """Show what is wrong at the top, in the manner of GOV.UK, and move the focus there.

    Parameters
    ----------
    lines
        Each problem, and the id of what it leads to, if there is such a thing on the page.
    """
    items = "".join(
        f'<li><a href="#{id}" target="_self">{escape(line)}</a></li>' if id else f"<li>{escape(line)}</li>"
        for line, id in lines
    )
    st.html(
        f'<div id="own-problem" role="alert" tabindex="-1"><h2>There is a problem</h2><ul>{items}</ul></div>'
        f"<script>{TO_THE_PROBLEM}</script>",
        unsafe_allow_javascript=True,
    )
