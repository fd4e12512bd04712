"""Three questions to go on with, each a link with a small drawing of what it leads to."""

from base64 import b64encode
from collections.abc import Sequence

import streamlit as st

from pages.charts import theme
from pages.charts.svg.spark import spark
from queries.rows.england import Changed
from queries.rows.figures import National, Percentiles
from queries.rows.home import Stood

WIDE, TALL = 260, 90  # pixels: of a drawing beside a question
STEP = 3  # of the authorities that are drawn of a change: all of them would be one grey block
ASKED: tuple[tuple[str, str, dict[str, str]], ...] = (
    ("What stood before and after an inadequate judgement?", "before_after/page.py", {}),
    ("Which authorities changed most in a year?", "england/page.py", {"as": "change"}),
    ("How do authorities compare with all others?", "compare/page.py", {}),
)


def show(drawn: Sequence[str]) -> None:
    """Show the questions side by side.

    Parameters
    ----------
    drawn
        SVG of each, in the order of `ASKED`.
    """
    for column, (label, script, address), svg in zip(st.columns(len(ASKED)), ASKED, drawn, strict=True):
        with column:
            st.html(f'<img alt="" src="data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}">')
            st.page_link(script, label=label, query_params=address, icon=":material/arrow_forward:")


def grades(stood: Sequence[Stood], first: int, last: int) -> str:
    """Draw the grades of one authority after another, a bar each: the first that were judged inadequate."""
    codes = list(dict.fromkeys(row.area_code for row in stood if row.inadequate_from))[:8]
    bars = ""
    for place, code in enumerate(codes):
        for row in stood:
            if row.area_code == code and row.published_on and row.until and row.grade in theme.GRADE_FILL:
                left, right = ((when.year + when.month / 12 - first) / (last + 1 - first) * WIDE
                               for when in (row.published_on, row.until))  # fmt: skip
                bars += (
                    f'<rect x="{left:.1f}" y="{4 + place * 10.5:.1f}" width="{right - left:.1f}" height="8" '
                    f'fill="{theme.GRADE_FILL[row.grade]}"/>'
                )
    return _svg(bars)


def changes(rows: Sequence[Changed]) -> str:
    """Draw from where to where authorities moved, the largest fall first."""
    known = sorted((row for row in rows if row.change is not None), key=lambda row: row.change or 0.0)[::STEP]
    top = max([1.0, *(max(row.from_value or 0.0, row.to_value or 0.0) for row in known)])
    lines = ""
    for place, row in enumerate(known):
        y = 4 + (TALL - 8) * place / max(len(known) - 1, 1)
        start, end = ((value or 0.0) / top * (WIDE - 10) + 4 for value in (row.from_value, row.to_value))
        colour = theme.CHOSEN if row.beyond_chance else "#a9b8c4"
        lines += (
            f'<path d="M{start:.1f} {y:.1f}H{end:.1f}" stroke="{colour}" stroke-width="1.5"/>'
            f'<circle cx="{end:.1f}" cy="{y:.1f}" r="1.8" fill="{colour}"/>'
        )
    return _svg(lines)


def line(rows: Sequence[National], among: Sequence[Percentiles]) -> str:
    """Draw the line of England before the middle four fifths of all authorities."""
    figures = [(row.period_end, row.value if row.status == "published" else None, row.segment) for row in rows]
    usual = [(row.period_end, row.tenth, row.ninetieth, row.segment) for row in among]
    return spark(figures, wide=WIDE, tall=TALL, usual=usual)


def _svg(inside: str) -> str:
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDE} {TALL}" width="{WIDE}" height="{TALL}">'
        f"{inside}</svg>"
    )
