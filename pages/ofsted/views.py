"""The views of the Ofsted page: what each asks of the database, and what it offers to take away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st
from pandas import DataFrame

import queries.catalogue
import queries.history
from pages.charts import facts
from pages.charts.words import day
from pages.choosing.regions import within
from pages.database import answer, rows, rows_once
from pages.ofsted import figures, judged, judgements, moves, share, show, since, visited, visits, years
from pages.ofsted.shown import Shown
from pages.showing import by_address, downloads
from pages.showing.marks import outside, paragraphs
from queries import ofsted as questions
from queries.rows.catalogue import Authority, Publication
from queries.rows.ofsted import KnownTo


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is asked of the Ofsted page: the authority, the region and its name, the filters, and the short link."""

    authority: Authority
    region: str
    place: str
    counted: str
    moves: Sequence[str]
    grades: Sequence[str]
    indicators: Sequence[str]
    kinds: Sequence[str]
    marked: bool
    link: str


def draw(view: str, asked: Asked) -> None:
    """Draw one of the views of `choices.OFSTED_VIEWS`."""
    VIEWS[view](asked)


def _known() -> KnownTo:
    return rows_once(questions.known)[0]


def _sources(areas: Sequence[str]) -> list[Publication]:
    """Name the publications behind the judgements of some authorities."""
    known = _known()
    return rows(
        queries.catalogue.sources, areas=sorted(set(areas)), indicators=[], first=known.first_year, last=known.last_year
    )


def _authority(asked: Asked) -> None:
    code, name = asked.authority.area_code, asked.authority.name
    history = _history(asked.authority, marked=asked.marked)
    shown, sources = judgements.view(history, known=_known()), _sources([code])
    show.top(shown, sources, partial(_judgements, name, code), link=asked.link)
    outside(f"{name} at Ofsted", history.about.page_url)
    show.below(shown, sources)
    if asked.marked:
        st.header("Visits between inspections", anchor=False)
        paragraphs(visits.notes())
        visits.take(name, authority=code)
        visits.listed(history.visits, name)


def _judgements(name: str, code: str) -> None:
    downloads.judgements(name, areas=[code])
    by_address.show("ofsted/authority", areas=[code])


def _history(authority: Authority, *, marked: bool) -> judged.History:
    code = authority.area_code
    in_force = rows(queries.history.grades_in_force, authority=code)
    return judged.History(
        name=authority.name, closed=authority.closed_on,
        standing=facts.standing(in_force, closed=day(authority.closed_on)),
        in_force=in_force,
        areas=rows(queries.history.area_grades_in_force, authority=code, wanted=True),
        judgements=rows(queries.history.judgements, authority=code), visits=visits.to(code) if marked else [],
        about=rows(questions.page, authority=code)[0],
    )  # fmt: skip


def _in_force(asked: Asked, view: Callable[..., Shown]) -> None:
    found = rows(questions.in_force, region=asked.region, counted=asked.counted)
    shown = view(found, place=asked.place, counted=asked.counted, known=_known())
    ask = partial(answer, questions.in_force, region=asked.region, counted=asked.counted)
    take = partial(_take, ask, what="in force", asked=asked, of="grades_in_force")
    _whole(shown, [row.area_code for row in found], take, asked)


def _moves(asked: Asked) -> None:
    found = rows(questions.moves, region=asked.region)
    chosen = [move.replace("-", " ") for move in asked.moves]
    shown = moves.view(found, place=asked.place, chosen=chosen, known=_known())
    ask = partial(_kept, partial(answer, questions.moves, region=asked.region), "move", chosen)
    take = partial(_take, ask, what="moves", asked=asked, of="grade_moves")
    _whole(shown, [row.area_code for row in found], take, asked)


def _since(asked: Asked) -> None:
    found = rows(questions.since, region=asked.region)
    chosen = [grade.replace("-", " ") for grade in asked.grades]
    shown = since.view(found, place=asked.place, chosen=chosen, known=_known())
    ask = partial(_kept, partial(answer, questions.since, region=asked.region), "grade", chosen)
    take = partial(_take, ask, what="time since", asked=asked, of="since_inspection")
    _whole(shown, [row.area_code for row in found], take, asked)


def _visits(asked: Asked) -> None:
    kinds = list(asked.kinds)
    found = rows(questions.visits, authority="all", region=asked.region, kinds=kinds)
    shown = visited.view(found, place=asked.place, held=rows_once(questions.visits_held))
    sources = rows_once(questions.visit_sources)
    show.top(shown, sources, partial(_visited, asked), link=asked.link)
    show.below(shown, sources)


def _visited(asked: Asked) -> None:
    visits.take(asked.place, region=asked.region, kinds=list(asked.kinds))
    by_address.show("ofsted/visits", areas=within(asked.region))


def _figures(asked: Asked) -> None:
    figures.draw(asked.indicators, _known(), link=asked.link)


def _kept(ask: Callable[[], DataFrame], column: str, chosen: Sequence[str]) -> DataFrame:
    """Ask, and keep the rows that were chosen; all where none was."""
    found = ask()
    return found[found[column].isin(chosen)] if chosen else found


def _take(ask: Callable[[], DataFrame], *, what: str, asked: Asked, of: str) -> None:
    """Offer the rows that a view of all authorities lists."""
    name, title = f"ofsted-{what}_{asked.place}", f"Ofsted, {what}: {asked.place}"
    downloads.buttons(ask, name=name, title=title, label="Rows", of=of)
    by_address.show("ofsted/share", areas=within(asked.region))


def _whole(shown: Shown, areas: Sequence[str], take: Callable[[], None], asked: Asked) -> None:
    """Show a view of all authorities."""
    sources = _sources(areas)
    show.top(shown, sources, take, link=asked.link)
    show.below(shown, sources)


VIEWS: dict[str, Callable[[Asked], None]] = {
    "authority": _authority,
    "share": partial(_in_force, view=share.view),
    "years": partial(_in_force, view=years.view),
    "moves": _moves,
    "since": _since,
    "visits": _visits,
    "figures": _figures,
}
