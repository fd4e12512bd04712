"""One authority and its double: its figures around an event, beside a mix of others that were alike before it."""

import streamlit as st

import queries.catalogue
from data.catalogue import indicators
from pages.around.choices import EVENTS, JUDGED
from pages.charts.sources import without_judgements
from pages.choosing import choices, choose
from pages.claims import beside
from pages.database import every_authority, rows_once
from pages.double import cautions, chart, downloads, found, picture, tables, words
from pages.double import choices as offered
from pages.double.asked import Asked
from pages.double.method import METHOD
from pages.double.onward import onward
from pages.double.ranks import ranked
from pages.double.weighing import placebos
from pages.showing import by_address, show
from pages.showing import chart as charts
from pages.showing.marks import paragraphs
from pages.showing.table import table
from queries import pictures

authorities = every_authority()
chooser = choose.Chooser("double")
top = show.later("above")
where, what, when = st.columns(3)
with where:
    code = chooser.authority(authorities)
with what:
    rates = choices.rates(default="cla_rate")
    indicator = indicators()[chooser.one(rates, "Indicator", choices.indicator_words)]
with when:
    event = chooser.one(offered.event(found.first_event(code, indicator)), "Event", EVENTS.get)
asked = Asked(authorities[code].name, event, indicator)
there = found.found(code, event, indicator.id)
why = words.refusal(there, found.refused(there, event, indicator.decimals), asked)
shown = None if why else found.shown(there)
ids = beside.wanted(chooser, found.touching(shown, asked) if shown else ())
chooser.keep()

with top:
    show.plain_heading(words.headline(asked), words.subtitle(asked, there.case))
if shown is None:
    st.warning(why)
    paragraphs([words.others(found.events(code, indicator), asked)])
    with st.expander("How this is worked out, and what it cannot do"):
        st.markdown(METHOD)
    onward(asked, code)
    chooser.link()
    st.stop()
claims = beside.marked(ids)
drawing = chart.drawn(shown, asked, claims)
charts.chart(drawing, alternative=words.alternative(shown, asked, claims), credit=picture.credit(asked, claims))
charts.key(chart.key(shown, claims))
paragraphs(words.findings(shown, asked))
among = ranked(shown, placebos(shown.window.panel), decimals=indicator.decimals)
paragraphs([words.rank(shown, among), words.MEANT])
published = without_judgements(
    rows_once(queries.catalogue.sources, **found.behind(shown, asked)), drawn=asked.event in JUDGED
)
version = rows_once(pictures.version)[0].published
taken = picture.picture(
    drawing, shown, among, asked, publications=published, version=version, link=chooser.printed(), claims=claims
)  # fmt: skip
with st.container(horizontal=True, gap="small"):
    charts.take_picture(taken, version=version)
    downloads.button(shown, among, asked)
    by_address.show("double", areas=found.areas(shown), indicators=[indicator.id], years=found.spanned(shown))
show.source_line(published)
show.notes(cautions.cautions(shown, asked))
with st.expander("How this is worked out, and what it cannot do"):
    st.markdown(METHOD)
st.header("The others, as if they had had the event", anchor=False)
charts.chart(
    chart.others(shown, among, asked), alternative=words.alternative_others(shown, among), credit=picture.credit(asked)
)
charts.key(chart.key_others(shown))
charts.take_picture(
    picture.others(taken, chart.others(shown, among, asked), words.alternative_others(shown, among), asked, shown),
    version=version, label="Picture of the others", number=2,
)  # fmt: skip
st.header("The same in tables", anchor=False)
table(tables.weights(shown, asked), caption="Who is in the double")
beside.show(ids)
table(tables.years(shown, asked), caption=f"{indicator.measure}: the authority and its double")
with st.expander("The others, as if they had had the event, by error after over error before"):
    table(tables.ranks(shown, among, asked), caption="Errors of those whose double passes the same rules")
onward(asked, code)
chooser.link()
with st.expander(indicator.title):
    show.definition(indicator)
