"""One authority: what government and Ofsted did, and its figures, on one date axis."""

import streamlit as st

import queries
from pages.charts import alternative, tables
from pages.charts.notes import notes
from pages.charts.timeline import timeline
from pages.shared import choices, choose, show
from pages.shared.authority import authorities
from pages.shared.database import answer

INDICATORS = ["agency_rate", "vacancy_rate", "rereferral_rate", "referrals"]
ENGLAND = "E92000001"

found = authorities(answer(queries.authorities))
chooser = choose.Chooser("authority")
code = chooser.one(choices.authority(found), "Local authority", lambda id: found[id].label)
authority = found[code]
chooser.keep()

indicators = answer(queries.indicators, indicators=INDICATORS)
trend = answer(queries.trend, authority=code, beside=[ENGLAND], indicators=INDICATORS)
breaks = answer(queries.breaks, indicators=INDICATORS)
phases = answer(queries.interventions, authority=code)
steps = answer(queries.intervention_events, authority=code)
ribbon = answer(queries.ribbon, authority=code)

show.heading(authority)
show.facts(phases, ribbon)
show.key(authority.name)
show.picture(
    timeline(phases=phases, steps=steps, ribbon=ribbon, trend=trend, breaks=breaks, indicators=indicators),
    alternative=alternative.timeline(authority.name, phases=phases, ribbon=ribbon, trend=trend, indicators=indicators),
)
show.source_line(answer(queries.sources, areas=[code, ENGLAND], indicators=INDICATORS))
show.notes(notes(trend, breaks, indicators))

st.header("The same in tables", anchor=False)
with st.expander("Government intervention"):
    show.table(tables.interventions(phases), caption=f"Government intervention in {authority.name}")
    show.table(tables.steps(steps), caption="Dated steps")
with st.expander("Ofsted judgements"):
    show.table(tables.judgements(answer(queries.judgements, authority=code)), caption="Ofsted judgements, latest first")
for indicator in indicators.to_dict("records"):
    with st.expander(indicator["title"]):
        show.definition(indicator)
        show.table(tables.figures(trend, indicator), caption=f"{indicator['measure']}, {authority.name}")
