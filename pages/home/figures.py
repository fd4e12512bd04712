"""The four national figures of the first page: the newest, its change in a year, and how it went."""

from base64 import b64encode
from collections.abc import Sequence
from html import escape

import streamlit as st

from data.catalogue import Indicator
from pages.charts import years
from pages.charts.svg.spark import spark
from pages.charts.words import figure, figure_of, signed
from queries.rows.figures import National, Percentiles

WIDE, TALL = 260, 64  # pixels of the small line under each figure


def newest(rows: Sequence[National]) -> National:
    """Return the figure of the newest date, whatever its status."""
    return max(rows, key=lambda row: row.period_end)


def written(row: National, indicator: Indicator) -> str:
    """Write a figure with its unit, or why there is none."""
    return figure(row.value, row.status, unit=indicator.unit, decimals=indicator.decimals)


def change(rows: Sequence[National], indicator: Indicator) -> str:
    """Say how far the newest figure is from that of a year before; nothing over a gap or a break in the series."""
    last = newest(rows)
    before = [row for row in rows if row.period_end.year == last.period_end.year - 1 and row.segment == last.segment]
    if last.status != "published" or not before or before[0].status != "published":
        return ""
    moved = signed(last.value - before[0].value, unit=indicator.unit, decimals=indicator.decimals)
    said = moved.lstrip("+−")
    if not moved.startswith(("+", "−")):
        return "the same as a year before"
    return f"{said} {'higher' if moved.startswith('+') else 'lower'} than a year before"


def show(rows: Sequence[National], indicator: Indicator, among: Sequence[Percentiles]) -> None:
    """Show a national figure large, its change in a year, its date, its line, and the middle of all authorities."""
    last = newest(rows)
    line = spark([(row.period_end, row.value if row.status == "published" else None, row.segment) for row in rows],
                 wide=WIDE, tall=TALL, usual=[(row.period_end, row.tenth, row.ninetieth, row.segment) for row in among
                                              if row.indicator_id == indicator.id])  # fmt: skip
    said = change(rows, indicator)
    st.html(
        f'<div class="figure-card"><b>{escape(indicator.title)}</b><br><span class="large">'
        f'{escape(written(last, indicator))}</span><span class="moved">{escape(said[:1].upper() + said[1:])}</span>'
        f'<span class="small">England, {escape(years.dated(last.period_end, indicator))}</span><br>{_image(line)}'
        f'<span class="small">{escape(usual(among, last, indicator))}</span></div>'
    )


def usual(among: Sequence[Percentiles], last: National, indicator: Indicator) -> str:
    """Say between which figures the middle four fifths of all authorities lie on the date of the newest figure."""
    for row in among:
        if row.indicator_id == indicator.id and row.period_end == last.period_end:
            low, high = (figure_of(end, indicator) for end in (row.tenth, row.ninetieth))
            return f"Shaded: the middle four fifths of authorities, {low} to {high} then"
    return ""


def _image(svg: str) -> str:
    """Show a small drawing; its figures are said beside it."""
    return f'<img alt="" src="data:image/svg+xml;base64,{b64encode(svg.encode()).decode()}">' if svg else ""
