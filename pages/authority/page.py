"""One authority: what government and Ofsted did, and its figures, on one date axis."""

from functools import partial

import streamlit as st

import queries.catalogue
from pages.authority import choosing, crosshair, strip, words
from pages.authority.below import below
from pages.authority.made import published, with_visitor_figures
from pages.authority.picture import picture
from pages.charts.ranks import EXPLAINED
from pages.charts.words import day
from pages.choosing import choose
from pages.claims import beside
from pages.database import every_authority, rows_once
from pages.holding import figures as visitor_figures
from pages.showing import chart, downloads, show
from pages.stands_out.top import top
from queries import pictures

found = every_authority()
chooser = choose.Chooser("authority")
with st.container(key="strip", horizontal=True, vertical_alignment="center", gap="small"):
    with st.container(width=220, key="named"):
        code = strip.name(chooser, found)
    authority = found[code]
    standing = st.container(width="stretch", key="standing")
    taking = st.container(width="content", horizontal=True, gap="small", key="taking")
strip.remarks(authority)
plot, brush = show.later("timeline"), st.container(key="years")
chips, below_it = st.container(key="shown", horizontal=True, vertical_alignment="bottom"), st.container()
view = choosing.choose_view(chooser, found, code, brush=brush, chips=chips)
chooser.keep()

drawn = published(code, view)
areas_shown = [area for area in dict.fromkeys(row.area_code for row in drawn.shown.trend) if area != "neighbours"]
with below_it:
    figures = visitor_figures.on_timeline(drawn.shown.indicators, found, [code, *view.others], (view.first, view.last))
drawn = with_visitor_figures(drawn, figures)
shown = drawn.shown

with standing:
    closed = day(authority.closed_on)
    strip.chips([words.graded(shown.in_force, closed=closed), words.intervened(shown.phases)])
with plot:
    st.html(drawn.chart)
    crosshair.show(drawn.read)
with below_it:
    chart.key(drawn.entries)
sources = rows_once(
    queries.catalogue.sources, areas=areas_shown, indicators=view.indicators, first=view.first, last=view.last
)
version = rows_once(pictures.version)[0].published
with taking:
    strip.next_questions(code, authority, view.indicators[0])
    strip.buttons(
        picture(shown, drawn.notes, sources, drawing=drawn.plain, alternative=drawn.alternative,
                version=version, link=chooser.printed()),
        version, chooser.address(),
        partial(downloads.everything, authority.name, kind="authority", own_menu=False, areas=areas_shown,
                authorities=list(dict.fromkeys([code, *areas_shown])),
                indicators=view.indicators, first=view.first, last=view.last),
    )  # fmt: skip
show.remark(EXPLAINED)
st.header("What stands out", anchor=False)
top(code)
below(authority, shown, view, notes=[note.said for note in drawn.notes], newest=drawn.newest, sources=sources)
beside.show(view.claims)
