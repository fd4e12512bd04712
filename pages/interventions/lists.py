"""The views of interventions that are lists: what an authority's chronology lists, events, and what is not certain."""

from collections.abc import Sequence
from itertools import groupby

import streamlit as st

import queries.history
from pages.charts.sources import credit
from pages.charts.words import day, number_of
from pages.database import rows
from pages.interventions import cells, said
from pages.interventions import chronology as drawn
from pages.interventions import events as happened
from pages.interventions.asked import Asked, take
from pages.interventions.outline import outline
from pages.showing import by_address, chart, downloads, show
from pages.showing.correct import invite
from pages.showing.marks import paragraphs
from pages.showing.table import table
from queries import register as questions
from queries.rows.history import Phase, Step
from queries.rows.register import ServicesMoved


def where_moved(moves: Sequence[ServicesMoved], place: str) -> None:
    """List where services moved to a trust or a company, and lead to the figures of these authorities."""
    if moves:
        with st.expander(f"Where services moved to a trust or company: {number_of(len(moves), 'authority')}"):
            table(cells.moved(moves), caption=f"Services moved to a trust or company, {place}")
        codes = {"authority": ",".join(row.area_code for row in moves), "indicator": "vacancy_rate"}
        st.page_link("compare/page.py", label="Their figures beside one another", query_params=codes)


def numbered(steps: Sequence[Step]) -> str:
    """Say in a picture what each number stands for."""
    words = [
        f"{each.number} {each.step.title}, {day(each.step.event_on, each.step.date_precision)}"
        f"{' (announced)' if each.announced else ''}"
        for each in outline(steps)
    ]
    return f"Main dates: {'; '.join(words)}. " if words else ""


def chronology(asked: Asked, phases: Sequence[Phase], steps: Sequence[Step]) -> None:
    """List an authority's main dates, where accounts differ, every step, its phases and its events."""
    code, name = asked.authority.area_code, asked.authority.name
    show.notes([said.ANNOUNCEMENTS, said.NOT_COMPLETE, said.CAUTION])
    st.header("Main dates", anchor=False)
    table(drawn.main_dates(steps), caption=f"Main dates of intervention in {name}")
    st.header("Where accounts differ", anchor=False)
    differing = rows(questions.contradictions, authority=code)
    table(cells.contradictions(differing), caption=f"Accounts that differ, {name}")
    with st.expander(f"Every dated step ({len(steps)}), what was planned or threatened too"):
        table(drawn.every_step(steps), caption=f"Intervention dates, {name}")
    with st.expander("Phases"):
        listed = [cells.phase_cells(phase, name, asked.authority.region_name) for phase in phases]
        table(listed, caption=f"Phases of intervention in {name}")
    with st.expander("Case reviews and other events of the authority"):
        paragraphs([said.REVIEWS])
        local = rows(queries.history.events, authority=code, scopes=["local"])
        table(happened.of_authority(local, name), caption=f"Events, {name}")
    st.header("Download", anchor=False)
    downloads.interventions(name, areas=[code])
    by_address.show("interventions/chronology", areas=[code])
    invite(f"{name}: government intervention")


def events(asked: Asked) -> None:
    """Draw published reviews, laws, policies and other events, and list them."""
    kept = [row for row in rows(questions.happenings, region=asked.region) if row.kind in asked.kinds]
    headline, subtitle = (
        f"Case reviews and other events: {asked.place}",
        "Published reviews, laws, policies, inspection frameworks and changes in the statistics, at their dates",
    )
    show.plain_heading(headline, subtitle)
    if kept:
        drawing, described = happened.drawing(kept), happened.alternative(kept)
        chart.chart(drawing, alternative=described, credit=credit(f"{headline}. {subtitle}", register=True))
        years = sorted(row.event_on.year for row in kept)
        take(asked, drawing, view="events", headline=f"{headline}, {years[0]} to {years[-1]}", subtitle=subtitle,
             alternative=described, key=happened.key(), notes=[said.CAUTION, said.REVIEWS])  # fmt: skip
    paragraphs([said.REVIEWS, said.INCIDENTS])
    show.notes(["Filled marks: of one authority. Hollow marks: of England.", said.CAUTION])
    st.header("The same in a table", anchor=False)
    by_address.show("interventions/events")
    with st.expander(f"{number_of(len(kept), 'event')}, the newest first"):
        table(happened.table(kept), caption="Events, the newest first")
    invite("events and case reviews")


def doubts(asked: Asked) -> None:  # noqa: ARG001
    """List what is not certain, where accounts differ, and what was changed."""
    found = rows(questions.doubts)
    show.plain_heading(
        "What is not certain in the register",
        "Every row of low confidence, and every intervention whose end is not known",
    )
    paragraphs([f"{number_of(len(found), 'row is', 'rows are')} listed.", said.NOT_COMPLETE, said.OPEN_ENDS])
    invite("register of interventions")
    for doubt, part in groupby(sorted(found, key=lambda row: row.doubt), key=lambda row: row.doubt):
        listed = cells.doubts(list(part))
        with st.expander(f"{doubt.capitalize()}: {len(listed)}"):
            table(listed, caption=f"{doubt.capitalize()}")
    with st.expander("Where accounts differ"):
        differing = rows(questions.contradictions, authority="all")
        table(cells.contradictions(differing), caption="Accounts that differ")
    with st.expander("Changes to the register"):
        table(cells.changes(rows(questions.changes)), caption="Rows added, corrected or removed")
