"""One measure of own figures in pictures: on reported dates over the published series, else as parts of a year."""

from html import escape

import pandas as pd
import streamlit as st

import queries.catalogue
import queries.figures
from data.catalogue import indicators
from pages.charts.comparison import compare, keys
from pages.charts.comparison import tables as comparison_tables
from pages.charts.comparison import words as comparison_words
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.credit import credit as of_comparison
from pages.charts.comparison.notes import notes
from pages.charts.model import Entry, Look
from pages.charts.sources import credit
from pages.charts.theme import OWN
from pages.charts.visitor import in_year, years_beside
from pages.charts.visitor.words import Row
from pages.charts.years import measured
from pages.choosing.models import NEWEST_MODEL
from pages.database import rows as rows_of
from pages.database import rows_once
from pages.showing import chart, show
from pages.showing.table import table
from pages.visitor_figures.picture import has_own
from pages.visitor_figures.series import FIRST, LAST, series
from queries import compare as questions
from queries.rows.compare import Compared
from queries.rows.figures import Trend

NOT = "not compared"
COLUMNS = ["Authority", "Measure"]  # the same in every row of one measure of one authority


def pictures(rows: pd.DataFrame, about: Row, code: str, name: str) -> None:
    """Draw own figures of reported dates over the published series, and parts of a year beside whole years.

    Parameters
    ----------
    rows
        Of `queries.visitor.with_published`, of one measure of one authority.
    about
        The row of `queries.catalogue.indicators` of the measure.
    code, name
        Of the authority.
    """
    _, lines, _ = drawn = series(rows, about, code, name)
    parts = {kind: own for kind in in_year.WORDS if len(own := in_year.of_kind(rows, kind))}
    if has_own(lines) or not parts:
        _over_the_years(drawn, about, code, name)
    for kind, own in parts.items():
        _part(own, about, kind, code, name)


def _over_the_years(drawn: tuple[list[Compared], list[Line], Asked], about: Row, code: str, name: str) -> None:
    """Draw the own figures of reported dates over the published series, the neighbours and England."""
    published, lines, asked = drawn
    breaks = rows_of(queries.catalogue.breaks, indicators=[about["indicator_id"]])
    st.header(f"{about['title']}: {name}", anchor=False)
    st.html(f'<p class="small">{escape(comparison_words.subtitle(asked))}</p>')
    chart.key([*_own_key(lines), *keys.key(lines, asked), *keys.behind(lines, asked)])
    chart.charts(compare.pictures(published, lines, breaks, asked), credit=of_comparison(lines, asked))
    show.sources(
        rows_of(
            questions.sources, areas=[code], indicators=[about["indicator_id"]], groups=[], first=FIRST, last=LAST
        ),
        register=False,
    )  # fmt: skip
    with st.expander("The same in a table"):
        table(comparison_tables.drawn(lines, asked), caption=comparison_words.caption(asked))
        show.notes(notes(published, lines, breaks, asked))


def _own_key(lines: list[Line]) -> list[Entry]:
    own = [Entry(words="your own figures, DRAFT", look=Look(colour=OWN, dash="dot", symbol="circle-open"))]
    return own * has_own(lines)


def _part(own: pd.DataFrame, about: Row, kind: str, code: str, name: str) -> None:
    """Draw months, quarters or other dates; beside parts of a year the published whole years."""
    indicator, published = indicators()[str(about["indicator_id"])], _published(code, str(about["indicator_id"]))
    near = years_beside.near(published, own["period_end"].min().date()) if kind != "other" else []
    st.header(f"{in_year.WORDS[kind]}: {about['title']}, {name}", anchor=False)
    st.write(in_year.WARNINGS[kind] + (f" {years_beside.words(near, indicator)}" if kind != "other" else ""))
    chart.key([in_year.key(kind), *([years_beside.key(indicator)] if near else [])])
    chart.chart(
        in_year.in_year(own, about, kind, published),
        alternative=in_year.alternative(own, about, kind, name, published),
        credit=credit(
            f"{name}: {measured(indicator)}, {in_year.WORDS[kind].lower()}",
            [indicator] if near else [],
            more=["your own figures, DRAFT"],
        ),
    )


def _published(code: str, indicator: str) -> list[Trend]:
    """Return what is published of the authority itself: nothing of the visitor's is in the question."""
    return rows_once(
        queries.figures.trend, authority=code, beside=[], others=[], model=NEWEST_MODEL, indicators=[indicator],
        first=FIRST, last=LAST,
    )  # fmt: skip


def without_repeats(told: pd.DataFrame) -> tuple[str, pd.DataFrame]:
    """Say once, in the caption, what would stand in every row: whose figures, of what, and why none is compared.

    Returns
    -------
    tuple
        The end of the caption, and the table without those columns.
    """
    told = told.drop(columns=[name for name in COLUMNS if name in told])
    why = set(told["Published"]) if "Published" in told else set()
    if len(why) == 1 and next(iter(why)).startswith(NOT):
        return f"yours (DRAFT), {why.pop()}", told.drop(columns="Published")
    return "yours (DRAFT), the published figures, and the difference", told
