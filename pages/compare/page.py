"""Several authorities beside one another: figures, differences, ranks, years since an event, or two indicators."""

import streamlit as st

import queries.catalogue
import queries.figures
import queries.history
from data.catalogue import indicators
from pages.charts.comparison import around, compare, tables, words
from pages.charts.comparison.compared import Asked
from pages.charts.comparison.looks import IN_ONE_CHART
from pages.charts.comparison.notes import notes
from pages.choosing import choices, choose, years
from pages.choosing.regions import regions as all_regions
from pages.choosing.series import series
from pages.compare import choice
from pages.compare import shown as shown_first
from pages.database import answer, answer_once, every_authority, rows_once
from pages.database import rows as rows_of
from pages.holding import figures as visitor_figures
from pages.showing import downloads, page_links, show
from pages.showing.table import table
from queries import compare as questions

found = every_authority()
facts = series()
regions = all_regions()
held = years.of_figures()

chooser = choose.Chooser("compare", notices=st.container())
heading = show.later("above")
with st.container(horizontal=True, vertical_alignment="center"):
    codes = choice.authorities(chooser, found, most=40)
    with st.popover("Measure, years"):
        indicator = chooser.one(choices.series(default=("agency_rate",), most=1), "Indicator", choices.indicator_words)
        first, last = chooser.years(*held)
    more = st.popover("More choices")
    view = chooser.tabs(choices.view(), "Show", choices.TABS)
aside = st.container(width=420)
with {"index": aside}.get(view, more):
    base = chooser.one(choices.base_year(facts[indicator].base_year, *held), "Base year of the index", str)
with {"since": aside}.get(view, more):
    event = chooser.one(choices.intervention_event(), "Count years since", choices.INTERVENTION_EVENTS.get)
with {"against": aside}.get(view, more):
    other = chooser.one(choices.against(), "Against", choices.indicator_words)
with more:
    ids = chooser.several(choices.groups(regions), "Groups, up to four", (choices.GROUPS | regions).get, empty="none")
    average = chooser.one(choices.average_of_groups(), "Groups are taken as their", choices.AVERAGES.get)
    mine = choices.authorities(found, name="own", default=(), most=40)
    own = chooser.several(mine, "Authorities of the own list", choices.names(found), empty="none")
    model = chooser.one(choices.neighbour_model(), "Model of statistical neighbours", choices.MODELS.get)
    england = chooser.flag("england", "England", default=True)
    context = chooser.flag("context", "All authorities behind the lines", default=True)
chooser.keep()
chooser.need(codes)

about, beside = answer_once(queries.catalogue.indicators, indicators=[indicator, other]).to_dict("records")
asked = Asked(
    measure=view, about=about, other=beside, base=int(base), event=event, england=england, context=context,
    counted=facts[indicator].counted, other_counted=facts[other].counted, ranked=facts[indicator].ranked,
)  # fmt: skip
span = {"indicator": indicator, "first": first, "last": last}
drawn = span | {"measure": view, "base": int(base)}
rows = choice.figures(view, codes, span, drawn, event=event, other=other)
groups = answer(questions.groups, authority=codes[0], groups=ids, own=own, model=model, average=average, **drawn)
shown = {"against": [indicator, other]}.get(view, [indicator])
breaks = answer_once(queries.catalogue.breaks, indicators=shown)
lines = compare.compared_lines(rows, groups, asked)
names = {code: found[code].name for code in codes}
lines = visitor_figures.added_to_lines(lines, names, asked)
title, areas = words.title(list(names.values()), asked), rows["area_code"].unique().tolist()
with heading:
    show.plain_heading(title, words.subtitle(asked))
show.sentences(words.sentences(names, rows, ids, groups, lines, asked))

few = codes if len(codes) <= IN_ONE_CHART and view not in ("since", "against") else ()
phases = {found[code].name: rows_once(queries.history.interventions, authority=code) for code in few}
among = rows_once(queries.figures.percentiles, indicators=[indicator])
shown_first.charts(rows, lines, breaks, asked, among, phases)
sources = rows_of(questions.sources, areas=areas, indicators=shown, groups=ids, first=first, last=last)
show.sources(sources, register=bool(few) or asked.by_register(ids))
picture = {"as": view, "base": base, "event": event} if view != "against" else {}
page_links.pictures(codes, shown, first=first, last=last, **picture)
chooser.link()
show.notes(notes(rows, lines, breaks, asked))
downloads.take_away(title, areas=compare.areas(lines), indicators=shown, first=first, last=last)

st.header("The same in tables", anchor=False)
table(tables.drawn(lines, asked), caption=words.caption(asked))
show.remark(words.remark(asked))
if around.among_bands(among, lines, asked) and not compare.is_many(lines):
    table(tables.among(around.within(among, lines, asked), asked), caption=f"All authorities: {about['title']}")
with st.expander("Each figure with its source"):
    show.definition(indicators()[indicator])
    table(tables.sources(lines, asked), caption=f"{about['title']}: figures and sources")
    table(tables.members(lines), caption="Who is in the groups")
