"""Around an event, all cases: how figures moved in the years around it, beside authorities that had none or not yet."""

import streamlit as st

import queries.catalogue
from data.catalogue import indicators
from pages.around import cautions, checks, downloads, found, picture, tables, words
from pages.around import choices as offered
from pages.around.asked import Asked
from pages.around.chart import around, key
from pages.around.method import METHOD
from pages.charts.sources import without_judgements
from pages.choosing import choices, choose
from pages.database import rows_once
from pages.showing import by_address, chart, show
from pages.showing.marks import paragraphs
from pages.showing.table import table
from queries import pictures

chooser = choose.Chooser("around")
top = show.later("above")
when, what = st.columns(2)
with when:
    event = chooser.one(offered.event(), "Event", offered.EVENTS.get)
with what:
    indicator = indicators()[chooser.one(choices.rates(default="agency_rate"), "Indicator", choices.indicator_words)]
with st.expander("More choices"):
    window = int(chooser.one(offered.years(), "Years on each side", str))
    compared = chooser.one(offered.compared(), "Who is compared", offered.COMPARED.get)
    checked = chooser.one(offered.checks(), "Other ways of estimating the same", offered.CHECKS.get) == "1"
chooser.keep()

asked = Asked(event, indicator, window, compared)
shown = found.found(asked)
with top:
    show.plain_heading(words.headline(shown, asked), words.subtitle(asked))
show.refuse(cautions.refusal(shown, asked))
drawing = around(shown, asked)
chart.chart(drawing, alternative=words.alternative(shown, asked), credit=picture.credit(shown, asked))
chart.key(key())
paragraphs(words.findings(shown, asked))
published = without_judgements(
    rows_once(queries.catalogue.sources, **found.behind(shown, asked)), drawn=event in offered.JUDGED
)
version = rows_once(pictures.version)[0].published
with st.container(horizontal=True, gap="small"):
    chart.take_picture(
        picture.picture(
            drawing, shown, asked, publications=published, version=version, link=chooser.printed()
        ),
        version=version,
    )  # fmt: skip
    downloads.button(shown, asked)
    by_address.show("around", areas=found.areas(shown), indicators=[indicator.id], years=found.spanned(shown))
show.source_line(published)
show.notes(cautions.cautions(shown, asked))
if checked:
    st.header("Other ways of estimating the same", anchor=False)
    others = checks.rows(shown, asked)
    show.remark(checks.SAID if others else checks.TOO_FEW)
    if others:
        table(others, caption="Other estimators, and bounds")
with st.expander("How this is worked out, and what it cannot do"):
    st.markdown(METHOD)
st.header("The same in tables", anchor=False)
table(tables.years(shown, asked), caption=f"{indicator.measure}: by years since the event")
with st.expander("The cases"):
    table(tables.cases(shown, asked), caption="Cases, each from its first event")
with st.expander("Who is neither a case nor compared"):
    table(tables.neither(shown.cases), caption="Neither a case nor compared")
chooser.link()
with st.expander(indicator.title):
    show.definition(indicator)
