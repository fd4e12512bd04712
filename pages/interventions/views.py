"""The views of the page of interventions: each asks, draws, says in words, and gives the same in tables."""

from collections.abc import Callable

import streamlit as st
from pandas import DataFrame

import queries
from pages.charts.register import bars as register_bars
from pages.charts.register import chronology, followed, history_tables, standing_bars, words
from pages.charts.register import lasting as survival
from pages.charts.register import tables as register_tables
from pages.database import answer
from pages.interventions.register import Asked, chosen_phases, chosen_spells, doubts, events, moved, where_moved
from pages.showing import downloads, show
from pages.showing.correct import invite
from pages.showing.marks import form_key, main_date_key, paragraphs, standing_key, survival_key
from pages.showing.table import table
from queries import register as questions


def draw(view: str, asked: Asked) -> None:
    """Draw one of the views of `choices.REGISTER_VIEWS`."""
    VIEWS[view](asked)


def _register(asked: Asked) -> None:
    phases, spells = chosen_phases(asked), chosen_spells(asked)
    moves = moved(asked) if asked.services == "moved" else None
    since = f" since {phases['began_on'].min().year}" if len(phases) else ""
    show.plain_heading(f"Government intervention in children's services: {asked.place}", "Improvement notices, "
                       f"directions, commissioners and trusts{since}, as far as each is evidenced")  # fmt: skip
    paragraphs([*(words.moved(moves) if moves is not None else []), words.held(spells)])
    if len(phases):
        form_key(phases)
        steps = answer(questions.steps, region=asked.region)
        show.picture(
            register_bars.register_bars(phases, steps, order=asked.order, moved=moves),
            alternative=words.register_alt(phases, asked.place),
        )
    if moves is not None:
        where_moved(moves, asked.place)
    show.notes([words.NOT_COMPLETE, words.OPEN_ENDS, words.CAUTION])
    _take(phases, asked)
    with st.expander(f"The register in a table: {len(phases)} phases"):
        table(register_tables.register(phases), caption=f"Register of interventions, {asked.place}")
    invite(f"register of interventions, {asked.place}")


def _take(phases: DataFrame, asked: Asked) -> None:
    """Offer the chosen interventions, and their steps, to take away."""
    st.header("Download", anchor=False)
    downloads.interventions(asked.place, areas=phases["area_code"].unique().tolist())


def _chronology(asked: Asked) -> None:
    code, name = asked.authority.area_code, asked.authority.name
    phases = answer(queries.interventions, authority=code)
    steps = answer(queries.intervention_events, authority=code)
    differing = answer(questions.contradictions, authority=code)
    ribbon = answer(queries.ribbon, authority=code)
    local = answer(queries.events, authority=code, scopes=["local"])
    show.plain_heading(f"{name}: government intervention", "Every dated step held, with its source and how sure we are "
                       "of it")  # fmt: skip
    paragraphs(words.outlined(name, phases, steps))
    if len(phases) or len(ribbon):
        main_date_key()
        show.picture(
            chronology.chronology(phases, steps, ribbon), alternative=words.chronology_alt(name, phases, steps)
        )
    show.notes([words.ANNOUNCEMENTS, words.NOT_COMPLETE, words.CAUTION])
    st.header("Main dates", anchor=False)
    table(history_tables.main_dates(steps), caption=f"Main dates of intervention in {name}")
    st.header("Where accounts differ", anchor=False)
    table(history_tables.contradictions(differing), caption=f"Accounts that differ, {name}")
    with st.expander(f"Every dated step ({len(steps)}), what was planned or threatened too"):
        table(history_tables.steps(steps), caption=f"Dated steps, {name}")
    with st.expander("Phases"):
        table(register_tables.register(phases.assign(authority_name=name, region_name=asked.authority.region_name)),
              caption=f"Phases of intervention in {name}")  # fmt: skip
    with st.expander("Case reviews and other events of the authority"):
        paragraphs([words.REVIEWS])
        table(history_tables.happenings(local.assign(authority_name=name)), caption=f"Events, {name}")
    st.header("Download", anchor=False)
    downloads.interventions(name, areas=[code])
    invite(f"{name}: government intervention")


def _force(asked: Asked) -> None:
    rows = answer(questions.in_force, region=asked.region)
    rows = rows[rows["intervention_id"].isin(chosen_phases(asked)["intervention_id"])]
    show.plain_heading(f"Interventions in force on each 31 March: {asked.place}", "Number of interventions in "
                       "children's services, and how surely it is known that they were in force")  # fmt: skip
    if len(rows):
        paragraphs([words.in_force(rows)])
        standing_key()
        show.picture(
            standing_bars.standing_bars(rows), alternative=f"Stacked bars of interventions in force on each 31 March. "
            f"{words.in_force(rows)} All of it is in the table below.",
        )  # fmt: skip
    show.notes([words.COUNTING, words.NOT_COMPLETE, words.CAUTION])
    downloads.buttons(
        rows, name=f"interventions-in-force_{asked.place}",
        title=f"Interventions in force on each 31 March: {asked.place}", label="Rows", of="interventions_in_force",
    )  # fmt: skip
    st.header("The same in a table", anchor=False)
    with st.expander("Each 31 March, the newest first"):
        table(register_tables.standing(rows), caption=f"Interventions in force, {asked.place}")


def _lasting(asked: Asked) -> None:
    spells = chosen_spells(asked)
    show.plain_heading(f"How long interventions last: {asked.place}", "Share of interventions in children's services "
                       "still in force, by years since they began")  # fmt: skip
    if not (spells["state"] == "ended").any():
        paragraphs(["No intervention with a known end is held for these choices: there is no curve to draw."])
        return
    measured = survival.lengths(spells)
    main = survival.curve(measured)
    known = survival.curve(measured[measured["state"] != "end_unknown"])
    paragraphs([words.lasted(main, spells), words.held(spells)])
    survival_key()
    show.picture(survival.lasting(main, known), alternative=f"Survival curve of interventions. "
                 f"{words.lasted(main, spells)} The table below gives the share after each year.")  # fmt: skip
    show.notes([words.CENSORED, words.KAPLAN_MEIER, words.NOT_COMPLETE, words.CAUTION])
    downloads.buttons(
        spells, name=f"intervention-spells_{asked.place}", title=f"Interventions: {asked.place}", label="Spells",
        of="intervention_spells",
    )  # fmt: skip
    st.header("The same in a table", anchor=False)
    table(register_tables.lasting(main, known), caption="Share still in force, with the 95% interval")


def _followed(asked: Asked) -> None:
    phases = chosen_phases(asked)
    show.plain_heading(f"Which form of intervention followed which: {asked.place}", "Number of phases, and what came "
                       "after each within the same intervention")  # fmt: skip
    paragraphs([words.held(chosen_spells(asked))])
    show.picture(followed.followed(phases), alternative="Table of forms of intervention by what followed each. "
                 "The same is in words below.")  # fmt: skip
    show.notes([words.OPEN_ENDS, words.NOT_COMPLETE, words.CAUTION])
    st.header("The same in tables", anchor=False)
    table(register_tables.followed_by(phases), caption="Forms, and what followed them")
    steps = answer(questions.steps, region=asked.region)
    table(register_tables.trusts(steps, phases), caption="Trusts that began under intervention or beside it")


VIEWS: dict[str, Callable[[Asked], None]] = {
    "register": _register,
    "chronology": _chronology,
    "force": _force,
    "lasting": _lasting,
    "followed": _followed,
    "events": events,
    "doubts": doubts,
}
