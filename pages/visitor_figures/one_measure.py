"""One measure of own figures in pictures: on reported dates over the published series, else as parts of a year."""

from collections.abc import Sequence
from html import escape

import streamlit as st

import queries.catalogue
import queries.figures
from data.catalogue import Indicator
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
from pages.charts.visitor.words import Cells
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
from queries.rows.visitor import WithPublished

NOT = "not compared"
COLUMNS = ("Authority", "Measure")  # the same in every row of one measure of one authority


def pictures(rows: Sequence[WithPublished], indicator: Indicator, code: str, name: str) -> None:
    """Draw own figures of reported dates over the published series, and parts of a year beside whole years.

    Parameters
    ----------
    rows
        Of one measure of one authority.
    indicator
        The measure.
    code, name
        Of the authority.
    """
    _, lines, _ = drawn = series(rows, indicator, code, name)
    parts = {kind: found for kind in in_year.WORDS if (found := in_year.of_kind(rows, kind))}
    if has_own(lines) or not parts:
        _over_the_years(drawn, indicator, code, name)
    for kind, found in parts.items():
        _part(found, indicator, kind, code, name)


def _over_the_years(
    drawn: tuple[list[Compared], list[Line], Asked], indicator: Indicator, code: str, name: str
) -> None:
    """Draw the own figures of reported dates over the published series, the neighbours and England."""
    published, lines, asked = drawn
    ids = [indicator.id]
    breaks = rows_of(queries.catalogue.breaks, indicators=ids)
    st.header(f"{indicator.title}: {name}", anchor=False)
    st.html(f'<p class="small">{escape(comparison_words.subtitle(asked))}</p>')
    chart.key([*_own_key(lines), *keys.key(lines, asked), *keys.behind(lines, asked)])
    chart.charts(compare.pictures(published, lines, breaks, asked), credit=of_comparison(lines, asked))
    show.sources(
        rows_of(questions.sources, areas=[code], indicators=ids, groups=[], first=FIRST, last=LAST), register=False
    )
    with st.expander("The same in a table"):
        table(comparison_tables.drawn(lines, asked), caption=comparison_words.caption(asked))
        show.notes(notes(published, lines, breaks, asked))


def _own_key(lines: list[Line]) -> list[Entry]:
    key = [Entry(words="your own figures, DRAFT", look=Look(colour=OWN, dash="dot", symbol="circle-open"))]
    return key * has_own(lines)


def _part(rows: Sequence[WithPublished], indicator: Indicator, kind: str, code: str, name: str) -> None:
    """Draw months, quarters or other dates; beside parts of a year the published whole years."""
    published = _published(code, indicator.id)
    near = years_beside.near(published, rows[0].period_end) if kind != "other" else []
    st.header(f"{in_year.WORDS[kind]}: {indicator.title}, {name}", anchor=False)
    st.write(in_year.WARNINGS[kind] + (f" {years_beside.words(near, indicator)}" if kind != "other" else ""))
    chart.key([in_year.key(kind), *([years_beside.key(indicator)] if near else [])])
    chart.chart(
        in_year.in_year(rows, indicator, kind, published),
        alternative=in_year.alternative(rows, indicator, kind, name, published),
        credit=credit(
            f"{name}: {measured(indicator)}, {in_year.WORDS[kind].lower()}",
            [indicator] if near else [],
            more=["your own figures, DRAFT"],
        ),
    )


def _published(code: str, indicator: str) -> list[Trend]:
    """Return what is published of the authority itself: nothing of the visitor's is in the question."""
    return rows_once(
        queries.figures.trend, authority=code, comparators=[], others=[], model=NEWEST_MODEL, indicators=[indicator],
        first=FIRST, last=LAST,
    )  # fmt: skip


def without_repeats(rows: Sequence[Cells]) -> tuple[str, list[Cells]]:
    """Say once, in the caption, what would stand in every row: whose figures, of what, and why none is compared.

    Returns
    -------
    tuple
        The end of the caption, and the table without those columns.
    """
    why = {row.get("Published", "") for row in rows}
    if len(why) == 1 and (reason := next(iter(why))).startswith(NOT):
        return f"yours (DRAFT), {reason}", _without(rows, *COLUMNS, "Published")
    return "yours (DRAFT), the published figures, and the difference", _without(rows, *COLUMNS)


def _without(rows: Sequence[Cells], *heads: str) -> list[Cells]:
    return [{head: cell for head, cell in row.items() if head not in heads} for row in rows]
