"""The chosen authorities as lines, as two measures against one another, or in tables: from one set of answers."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

import queries.catalogue
import queries.figures
import queries.history
from data.catalogue import indicators as catalogue
from pages.charts.comparison import around, compare, tables, words
from pages.charts.comparison.compared import Asked, Line
from pages.charts.comparison.dots import Row
from pages.charts.comparison.looks import IN_ONE_CHART
from pages.charts.comparison.notes import notes
from pages.choosing import choices
from pages.choosing.choose import Chooser
from pages.choosing.series import series
from pages.claims import beside
from pages.compare import picture, shown
from pages.compare.picture import Drawn
from pages.compare.wanted import Wanted
from pages.database import rows, rows_once
from pages.holding import figures as visitor_figures
from pages.showing import chart, downloads, page_links, show
from pages.showing.table import table
from queries import compare as questions
from queries import pictures
from queries.rows.catalogue import Break
from queries.rows.compare import Grouped
from queries.rows.figures import Percentiles


class Answers(NamedTuple):
    """What the questions answer: rows of the chosen and of the groups, the lines of both, breaks, and all others."""

    rows: Sequence[Row]
    groups: Sequence[Grouped]
    lines: list[Line]
    breaks: Sequence[Break]
    among: list[Percentiles]


def show_lines(wanted: Wanted, names: Mapping[str, str], *, heading: DeltaGenerator, chooser: Chooser) -> None:
    """Show the comparison.

    Parameters
    ----------
    wanted
        What is compared, and how it is seen.
    names
        Of the chosen authorities, by area code.
    heading
        Where title and subtitle stand.
    chooser
        Of the page; its choices are kept by then.
    """
    asked = _asked(wanted)
    found = _answers(wanted, asked, names)
    title = words.title(list(names.values()), asked)
    st.set_page_config(page_title=title)
    with heading:
        show.plain_heading(title, words.subtitle(asked))
    show.sentences(words.sentences(names, found.rows, wanted.groups, found.groups, found.lines, asked))
    drawn = _charts(wanted, found, asked, names) if wanted.tab != "table" else []
    if wanted.tab == "table":
        _tables(found, asked)
    _below(wanted, found, asked, title, chooser, drawn)
    if wanted.tab != "table":
        st.header("The same in tables", anchor=False)
        _tables(found, asked)
    beside.show(wanted.claims)
    _sources(wanted, found, asked)


def _asked(wanted: Wanted) -> Asked:
    about, other = catalogue()[wanted.indicator], catalogue()[wanted.other]
    fact = series()[wanted.indicator]
    return Asked(
        measure=wanted.measure, about=about, other=other, base=wanted.base, event=wanted.event,
        england=wanted.england, context=wanted.context, counted=fact.counted,
        other_counted=series()[wanted.other].counted, ranked=fact.ranked,
    )  # fmt: skip


def _of_chosen(wanted: Wanted, span: Mapping[str, object], drawn: Mapping[str, object]) -> Sequence[Row]:
    """Ask for the rows of the authorities, by the question of the view."""
    if wanted.measure == "since":
        return rows(questions.since, authorities=wanted.codes, event=wanted.event, **span)
    if wanted.measure == "against":
        return rows(questions.against, authorities=wanted.codes, other=wanted.other, **span)
    return rows(questions.lines, authorities=wanted.codes, **drawn)


def _answers(wanted: Wanted, asked: Asked, names: Mapping[str, str]) -> Answers:
    span = {"indicator": wanted.indicator, "first": wanted.first, "last": wanted.last}
    drawn = span | {"measure": wanted.measure, "base": wanted.base}
    of_chosen = _of_chosen(wanted, span, drawn)
    averages = rows(
        questions.groups, authority=wanted.codes[0], groups=wanted.groups, listed=wanted.listed, model=wanted.model,
        average=wanted.average, **drawn,
    )  # fmt: skip
    called = wanted.called or choices.GROUPS["own"]
    groups = [row._replace(group_name=called) if row.group_id == "own" else row for row in averages]
    lines = visitor_figures.added_to_lines(compare.compared_lines(of_chosen, groups, asked), dict(names), asked)
    among = rows_once(queries.figures.percentiles, indicators=[wanted.indicator])
    return Answers(of_chosen, groups, lines, rows_once(queries.catalogue.breaks, indicators=_indicators(wanted)), among)


def _indicators(wanted: Wanted) -> list[str]:
    return [wanted.indicator, wanted.other] if wanted.measure == "against" else [wanted.indicator]


def _with_lanes(wanted: Wanted) -> Sequence[str]:
    """Return of whom the interventions stand beneath the lines: of few, over the years."""
    few = len(wanted.codes) <= IN_ONE_CHART and wanted.measure not in ("since", "against")
    return wanted.codes if few else ()


def _charts(wanted: Wanted, found: Answers, asked: Asked, names: Mapping[str, str]) -> list[Drawn]:
    phases = {names[code]: rows_once(queries.history.interventions, authority=code) for code in _with_lanes(wanted)}
    return shown.charts(found.rows, found.lines, found.breaks, asked, found.among, phases, wanted.claims)


def _below(wanted: Wanted, found: Answers, asked: Asked, title: str, chooser: Chooser, drawn: Sequence[Drawn]) -> None:
    """Say where the figures come from and what is to be noted, and offer them to take away, also as pictures."""
    indicators, years = _indicators(wanted), {"first": wanted.first, "last": wanted.last}
    areas = list(dict.fromkeys(row.area_code for row in found.rows if row.area_code))
    sources = rows(questions.sources, areas=areas, indicators=indicators, groups=wanted.groups, **years)
    register = bool(_with_lanes(wanted)) or asked.by_register(wanted.groups)
    noted = notes(found.rows, found.lines, found.breaks, asked)
    version = rows_once(pictures.version)[0].published
    with st.container(horizontal=True, gap="small"):
        for number, each in enumerate(drawn, start=1):
            taken = picture.picture(
                each, found.lines, asked, title=title, notes=noted, sources=sources, register=register,
                version=version, link=chooser.printed(),
            )  # fmt: skip
            chart.take_picture(taken, version=version, label=each.label, number=number)
    show.sources(sources, register=register)
    again = {"as": wanted.drawn, "base": str(wanted.base), "event": wanted.event}
    again |= {"claims": "1"} if wanted.claims else {}
    page_links.pictures(
        wanted.codes, indicators, first=wanted.first, last=wanted.last,
        **(again if wanted.measure != "against" else {}),
    )  # fmt: skip
    chooser.link()
    show.notes(noted)
    downloads.take_away(
        title, areas=compare.areas(found.lines), authorities=wanted.codes, indicators=indicators, **years
    )


def _tables(found: Answers, asked: Asked) -> None:
    table(tables.drawn(found.lines, asked), caption=words.caption(asked))
    show.remark(words.remark(asked))
    if around.among_bands(found.among, found.lines, asked) and not compare.is_many(found.lines):
        within = around.within(found.among, found.lines, asked)
        table(tables.among(within, asked), caption=f"All authorities: {asked.about.title}")


def _sources(wanted: Wanted, found: Answers, asked: Asked) -> None:
    with st.expander("Each figure with its source"):
        show.definition(catalogue()[wanted.indicator])
        table(tables.sources(found.lines, asked), caption=f"{asked.about.title}: figures and sources")
        table(tables.members(found.lines), caption="Who is in the groups")
