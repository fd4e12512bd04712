"""What stands out of an authority, a region or England: the few facts that written rules find."""

import streamlit as st

import queries.catalogue
from pages.charts.sources import credited
from pages.choosing import choices, choose, years
from pages.choosing.copied import to_copy
from pages.choosing.regions import ENGLAND, regions
from pages.database import every_authority, rows_once
from pages.showing import by_address, chart, show
from pages.showing.table import table
from pages.stands_out import choices as offered
from pages.stands_out import pack_button, picture
from pages.stands_out import show as shown
from pages.stands_out import table as tables
from pages.stands_out.tested import RULE
from pages.stands_out.words import first, paragraph
from queries import pictures, stands_out

WHAT = "The few facts that written rules find in the newest figures, and figures of any year to check before use."

found, places = every_authority(), regions()
chooser = choose.Chooser("stands-out")
title = show.later("above")
columns = st.columns(3)
with columns[0]:
    chosen = chooser.several(
        offered.authority(found), "Local authority", choices.labels(found), empty="None: a region or England"
    )
with columns[1]:
    region = chooser.one(
        offered.region(places), "Region, where no authority is chosen", {"all": "England", **places}.get
    )
with columns[2]:
    ids = chooser.several(offered.indicator(), "Indicator", choices.indicator_words, empty="All indicators")
chooser.keep()

asked, indicator = offered.asked(chosen, region, found, places), ids[0] if ids else ""
facts = first(rows_once(stands_out.facts, place=asked.code, within=False, indicator=indicator), offered.MOST)
of = f", {choices.indicator_words(indicator)}" if indicator else ""
with title:
    show.plain_heading(f"What stands out: {asked.name}{of}", WHAT)
    st.set_page_config(page_title=f"What stands out: {asked.name}")
if not facts:
    st.info(f"Nothing stands out by the written rules: {asked.name}{of}.")
shown.facts(facts, authority=asked.authority)
if fact := picture.pictured(facts):
    version = rows_once(pictures.version)[0].published
    chart.take_picture(
        picture.picture(fact, version=version, link=chooser.printed()), version=version, label="Picture of a fact"
    )
show.remark(RULE)
if words := paragraph(facts):
    st.header("A paragraph ready to paste", anchor=False)
    to_copy(words, label="A paragraph on what stands out")
    show.remark("Figures to check are left out of it.")
if facts:
    with st.expander("The same in a table, with files and rows"):
        table(tables.rows(facts), caption=f"What stands out: {asked.name}{of}")
within = offered.within(asked, rows_once(stands_out.facts, place=asked.code, within=True, indicator=indicator))
if not asked.authority:
    st.header("Its authorities, by topic", anchor=False)
    show.remark(offered.of_each(asked.code))
    for topic, those in tables.by_topic(within).items():
        with st.expander(f"{topic} ({len(those)})"):
            shown.listed(those)
if listed := [*facts, *within]:
    behind = {"areas": [fact.place_code for fact in listed], "indicators": [fact.indicator_id or "" for fact in listed]}
    register = any(fact.intervention for fact in listed)
    published = rows_once(
        queries.catalogue.sources, **behind, first=min(f.period_end.year for f in listed), last=offered.NOW
    )
    show.remark(credited(published, register=register))
by_address.show(
    "stands-out/authority" if asked.authority else "stands-out", areas=list(dict.fromkeys([asked.code, ENGLAND])),
    indicators=list(dict.fromkeys(fact.indicator_id for fact in facts if fact.indicator_id)),
    years=(years.of_figures()[0], offered.NOW),
)  # fmt: skip
if asked.code == ENGLAND:
    st.header("A pack of all authorities", anchor=False)
    pack_button.button()
chooser.link()
