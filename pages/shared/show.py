"""How pages show things: a figure with its words and tables, notes, and where the figures come from."""

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any

import plotly.graph_objects as go
import streamlit as st
from pandas import DataFrame

from pages.charts import panel, tables, theme
from pages.charts.words import day, published
from pages.shared.authority import Authority

STYLE = """<style>
.stMainBlockContainer { padding-top: 2.5rem; }
.figures { overflow-x: auto; }
.figures table { border-collapse: collapse; width: 100%; font-size: 0.9rem; }
.figures caption { text-align: left; font-weight: 600; padding: 0.5rem 0; }
.figures th, .figures td { text-align: left; vertical-align: top; padding: 0.3rem 0.6rem 0.3rem 0;
  border-bottom: 1px solid #d9d9d9; }
.figures td { overflow-wrap: anywhere; min-width: 7rem; }
.key { display: flex; flex-wrap: wrap; gap: 0.2rem 1.2rem; font-size: 0.9rem; }
.head { min-height: 4.6rem; margin: 0; }
[data-testid="stPageLink"] p { white-space: normal; overflow: visible; }
.small { font-size: 0.85rem; color: #484949; }
</style>"""


def style() -> None:
    """Set the look of tables, keys and small print, once per page."""
    st.html(STYLE)


def heading(authority: Authority) -> None:
    """Show the name of the authority, its region, and what it was or has become."""
    st.title(authority.name, anchor=False)
    st.html(f'<p class="small">Local authority in {escape(authority.region_name)}, England. '
            "Government intervention, Ofsted judgements, workforce and referrals on one date axis.</p>")  # fmt: skip
    if authority.successors:
        ended = day(authority.closed_on)
        st.info(f"{authority.name} ended on {ended}. Its area is now served by {_listed(authority.successors)}.")
    if authority.predecessors:
        st.info(
            f"{authority.name} began on {day(authority.opened_on)}. "
            f"For earlier years see {_listed(authority.predecessors)}."
        )
    if authority.tiny:
        st.info("A very small authority: its rates swing with a handful of posts or children. It is left out of ranks.")
    if authority.joint_return_name:
        st.info(
            f"Workforce figures are one joint return, {authority.joint_return_name}: "
            "they are not figures of this authority alone."
        )


def facts(phases: DataFrame, ribbon: DataFrame) -> None:
    """Say in words what the two ribbons show: the interventions, and the grade that stands."""
    st.html(
        f"<p><strong>Government intervention:</strong> {escape('; '.join(tables.spells(phases)))}.<br>"
        f"<strong>Ofsted:</strong> {escape(tables.standing_grade(ribbon))}.</p>"
    )


def _listed(names: Sequence[str]) -> str:
    return " and ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


SYMBOLS = {"circle": "&#9679;", "square": "&#9632;", "triangle-up": "&#9650;", "diamond": "&#9670;"}
BORDERS = {"dot": "dotted", "dash": "dashed", "longdash": "dashed", "solid": "solid"}


def key(name: str, trend: DataFrame) -> None:
    """Explain the marks of a timeline in words, each with its own colour, dash and marker."""
    looks = {name: {"color": theme.CHOSEN, "dash": "solid", "symbol": "circle"}} | panel.styles(trend)
    averaged = trend[trend["role"] == "neighbours"]
    if len(averaged):
        newest = averaged.sort_values("period_end").iloc[-1]
        words = f"Neighbours: median of {newest['averaged']} of {newest['averaged_of']} statistical neighbours"
        looks = {words if label == "Neighbours" else label: look for label, look in looks.items()}
    entries = [
        f'<span><span aria-hidden="true" style="display:inline-block;width:1.8em;vertical-align:middle;'
        f'border-top:3px {BORDERS[look["dash"]]} {look["color"]}"></span>'
        f'<span aria-hidden="true" style="color:{look["color"]}">'
        f"{SYMBOLS.get(look['symbol'], '') if look['dash'] == 'solid' else ''}</span> {escape(label)}</span>"
        for label, look in looks.items()
    ]
    entries += [
        f'<span><span aria-hidden="true" style="color:{theme.CHOSEN}">&#9711;</span> unusual value, see notes</span>',
        '<span><span aria-hidden="true">&#9639;</span> hatched: in force; with ?: end not known</span>',
    ]
    st.html(f'<div class="key">{"".join(entries)}</div>')


def picture(chart: go.Figure, *, alternative: str) -> None:
    """Show a chart; the alternative text is not optional."""
    st.plotly_chart(chart, theme=None, alt=alternative, config={"displayModeBar": False})


def table(rows: DataFrame, *, caption: str) -> None:
    """Show rows as a real table with a caption and headed columns."""
    if not len(rows):
        st.html(f'<p class="small">{escape(caption)}: none.</p>')
        return
    head = "".join(f'<th scope="col">{escape(str(name))}</th>' for name in rows.columns)
    body = "".join(
        "<tr>" + "".join(f"<td>{_linked(str(cell))}</td>" for cell in row) + "</tr>"
        for row in rows.itertuples(index=False)
    )
    st.html(
        f'<div class="figures" tabindex="0" role="region" aria-label="{escape(caption)}"><table>'
        f"<caption>{escape(caption)}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _linked(cell: str) -> str:
    """Escape a cell, and make each web address in it a link."""
    return " ".join(
        f'<a href="{escape(word)}" rel="noreferrer">{escape(word.split("/")[2])}</a>'
        if word.startswith(("https://", "http://"))
        else escape(word)
        for word in cell.split(" ")
    )


def source_line(sources: DataFrame) -> None:
    """Name the publications behind a chart, when they came out, and the licence."""
    named = [
        f"{row['title']}, {row['publisher']}, published {_listed([published(when) for when in row['published']])}"
        for row in sources.to_dict("records")
    ]
    st.html(
        f'<p class="small">Sources: {escape("; ".join(named))}; our own register of interventions. '
        "Contains public sector information licensed under the Open Government Licence v3.0. "
        "Independent tool, not official statistics. Marks show when events happened; they do not show that one "
        "caused the other.</p>"
    )


def definition(indicator: dict[str, Any]) -> None:
    """Say what an indicator means, and what to bear in mind."""
    st.write(indicator["definition"])
    for caveat in indicator["caveats"]:
        st.write(f"- {caveat}")


def notes(lines: Sequence[str]) -> None:
    """List notes under a chart."""
    st.html("".join(["<h2>Notes</h2><ul>", *(f"<li>{escape(line)}</li>" for line in lines), "</ul>"]))


def small(title: str, figure: str) -> None:
    """Head a small chart with its title and newest figure."""
    st.html(f'<p class="head"><strong>{escape(title)}</strong><br>{escape(figure)}</p>')


def examples(found: Mapping[str, Authority], spells: Mapping[str, str]) -> None:
    """Lead to a few authorities, each with what happened there."""
    for code, words in spells.items():
        st.page_link(
            "explore/authority.py",
            label=f"{found[code].name}: government intervention {words}",
            query_params={"authority": code},
        )


def ways_in() -> None:
    """Lead to what can be done here."""
    st.page_link("explore/authority.py", label="Explore: one authority on one date axis")
