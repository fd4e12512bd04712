"""The views of the page of interventions: each asks, draws, says in words, and gives the same in tables."""

from collections.abc import Callable

import streamlit as st

import queries.catalogue
import queries.history
from pages.charts.facts import spells as in_words
from pages.charts.sources import credit
from pages.charts.words import number_of
from pages.choosing.regions import within
from pages.database import answer, rows
from pages.interventions import cells, chronology, followed, force, lasting, lists, said, whole
from pages.interventions.asked import Asked, chosen_ids, chosen_phases, chosen_spells, moved, take
from pages.showing import by_address, chart, downloads, show
from pages.showing.correct import invite
from pages.showing.marks import paragraphs
from pages.showing.menu import section
from pages.showing.table import table
from queries import register as questions

ALL_YEARS = {"first": 1900, "last": 2100}  # judgements are named whatever the years of figures


def draw(view: str, asked: Asked) -> None:
    """Draw one of the views of `choices.REGISTER_VIEWS`."""
    VIEWS[view](asked)


def _register(asked: Asked) -> None:
    phases, spells = chosen_phases(asked), chosen_spells(asked)
    moves = moved(asked) if asked.services == "moved" else []
    since = f" since {min(phase.began_on for phase in phases).year}" if phases else ""
    headline, subtitle = (
        f"Government intervention in children's services: {asked.place}",
        f"Improvement notices, directions, commissioners and trusts{since}, as far as each is evidenced",
    )
    show.plain_heading(headline, subtitle)
    paragraphs([*(said.moved(moves) if asked.services == "moved" else []), said.held(spells)])
    if phases:
        key = whole.key(phases)
        chart.key(key)
        drawing = whole.drawing(phases, rows(questions.steps, region=asked.region), order=asked.order, moved=moves)
        described = whole.alternative(phases, asked.place)
        chart.chart(drawing, alternative=described, credit=credit(f"{headline}. {subtitle}", register=True))
        take(asked, drawing, view="register", headline=f"{headline}{since}", subtitle=said.held(spells), key=key,
             alternative=described, notes=[said.NOT_COMPLETE, said.CAUTION],
             wall=(whole.wall(phases, moves), whole.wall_key(phases)))  # fmt: skip
    if asked.services == "moved":
        lists.where_moved(moves, asked.place)
    show.notes([said.NOT_COMPLETE, said.OPEN_ENDS, said.CAUTION])
    st.header("Download", anchor=False)
    areas = list(dict.fromkeys(phase.area_code for phase in phases))
    downloads.interventions(asked.place, areas=areas)
    if areas:
        by_address.show("interventions/register", areas=areas)
    with section(f"The register in a table: {number_of(len(phases), 'phase')}", key="register.table") as opened:
        if opened:
            table(cells.register(phases), caption=f"Register of interventions, {asked.place}")
    invite(f"register of interventions, {asked.place}")


def _chronology(asked: Asked) -> None:
    code, name = asked.authority.area_code, asked.authority.name
    phases = rows(queries.history.interventions, authority=code)
    steps = rows(queries.history.intervention_events, authority=code)
    in_force = rows(queries.history.grades_in_force, authority=code)
    spells = in_words(phases)
    headline, subtitle = (
        f"{name}: government intervention",
        "Every dated step held, with its source and how sure we are of it",
    )
    show.plain_heading(headline, subtitle)
    if phases or in_force:
        drawing, described = chronology.drawing(phases, steps, in_force), chronology.alternative(name, spells, steps)
        chart.key(chronology.key())
        cut = credit(f"{headline}. {subtitle}", more=["Ofsted"], register=True)
        chart.chart(drawing, alternative=described, credit=cut)
        years = chronology.years(drawing)
        take(asked, drawing, view="chronology", headline=f"{headline} and Ofsted judgements, {years}",
             subtitle=chronology.outlined(name, spells, steps)[0], alternative=described, key=chronology.key(),
             notes=[said.NOT_COMPLETE, said.CAUTION], numbered=lists.numbered(steps),
             publications=rows(queries.catalogue.sources, areas=[code], indicators=[], **ALL_YEARS))  # fmt: skip
    paragraphs(chronology.outlined(name, spells, steps))
    lists.chronology(asked, phases, steps)


