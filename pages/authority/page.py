"""One authority: what government and Ofsted did, and its figures, on one date axis."""

from functools import partial

import streamlit as st

import queries.catalogue
import queries.figures
import queries.history
from data.catalogue import indicators as catalogue
from pages.authority import cells, choosing, crosshair, readout, strip, words
from pages.authority.below import below
from pages.authority.drawing import timeline
from pages.authority.key import key
from pages.authority.lanes import VISITS
from pages.authority.notes import notes, numbered
from pages.authority.picture import picture
from pages.authority.shown import Shown
from pages.charts.ranks import EXPLAINED
from pages.charts.words import day
from pages.choosing import choose
from pages.database import every_authority, rows_once
from pages.holding import figures as visitor_figures
from pages.showing import chart, downloads, show
from pages.stands_out.top import top
from queries import ofsted, pictures

found = every_authority()
chooser = choose.Chooser("authority")
with st.container(key="strip", horizontal=True, vertical_alignment="center", gap="small"):
    with st.container(width=220, key="named"):
        code = strip.name(chooser, found)
    authority = found[code]
    standing = st.container(width="stretch", key="standing")
    taking = st.container(width="content", horizontal=True, gap="small", key="taking")
strip.remarks(authority)
drawn, brush = show.later("timeline"), st.container(key="years")
chips, below_it = st.container(key="shown", horizontal=True, vertical_alignment="bottom"), st.container()
view = choosing.choose_view(chooser, found, brush=brush, chips=chips)
chooser.keep()

indicators = [catalogue()[id] for id in view.indicators]
with below_it:
    own = visitor_figures.on_timeline(indicators, found, [code, *view.others], (view.first, view.last))
trend = rows_once(
    queries.figures.trend,
    authority=code,
    beside=view.beside,
    others=view.others,
    model=view.model,
    indicators=view.indicators,
    first=view.first,
    last=view.last,
)
shown = Shown(
    name=authority.name, indicators=indicators, trend=[*trend, *own],
    percentiles=rows_once(queries.figures.percentiles, indicators=view.indicators) if view.band else [],
    breaks=rows_once(queries.catalogue.breaks, indicators=view.indicators),
    phases=rows_once(queries.history.interventions, authority=code),
    steps=rows_once(queries.history.intervention_events, authority=code),
    in_force=rows_once(queries.history.grades_in_force, authority=code),
    areas=rows_once(queries.history.area_grades_in_force, authority=code, wanted=view.areas),
    visits=rows_once(ofsted.visits, authority=code, region="all", kinds=list(VISITS) if view.visits else []),
    events=rows_once(queries.history.events, authority=code, scopes=view.scopes),
    first=view.first, last=view.last, whole=view.whole,
)  # fmt: skip
newest = {
    row.indicator_id: row for row in rows_once(queries.figures.headline, authority=code, indicators=view.indicators)
}
said = notes(shown)
chronicle = timeline(shown, numbers=numbered(said)[0], cut_numbers=numbered(said)[1])
closed = day(authority.closed_on)

with standing:
    strip.chips([words.graded(shown.in_force, closed=closed), words.intervened(shown.phases)])
with drawn:
    beside = [cells.cell(each, newest.get(each.id), joint=shown.joint(each)) for each in indicators]
    chart.framed(chronicle, beside=cells.html(chronicle, shown, beside), alternative=words.alternative(shown),
                 style=cells.tall(chronicle))  # fmt: skip
    crosshair.show(chronicle, readout.stops(shown, chronicle))
with below_it:
    chart.key(key(shown))
areas_shown = [area for area in dict.fromkeys(row.area_code for row in trend) if area != "neighbours"]
sources = rows_once(
    queries.catalogue.sources, areas=areas_shown, indicators=view.indicators, first=view.first, last=view.last
)
version = rows_once(pictures.version)[0].published
with taking:
    strip.next_questions(code, authority, view.indicators[0])
    strip.buttons(
        picture(shown, said, sources, version=version, link=chooser.printed()),
        version, chooser.address(),
        partial(downloads.everything, authority.name, areas=areas_shown, own_menu=False,
                indicators=view.indicators, first=view.first, last=view.last),
    )  # fmt: skip
show.remark(EXPLAINED)
st.header("What stands out", anchor=False)
top(code)
below(authority, shown, view, notes=[note.said for note in said], newest=newest, sources=sources)
