"""What is asked of the register of interventions, and its two views of lists: events, and what is not certain."""

from collections.abc import Sequence
from dataclasses import dataclass

import streamlit as st
from pandas import DataFrame

from pages.charts.register import happenings, history_tables, models, words
from pages.charts.register import tables as register_tables
from pages.choosing.authority import Authority
from pages.database import answer
from pages.showing import show
from pages.showing.correct import invite
from pages.showing.marks import paragraphs
from pages.showing.table import table
from queries import register as questions


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is asked of the page of interventions: the authority, the region and its name, the order, the filters."""

    authority: Authority
    region: str
    place: str
    order: str
    services: str
    forms: Sequence[str]
    states: Sequence[str]
    kinds: Sequence[str]


def chosen_phases(asked: Asked) -> DataFrame:
    """Ask for the phases of the interventions that have one of the chosen forms, and one of the chosen ends."""
    rows = answer(questions.phases, region=asked.region)
    if asked.services == "moved":
        rows = rows[rows["area_code"].isin(moved(asked)["area_code"])]
    formed = rows[rows["phase"].isin(list(asked.forms) or list(models.NAMES))]["intervention_id"]
    ended = rows["intervention_state"].isin(list(asked.states) or list(models.STATES))
    return rows[rows["intervention_id"].isin(formed) & ended].reset_index(drop=True)


def moved(asked: Asked) -> DataFrame:
    """Ask for the authorities whose services moved to a trust or a company."""
    return answer(questions.moved, region=asked.region)


def chosen_spells(asked: Asked) -> DataFrame:
    """Ask for the interventions of the chosen phases."""
    rows = answer(questions.spells, region=asked.region)
    return rows[rows["intervention_id"].isin(chosen_phases(asked)["intervention_id"])].reset_index(drop=True)


def where_moved(rows: DataFrame, place: str) -> None:
    """List where services moved to a trust or a company, and lead to the figures of these authorities."""
    if len(rows):
        with st.expander(f"Where services moved to a trust or company: {len(rows)} authorities"):
            table(register_tables.moved(rows), caption=f"Services moved to a trust or company, {place}")
        codes = {"authority": ",".join(rows["area_code"]), "indicator": "vacancy_rate"}
        st.page_link("compare/page.py", label="Their figures beside one another", query_params=codes)


def events(asked: Asked) -> None:
    """Draw published reviews, laws, policies and other events, and list them."""
    rows = answer(questions.happenings, region=asked.region)
    kept = rows[rows["kind"].isin(asked.kinds)]
    show.plain_heading(f"Case reviews and other events: {asked.place}", "Published reviews, laws, policies, inspection "
                       "frameworks and changes in the statistics, at their dates")  # fmt: skip
    paragraphs([words.REVIEWS, words.INCIDENTS])
    if len(kept):
        show.picture(happenings.happenings(kept), alternative=f"{len(kept)} events as marks on a date axis, by kind; "
                     "filled: of one authority, hollow: of England. Each is in the table below.")  # fmt: skip
    show.notes(["Filled marks: of one authority. Hollow marks: of England.", words.CAUTION])
    st.header("The same in a table", anchor=False)
    with st.expander(f"{len(kept)} events, the newest first"):
        table(history_tables.happenings(kept), caption="Events, the newest first")
    invite("events and case reviews")


def doubts(asked: Asked) -> None:  # noqa: ARG001
    """List what is not certain, where accounts differ, and what was changed."""
    rows = answer(questions.doubts)
    show.plain_heading("What is not certain in the register", "Every row of low confidence, and every intervention "
                       "whose end is not known")  # fmt: skip
    paragraphs([f"{len(rows)} rows are listed.", words.NOT_COMPLETE, words.OPEN_ENDS])
    invite("register of interventions")
    columns = {"doubt": "Doubt", "kind": "Row of", "authority_name": "Authority", "title": "What", "row_id": "Id"}
    for doubt, part in rows.groupby("doubt"):
        with st.expander(f"{doubt.capitalize()}: {len(part)}"):
            table(history_tables.named(part, columns), caption=f"{doubt.capitalize()}")
    with st.expander("Where accounts differ"):
        differing = answer(questions.contradictions, authority="all")
        table(history_tables.contradictions(differing), caption="Accounts that differ")
    changed = {"changed_on": "Date", "file": "File", "row_id": "Row", "change": "Change", "changed": "Columns",
               "before": "Before", "after": "After", "why": "Why"}  # fmt: skip
    with st.expander("Changes to the register"):
        table(history_tables.named(answer(questions.changes), changed), caption="Rows added, corrected or removed")
