"""Government intervention: the register, one authority's chronology, numbers in force, lengths, forms, and events."""

import streamlit as st

from pages.charts.register.happenings import KINDS
from pages.shared import choices, choose, histories, interventions
from pages.shared.database import answer_once, every_authority
from queries import compare

found = every_authority()
regions = answer_once(compare.regions).set_index("area_code")["name"].to_dict()
places = {"all": "England"} | regions

chooser = choose.Chooser("interventions")
left, right = st.columns(2)
more = st.expander("More choices")
with left:
    view = chooser.one(histories.register_view(), "Show", histories.REGISTER_VIEWS.get)
with {"chronology": right}.get(view, more):
    code = chooser.authority(found, needed=False)
with {"chronology": more, "doubts": more}.get(view, right):
    region = chooser.one(histories.region(regions, default="all"), "Region", places.get)
with {"register": right}.get(view, more):
    order = chooser.one(histories.order(), "In order of", histories.ORDERS.get)
with more:
    services = chooser.one(histories.services(), "Interventions", histories.SERVICES.get)
    forms = chooser.several(histories.forms(), "Interventions that took the form", histories.FORMS.get, empty="any")
    states = chooser.several(histories.states(), "Interventions that", histories.STATES.get, empty="any")
with {"events": right}.get(view, more):
    kinds = chooser.several(histories.kinds(KINDS), "Kinds of events", KINDS.get)
chooser.keep()
chooser.need(code or view != "chronology")

interventions.draw(
    view,
    interventions.Asked(
        authority=found[code or choices.FIRST_AUTHORITY], region=region, place=places[region], order=order,
        services=services, forms=forms, states=states, kinds=kinds,
    ),
)  # fmt: skip
chooser.link()
