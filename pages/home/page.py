"""The way in: the wall of every authority, one sentence, four national figures, what is new, and what to ask."""

from datetime import date
from html import escape

import streamlit as st

import queries.catalogue
import queries.figures
from data.catalogue import indicators
from pages.choosing import choose, years
from pages.choosing.regions import ENGLAND
from pages.database import rows, rows_once
from pages.home import figures, fresh, picture, questions, reports, wall
from pages.home.show import show as show_wall
from pages.places import NAME
from pages.showing import by_address, chart, page_links, show
from pages.showing.table import table
from queries import england, home, pictures, register
from queries.changelog import changelog

INDICATORS = ["agency_rate", "vacancy_rate", "rereferral_rate", "cla_rate"]

st.set_page_config(page_title=NAME)
grades, spells = rows_once(home.grades), rows_once(register.spells, region="all")
known_to = max(row.until for row in grades if row.until)
first = years.of_all()[0]
chooser = choose.Chooser("home")
councils = len({row.area_code for row in grades})
st.title(f"{councils} councils, every judgement and intervention since {first}", anchor=False)
st.html(f'<p class="sentence">{wall.heading(grades, known_to)}</p>')
order = chooser.tabs(wall.order(), "In order of", wall.ORDERS)
chooser.keep()
wanted = wall.rows(grades, spells, order)
begin = known_to.replace(year=first, month=1, day=1)
opened = show_wall(wall.wall(wanted, begin, known_to), wanted)
if opened:
    st.switch_page("authority/page.py", query_params={"authority": opened})
chart.key(wall.key())

st.header("England now", anchor=False)
national = rows_once(queries.figures.national, indicators=INDICATORS)
among = rows_once(queries.figures.percentiles, indicators=INDICATORS)
for column, id in zip(st.columns(len(INDICATORS)), INDICATORS, strict=True):
    with column:
        figures.show([row for row in national if row.indicator_id == id], indicators()[id], among)

newest = figures.newest([row for row in national if row.indicator_id == INDICATORS[0]]).period_end.year
span = {"from_first": newest - 1, "from_last": newest - 1, "to_first": newest, "to_last": newest}
questions.show([
    questions.grades(grades, first, known_to.year),
    questions.changes(rows_once(england.change, indicator=INDICATORS[0], **span)),
    questions.line([row for row in national if row.indicator_id == INDICATORS[0]],
                   [row for row in among if row.indicator_id == INDICATORS[0]]),
])  # fmt: skip

st.html(f'<p class="small">{escape(fresh.newest(rows_once(changelog, area=""), date.today()))}</p>')
reported, changed = st.columns(2)
with reported:
    table(reports.newest(grades), caption="The newest Ofsted reports")
with changed:
    table(reports.register(rows_once(register.changes)), caption="Last changed in our register of interventions")
    page_links.into_the_pages()
with st.expander("The wall as a table"):
    table(wall.cells(wanted), caption="Every local authority: grade in force, and government intervention since 2009")
version = rows_once(pictures.version)[0].published
chart.take_picture(
    picture.picture(grades, wanted, begin, known_to, order=order, version=version, link=chooser.printed()),
    version=version,
)
by_address.show("home")
with st.expander("Sources"):
    show.remark(wall.SOURCES)
    show.source_line(rows(queries.catalogue.sources, areas=[ENGLAND], indicators=INDICATORS, **years.span()))
