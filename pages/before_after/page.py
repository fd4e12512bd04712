"""Before and after: one authority around one event, beside its neighbours and others, and how unusual it is."""

import streamlit as st

import queries
from pages.before_after import said as show_words
from pages.charts.before_after import tables, words
from pages.charts.before_after.chart import before_after
from pages.charts.before_after.method import METHOD
from pages.charts.before_after.notes import alternative, notes
from pages.choosing import choices, choose
from pages.database import answer, answer_once, every_authority
from pages.showing import show
from pages.showing.table import table
from queries import before_after as questions

found = every_authority()
chooser = choose.Chooser("before-and-after")
top = st.container()
code = chooser.authority(found)
authority = found[code]
indicator = chooser.one(choices.rates(default="vacancy_rate"), "Indicator", choices.indicator_words)
event_box = st.container()
with st.expander("More choices"):
    years = chooser.one(choices.span(), "Years on each side, up to", str)
    average = chooser.one(choices.average(), "Statistical neighbours taken as their", str)
    model = chooser.one(choices.neighbour_model(), "Model of statistical neighbours", choices.MODELS.get)
events = answer(questions.events, authority=code, indicator=indicator, span=int(years))
labels = words.event_labels(events)
with event_box:
    event = words.event(events, chooser.one(choices.event(labels), "Event", labels.get))
chooser.keep()

about = answer_once(queries.indicators, indicators=[indicator]).to_dict("records")[0]
breaks = answer_once(queries.breaks, indicators=[indicator])
asked = {"authority": code, "indicator": indicator, "span": int(years)} | words.between(event)
group = answer(questions.group, **asked)
members = words.members(group)
rows = answer(questions.differences, **asked, model=model, group=members)

with top:
    show_words.titled(f"{authority.name}: before and after", words.subtitle(about, event))
show.refuse(
    words.refusal(
        rows, breaks, name=authority.name, tiny=authority.tiny, joint=authority.joint_return_name,
        about=about, event=event,
    )
)  # fmt: skip
show_words.warned(words.warnings(rows, name=authority.name))
show_words.said(words.findings(rows, name=authority.name, about=about))
show_words.key(authority.name, average)
show.picture(
    before_after(rows, name=authority.name, about=about, event=event, average=average),
    alternative=alternative(rows, name=authority.name, about=about, event=event),
)
show.source_line(answer(queries.sources, areas=[code, *members], indicators=[indicator], **words.years(rows)))
show.notes(notes(rows, group, breaks, about=about, event=event, events=events, model=model))

with st.expander("How this is worked out, and what it cannot do"):
    st.markdown(METHOD)
st.header("The same in tables", anchor=False)
table(tables.levels(rows, name=authority.name, about=about, average=average), caption=about["measure"])
table(
    tables.differences(rows, name=authority.name, about=about),
    caption="Change from the mean before the event, and the difference",
)
table(tables.event(event), caption="The event")
with st.expander("Who is in the comparison group, and who is not"):
    table(tables.group(group), caption="Comparison group")
with st.expander("National events, and other events of the authority, in these years"):
    around = words.during(answer(queries.events, authority=code, scopes=["local", "national"]), rows)
    table(tables.around(around), caption="Events in these years")
with st.expander(about["title"]):
    show.definition(about)
