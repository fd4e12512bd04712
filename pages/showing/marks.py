"""Keys to fills and letters, and links that leave the dashboard."""

from collections.abc import Iterable, Sequence
from html import escape

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from pages.charts import theme
from pages.charts.register import models, standing_bars
from pages.charts.timeline.key import Entry
from pages.showing import show

PATTERNS = {
    "x": "repeating-linear-gradient(45deg,{lines} 0 1px,transparent 1px 5px),"
    "repeating-linear-gradient(135deg,{lines} 0 1px,{fill} 1px 5px)",
    "/": "repeating-linear-gradient(135deg,{lines} 0 2px,{fill} 2px 7px)",
    ".": "radial-gradient({lines} 1px,{fill} 1.5px) 0 0/6px 6px",
}


def swatch(fill: str, *, pattern: str = "", lines: str = theme.GUIDE, edge: str = theme.GRADE_EDGE) -> str:
    """Return a small box as HTML that looks as a bar does."""
    look = PATTERNS[pattern].format(fill=fill, lines=lines) if pattern else fill
    return (
        f'<span aria-hidden="true" style="display:inline-block;width:1.1em;height:1.1em;vertical-align:text-bottom;'
        f'border:1px solid {edge};background:{look}"></span>'
    )


def boxes(entries: Iterable[tuple[str, str]]) -> None:
    """Show a key of signs (HTML of our own) and their words."""
    st.html(f'<div class="key">{"".join(f"<span>{sign} {escape(words)}</span>" for sign, words in entries)}</div>')


def outside(label: str, address: str) -> None:
    """Lead to a page elsewhere, if there is one."""
    if address:
        st.html(f'<p><a href="{escape(address)}" rel="noreferrer">{escape(label)}</a> '
                f'<span class="small">({escape(address.split("/")[2])})</span></p>')  # fmt: skip


def paragraphs(lines: Sequence[str]) -> None:
    """Say what a chart shows, a paragraph each."""
    st.html("".join(f"<p>{escape(line)}</p>" for line in lines if line))


def columns(count: int, *, across: int = 2) -> list[DeltaGenerator]:
    """Return places for small charts, some in a row; on a narrow screen one below the other."""
    rows = [st.columns(across) for _ in range(-(-count // across))]
    return [place for row in rows for place in row][:count]


def form_key(phases: pd.DataFrame) -> None:
    """Show the key to the register: forms, ends, marks, and how low confidence looks; rows of `register.phases`."""
    held = [form for form in models.LETTERS if form in set(phases["phase"])]
    signs = [
        (f"{swatch(models.FILL[form], edge=models.FILL[form])} <b>{models.LETTERS[form]}</b>", models.NAMES[form])
        for form in held
    ]
    hatched, crossed = swatch(theme.BACKGROUND, pattern="/"), swatch(theme.BACKGROUND, pattern="x")
    dotted = swatch(theme.CHOSEN, pattern=".", lines=theme.BACKGROUND)
    ends = [
        (hatched, "open end: in force when last reported"),
        (f"{hatched} ?", "open end: not known"),
        (crossed, "only the year is known"),
        (dotted, "evidence of low confidence"),
    ]
    boxes([*signs, *ends, *((sign, words.lower()) for _, sign, words in models.MARKS.values())])


def main_date_key() -> None:
    """Show the key to a chronology."""
    boxes([("&#10122;", "main date"), ("&#9312;", "announced only"), ("1?", "evidence of low confidence"),
           (swatch(theme.BACKGROUND, pattern="/"), "open end: not known, or in force when last reported")])  # fmt: skip


def standing_key() -> None:
    """Show the key to how surely interventions were in force."""
    boxes(
        (swatch(look["fill"], pattern=look["pattern"], lines=look["lines"]), models.STANDING[standing])
        for standing, look in standing_bars.LOOKS.items()
    )


def survival_key() -> None:
    """Show the key to a survival curve."""
    show.key(
        [
            Entry(words="All interventions, open ones censored", color=theme.CHOSEN, dash="solid"),
            Entry(words="Without those of unknown end", color=theme.OTHER_STYLES[0]["color"], dash="dash"),
            Entry(words="95% interval", sign="&#9618;"),
            Entry(words="a censored intervention", sign="&#9474;"),
        ]
    )
