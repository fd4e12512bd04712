"""Ofsted's visits between inspections: the view of all of them, and the rows that a timeline asks for."""

from collections.abc import Sequence

import streamlit as st
from pandas import DataFrame

import queries
from pages.charts.ofsted import visited
from pages.charts.timeline import tables
from pages.charts.timeline.key import visit_signs
from pages.choosing.authority import Authority
from pages.database import answer
from pages.ofsted.choices import VISITS
from pages.showing import downloads, show
from pages.showing.marks import judgement_sources, paragraphs
from pages.showing.table import table
from queries import ofsted as questions


def of(authority: str, *, wanted: bool = True) -> DataFrame:
    """Ask for the visits to an authority; for none if they are not wanted."""
    return answer(questions.visits, authority=authority, region="all", kinds=list(VISITS) if wanted else [])


def notes(*, wanted: bool = True) -> list[str]:
    """Say what is held of visits, and what is missing; nothing if they are not wanted."""
    return visited.notes(answer(questions.visits_held)) if wanted else []


def listed(rows: DataFrame, name: str) -> None:
    """List the visits to an authority, if there are any."""
    if len(rows):
        table(visited.table(rows), caption=f"Ofsted visits to {name}, which carry no grade, latest first")


def judgements_and_visits(authority: Authority, rows: DataFrame) -> None:
    """List the judgements of an authority, and the visits to it if there are any in `rows`."""
    with st.expander("Ofsted judgements" + " and visits" * bool(len(rows))):
        judged = tables.judgements(answer(queries.judgements, authority=authority.area_code))
        table(judged, caption="Ofsted judgements, latest first")
        listed(rows, authority.name)


def draw(*, region: str, place: str, kinds: Sequence[str]) -> None:
    """Draw the visits of a region, and give the same in a table and to take away."""
    rows = answer(questions.visits, authority="all", region=region, kinds=list(kinds))
    show.plain_heading(f"Ofsted visits between inspections: {place}", "First day of each focused and monitoring visit "
                       "held; a visit carries no grade")  # fmt: skip
    paragraphs([visited.said(rows)])
    if len(rows):
        show.key(visit_signs(rows))
        show.picture(visited.visited(rows), alternative=visited.alternative(rows))
    judgement_sources(answer(questions.visit_sources))
    show.notes(notes())
    take(rows, place)
    st.header("The same in a table", anchor=False)
    with st.expander(f"{len(rows)} visits, the newest first"):
        table(visited.table(rows), caption=f"Ofsted visits, {place}")


def take(rows: DataFrame, name: str) -> None:
    """Offer visits to take away; `name` says whose they are."""
    downloads.buttons(
        rows, name=f"ofsted-visits_{name}", title=f"Ofsted visits between inspections: {name}", label="Visits",
        of="visits",
    )  # fmt: skip
