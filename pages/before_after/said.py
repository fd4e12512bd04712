"""How the before and after page shows its words: the title, a refusal, warnings, findings and the key to the marks."""

from collections.abc import Sequence
from html import escape

import streamlit as st

from pages.charts.before_after import chart

BORDERS = {"solid": "solid", "dash": "dashed", "dot": "dotted"}
MARKS = {"circle": "&#9679;", "square": "&#9632;", "triangle-up": "&#9650;"}


def titled(title: str, subtitle: str) -> None:
    """Show the title of the page, and what it is about in a line beneath."""
    st.title(title, anchor=False)
    st.html(f'<p class="small">{escape(subtitle)}</p>')


def warned(sentences: Sequence[str]) -> None:
    """Say what must be known before the chart is read."""
    for sentence in sentences:
        st.warning(sentence)


def said(sentences: Sequence[str]) -> None:
    """Say what the chart shows, a paragraph each."""
    st.html("".join(f"<p>{escape(sentence)}</p>" for sentence in sentences))


def key(name: str, average: str) -> None:
    """Explain the marks of the chart in words, each with its own colour, dash and marker."""
    looks = {
        name: chart.CHOSEN,
        f"Statistical neighbours ({average})": chart.NEIGHBOURS,
        "Comparison group: under no intervention in these years (mean)": chart.COMPARISON,
    }
    entries = [
        f'<span><span aria-hidden="true" style="display:inline-block;width:1.6em;vertical-align:middle;'
        f'border-top:3px {BORDERS[look["dash"]]} {look["color"]}"></span> <span aria-hidden="true" '
        f'style="color:{look["color"]}">{MARKS[look["symbol"]]}</span> {escape(words)}</span>'
        for words, look in looks.items()
    ]
    box = f"background:{chart.BAR};border:1px solid {chart.BAR_EDGE}"
    entries += [
        f'<span><span aria-hidden="true" style="display:inline-block;width:0.9em;height:0.9em;{box}"></span> '
        "middle 95% of the group's own differences (placebos)</span>",
        '<span><span aria-hidden="true">&#9670;</span> year on neither side</span>',
        '<span><span aria-hidden="true">&#9675; &#9651;</span> hollow: fewer than half the group has a figure; '
        "a ring: unusual value</span>",
    ]
    st.html(f'<div class="key">{"".join(entries)}</div>')
