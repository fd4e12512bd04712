"""Several authorities beside one another: one choice, seen in six ways."""

import streamlit as st

from pages.choosing import choose
from pages.compare import choice, every, lines
from pages.database import every_authority
from pages.showing import show

found = every_authority()
chooser = choose.Chooser("compare", notices=st.container())
heading = show.later("above")
wanted = choice.wanted(chooser, found)
chooser.keep()
chooser.need(wanted.codes)

if wanted.tab in every.VIEWS:
    asked = choice.among_all(wanted)._replace(claims=wanted.claims)
    every.show_among_all(wanted.tab, asked, heading=heading, chooser=chooser)
else:
    lines.show_lines(wanted, {code: found[code].name for code in wanted.codes}, heading=heading, chooser=chooser)
