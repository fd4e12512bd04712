"""The views of the Ofsted page: each asks, draws, says in words, and gives the same in a table and to take away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st
from pandas import DataFrame

import queries
from pages.charts.ofsted import grid, judged, moved, shares, waited, words
from pages.charts.ofsted import tables as ofsted_tables
from pages.charts.timeline import tables
from pages.charts.timeline.key import visit_signs
from pages.charts.words import UNGRADED, day, headed
from pages.choosing.authority import Authority
from pages.database import answer
from pages.ofsted import by_grade, visits
from pages.showing import downloads, show
from pages.showing.marks import grade_key, judged_key, judgement_sources, letters, outside, paragraphs
from pages.showing.table import table
from queries import ofsted as questions


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What is asked of the Ofsted page: the authority, the region and its name, and the filters."""

    authority: Authority
    region: str
    place: str
    counted: str
    moves: Sequence[str]
    grades: Sequence[str]
    indicators: Sequence[str]
    kinds: Sequence[str]
    marked: bool


def draw(view: str, asked: Asked) -> None:
    """Draw one of the views of `choices.OFSTED_VIEWS`."""
    VIEWS[view](asked)


def _known() -> dict[str, Any]:
    """Tell how far the judgements held reach, and what they rest on."""
    known: dict[str, Any] = answer(questions.known).to_dict("records")[0]
    return known


def _span() -> dict[str, int]:
    """Return the years of the judgements held."""
    known = _known()
    return {"first": known["first_year"], "last": known["last_year"]}


def _authority(asked: Asked) -> None:
    code, name = asked.authority.area_code, asked.authority.name
    about = answer(questions.page, authority=code).to_dict("records")[0]
    ribbon = answer(queries.ribbon, authority=code)
    ribbons = answer(queries.ribbons, authority=code, wanted=True)
    rows = answer(queries.judgements, authority=code)
    found = visits.of(code, wanted=asked.marked)
    since = _known()["first_year"]
    show.plain_heading(f"{name}: Ofsted judgements", f"Every graded inspection since {since}, from the publication of "
                       "each report to that of the next")  # fmt: skip
    paragraphs(words.standing(name, ribbon, about, day(asked.authority.closed_on)))
    outside(f"{name} at Ofsted", about["page_url"])
    if len(ribbon):
        judged_key([*ribbon["grade"], *ribbons["grade"]])
        show.key(visit_signs(found))
        show.picture(judged.judged(ribbon, ribbons, found), alternative=words.judged_alt(name, ribbon, found))
    judgement_sources(answer(queries.sources, areas=[code], indicators=[], **_span()))
    show.notes([words.REGIMES, words.AFTER_2026, words.compiled(_known()), words.CAUTION])
    downloads.judgements(name, areas=[code])
    st.header("The same in a table", anchor=False)
    table(tables.judgements(rows), caption=f"Ofsted judgements of {name}, latest first")
    if asked.marked:
        st.header("Visits between inspections", anchor=False)
        paragraphs(visits.notes())
        visits.take(found, name)
        visits.listed(found, name)


def _share(asked: Asked) -> None:
    rows = answer(questions.in_force, region=asked.region, counted=asked.counted)
    show.plain_heading(
        f"Ofsted grades in force: {asked.place}",
        "Authorities in each grade on 31 March of each year "
        "and on the newest day held; the number in each bar, percent of all authorities of the date",
    )
    paragraphs([words.today(rows), words.ungraded(rows), words.RULES[asked.counted]])
    grade_key(rows["grade"])
    show.picture(shares.shares(rows), alternative=words.share_alt(rows))
    _below(rows, [words.REGIMES, words.AFTER_2026, words.compiled(_known()), words.CAUTION])
    _take(rows, asked, "in force", "grades_in_force")
    table(ofsted_tables.in_force(rows), caption=f"Authorities in each grade, {asked.place}")
    _ungraded(rows)


