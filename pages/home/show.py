"""How the first page shows the wall: one small component of our own, equal by pointer and by keyboard."""

from collections.abc import Sequence
from html import escape
from pathlib import Path

import streamlit as st

from pages import given
from pages.charts.model import Drawing, number
from pages.home.wall import Row, counts, said

FOLDER = Path(__file__).parent
HTML = """<div class="wall" tabindex="0" role="slider" aria-orientation="vertical" aria-valuemin="1" aria-valuenow="1"
 aria-label="Every local authority: arrow keys go from row to row, Enter opens one">
<svg class="rows" preserveAspectRatio="none" aria-hidden="true"></svg>
<div class="light"></div><div class="name"></div><div class="counts" aria-hidden="true"></div></div>
<div class="years" aria-hidden="true"></div>"""
FEWEST = 4  # rows of a group that has its number written beside it: fewer have no room for the letters

_component = st.components.v2.component(
    "wall",
    html=HTML,
    css=(FOLDER / "wall.css").read_text(encoding="utf-8"),
    js=(FOLDER / "wall.js").read_text(encoding="utf-8"),
)


def show(drawing: Drawing, rows: Sequence[Row]) -> str:
    """Show the wall; return the code of the authority whose row was opened, or ''."""
    if not given.page_is_wanted():
        return ""
    first, last = number(drawing.across.first), number(drawing.across.last)
    result = _component(
        data={
            "svg": _paths(drawing, first),
            "box": f"0 0 {last - first:.0f} {len(rows)}",
            "years": _years(drawing, first, last),
            "counts": _counts(rows),
            "rows": [[row.code, said(row)] for row in rows],
        },
        key="wall",
        height=496,
        on_opened_change=_nothing,
    )
    return str(result.opened or "")


def _nothing() -> None:
    """Be called when a row is opened: the page reads which from what the component returns."""


def _paths(drawing: Drawing, first: float) -> str:
    """Write the bars of each colour as one path: a tenth of the bytes that one shape a bar would take."""
    panel = drawing.panels[0]
    found: dict[str, list[str]] = {}
    for bar in panel.bars:
        left, wide = number(bar.left) - first, number(bar.right) - number(bar.left)
        box = f"M{left:.0f} {panel.up.high - bar.high:.2f}h{wide:.0f}v{bar.high - bar.low:.2f}h-{wide:.0f}z"
        found.setdefault(bar.fill.colour, []).append(box)
    return "".join(f'<path fill="{colour}" d="{"".join(boxes)}"/>' for colour, boxes in found.items())


def _years(drawing: Drawing, first: float, last: float) -> str:
    ticks = [(100 * (number(tick.at) - first) / (last - first), tick.words) for tick in drawing.across.ticks]
    return "".join(f'<span style="left:{place:.2f}%">{escape(words)}</span>' for place, words in ticks)


def _counts(rows: Sequence[Row]) -> str:
    """Write how many rows stand in each group, beside them."""
    written, before = [], 0
    for name, count in counts(rows):
        if name and count >= FEWEST:
            place = f"top:{100 * before / len(rows):.2f}%;height:calc({100 * count / len(rows):.2f}% - 2px)"
            written.append(f'<span style="{place}" title="{escape(name)}">{count}<i>{escape(name)}</i></span>')
        before += count
    return "".join(written)
