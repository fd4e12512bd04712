"""A visitor's own figures on the charts of any page: asked about anew each time, and never remembered."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import streamlit as st

from data.catalogue import Indicator
from pages.charts import series
from pages.charts.comparison.compared import Asked, Line
from pages.charts.model import Drawing, Entry
from pages.charts.visitor import among_all, around_event
from pages.charts.visitor.lines import visitor_lines
from pages.charts.visitor.trend import visitor_trend
from pages.choosing.models import NEWEST_MODEL
from pages.database import rows
from pages.holding.held import held
from pages.reader import Record
from pages.showing import show
from queries import visitor as questions
from queries.rows.before_after import Difference
from queries.rows.catalogue import Authority
from queries.rows.england import AuthorityYear
from queries.rows.figures import Trend
from queries.rows.visitor import WithPublished

SWITCH = "Your own figures (DRAFT, seen by you alone)"


def with_published(records: Sequence[Record], *, measure: str = "published", base: int = 0) -> list[WithPublished]:
    """Set records beside what is published, in the same order."""
    if not records:
        return []
    return rows(
        questions.with_published,
        areas=[record.authority_code for record in records],
        indicators=[record.indicator for record in records],
        kinds=[record.period_type for record in records],
        ends=[record.period_end for record in records],
        values=[record.value for record in records],
        model=NEWEST_MODEL, measure=measure, base=base,
    )  # fmt: skip


def chosen(indicators: Sequence[str], areas: Sequence[str], page: str) -> list[Record]:
    """Give the own figures that a page may draw, if there are any and the visitor has not switched them off."""
    mine = held()
    records = (
        [each for each in mine.records if each.indicator in indicators and each.authority_code in areas] if mine else []
    )
    return records if records and st.toggle(SWITCH, value=True, key=f"{page}.own-figures") else []


def on_timeline(
    indicators: Sequence[Indicator], found: Mapping[str, Authority], codes: Sequence[str], years: tuple[int, int]
) -> list[Trend]:
    """Return the visitor's own figures as rows of a timeline, if there are any and they are not switched off.

    Parameters
    ----------
    indicators
        What the timeline shows.
    found
        Every authority.
    codes
        The chosen authority, then those beside it.
    years
        The first and the last shown.
    """
    records = [
        record
        for record in chosen([each.id for each in indicators], codes, "authority")
        if years[0] <= date.fromisoformat(record.period_end).year <= years[1]
    ]
    names = {code: "" if code == codes[0] else found[code].name for code in codes}
    return visitor_trend(with_published(records), indicators, names) if records else []


def added_to_lines(lines: list[Line], names: Mapping[str, str], asked: Asked) -> list[Line]:
    """Add the visitor's own figures to the lines of a comparison, above all others."""
    records = chosen([asked.about.id], list(names), "compare")
    if not records:
        return lines
    drawn = visitor_lines(with_published(records, measure=asked.measure, base=asked.base), names, asked, lines)
    if len(drawn) < len({record.authority_code for record in records}):
        _not_all()
    return [*drawn, *lines]


def around(rows: Sequence[Difference], code: str, *, name: str, indicator: Indicator, span: int) -> list[series.Figure]:
    """Return the visitor's own figures on the years since an event, if there are any and they are not switched off."""
    figures = with_published(chosen([indicator.id], [code], "before-and-after"))
    drawn = around_event.around_event(figures, rows, name=name, indicator=indicator, span=span)
    if len(drawn) < len(figures):
        _not_all()
    if drawn:
        show.remark(around_event.NO_PART)
    return drawn


class Among(NamedTuple):
    """A drawing of every authority with the visitor's own figures in it, what is said of them, and their sign."""

    drawing: Drawing
    said: str = ""
    key: tuple[Entry, ...] = ()


def among(drawing: Drawing | None, published: Sequence[AuthorityYear], indicator: Indicator, view: str) -> Among | None:
    """Add the visitor's own figures of the date that is shown to the dots or the ranking of every authority.

    Parameters
    ----------
    drawing
        What the view draws.
    published
        Of `queries.england.year`: whose figure stands under which name.
    indicator, view
        What is shown, and how.
    """
    names = {code: row.area_name for row in published for code in (row.area_code, *row.authority_codes)}
    if drawing is None or view not in ("dots", "ranking"):
        return None
    figures = with_published(chosen([indicator.id], list(names), "england"))
    there = among_all.beside_published(
        [row for row in figures if row.period_end == published[0].period_end], names, drawing
    )
    if len(there) < len(figures):
        _not_all()
    if not there:
        return None
    drawn = among_all.among_all(drawing, there, indicator=indicator, named=view == "dots")
    return Among(drawn, among_all.said(there, indicator), (among_all.KEY,))


def _not_all() -> None:
    st.page_link("visitor_figures/page.py", label="Not every own figure can stand in this view: see your own figures")


def reported(records: Sequence[Record]) -> list[Record]:
    """Return the figures of years and days that are reported, which can stand beside a published one."""
    rows_of = with_published(records)
    return [record for record, row in zip(records, rows_of, strict=True) if row.comparable and row.value is not None]
