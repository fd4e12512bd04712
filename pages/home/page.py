"""The way in: the wall of every authority, one sentence, four national figures, and what is new."""

import streamlit as st

import queries.catalogue
import queries.figures
from data.catalogue import indicators
from pages.choosing import choose, years
from pages.database import rows, rows_once
from pages.home import figures, reports, wall
from pages.home.show import show as show_wall
from pages.showing import chart, page_links, show
from pages.showing.frame import NAME
from pages.showing.table import table
from queries import home, register

INDICATORS = ["agency_rate", "vacancy_rate", "rereferral_rate", "cla_rate"]

st.set_page_config(page_title=NAME)
grades, spells = rows_once(home.grades), rows_once(register.spells, region="all")
known_to = max(row.until for row in grades if row.until)
first = years.of_all()[0]
chooser = choose.Chooser("home")
left, right = st.columns([4, 1], vertical_alignment="bottom")
with left:
    councils = len({row.area_code for row in grades})
    st.title(f"{councils} councils, every judgement and intervention since {first}", anchor=False)
with right:
    order = chooser.one(wall.order(), "In order of", wall.ORDERS.get)
st.html(f'<p class="sentence">{wall.heading(grades, known_to)}</p>')
chooser.keep()
wanted = wall.rows(grades, spells, order)
opened = show_wall(wall.wall(wanted, known_to.replace(year=first, month=1, day=1), known_to), wanted)
if opened:
    st.switch_page("authority/page.py", query_params={"authority": opened})
chart.key(wall.key())
show.remark(wall.SOURCES)

st.header("England", anchor=False)
national = rows_once(queries.figures.national, indicators=INDICATORS)
for column, id in zip(st.columns(len(INDICATORS)), INDICATORS, strict=True):
    with column:
        figures.show([row for row in national if row.indicator_id == id], indicators()[id])
show.source_line(rows(queries.catalogue.sources, areas=["E92000001"], indicators=INDICATORS, **years.span()))

news, questions = st.columns(2)
with news:
    st.header("New", anchor=False)
    table(reports.newest(grades), caption="The newest Ofsted reports")
    table(reports.releases(rows_once(queries.catalogue.releases)), caption="Publications loaded, the newest first")
with questions:
    st.header("Ask", anchor=False)
    page_links.into_the_pages()
