"""Government intervention: the register, one authority's chronology, numbers in force, lengths, forms, and events."""

import streamlit as st

from pages.choosing import choices, choose
from pages.choosing.regions import regions
from pages.database import every_authority
from pages.interventions import choices as offered
from pages.interventions import views as interventions
from pages.interventions.asked import Asked
from pages.interventions.events import KINDS

found = every_authority()
places = {"all": "England", **regions()}

chooser = choose.Chooser("interventions")
left, right, third, last = st.columns([4, 3, 3, 2], vertical_alignment="bottom")
more = last.popover("More choices", width="stretch")
with left:
    view = chooser.one(offered.register_view(), "Show", offered.REGISTER_VIEWS.get)
with {"chronology": right}.get(view, more):
    code = chooser.authority(found, needed=False)
with {"chronology": more, "doubts": more}.get(view, right):
    region = chooser.one(choices.region(regions(), default="all"), "Region", places.get)
with {"register": third}.get(view, more):
    order = chooser.one(offered.order(), "In order of", offered.ORDERS.get)
with more:
    services = chooser.one(offered.services(), "Interventions", offered.SERVICES.get)
    forms = chooser.several(offered.forms(), "Interventions that took the form", offered.FORMS.get, empty="any")
    states = chooser.several(offered.states(), "Interventions that", offered.STATES.get, empty="any")
with {"events": third}.get(view, more):
    kinds = chooser.several(offered.kinds(KINDS), "Kinds of events", KINDS.get)
chooser.keep()
chooser.need(code or view != "chronology")

interventions.draw(
    view,
    Asked(
        authority=found[code or choices.FIRST_AUTHORITY], region=region, place=places[region], order=order,
        services=services, forms=forms, states=states, kinds=kinds, link=chooser.printed(),
    ),
)  # fmt: skip
chooser.link()