def _force(asked: Asked) -> None:
    ids = chosen_ids(asked)
    found = [row for row in rows(questions.in_force, region=asked.region) if row.intervention_id in set(ids)]
    headline, subtitle = (
        f"Interventions in force on each 31 March: {asked.place}",
        "Number of interventions in children's services, and how surely it is known that they were in force",
    )
    show.plain_heading(headline, subtitle)
    if found:
        paragraphs([force.in_force(found)])
        drawing, described = force.drawing(found), force.alternative(found)
        chart.key(force.key())
        chart.chart(drawing, alternative=described, credit=credit(f"{headline}. {subtitle}", register=True))
        dates = list(force.counted(found))
        take(asked, drawing, view="force", headline=f"{headline}, {dates[0].year} to {dates[-1].year}",
             subtitle=subtitle, alternative=described, key=force.key(),
             notes=[said.COUNTING, said.NOT_COMPLETE])  # fmt: skip
    show.notes([said.COUNTING, said.NOT_COMPLETE, said.CAUTION])
    frame = answer(questions.in_force, region=asked.region)
    downloads.buttons(
        frame[frame["intervention_id"].isin(ids)], name=f"interventions-in-force_{asked.place}", title=headline,
        label="Rows", of="interventions_in_force",
    )  # fmt: skip
    by_address.show("interventions/force", areas=within(asked.region))
    st.header("The same in a table", anchor=False)
    with st.expander("Each 31 March, the newest first"):
        table(force.table(found), caption=f"Interventions in force, {asked.place}")


def _lasting(asked: Asked) -> None:
    spells = chosen_spells(asked)
    headline, subtitle = (
        f"How long interventions last: {asked.place}",
        "Share of interventions in children's services still in force, by years since they began",
    )
    show.plain_heading(headline, subtitle)
    if not any(spell.state == "ended" for spell in spells):
        paragraphs(["No intervention with a known end is held for these choices: there is no curve to draw."])
        return
    ids = [spell.intervention_id for spell in spells]
    main, known = (rows(questions.survival, interventions=ids, unknown=unknown) for unknown in (True, False))
    paragraphs([lasting.lasted(main, spells), said.held(spells)])
    drawing, described = lasting.drawing(main, known), lasting.alternative(main, spells)
    chart.key(lasting.key())
    chart.chart(drawing, alternative=described, credit=credit(f"{headline}. {subtitle}", register=True))
    begun = [spell.began_on.year for spell in spells]
    take(asked, drawing, view="lasting", headline=f"{headline}, begun {min(begun)} to {max(begun)}", subtitle=subtitle,
         alternative=described, key=lasting.key(),
         notes=[lasting.lasted(main, spells), said.KAPLAN_MEIER, said.NOT_COMPLETE])  # fmt: skip
    show.notes([said.CENSORED, said.KAPLAN_MEIER, said.NOT_COMPLETE, said.CAUTION])
    frame = answer(questions.spells, region=asked.region)
    downloads.buttons(
        frame[frame["intervention_id"].isin(ids)], name=f"intervention-spells_{asked.place}",
        title=f"Interventions: {asked.place}", label="Spells", of="intervention_spells",
    )  # fmt: skip
    by_address.show("interventions/lasting", areas=within(asked.region))
    st.header("The same in a table", anchor=False)
    table(lasting.table(main, known), caption="Share still in force, with the 95% interval")


def _followed(asked: Asked) -> None:
    phases, spells = chosen_phases(asked), chosen_spells(asked)
    headline, subtitle = (
        f"Which form of intervention followed which: {asked.place}",
        "Number of phases, and what came after each within the same intervention",
    )
    show.plain_heading(headline, subtitle)
    paragraphs([said.held(spells)])
    drawing = followed.drawing(phases)
    chart.key(followed.key())
    described = "Table of forms of intervention by what followed each. The same is in words below."
    chart.chart(drawing, alternative=described, credit=credit(f"{headline}. {subtitle}", register=True))
    if phases:
        since = min(phase.began_on for phase in phases).year
        take(asked, drawing, view="followed", headline=f"{headline}, since {since}", subtitle=subtitle,
             alternative=described, key=followed.key(), notes=[said.held(spells), said.NOT_COMPLETE])  # fmt: skip
    show.notes([said.OPEN_ENDS, said.NOT_COMPLETE, said.CAUTION])
    st.header("The same in tables", anchor=False)
    table(followed.table(phases), caption="Forms, and what followed them")
    by_address.show("interventions/followed", areas=within(asked.region))
    steps = rows(questions.steps, region=asked.region)
    table(followed.trusts(steps, phases), caption="Trusts that began under intervention or beside it")


VIEWS: dict[str, Callable[[Asked], None]] = {
    "register": _register,
    "chronology": _chronology,
    "force": _force,
    "lasting": _lasting,
    "followed": _followed,
    "events": lists.events,
    "doubts": lists.doubts,
}
