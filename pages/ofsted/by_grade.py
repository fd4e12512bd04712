"""Workforce and referrals by the Ofsted grade then in force: a view of the Ofsted page."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st
from pandas import DataFrame

import queries
from pages.charts.ofsted import rated, words
from pages.charts.ofsted import tables as ofsted_tables
from pages.choosing import choices
from pages.database import answer
from pages.showing import downloads, show
from pages.showing.marks import columns, paragraphs
from pages.showing.table import table
from queries import compare

MEDIANS = (
    "The line of a group is the median of its authorities, each counting the same; they differ from year to year. "
    "Figures stand beside one another; they do not show that a judgement changed them, or they a judgement."
)
GROUPS = ["inadequate", "other-grade"]


def draw(indicators: Sequence[str], *, first: int, last: int) -> None:
    """Draw indicators by the grade then in force, beside England, and give the same in tables and to take away."""
    abouts = answer(queries.indicators, indicators=list(indicators)).to_dict("records")
    national = answer(queries.national, indicators=list(indicators))
    breaks = answer(queries.breaks, indicators=list(indicators))
    show.plain_heading("Workforce and referrals by the grade then in force", "Authorities whose grade was inadequate "
                       "on the date of the figure, those with another grade, and England")  # fmt: skip
    paragraphs([words.RULE, MEDIANS])
    show.key(rated.key())
    found = {}
    for column, about in zip(columns(len(abouts)), abouts, strict=True):
        states = _by_grade([about["indicator_id"]], first, last)
        england = national[national["indicator_id"] == about["indicator_id"]]
        found[about["title"]] = ofsted_tables.rated(states, england, about)
        rows = rated.lines(states, england)
        with column:
            show.small(about["title"], about["measure"])
            show.picture(rated.rated(rows, breaks, about), alternative=rated.alternative(states, about))
    asked = {"areas": ["E92000001"], "indicators": list(indicators), "groups": GROUPS, "first": first, "last": last}
    show.sources(answer(compare.sources, **asked), register=False)
    show.notes([words.REGIMES, words.CAUTION])
    downloads.buttons(
        partial(_by_grade, indicators, first, last),
        name="by-ofsted-grade",
        title="Figures by the Ofsted grade in force",
        label="Rows",
        of="figures_by_grade",
    )
    st.header("The same in tables", anchor=False)
    for title, rows in found.items():
        with st.expander(title):
            table(rows, caption=title)


def _by_grade(indicators: Sequence[str], first: int, last: int) -> DataFrame:
    """Ask for the figures of both groups, indicator by indicator."""
    # no list of authorities is asked for
    of = {"authority": choices.FIRST_AUTHORITY, "own": [], "model": "2025", "average": "median"}
    span = {"groups": GROUPS, "measure": "published", "base": 2017, "first": first, "last": last}
    return pd.concat([answer(compare.groups, indicator=id, **span, **of).assign(indicator_id=id) for id in indicators])
