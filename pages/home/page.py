"""The way in: find an authority, see the country, know what is new."""

import streamlit as st

import queries
from pages.charts import facts, national
from pages.charts.timeline import tables
from pages.choosing import choose, years
from pages.database import answer, every_authority
from pages.showing import show, ways
from pages.showing.table import table

INDICATORS = ["vacancy_rate", "agency_rate", "rereferral_rate", "cla_rate"]
EXAMPLES = ["E08000025", "E08000017"]

st.set_page_config(page_title="Children's services in England")
st.title("Children's services in England", anchor=False)
st.write(
    "How each local authority has done over time on Ofsted judgements, social-worker vacancies, agency staff and "
    "referrals, and when government intervention began and ended, on one date axis."
)
found = every_authority()
choose.way_to_authority(found)
ways.examples(found, facts.spells_of(answer(queries.interventions_of, authorities=EXAMPLES)))

st.header("England", anchor=False)
indicators = answer(queries.indicators, indicators=INDICATORS)
rows = answer(queries.national, indicators=INDICATORS)
for column, indicator in zip(st.columns(4), indicators.to_dict("records"), strict=True):
    with column:
        show.small(indicator["title"], national.newest(rows, indicator))
        show.picture(
            national.national(rows, indicator),
            alternative=f"Line chart of {indicator['measure']}, England. {national.newest(rows, indicator)}.",
        )
show.source_line(answer(queries.sources, areas=["E92000001"], indicators=INDICATORS, **years.span()))
with st.expander("The same in a table"):
    table(tables.national(rows, indicators), caption="England, as published")

st.header("Ways in", anchor=False)
ways.ways_in()

st.header("New in the data", anchor=False)
table(tables.releases(answer(queries.releases)), caption="Editions loaded, the newest first")
