"""Before and after: one authority around one event, beside its neighbours and others, and how unusual it is."""

import streamlit as st

import queries.catalogue
import queries.history
from data.catalogue import indicators
from pages.before_after import picture, tables, words
from pages.before_after.chart import before_after, key
from pages.before_after.method import METHOD
from pages.before_after.notes import alternative, notes
from pages.before_after.refusal import refusal
from pages.charts.visitor import around_event
from pages.choosing import choices, choose, models
from pages.database import every_authority, rows_once
from pages.holding import figures as visitor_figures
from pages.showing import by_address, chart, show
from pages.showing.marks import paragraphs
from pages.showing.table import table
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
chooser.keep()

breaks = rows_once(queries.catalogue.breaks, indicators=[indicator.id])
asked = {"authority": code, "indicator": indicator.id, "span": int(years), **words.between(event)}
group = rows_once(questions.group, **asked)
members = words.members(group)
differences = rows_once(questions.differences, **asked, model=model, group=members)

with top:
    show.plain_heading(f"{name}: before and after", words.subtitle(indicator, event))
show.refuse(
    refusal(
        differences, breaks, name=name, tiny=authority.tiny, joint=authority.joint_return_name, indicator=indicator,
        event=event,
    )
)  # fmt: skip
drawn = st.container()
own = visitor_figures.around(differences, code, name=name, indicator=indicator, span=int(years))
drawing = before_after(differences, name=name, indicator=indicator, event=event, average=average, visitor=own)
published = rows_once(
    queries.catalogue.sources, areas=[code, *members], indicators=[indicator.id], **words.years(differences)
)
version = rows_once(pictures.version)[0].published
signs = key(name, average, differences, own)
with drawn:
    told = alternative(differences, name=name, indicator=indicator, event=event) + around_event.said(own)
    chart.chart(drawing, alternative=told, credit=picture.credit(name, indicator, event, draft=bool(own)))
    chart.key(signs)
paragraphs(words.findings(differences, name=name, indicator=indicator))
for sentence in words.warnings(differences, name=name):
    st.warning(sentence)
chart.take_picture(
    picture.picture(
        drawing, differences, group, name=name, indicator=indicator, event=event, publications=published,
        version=version, link=chooser.printed(), key=signs, draft=bool(own),
    ),
    version=version,
)  # fmt: skip
dates = [row.period_end.year for row in differences]
by_address.show("before-and-after", areas=[code, *members], indicators=[indicator.id], years=(min(dates), max(dates)))
show.source_line(published)
show.notes(notes(differences, group, breaks, indicator=indicator, event=event, events=events, model=model))

with st.expander("How this is worked out, and what it cannot do"):
    st.markdown(METHOD)
st.header("The same in tables", anchor=False)
table(tables.levels(differences, name=name, indicator=indicator, average=average), caption=indicator.measure)
table(
    tables.differences(differences, name=name, indicator=indicator),
    caption="Change from the mean before the event, and the difference",
)
table(tables.event(event), caption="The event")
with st.expander("Who is in the comparison group, and who is not"):
    table(tables.group(group), caption="Comparison group")
with st.expander("National events, and other events of the authority, in these years"):
    around = words.during(rows_once(queries.history.events, authority=code, scopes=["local", "national"]), differences)
    table(tables.around(around), caption="Events in these years")
with st.expander(indicator.title):
    show.definition(indicator)
