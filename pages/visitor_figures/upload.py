"""The page of a visitor's own figures, step by step: where one is, the way back and on, and the way out."""

from collections.abc import Callable

import streamlit as st

from pages.guarded.scripts import TO_THE_STEP
from pages.holding import held
from pages.holding.held import VisitorFigures
from pages.visitor_figures import upload_begin, upload_check, upload_compare, upload_match

STEPS: list[tuple[str, Callable[[VisitorFigures], None]]] = [
    ("Before you start", upload_begin.before),
    ("Choose your file", upload_begin.choose),
    ("Match", upload_match.match),
    ("Check", upload_check.check),
    ("Compare", upload_compare.beside_published),
]
STYLE = """<style>
.st-key-own-steps { margin-top: 0.6rem; }
.st-key-own-steps button { min-height: 2.4rem; }
.st-key-own-steps button p { font-size: 0.9rem; }
.stMain h2#own-step { padding: 0; }
@media (max-width: 640px) { /* so that on a phone the picture of the last step begins on the first screen */
  .st-key-own-steps { gap: 0.3rem; }
  .st-key-own-steps button { min-height: 2rem; padding: 0.1rem 0.4rem; }
  .st-key-own-steps button p { font-size: 0.8rem; }
  .st-key-own-chosen .stHorizontalBlock { flex-wrap: nowrap; }
  .st-key-own-chosen .stColumn { min-width: 0; }
}
h2#own-step:focus, #own-problem:focus { outline: 3px solid #0b0c0c; outline-offset: 3px; }
#own-problem { border: 4px solid #b3200f; padding: 0.6rem 1rem; margin: 0 0 1rem; }
#own-problem h2 { margin: 0 0 0.4rem; padding: 0; }
</style>"""


def page(mine: VisitorFigures) -> None:
    """Show the step at which the visitor is."""
    title = STEPS[mine.step - 1][0]
    trouble = "Error: " if mine.step == 2 and mine.reading else ""
    st.set_page_config(page_title=f"{trouble}{title}, step {mine.step} of 5 – use your own figures")
    st.html(STYLE)
    st.title("Use your own figures", anchor=False)
    _buttons(mine)
    if mine.gone:
        st.success(mine.gone)
    _heading(mine, title)
    STEPS[mine.step - 1][1](mine)
    _on_and_back(mine)


def _buttons(mine: VisitorFigures) -> None:
    """Show the five steps, those reached as buttons, and the button that deletes all."""
    with st.container(horizontal=True, gap="small", key="own-steps"):
        for number, (title, _) in enumerate(STEPS, 1):
            here = number == mine.step
            words = f"{number}. {title}" + (" (you are here)" if here else "")
            if st.button(
                words,
                key=f"own-step-{number}",
                type="primary" if here else "secondary",
                disabled=number > mine.furthest and not (number == mine.step + 1 and _ready(mine)),
            ):
                go(mine, number)
        if mine.holds and st.button("Delete my data", key="own-delete", icon=":material/delete:"):
            held.delete()
            st.rerun()


def _heading(mine: VisitorFigures, title: str) -> None:
    """Head the step; the focus moves there when the step has changed."""
    moved = st.session_state.pop("own.moved", False)
    script = f"<script>{TO_THE_STEP}</script>" if moved else ""
    st.html(
        f'<h2 id="own-step" tabindex="-1">Step {mine.step} of 5: {title}</h2>{script}',
        unsafe_allow_javascript=bool(moved),
    )


def _ready(mine: VisitorFigures) -> bool:
    """Tell whether there is enough for the next step."""
    ready = {
        1: True,
        2: bool(mine.asked or mine.records or mine.furthest > 2),
        3: bool(mine.records or (mine.reading and mine.reading.issues)),
        4: bool(mine.records),
    }
    return ready.get(mine.step, False)


def _on_and_back(mine: VisitorFigures) -> None:
    """Lead to the next step, where there is enough for it, and to the one before."""
    with st.container(horizontal=True, gap="small"):
        if mine.step > 1 and st.button("Back", key=f"own-back-{mine.step}"):
            go(mine, mine.step - 1)
        if _ready(mine) and st.button("Continue", type="primary", key=f"own-on-{mine.step}"):
            go(mine, mine.step + 1)


def go(mine: VisitorFigures, step: int) -> None:
    """Turn to a step; nothing that was chosen is lost."""
    mine.step, mine.gone = step, ""
    mine.furthest = max(mine.furthest, step)
    st.session_state["own.moved"] = True
    st.rerun()
