"""What stands under the chart: notes, sources, pictures of single indicators, and everything shown in tables."""

from collections.abc import Mapping, Sequence
from html import escape

import streamlit as st

import queries.figures
from data.catalogue import Indicator
from pages.authority import around, events, newest, tables
from pages.authority.choosing import View
from pages.authority.shown import Shown
from pages.charts.words import noted
from pages.database import rows_once
from pages.ofsted import visits
from pages.showing import page_links, show
from pages.showing.table import table
from queries.rows.catalogue import Authority, Publication
from queries.rows.figures import Newest

NO_CAUSE = "They show what was reported when, not that the intervention was the cause."
KEY = "authority.tables"


def below(
    authority: Authority,
    shown: Shown,
    view: View,
    *,
    notes: Sequence[str],
    newest: Mapping[str, Newest],
    sources: Sequence[Publication],
) -> None:
    """Show what stands under the chart."""
    _events(shown)
    _notes([*notes, *noted(shown.indicators), *visits.notes(wanted=view.visits)], numbered=len(notes))
    show.source_line(sources)
    marked = {"claims": "1"} if view.claims else {}
    page_links.pictures(
        [authority.area_code, *view.others], view.indicators, first=view.first, last=view.last, **marked
    )
    st.header("The same in tables", anchor=False)
    names = ["Newest figures", "Intervention and events", "Ofsted", *(each.title for each in shown.indicators)]
    first, second, third, *others = st.tabs(names, key=KEY, on_change="rerun")
    for tab, write in zip((first, second, third), (_newest, _interventions, _judgements), strict=True):
        if tab.open:
            with tab:
                write(authority, shown, newest)
    for tab, indicator in zip(others, shown.indicators, strict=True):
        if tab.open:
            with tab:
                _figures(indicator, shown)


def _events(shown: Shown) -> None:
    """List the events that have a letter in the chart."""
    if lettered := events.listed(shown):
        items = "".join(f"<dt>{letter}</dt><dd>{escape(words)}</dd>" for letter, words in lettered)
        st.html(f'<h2>Events near the largest steps</h2><dl class="lettered small">{items}</dl>')
        show.remark(events.SAID)


def _notes(lines: Sequence[str], *, numbered: int) -> None:
    """List the notes: the first have numbers, which stand in the chart."""
    noted = "".join(f"<li>{escape(line)}</li>" for line in lines[:numbered])
    more = "".join(f"<li>{escape(line)}</li>" for line in lines[numbered:])
    lists = f'<ol class="small">{noted}</ol>' * bool(noted) + f'<ul class="small">{more}</ul>' * bool(more)
    if lists:  # an empty list is still read out
        st.html(f"<h2>Notes</h2>{lists}")


def _newest(authority: Authority, shown: Shown, found: Mapping[str, Newest]) -> None:
    """Show the figures of the newest date, and those before and after the last intervention where there are any."""
    table(newest.headline(list(found.values()), shown.indicators), caption=f"Newest figures, {authority.name}")
    asked = [each.id for each in shown.indicators]
    turned = rows_once(queries.figures.around_intervention, authority=authority.area_code, indicators=asked)
    if written := around.around_intervention(turned, shown.indicators):
        table(written, caption=f"Before and after the last intervention, {authority.name}")
        show.remark(NO_CAUSE)


def _interventions(authority: Authority, shown: Shown, _: Mapping[str, Newest]) -> None:
    table(tables.interventions(shown.phases), caption=f"Government intervention in {authority.name}")
    table(tables.steps(shown.steps), caption="Intervention dates")
    table(tables.events(shown.events), caption="Events shown")


def _judgements(authority: Authority, shown: Shown, _: Mapping[str, Newest]) -> None:
    visits.judged(authority, shown.visits)


def _figures(indicator: Indicator, shown: Shown) -> None:
    st.write(indicator.definition)
    for caveat in indicator.caveats:
        st.write(f"- {caveat}")
    table(tables.figures(shown.trend, indicator), caption=f"{indicator.measure}, {shown.name}")
