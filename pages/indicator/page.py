"""One indicator for reading: what it means, how far it reaches, its breaks, editions and revisions, and the figures."""

from functools import partial

import streamlit as st

import queries.catalogue
from data.catalogue import indicators
from pages.charts.sources import credit
from pages.charts.words import headed
from pages.charts.years import measured
from pages.choosing import choices, choose, years
from pages.choosing.regions import ENGLAND
from pages.database import answer, every_authority, rows, rows_once
from pages.indicator import coverage, tables
from pages.showing import by_address, chart, downloads, show
from pages.showing.inventory import DIRECTIONS
from pages.showing.table import table
from queries import downloads as files
from queries import indicator as questions
from queries import pictures

MOST = 1000  # rows of a table: the longest has fewer than 800, and a longer one would take long to draw
COUNTED = ["authority", "joint return"]

chooser = choose.Chooser("indicator")
top = show.later("above")
id = chooser.one(choices.series(default=("agency_rate",), most=1), "Indicator", choices.indicator_words)
chooser.keep()
indicator = indicators()[id]
covered = rows_once(questions.coverage, indicator=id)
revised = rows(questions.revised, indicator=id)
holes = rows(questions.holes, indicator=id)
breaks = rows_once(queries.catalogue.breaks, indicators=[id])
with top:
    show.plain_heading(indicator.title, measured(indicator))
show.definition(indicator)
st.write(f"{DIRECTIONS[indicator.better]}. {headed(indicator.better_reason)}")

st.header("How far it reaches", anchor=False)
chart.chart(
    coverage.drawing(covered, indicator), alternative=coverage.said(covered, indicator),
    credit=credit(f"Authorities and joint returns with a figure, England: {measured(indicator)}", [indicator]),
)  # fmt: skip
chart.key(coverage.key(covered))
counted, behind = (
    rows_once(
        queries.catalogue.publications, indicators=[id], levels=levels, earlier=earlier, judged=False, **years.span()
    )
    for levels, earlier in ((COUNTED, False), ([*COUNTED, "region", "england"], True))
)
version = rows_once(pictures.version)[0].published
chart.take_picture(
    coverage.picture(covered, indicator, counted, version=version, link=chooser.printed()), version=version
)
with st.expander("The same in a table"):
    table(tables.coverage(covered, indicator), caption="Authorities and joint returns by what stands for them")
with st.expander(f"Every authority and date without a figure, and the reason: {len(holes):,}"):
    show.remark(f"The first {MOST} are shown." if len(holes) > MOST else "")
    table(tables.holes(holes[:MOST], indicator), caption="No figure")

st.header("What it is made of", anchor=False)
table(tables.parts(indicator), caption="Publications, and the parts of the figure")
table(tables.breaks(breaks, indicator), caption="Breaks in the series")

st.header("Editions, and what was revised", anchor=False)
table(tables.editions(rows_once(questions.editions, indicator=id), indicator), caption="Editions held")
with st.expander(f"Figures that differ now from the first edition held: {len(revised):,}"):
    show.remark(f"The first {MOST} are shown." if len(revised) > MOST else "")
    table(tables.revised(revised[:MOST], indicator), caption="First edition held, and the newest of that publication")

st.header("The figures", anchor=False)
wanted = {"areas": [*every_authority(), ENGLAND], "indicators": [id], **years.span()}
downloads.buttons(
    partial(answer, files.figures, **wanted), name=f"{id.replace('_', '-')}_england", title=indicator.title
)
by_address.show("indicator", areas=[*every_authority(), ENGLAND], indicators=[id], years=years.of_all())
show.sources(behind, register=False)
chooser.link()
