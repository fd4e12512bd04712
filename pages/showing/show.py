"""How pages show things: a figure with its words and tables, notes, and where the figures come from."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path
from typing import Any

import plotly.graph_objects as go
import streamlit as st
from pandas import DataFrame

from data.catalogue import Indicator
from pages.charts.facts import grades, spells, standing_grade
from pages.charts.sources import publications
from pages.charts.timeline.key import Entry
from pages.charts.words import day, listed, published
from pages.choosing.authority import Authority
from queries.rows.catalogue import Publication

STYLE = Path(__file__).with_name("style.css")


def style() -> None:
    """Set the look of tables, keys and small print, once per page."""
    st.html(STYLE)


def heading(authority: Authority) -> None:
    """Show the name of the authority, its region, and what it was or has become."""
    st.set_page_config(page_title=f"{authority.name}: authority timeline")
    st.title(authority.name, anchor=False)
    st.html(f'<p class="small">Local authority in {escape(authority.region_name)}, England. '
            "Government intervention, Ofsted judgements, workforce and referrals on one date axis.</p>")  # fmt: skip
    if authority.successors:
        ended = day(authority.closed_on)
        st.info(f"{authority.name} ended on {ended}. Its area is now served by {listed(authority.successors)}.")
        _lead(authority.successors, authority.successor_codes)
    if authority.predecessors:
        st.info(
            f"{authority.name} began on {day(authority.opened_on)}. "
            f"For earlier years see {listed(authority.predecessors)}."
        )
        _lead(authority.predecessors, authority.predecessor_codes)
    if authority.tiny:
        st.info("A very small authority: its rates swing with a handful of posts or children. It is left out of ranks.")
    if authority.joint_return_name:
        st.info(
            f"Workforce figures are those of one joint return, {authority.joint_return_name} (Kingston and Richmond "
            "since 2016, the Northamptonshires since 2021): they are not figures of this authority alone."
        )


def _lead(names: Sequence[str], codes: Sequence[str]) -> None:
    """Lead to other authorities."""
    for name, code in zip(names, codes, strict=True):
        st.page_link("authority/page.py", label=name, query_params={"authority": code})


def facts(authority: Authority, phases: DataFrame, ribbon: DataFrame) -> None:
    """Say in words what the two ribbons show: the interventions, and the grade that stands."""
    st.html(
        f"<p><strong>Government intervention:</strong> {escape('; '.join(spells(phases)))}.<br>"
        f"<strong>Ofsted:</strong> {escape(standing_grade(ribbon, closed=day(authority.closed_on)))}.<br>"
        f"<strong>Grades in order:</strong> {escape(grades(ribbon))}.</p>"
    )


SYMBOLS = {
    "circle": "&#9679;", "square": "&#9632;", "triangle-up": "&#9650;", "diamond": "&#9670;",
    "circle-open": "&#9675;", "square-open": "&#9633;", "triangle-up-open": "&#9651;", "diamond-open": "&#9671;",
}  # fmt: skip
BORDERS = {"dot": "dotted", "dash": "dashed", "longdash": "dashed", "solid": "solid"}


def key(entries: Sequence[Entry]) -> None:
    """Show a key: each line with its own colour, dash and marker, each sign with its words."""
    st.html(f'<div class="key">{"".join(map(_entry, entries))}</div>')


def _entry(entry: Entry) -> str:
    if not entry.dash:
        return f'<span><b aria-hidden="true">{entry.sign}</b> {escape(entry.words)}</span>'
    marker = SYMBOLS.get(entry.symbol, "") if entry.dash == "solid" or "open" in entry.symbol else ""
    return (
        f'<span><span aria-hidden="true" style="display:inline-block;width:1.8em;vertical-align:middle;'
        f'border-top:3px {BORDERS[entry.dash]} {entry.color}"></span>'
        f'<span aria-hidden="true" style="color:{entry.color}">{marker}</span> {escape(entry.words)}</span>'
    )


def picture(chart: go.Figure, *, alternative: str) -> None:
    """Show a chart; the alternative text is not optional."""
    st.plotly_chart(chart, theme=None, alt=alternative, config={"displayModeBar": False})


def plain_heading(title: str, subtitle: str) -> None:
    """Show a title, and what the page shows in a smaller line."""
    st.title(title, anchor=False)
    st.html(f'<p class="small">{escape(subtitle)}</p>')


def sentences(lines: Sequence[str]) -> None:
    """Say things that a visitor should not miss, each by itself."""
    for line in lines:
        if line:
            st.info(line)


def said(lines: Sequence[str]) -> None:
    """Say what a chart shows, a paragraph each."""
    for line in filter(None, lines):
        st.html(f"<p>{escape(line)}</p>")


def _publications(sources: DataFrame) -> list[str]:
    """Write each publication with its publisher and dates: rows of `queries.sources`."""
    return [
        f"{row['title']}, {row['publisher']}, published {listed([published(when) for when in row['published']])}"
        for row in sources.to_dict("records")
    ]


def sources(rows: DataFrame, *, register: bool) -> None:
    """Name the publications behind a comparison, our register of interventions where it is used, and the licence."""
    named = _publications(rows) + ["our own register of interventions"] * register
    st.html(
        f'<p class="small">Sources: {escape("; ".join(named))}. Contains public sector information licensed under the '
        "Open Government Licence v3.0. Independent tool, not official statistics. Figures stand beside one another; "
        "they do not show that one thing caused another.</p>"
    )


def source_line(sources: DataFrame | Sequence[Publication]) -> None:
    """Name the publications behind a chart, when they came out, and the licence."""
    named = _publications(sources) if isinstance(sources, DataFrame) else publications(sources)
    st.html(
        f'<p class="small">Sources: {escape("; ".join(named))}; our own register of interventions. '
        "Contains public sector information licensed under the Open Government Licence v3.0. "
        "Independent tool, not official statistics. Marks show when events happened; they do not show that one "
        "caused the other.</p>"
    )


def definition(indicator: Mapping[str, Any] | Indicator) -> None:
    """Say what an indicator means, and what to bear in mind."""
    if isinstance(indicator, Indicator):
        indicator = {"definition": indicator.definition, "caveats": indicator.caveats}
    st.write(indicator["definition"])
    for caveat in indicator["caveats"]:
        st.write(f"- {caveat}")


def notes(lines: Sequence[str]) -> None:
    """List notes under a chart."""
    st.html("".join(["<h2>Notes</h2><ul>", *(f"<li>{escape(line)}</li>" for line in lines), "</ul>"]))


def remark(text: str) -> None:
    """Say in small print how what stands above is to be read, if there is anything to say."""
    if text:
        st.html(f'<p class="small">{escape(text)}</p>')


def small(title: str, figure: str) -> None:
    """Head a small chart with its title and newest figure."""
    st.html(f'<p class="head"><strong>{escape(title)}</strong><br>{escape(figure)}</p>')


def refuse(sentence: str) -> None:
    """Say why nothing more can be shown, and stop; without a sentence go on."""
    if sentence:
        st.warning(sentence)
        st.stop()
