"""A plot that is cut out of its page still says place, measure with its unit, and source, in words of its own."""

from dataclasses import replace
from datetime import date
from html import escape

import plotly.graph_objects as go
import pytest

from data.catalogue import indicators, sources
from pages.authority.cells import cell, html
from pages.authority.drawing import timeline
from pages.authority.picture import credit as of_authority
from pages.authority.shown import Shown
from pages.charts import axes
from pages.charts.comparison.credit import credit as of_comparison
from pages.charts.model import Drawing, Line, Look, Panel, Point
from pages.charts.plotly import figure as on_page
from pages.charts.plotly.words import CREDIT_PITCH
from pages.charts.sources import BESIDE, HALF, POPULATION, REGISTER, WIDE, credit
from pages.charts.svg.files import as_svg
from pages.charts.svg.picture import Picture
from pages.charts.svg.sizes import SIZES
from pages.charts.years import measured
from tests.pages.drawn import lines_of

CELLS = 66  # letters of a line beneath the cells
LETTER = 5.2  # pixels that a letter of 10 pixels takes on the average
ROOM = {WIDE: 1090, HALF: 500, BESIDE: 262}  # pixels of a plot at 1280: whole, one of 2 or 4
EVERY = list(indicators().values())
YEARS = [date(year, 3, 31) for year in range(2015, 2026)]


def drawing() -> Drawing:
    line = Line(name="", look=Look(colour="#12436d"), runs=(tuple(Point(x=when, y=4.0) for when in YEARS),))
    panel = Panel(up=axes.figures_up([4.0], "%"), tall=100, lines=(line,))
    return Drawing(panels=(panel,), across=axes.calendar(YEARS[0], YEARS[-1]))


def test_the_credit_stands_under_all_else_in_room_of_its_own_and_in_no_picture():
    lines = credit("Birmingham: agency workers, %", EVERY[:1], register=True)
    plain, credited = (on_page.figure(each).to_dict() for each in (drawing(), replace(drawing(), credit=lines)))
    title = go.Figure(credited).layout.title
    assert title.text.split("<br>") == list(lines)
    assert (title.y, title.yanchor, title.yref) == (0, "bottom", "container")
    assert title.pad.b == 3 + CREDIT_PITCH * (len(lines) - 1)
    room = credited["layout"]["height"] - plain["layout"]["height"]
    assert room == credited["layout"]["margin"]["b"] - plain["layout"]["margin"]["b"] == CREDIT_PITCH * len(lines)
    picture = Picture(
        headline="Birmingham", subtitle="", drawing=replace(drawing(), credit=lines), alternative="", notes=(),
        source="", stamp="", name=(),
    )  # fmt: skip
    assert lines[0] not in as_svg(picture, SIZES["news"])


@pytest.mark.parametrize("letters", ROOM)
def test_no_line_of_a_credit_is_wider_than_its_plot(letters):
    for each in EVERY:
        for line in credit(f"Bournemouth, Christchurch and Poole: {measured(each)}", [each], letters=letters):
            assert len(line) * LETTER <= ROOM[letters]


def test_each_indicator_is_credited_to_whoever_publishes_it():
    for each in EVERY:
        said = " ".join(credit("Leeds", [each]))
        assert all(sources()[series.source].publisher.split(",")[0] in said for series in each.series)
        assert (POPULATION in said) == each.population
        assert said.startswith("Leeds. Source")


def test_the_chart_of_an_authority_names_it_its_sources_and_each_measure():
    for start in range(0, len(EVERY), 4):
        four = EVERY[start : start + 4]
        shown = Shown(
            name="Leeds", indicators=four, trend=[], percentiles=[], breaks=[], phases=[], steps=[], in_force=[],
            areas=[], visits=[], events=[], first=2009, last=2026,
        )  # fmt: skip
        said = of_authority(shown)
        assert said.startswith("Leeds. Sources: ") and "Ofsted" in said and REGISTER in said
        assert all(sources()[series.source].publisher.split(",")[0] in said for each in four for series in each.series)
        assert len(said) <= 4 * CELLS
        cells = html(timeline(shown), shown, [cell(each, None, joint=False) for each in four])
        assert escape(said) in cells and all(escape(each.title) in cells for each in four)


@pytest.mark.parametrize("measure", ["published", "difference", "index", "rank", "since"])
def test_a_comparison_names_who_is_compared_and_what_is_measured(opened, measure):
    for each in EVERY[::6]:
        lines, _, asked = lines_of(opened, codes=("E08000025", "E06000058"), indicator=each.id, measure=measure)
        said = " ".join(of_comparison(lines, asked))
        assert measured(each) in said and "Source" in said
        assert all(line.name in said for line in lines if line.role == "chosen")
