"""Make a chart: a picture with all its words, in the size it is needed in, with its figures and its citation."""

from dataclasses import replace

import streamlit as st

from data.catalogue import indicators
from pages.by_address.frames.embedding import framed
from pages.charts.comparison import compare
from pages.charts.comparison import tables as comparison_tables
from pages.charts.comparison import words as comparison_words
from pages.charts.comparison.notes import notes
from pages.choosing import choices, choose, years
from pages.choosing.regions import regions as all_regions
from pages.choosing.series import series
from pages.claims import beside
from pages.database import every_authority
from pages.picture import pictures, take_away, views, visitor
from pages.showing import by_address, show
from pages.showing.table import table

found = every_authority()
facts = series()
regions = all_regions()
held = years.of_figures()

show.plain_heading("Make a chart", "A picture that carries its own words: what you see is what you take away.")
chooser = choose.Chooser("chart")
codes = chooser.authorities(found, "Local authorities, up to eight", most=8)
left, right = st.columns(2)
with left:
    indicator = chooser.one(choices.series(default=("agency_rate",), most=1), "Indicator", choices.indicator_words)
with right:
    measure = chooser.one(choices.drawn_view(), "Show", choices.VIEWS.get)
with st.expander("Years, groups, bars, base year, edition"):
    first, last = chooser.years(*held)
    named = choices.GROUPS | regions
    groups = chooser.several(choices.groups(regions, listed=False), "Groups, up to four", named.get, empty="none")
    average = chooser.one(choices.average_of_groups(), "Groups are taken as their", choices.AVERAGES.get)
    england = chooser.flag("england", "England", default=True)
    context = chooser.flag("context", "Other authorities in grey", default=False)
    bars = chooser.flag("bars", "Interventions and Ofsted's grades under the chart", default=True)
    base = chooser.one(choices.base_year(facts[indicator].base_year, *held), "Base year of the index", str)
    event = chooser.one(choices.intervention_event(), "Count years since", choices.INTERVENTION_EVENTS.get)
    edition = chooser.one(choices.edition(views.editions(indicator)), "Figures of the edition", str)
    marking = st.container()
size = chooser.one(choices.size(), "Size shown", take_away.size_name)
said = chooser.typed("headline", "Headline in place of ours")
view = views.View(
    authority=codes, indicator=indicator, measure=measure, base=int(base), event=event, groups=groups, average=average,
    england=england, context=context, bars=bars, first=first, last=last, edition=edition,
)  # fmt: skip
with marking:
    view = replace(view, claims=beside.wanted(chooser, views.touching(view)))
chooser.keep()
chooser.need(codes)

names = {code: found[code].name for code in codes}
drawn = pictures.pictured(view, names, link=chooser.printed(), said=said, visitor_lines=visitor.lines_of(view, names))
lines, asked = drawn.lines, drawn.asked

take_away.frozen(view, chooser.address(edition="newest"))
show.sentences(comparison_words.sentences(names, drawn.content.rows, groups, drawn.groups, lines, asked))
if not drawn.content.empty:
    take_away.preview(drawn, size)
    st.header("Download", anchor=False)
    take_away.files(drawn)
    kept = chooser.address(edition=views.kept_edition(view))
    take_away.share_pack(drawn, view, areas=compare.areas(lines), link=kept)
    take_away.texts(
        drawn, link=chooser.address(edition="newest"), frozen_link=kept,
        embedded=framed(chooser.address()),
    )  # fmt: skip
    kind = "chart/past" if views.past(view) else "chart"
    by_address.show(kind, areas=compare.areas(lines), indicators=[indicator], years=(first, last))
show.notes(notes(drawn.content.rows, lines, drawn.content.breaks, asked))
st.header("The same in a table", anchor=False)
table(comparison_tables.drawn(lines, asked), caption=comparison_words.caption(asked))
show.remark(comparison_words.remark(asked))
beside.show(view.claims)
with st.expander("Each figure with its source"):
    show.definition(indicators()[indicator])
    table(comparison_tables.sources(lines, asked), caption=f"{asked.about.title}: figures and sources")
