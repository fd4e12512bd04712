"""Ofsted: every judgement of one authority, and of all: shares, years, moves, waits, and figures by grade."""

import streamlit as st

from pages.choosing import choices, choose
from pages.choosing.regions import regions
from pages.database import every_authority
from pages.ofsted import choices as offered
from pages.ofsted import views as ofsted

found = every_authority()
places = {"all": "England", **regions()}

chooser = choose.Chooser("ofsted")
left, right, last = st.columns([4, 4, 2], vertical_alignment="bottom")
more = last.popover("More choices", width="stretch")
with left:
    view = chooser.one(offered.ofsted_view(), "Show", offered.OFSTED_VIEWS.get)
with {"authority": right}.get(view, more):
    code = chooser.authority(found, needed=False)
with {"authority": more, "figures": more}.get(view, right):
    region = chooser.one(choices.region(regions(), default="all"), "Region", places.get)
with more:
    counted = chooser.one(offered.counted(), "A grade is in force on a date by", offered.COUNTED.get)
    moves = chooser.several(offered.moves(), "Moves listed", offered.MOVES.get)
    grades = chooser.several(offered.grades(), "Last grades listed", offered.GRADES.get, empty="all")
    kinds = chooser.several(offered.visits(), "Visits listed", offered.VISITS.get)
    marked = chooser.flag("visits", "Visits between inspections, on the timeline of one authority", default=True)
    series = choices.series(default=offered.BY_GRADE, most=8)
    indicators = chooser.several(series, "Indicators by grade, up to eight", choices.indicator_words)
chooser.keep()
chooser.need(code or view != "authority")

ofsted.draw(
    view,
    ofsted.Asked(
        authority=found[code or choices.FIRST_AUTHORITY], region=region, place=places[region], counted=counted,
        moves=moves, grades=grades, indicators=indicators, kinds=kinds, marked=marked,
        link=chooser.printed(),
    ),
)  # fmt: skip
chooser.link()
