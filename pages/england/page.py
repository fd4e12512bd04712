"""England: every authority at once, in one year or from one to another."""

import streamlit as st

import queries.catalogue
from data.catalogue import indicators
from pages.charts.sources import credited
from pages.charts.svg.picture import Picture, stamp
from pages.charts.years import measured
from pages.choosing import choices, choose
from pages.choosing.regions import members, regions
from pages.database import every_authority, rows, rows_once
from pages.england import choices as offered
from pages.england import views
from pages.holding import figures as visitor_figures
from pages.showing import chart, downloads, show
from pages.showing.table import table
from queries import compare, england, pictures

found = every_authority()
places = {"all": "England", **regions()}
series = {each.indicator_id: each for each in rows_once(compare.series)}

chooser = choose.Chooser("england")
title = st.container()
view = chooser.tabs(offered.view(), "Show", offered.VIEWS)
columns = st.columns([4, 2, 3, 3, 2], vertical_alignment="bottom")
with columns[0]:
    one = choices.series(default=("agency_rate",), most=1)
    indicator = indicators()[chooser.one(one, "Indicator", choices.indicator_words)]
held = tuple(range(series[indicator.id].first_year, series[indicator.id].last_year + 1))
with columns[1]:
    year = int(chooser.one(offered.year("to", held, default=held[-1]), "Year", str))
with columns[2]:
    region = chooser.one(choices.region(regions(), default="all"), "Region", places.get)
since, by, order = held[0], "region", "name"
with columns[3]:
    if view == "change":
        before = tuple(each for each in held if each < year) or held[:1]
        since = int(chooser.one(offered.year("from", before, default=before[-1]), "Since", str))
    elif view == "dots":
        by = chooser.one(offered.grouped(), "In rows by", offered.GROUPED.get)
    elif view == "ranking":
        order = chooser.one(offered.order(), "In order of", offered.ORDERS.get)
with columns[4], st.popover("Mark"):
    marked = choices.authorities(found, name="authority", default=(), most=8)
    chosen = chooser.several(marked, "Local authorities, up to eight", choices.names(found), empty="none")
chooser.keep()

asked = views.Asked(indicator, year, since, region, by, order, chosen, members(region))
shown = views.shown(view, asked)
years = {"first": min(since, year) if view == "change" else year, "last": year}
sources = rows(queries.catalogue.sources, areas=["E92000001", *list(found)[:1]], indicators=[indicator.id], **years)
with title:
    place = "" if region == "all" else f", {places[region]}"
    show.plain_heading(f"{shown.headline}{place}", measured(indicator))
show.said(shown.found[:1])
drawn = st.container()
published = rows_once(england.year, indicator=indicator.id, year=year)
own = visitor_figures.among(shown.drawing, published, indicator, view)
if own is not None:
    shown = shown.beside(own.drawing, own.said, own.key)
with drawn:
    if shown.drawing is not None:
        chart.key(shown.key)
        chart.chart(shown.drawing, alternative=shown.alternative)
show.said(shown.found[1:])
show.sources(sources, register=False)
with st.container(horizontal=True, gap="small"):
    if shown.drawing is not None:
        version = rows_once(pictures.version)[0].published
        chart.take_picture(
            Picture(
                headline=f"{shown.headline}{place}", subtitle=indicator.measure, drawing=shown.drawing,
                alternative=shown.alternative, notes=shown.found, source=credited(sources, register=False),
                stamp=stamp(version=version, link=chooser.printed()), key=shown.key,
                name=("england", view, indicator.id, str(year)), draft=own is not None,
            ),
            version=version,
        )  # fmt: skip
    downloads.figures(
        "every-authority", areas=[*found, "E92000001"], indicators=[indicator.id],
        first=years["first"], last=years["last"],
    )  # fmt: skip
chooser.link()
table(shown.table, caption=f"{indicator.title}, {year}: every authority")
with st.expander(indicator.title):
    st.write(indicator.definition)
    for caveat in indicator.caveats:
        st.write(f"- {caveat}")
