"""Demand and money: what an authority was asked to do beside what it spent, on one date axis."""

import streamlit as st

import queries.catalogue
from pages.charts import claimed
from pages.charts.sources import HALF, credit, without_judgements
from pages.choosing import choices, choose, years
from pages.choosing.models import NEWEST_MODEL
from pages.choosing.regions import ENGLAND
from pages.claims import beside as beside_claims
from pages.database import every_authority, rows_once
from pages.demand import measures, mix, picture, shown, tables, words
from pages.showing import by_address, chart, downloads, show
from pages.showing.marks import paragraphs
from pages.showing.table import table
from queries import demand, figures, pictures

found = every_authority()
chooser = choose.Chooser("demand-and-money")
top = show.later("above")
where, how, with_whom = st.columns([3, 3, 4])
with where:
    code = chooser.authority(found)
with how:
    basis = measures.BASES[chooser.one(measures.basis(), "Counted", measures.basis_words)]
with with_whom:
    others = chooser.several(measures.comparators(), "Beside it", choices.COMPARATORS.get, empty="nothing")
first, last = years.of_all()
ids = [*basis.demand, *basis.money]
claims = beside_claims.wanted(
    chooser, beside_claims.on_authority(found[code], ids, beside=others, first=first, last=last)
)
chooser.keep()
name = found[code].name
facts = shown.Facts(
    name=name, basis=basis, breaks=rows_once(queries.catalogue.breaks, indicators=ids),
    trend=rows_once(figures.trend, authority=code, comparators=list(others), others=[], model=NEWEST_MODEL,
                    indicators=ids, first=first, last=last),
    spent=[row for row in rows_once(demand.mix, areas=[code]) if row.comparable or basis is measures.BASES["totals"]],
    claims=beside_claims.marked(claims), tiny=found[code].tiny,
)  # fmt: skip
with top:
    show.plain_heading(f"{name}: demand and money", words.subtitle(basis))
show.refuse("" if facts.trend else f"No figure of demand or spend is held for {name}.")
national = rows_once(demand.mix, areas=[ENGLAND])
said = words.answered(rows_once, code, name, basis, max(row.period_end.year for row in national))
shares = [mix.said(facts.spent, name), mix.said(national, "England"), shown.without(facts)]
sides = zip(shown.drawings(facts), (basis.demand, basis.money), ("demand", "money"), strict=True)
drawn = [(drawing, shown.alternative(facts, measures.of(ids), what)) for drawing, ids, what in sides]
drawn[1] = (drawn[1][0], f"{drawn[1][1]} Bars: {shares[0]}")
chart.key(shown.key(facts))
what, whose = f"{name}: {words.subtitle(basis)}", claimed.sourced(facts.claims)
chart.charts(drawn, credit=credit(what, facts.indicators, more=whose, letters=HALF))
st.header(words.ASKED, anchor=False)
paragraphs([*said, *shares])
st.page_link("england/page.py", label="Every authority: change of demand against change of spend",
             query_params={"as": "money", "authority": code})  # fmt: skip
sources = without_judgements(
    rows_once(queries.catalogue.sources, areas=[code, ENGLAND], indicators=ids, first=first, last=last)
)
with st.container(horizontal=True, gap="small"):
    chart.take_picture(
        picture.picture(facts, [said[-1], shares[0]], sources, version=rows_once(pictures.version)[0].published,
                        link=chooser.printed()),
        version=rows_once(pictures.version)[0].published,
    )  # fmt: skip
    downloads.figures(f"demand-and-money-{name}", areas=[code, ENGLAND], indicators=ids, first=first, last=last)
    by_address.show("demand-and-money", areas=[code, ENGLAND], indicators=ids, years=(first, last))
chooser.link()
show.sources(sources, register=False)
show.notes(words.notes(facts))
st.header("The same in tables", anchor=False)
with st.expander("Every measure, year by year"):
    table(tables.figures(facts), caption=f"{name}: demand and money")
beside_claims.show(claims)
with st.expander("What it was spent on, year by year"):
    table(tables.shares([*facts.spent, *national]), caption="Shares of three lines of spend")
with st.expander("What the measures mean"):
    for indicator in facts.indicators:
        st.subheader(indicator.title, anchor=False)
        show.definition(indicator)
