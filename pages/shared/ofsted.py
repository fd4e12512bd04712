"""The views of the Ofsted page: each asks, draws, says in words, and gives the same in a table and to take away."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st
from pandas import DataFrame

import queries
from pages.charts.ofsted import grid, judged, moved, rated, shares, waited, words
from pages.charts.ofsted import tables as ofsted_tables
from pages.charts.timeline import tables
from pages.charts.words import day
from pages.shared import choices, downloads, show
from pages.shared.authority import Authority
from pages.shared.database import answer
from pages.shared.marks import columns, grade_key, judged_key, judgement_sources, letters, outside, paragraphs
from pages.shared.table import table
from queries import compare
from queries import ofsted as questions

SPAN = {"first": 2009, "last": 2026}


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


def draw(view: str, asked: Asked) -> None:
    """Draw one of the views of `histories.OFSTED_VIEWS`."""
    VIEWS[view](asked)


def _authority(asked: Asked) -> None:
    code, name = asked.authority.area_code, asked.authority.name
    about = answer(questions.page, authority=code).to_dict("records")[0]
    ribbon = answer(queries.ribbon, authority=code)
    ribbons = answer(queries.ribbons, authority=code, wanted=True)
    rows = answer(queries.judgements, authority=code)
    show.plain_heading(f"{name}: Ofsted judgements", "Every graded inspection since 2009, from the publication of each "
                       "report to that of the next")  # fmt: skip
    paragraphs(words.standing(name, ribbon, rows, about, day(asked.authority.closed_on)))
    outside(f"{name} at Ofsted", about["page_url"])
    if len(ribbon):
        judged_key([*ribbon["grade"], *ribbons["grade"]])
        show.picture(judged.judged(ribbon, ribbons), alternative=words.judged_alt(name, ribbon))
    judgement_sources(answer(queries.sources, areas=[code], indicators=[], **SPAN))
    show.notes([words.REGIMES, words.AFTER_2026, words.COMPILED, words.UNGRADED, words.CAUTION])
    downloads.judgements(name, areas=[code])
    st.header("The same in a table", anchor=False)
    table(tables.judgements(rows), caption=f"Ofsted judgements of {name}, latest first")


def _share(asked: Asked) -> None:
    rows = answer(questions.in_force, region=asked.region, counted=asked.counted)
    show.plain_heading(
        f"Ofsted grades in force: {asked.place}",
        "Authorities in each grade on 31 March of each year "
        "and on the newest day held; the number in each bar, percent of all authorities of the date",
    )
    paragraphs([words.today(rows), words.RULES[asked.counted]])
    grade_key(rows["grade"])
    show.picture(shares.shares(rows), alternative=words.share_alt(rows))
    _below(rows, [words.REGIMES, words.AFTER_2026, words.COMPILED, words.CAUTION])
    _take(rows, asked, "in force", "grades_in_force")
    table(ofsted_tables.in_force(rows), caption=f"Authorities in each grade, {asked.place}")


def _years(asked: Asked) -> None:
    rows = answer(questions.in_force, region=asked.region, counted=asked.counted)
    show.plain_heading(f"Ofsted grades by authority and year: {asked.place}", "Grade in force on 31 March of each year "
                       "and on the newest day held")  # fmt: skip
    paragraphs([words.RULES[asked.counted]])
    letters(rows)
    show.picture(grid.grid(rows), alternative=words.grid_alt(rows, asked.place))
    _below(rows, [words.REGIMES, words.AFTER_2026, words.COMPILED, words.CAUTION])
    _take(rows, asked, "in force", "grades_in_force")
    with st.expander("Each authority, its grades in order"):
        table(ofsted_tables.runs(rows), caption=f"Grade in force on 31 March, {asked.place}")


def _moves(asked: Asked) -> None:
    rows = answer(questions.moves, region=asked.region)
    kept = rows[rows["move"].isin([move.replace("-", " ") for move in asked.moves])]
    show.plain_heading(f"From one inspection to the next: {asked.place}", "Moves between grades of overall "
                       "effectiveness (SIF and ILACS): number, and median time between the two reports")  # fmt: skip
    paragraphs([words.went(rows)])
    show.picture(moved.moved(rows), alternative=f"Table of moves between four grades. {words.went(rows)}")
    _below(rows, [words.REGIMES, words.COMPILED, words.CAUTION])
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
    _below(rows, [words.COMPILED, words.UNGRADED, words.AFTER_2026, words.CAUTION])
    _take(kept, asked, "time since", "since_inspection")
    with st.expander(f"{len(kept)} authorities, the longest time first"):
        table(ofsted_tables.since(kept), caption=f"Last graded inspection of each authority, {asked.place}")


def _figures(asked: Asked) -> None:
    abouts = answer(queries.indicators, indicators=list(asked.indicators)).to_dict("records")
    national = answer(queries.national, indicators=list(asked.indicators))
    breaks = answer(queries.breaks, indicators=list(asked.indicators))
    show.plain_heading("Workforce and referrals by the grade then in force", "Authorities whose grade was inadequate "
                       "on the date of the figure, those with another grade, and England")  # fmt: skip
    paragraphs(
        ["Means of rates are weighted by their denominators; the authorities in a group differ from year to year. "
         "Figures stand beside one another; they do not show that a judgement changed them, or they a judgement."]
    )  # fmt: skip
    show.key(rated.key())
    found = {}
    for column, about in zip(columns(len(abouts)), abouts, strict=True):
        states = _by_grade([about["indicator_id"]])
        england = national[national["indicator_id"] == about["indicator_id"]]
        found[about["title"]] = ofsted_tables.rated(states, england, about)
        rows = rated.lines(states, england)
        with column:
            show.small(about["title"], about["measure"])
            show.picture(rated.rated(rows, breaks, about), alternative=rated.alternative(states, about))
    show.sources(
        answer(queries.sources, areas=["E92000001"], indicators=list(asked.indicators), **SPAN), register=False
    )
    show.notes([words.REGIMES, words.CAUTION])
    downloads.buttons(
        partial(_by_grade, asked.indicators), name="by-ofsted-grade", title="Figures by the Ofsted grade in force",
        label="Rows", of="figures_by_grade",
    )  # fmt: skip
    st.header("The same in tables", anchor=False)
    for title, rows in found.items():
        with st.expander(title):
            table(rows, caption=title)


def _by_grade(indicators: Sequence[str]) -> DataFrame:
    """Ask for the figures of both groups, indicator by indicator."""
    of = {"authority": choices.FIRST_AUTHORITY, "own": [], "model": "2025"}  # no list of authorities is asked for
    span = {"groups": ["inadequate", "other-grade"], "measure": "published", "base": 2017, **SPAN, **of}
    return pd.concat([answer(compare.groups, indicator=id, **span).assign(indicator_id=id) for id in indicators])


def _below(rows: DataFrame, notes: list[str]) -> None:
    judgement_sources(answer(queries.sources, areas=rows["area_code"].unique().tolist(), indicators=[], **SPAN))
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
    "figures": _figures,
}