def _years(asked: Asked) -> None:
    rows = answer(questions.in_force, region=asked.region, counted=asked.counted)
    show.plain_heading(f"Ofsted grades by authority and year: {asked.place}", "Grade in force on 31 March of each year "
                       "and on the newest day held")  # fmt: skip
    paragraphs([words.ungraded(rows), words.RULES[asked.counted]])
    letters(rows)
    show.picture(grid.grid(rows), alternative=words.grid_alt(rows, asked.place))
    _below(rows, [words.REGIMES, words.AFTER_2026, words.compiled(_known()), words.CAUTION])
    _take(rows, asked, "in force", "grades_in_force")
    _ungraded(rows)
    with st.expander("Each authority, its grades in order"):
        table(ofsted_tables.runs(rows), caption=f"Grade in force on 31 March, {asked.place}")


def _moves(asked: Asked) -> None:
    rows = answer(questions.moves, region=asked.region)
    kept = rows[rows["move"].isin([move.replace("-", " ") for move in asked.moves])]
    show.plain_heading(f"From one inspection to the next: {asked.place}", "Moves between grades of overall "
                       "effectiveness (SIF and ILACS): number, and median time between the two reports")  # fmt: skip
    paragraphs([words.went(rows)])
    show.picture(moved.moved(rows), alternative=f"Table of moves between four grades. {words.went(rows)}")
    _below(rows, [words.REGIMES, words.compiled(_known()), words.CAUTION])
    _take(kept, asked, "moves", "grade_moves")
    table(ofsted_tables.matrix(rows), caption="Moves between grades of overall effectiveness")
    with st.expander(f"Each of the {len(kept)} moves chosen, the newest first"):
        table(ofsted_tables.moves(kept), caption="Moves, one by one")


def _since(asked: Asked) -> None:
    rows = answer(questions.since, region=asked.region)
    kept = rows[rows["grade"].isin([grade.replace("-", " ") for grade in asked.grades])] if asked.grades else rows
    show.plain_heading(
        f"Time since the last graded inspection: {asked.place}",
        "Years from the first day of the last "
        f"graded inspection to the newest day held; the longest first, up to {waited.MOST} drawn",
    )
    paragraphs([words.longest(rows)])
    if len(kept):
        show.picture(waited.waited(kept), alternative=f"Bars of the time since the last inspection. "
                     f"{words.longest(rows)} All of it is in the table below.")  # fmt: skip
    _below(rows, [words.compiled(_known()), words.UNGRADED, words.AFTER_2026, words.CAUTION])
    _take(kept, asked, "time since", "since_inspection")
    with st.expander(f"{len(kept)} authorities, the longest time first"):
        table(ofsted_tables.since(kept), caption=f"Last graded inspection of each authority, {asked.place}")


def _visits(asked: Asked) -> None:
    visits.draw(region=asked.region, place=asked.place, kinds=asked.kinds)


def _figures(asked: Asked) -> None:
    by_grade.draw(asked.indicators, **_span())


def _ungraded(rows: DataFrame) -> None:
    """List the areas judged of the authorities that have no overall grade, if there are any."""
    if len(found := ofsted_tables.ungraded(rows)):
        title = headed(UNGRADED)
        with st.expander(f"{title}: the areas judged of {len(found)} authorities"):
            table(found, caption=title)


def _below(rows: DataFrame, notes: list[str]) -> None:
    judgement_sources(answer(queries.sources, areas=rows["area_code"].unique().tolist(), indicators=[], **_span()))
    show.notes(notes)


def _take(rows: DataFrame, asked: Asked, what: str, of: str) -> None:
    """Offer the rows that a view of all authorities lists, then head the tables."""
    downloads.buttons(
        rows, name=f"ofsted-{what}_{asked.place}", title=f"Ofsted, {what}: {asked.place}", label="Rows", of=of
    )
    st.header("The same in a table", anchor=False)


VIEWS: dict[str, Callable[[Asked], None]] = {
    "authority": _authority,
    "share": _share,
    "years": _years,
    "moves": _moves,
    "since": _since,
    "visits": _visits,
    "figures": _figures,
}
