"""Check a claim: what was said beside the official figures, with a plain finding by a written rule."""

import streamlit as st

from pages.choosing import choose, years
from pages.choosing.regions import ENGLAND, regions
from pages.claims import asked, choices, form, shown, tables
from pages.claims.rule import RULE
from pages.database import every_authority, rows_once
from pages.showing import show
from pages.showing.table import table
from queries import claims

STYLE = """<style>.claim { border-left: 4px solid light-dark(#c4007a, #e58ab0); padding: 0.1rem 0.8rem; }
.claim p { margin: 0.1rem 0; overflow-wrap: anywhere; }
.finding { font-size: 1.15rem; font-weight: 600; margin: 0; }</style>"""

said = rows_once(claims.said)
places = {ENGLAND: "England", **regions(), **{code: each.name for code, each in every_authority().items()}}
chooser = choose.Chooser("claims")
show.plain_heading("Check a claim", "What was said, beside the official figures that measure it, by a written rule")
st.html(STYLE)
claim = chooser.one(choices.claim(said), "Claim", choices.claim_words(said))
parts = form.own(chooser, places, years.of_figures()[1]) if claim == choices.OWN else None
chooser.keep()
looked_at = asked.kept(claim, said) if claim != choices.OWN else asked.own(parts) if parts else None
if looked_at:
    shown.show_claim(looked_at, chooser)
else:
    st.info("Write the number that was claimed.")
with st.expander("The rule of the finding"):
    st.markdown("\n\n".join(RULE))
with st.expander(f"All {len(said)} claims that are kept, each with its finding"):
    table(tables.claims(said, asked.every()), caption="Claims of the articles that began this project, then others")
chooser.link()
