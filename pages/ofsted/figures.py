"""How workforce and referrals by the Ofsted grade then in force are shown: a chart and a table for each indicator."""

from collections.abc import Sequence
from functools import partial

import pandas as pd
import streamlit as st
from pandas import DataFrame

import queries.catalogue
import queries.figures
from data.catalogue import indicators as catalogue
from pages.charts.sources import HALF, credit
from pages.charts.years import measured
from pages.choosing import choices, models
from pages.choosing.regions import ENGLAND
from pages.database import answer, rows
from pages.ofsted import by_grade, show, words
from pages.ofsted.shown import Chart, Listed
from pages.showing import by_address, downloads
from pages.showing import chart as charts
from pages.showing import show as showing
from pages.showing.marks import columns, paragraphs
from queries import compare
from queries.rows.ofsted import KnownTo

GROUPS = ["inadequate", "other-grade"]
APART = " Figures stand beside one another; they do not show that one thing caused another."


def draw(indicators: Sequence[str], known: KnownTo, *, link: str) -> None:
    """Draw indicators by the grade then in force, beside England, and give the same in tables and to take away."""
    ids, first, last = list(indicators), known.first_year, known.last_year
    sources = rows(
        compare.sources, areas=[ENGLAND], indicators=ids, groups=GROUPS, first=first, last=last
    )  # fmt: skip
    breaks = rows(queries.catalogue.breaks, indicators=ids)
    found = {id: _grouped(id, first, last) for id in ids}
    showing.plain_heading("Figures by the grade then in force", "Authorities whose grade was "
                          "inadequate on the date of the figure, those with another grade, and England")  # fmt: skip
    charts.key(by_grade.KEY)
    for number, (column, id) in enumerate(zip(columns(len(ids)), ids, strict=True), start=1):
        with column:
            _small(by_grade.chart(found[id], breaks, catalogue()[id]), id, sources, link, number)
    paragraphs([words.RULE, words.MEDIANS])
    show.credits(sources, more=APART)
    showing.notes([words.REGIMES, words.CAUTION])
    _take(ids, first, last)
    by_address.show("ofsted/figures", indicators=ids, years=(first, last))
    st.header("The same in tables", anchor=False)
    for id in ids:
        title = catalogue()[id].title
        show.listed(Listed(rows=by_grade.table(found[id], catalogue()[id]), caption=title, fold=title))


def _small(chart: Chart, id: str, sources: show.Publications, link: str, number: int) -> None:
    """Show the chart of one indicator, with its picture."""
    showing.small(catalogue()[id].title, catalogue()[id].measure)
    about = f"England, authorities inadequate on the date and others: {measured(catalogue()[id])}"
    cut = credit(about, [catalogue()[id]], more=["Ofsted"], letters=HALF)
    charts.chart(chart.drawing, alternative=chart.alternative, credit=cut)
    charts.take_picture(show.picture(chart, sources, link=link), version=show.version(), number=number)


def _grouped(id: str, first: int, last: int) -> by_grade.Rows:
    groups = rows(
        compare.groups, indicator=id, groups=GROUPS, measure="published", base=2017, first=first, last=last,
        authority=choices.FIRST_AUTHORITY, listed=[], model=models.NEWEST_MODEL, average="median",
    )  # fmt: skip
    return by_grade.grouped(groups, rows(queries.figures.national, indicators=[id]))


def _take(ids: Sequence[str], first: int, last: int) -> None:
    downloads.buttons(
        partial(_figures, ids, first, last),
        name="by-ofsted-grade",
        title="Figures by the Ofsted grade in force",
        label="Rows",
        of="figures_by_grade",
    )


def _figures(ids: Sequence[str], first: int, last: int) -> DataFrame:
    """Ask for the figures of both groups, indicator by indicator."""
    asked = partial(
        answer, compare.groups, groups=GROUPS, measure="published", base=2017, first=first, last=last,
        authority=choices.FIRST_AUTHORITY, listed=[], model=models.NEWEST_MODEL, average="median",
    )  # fmt: skip
    return pd.concat([asked(indicator=id).assign(indicator_id=id) for id in ids])
