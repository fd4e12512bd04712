"""Before and after: one authority around one event, beside its neighbours and others, and how unusual it is."""

import streamlit as st

import queries.catalogue
from data.catalogue import indicators
from pages.before_after import picture, words
from pages.before_after.below import below
from pages.before_after.chart import before_after
from pages.before_after.key import key
from pages.before_after.method import METHOD
from pages.before_after.notes import alternative, notes
from pages.before_after.refusal import refusal
from pages.charts.sources import without_judgements
from pages.charts.visitor import around_event
from pages.choosing import choices, choose, models
from pages.claims import beside
from pages.database import every_authority, rows_once
from pages.holding import figures as visitor_figures
from pages.showing import by_address, chart, show
from pages.showing.marks import paragraphs
from queries import before_after as questions
from queries import pictures

found = every_authority()
chooser = choose.Chooser("before-and-after")
top = show.later("above")
where, what, when = st.columns(3)
with where:
    code = chooser.authority(found)
authority = found[code]
name = authority.name
with what:
    indicator = indicators()[chooser.one(choices.rates(default="vacancy_rate"), "Indicator", choices.indicator_words)]
more = st.expander("More choices")
with more:
    years = chooser.one(choices.span(), "Years on each side, up to", str)
    average = chooser.one(choices.average(), "Statistical neighbours taken as their", str)
    model = chooser.one(models.neighbour_model(), "Model of statistical neighbours", models.MODELS.get)
events = rows_once(questions.events, authority=code, indicator=indicator.id, span=int(years))
labels = words.event_labels(events)
with when:
    event = words.event(events, chooser.one(choices.event(labels), "Event", labels.get))

breaks = rows_once(queries.catalogue.breaks, indicators=[indicator.id])
asked = {"authority": code, "indicator": indicator.id, "span": int(years), **words.between(event)}
group = rows_once(questions.group, **asked)
members = words.members(group)
differences = rows_once(questions.differences, **asked, model=model, group=members)
why = refusal(
    differences, breaks, name=name, tiny=authority.tiny, joint=authority.joint_return_name, indicator=indicator,
    event=event,
)  # fmt: skip
dates = [row.period_end for row in differences]
with more:
    ids = beside.wanted(chooser, () if why else beside.on_dates(code, indicator.id, dates))
chooser.keep()

with top:
    show.plain_heading(f"{name}: before and after", words.subtitle(indicator, event))
show.refuse(why)
claims = beside.marked(ids)
drawn = st.container()
own = visitor_figures.around(differences, code, name=name, indicator=indicator, span=int(years))
drawing = before_after(
    differences, name=name, indicator=indicator, event=event, average=average, visitor=own, claims=claims
)
published = without_judgements(
    rows_once(queries.catalogue.sources, areas=[code, *members], indicators=[indicator.id], **words.years(differences)),
    drawn=event.kind == "judgement",
)
version = rows_once(pictures.version)[0].published
signs = key(name, average, differences, own, claims)
with drawn:
    told = alternative(differences, name=name, indicator=indicator, event=event, claims=claims)
    credit = picture.credit(name, indicator, event, draft=bool(own), claims=claims)
    chart.chart(drawing, alternative=told + around_event.said(own), credit=credit)
    chart.key(signs)
paragraphs(words.findings(differences, name=name, indicator=indicator))
for sentence in words.warnings(differences, name=name):
    st.warning(sentence)
chart.take_picture(
    picture.picture(
        drawing, differences, group, name=name, indicator=indicator, event=event, publications=published,
        version=version, link=chooser.printed(), key=signs, draft=bool(own), claims=claims,
    ),
    version=version,
)  # fmt: skip
shown = (min(dates).year, max(dates).year)
by_address.show("before-and-after", areas=[code, *members], indicators=[indicator.id], years=shown)
show.source_line(published)
show.notes(notes(differences, group, breaks, indicator=indicator, event=event, events=events, model=model))

with st.expander("How this is worked out, and what it cannot do"):
    st.markdown(METHOD)
below(
    differences, group, authority=authority, indicator=indicator, event=event, average=average, claims=ids
)  # fmt: skip
