"""Who makes referrals: all sources of referrals of a place beside one another, year by year."""

import streamlit as st

import queries.catalogue
from pages.charts.sources import HALF, credit, without_judgements
from pages.choosing import choices, choose, years
from pages.choosing.models import NEWEST_MODEL
from pages.choosing.regions import regions
from pages.database import every_authority, rows_once
from pages.referral_sources import choices as offered
from pages.referral_sources import picture, shown, tables, words
from pages.referral_sources.choices import SOURCES
from pages.showing import by_address, chart, downloads, show
from pages.showing.marks import paragraphs
from pages.showing.table import table
from queries import demand, figures, pictures

found, places = every_authority(), regions()
chooser = choose.Chooser("referral-sources")
top = show.later("above")
where, instead, with_whom = st.columns([3, 3, 4])
with where:
    code = chooser.authority(found)
with instead:
    place = chooser.one(offered.place(places), "Shown", offered.place_words(places).get)
with with_whom:
    others = chooser.several(choices.comparators(), "Beside it", choices.COMPARATORS.get, empty="nothing")
chooser.keep()
asked = offered.asked(found[code], place, places, tuple(others))
first, last = years.of_all()
trend = rows_once(figures.trend, authority=asked.code, comparators=list(asked.comparators), others=[],
                  model=NEWEST_MODEL, indicators=list(SOURCES), first=first, last=last)  # fmt: skip
codes = list(dict.fromkeys([asked.code, *(row.area_code for row in trend if row.role in ("england", "region"))]))
sums = rows_once(demand.together, areas=codes, indicators=list(SOURCES))
facts = shown.Facts(
    name=asked.name, trend=trend, breaks=rows_once(queries.catalogue.breaks, indicators=list(SOURCES)),
    sums=[row for row in sums if row.area_code == asked.code], tiny=asked.code in found and found[asked.code].tiny,
)  # fmt: skip
with top:
    show.plain_heading(f"{asked.name}: who makes referrals", words.SUBTITLE)
show.refuse("" if any(row.role == "chosen" for row in trend) else f"No source of referrals is held for {asked.name}.")
said = words.said(facts)
chart.key(shown.key(facts))
parts = (SOURCES[: shown.FIRST], SOURCES[shown.FIRST :])
drawn = [(drawing, shown.alternative(facts, ids)) for drawing, ids in zip(shown.drawings(facts), parts, strict=True)]
chart.charts(drawn, credit=credit(f"{asked.name}: {words.SUBTITLE}", facts.rows().indicators, letters=HALF))
paragraphs(said)
sources = without_judgements(
    rows_once(queries.catalogue.sources, areas=codes, indicators=list(SOURCES), first=first, last=last)
)
version = rows_once(pictures.version)[0].published
with st.container(horizontal=True, gap="small"):
    chart.take_picture(picture.picture(facts, said, sources, version=version, link=chooser.printed()), version=version)
    downloads.figures(
        f"who-makes-referrals-{asked.name}", areas=codes, indicators=list(SOURCES), first=first, last=last
    )
    by_address.show("referral-sources", areas=codes, indicators=list(SOURCES), years=(first, last))
chooser.link()
show.sources(sources, register=False)
show.notes(words.notes(facts))
with st.expander("The same in a table"):
    table(tables.shares(facts, sums), caption=f"{asked.name}: who makes referrals")
with st.expander("Every figure with its file and row"):
    table(tables.figures(facts), caption=f"{asked.name}: shares of referrals")
with st.expander("What the sources are"):
    for indicator in facts.rows().indicators:
        st.subheader(indicator.title, anchor=False)
        show.definition(indicator)
