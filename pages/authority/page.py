"""One authority: what government and Ofsted did, and its figures, on one date axis."""

import streamlit as st

import queries
from pages.authority import newest_figures
from pages.charts.timeline import alternative, tables
from pages.charts.timeline.chart import timeline
from pages.charts.timeline.key import key
from pages.charts.timeline.notes import notes
from pages.choosing import choices, choose, years
from pages.database import answer, answer_once, every_authority
from pages.ofsted import visits
from pages.showing import downloads, show, ways
from pages.showing.table import table
from pages.visitor_figures import own_figures

FIRST_INDICATORS = ("agency_rate", "vacancy_rate", "rereferral_rate", "referrals")

found = every_authority()
chooser = choose.Chooser("authority")
code = chooser.authority(found)
authority = found[code]
heading = st.container()

with st.expander("Choose what is shown"):
    series = choices.series(default=FIRST_INDICATORS, most=8)
    ids = chooser.several(series, "Indicators, up to eight", choices.indicator_words)
    beside = chooser.several(choices.beside(), "Beside it", choices.COMPARATORS.get, empty="nothing")
    more = choices.authorities(found, name="others", default=(), most=3)
    others = chooser.several(more, "Other authorities, up to three", choices.names(found), empty="none")
    model = chooser.one(choices.neighbour_model(), "Model of statistical neighbours", choices.MODELS.get)
    first, last = chooser.years(*years.of_all())
    areas = chooser.flag("areas", "All Ofsted judgement areas", default=False)
    marked = chooser.flag("visits", "Ofsted's visits between inspections, which carry no grade", default=False)
    scopes = chooser.several(choices.event_scopes(), "Events", choices.EVENT_SCOPES.get, empty="none")
chooser.keep()

indicators = answer_once(queries.indicators, indicators=ids)
trend = answer(
    queries.trend, authority=code, beside=beside, others=others, model=model, indicators=ids, first=first, last=last
)
trend = own_figures.added_to_trend(trend, indicators, found, [code, *others], [first, last])
breaks = answer_once(queries.breaks, indicators=ids)
phases = answer_once(queries.interventions, authority=code)
steps = answer_once(queries.intervention_events, authority=code)
ribbon = answer_once(queries.ribbon, authority=code)
ribbons = answer_once(queries.ribbons, authority=code, wanted=areas)
events = answer_once(queries.events, authority=code, scopes=scopes)
visited = visits.of(code, wanted=marked)

with heading:
    show.heading(authority)
    newest = st.container()
above = st.container()
show.picture(
    timeline(
        phases=phases, steps=steps, ribbon=ribbon, ribbons=ribbons, visits=visited, events=events, trend=trend,
        breaks=breaks, indicators=indicators, first=first, last=last, whole=first == years.of_all()[0],
    ),
    alternative=alternative.timeline(authority.name, phases=phases, ribbon=ribbon, trend=trend, indicators=indicators),
)  # fmt: skip
with above:
    show.key(key(authority.name, phases=phases, ribbon=ribbon, trend=trend, visits=visited))
with newest:
    show.facts(authority, phases, ribbon)
    newest_figures.newest(authority, ids, indicators)
areas_shown = [area for area in trend["area_code"].unique() if area != "neighbours"]
show.source_line(answer(queries.sources, areas=areas_shown, indicators=ids, first=first, last=last))
ways.pictures([code, *others], ids, first=first, last=last)
chooser.link()
show.notes(notes(trend, breaks, indicators) + visits.notes(wanted=marked))
downloads.take_away(authority.name, areas=areas_shown, indicators=ids, first=first, last=last)

st.header("The same in tables", anchor=False)
with st.expander("Government intervention and events"):
    table(tables.interventions(phases), caption=f"Government intervention in {authority.name}")
    table(tables.steps(steps), caption="Dated steps")
    table(tables.events(events), caption="Events shown")
visits.judgements_and_visits(authority, visited)
for indicator in indicators.to_dict("records"):
    with st.expander(indicator["title"]):
        show.definition(indicator)
        table(tables.figures(trend, indicator), caption=f"{indicator['measure']}, {authority.name}")
