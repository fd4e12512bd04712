"""A visitor's own figures on other pages: before and after, all of England, years since; never as published ones."""

import json
from datetime import date
from itertools import combinations

import pytest

import queries.catalogue
import queries.figures
from data.catalogue import indicators
from pages.before_after import words
from pages.before_after.chart import before_after
from pages.charts.plotly.figure import figure
from pages.charts.svg.layout import laid_out
from pages.charts.svg.picture import Picture
from pages.charts.svg.scene import meet
from pages.charts.svg.sizes import SIZES
from pages.charts.visitor import among_all, around_event, in_year, years_beside
from pages.charts.visitor.words import effects
from pages.england import dots, ranking
from pages.holding.held import VisitorFigures
from queries import before_after as questions
from queries import compare, england
from queries.database import open_database
from queries.visitor import with_published
from tests.pages.opened import opened as opened_at

BIRMINGHAM, DONCASTER, KINGSTON = "E08000025", "E08000017", "E09000021"
OWN = "Birmingham,,,,\nMeasure,2023,2024,2025,2026\nAgency rate,11.9%,14.1%,40.0%,15.0%\n"


@pytest.fixture(scope="module")
def con(built):
    con = open_database(built)
    yield con
    con.close()


def beside(con, indicator, figures, area=BIRMINGHAM, kind="year"):
    """Set figures by the last day of their period beside the published ones."""
    return with_published(
        con, areas=[area] * len(figures), indicators=[indicator] * len(figures), kinds=[kind] * len(figures),
        ends=[when.isoformat() for when in figures], values=list(figures.values()), model="2025", measure="published",
        base=0,
    )  # fmt: skip


@pytest.fixture(scope="module")
def doncaster(con):
    """Return the view of Doncaster's agency rate around the end of its intervention, and what it is asked with."""
    events = questions.events(con, authority=DONCASTER, indicator="agency_rate", span=5)
    event = words.event(events, next(iter(words.event_labels(events))))
    asked = {"authority": DONCASTER, "indicator": "agency_rate", "span": 5, **words.between(event)}
    group = words.members(questions.group(con, **asked))
    return questions.differences(con, **asked, model="2025", group=group), event


def test_own_figures_stand_on_the_year_of_the_published_ones_and_join_no_difference(con, doncaster):
    rows, event = doncaster
    own = beside(con, "agency_rate", {row.period_end: 50.0 + n for n, row in enumerate(rows)}, area=DONCASTER)
    about = indicators()["agency_rate"]
    drawn = around_event.around_event(own, rows, name="Doncaster", indicator=about, span=5)
    assert [(each.x, each.on) for each in drawn] == [(row.years_since, row.period_end) for row in rows]
    plain, with_own = (
        before_after(rows, name="Doncaster", indicator=about, event=event, average="median", visitor=visitor)
        for visitor in ((), drawn)
    )
    levels, difference = with_own.panels
    assert difference == plain.panels[1]
    added = [line for line in levels.lines if line not in plain.panels[0].lines]
    assert [(line.look.dash, line.look.symbol) for line in added] == [("dot", "circle-open")]
    assert "DRAFT" in " ".join(" ".join(label.lines) for label in levels.labels)
    assert all(levels.up.low <= point.y <= levels.up.high for line in levels.lines for point in line.points)


def test_only_reported_dates_of_the_same_stretch_and_span_stand_around_an_event(con, doncaster):
    rows, _ = doncaster
    about = indicators()["agency_rate"]
    last = rows[-1].period_end

    def placed(figures, kind="year", span=5, among=rows):
        own = beside(con, "agency_rate", figures, area=DONCASTER, kind=kind)
        return [each.x for each in around_event.around_event(own, among, name="D", indicator=about, span=span)]

    assert placed({last: None}) == [] and placed({last: 5.0}, kind="month") == []
    assert placed({date(last.year, 3, 31): 5.0}) == []
    following = date(last.year + 1, last.month, last.day)
    published = beside(con, "agency_rate", {following: 5.0}, area=DONCASTER)[0]
    assert placed({following: 5.0}, span=99) == (
        [] if published.newest_before_end != last else [rows[-1].years_since + 1]
    )
    assert placed({following: 5.0}, span=rows[-1].years_since) == []
    assert placed({rows[-1].period_end: 5.0}, among=rows[:-3]) == []  # a published date that the view does not show


@pytest.fixture(scope="module")
def newest(con):
    return {
        each.indicator_id: england.year(con, indicator=each.indicator_id, year=each.last_year)
        for each in compare.series(con)
    }


def test_every_indicator_has_own_figures_as_hollow_marks_on_the_rows_of_the_published_ones(con, newest):
    given = {id: [row for row in rows if row.value is not None and not row.tiny][:3] for id, rows in newest.items()}
    flat = [(id, row) for id, rows in given.items() for row in rows]
    every = with_published(
        con, areas=[row.area_code for _, row in flat], indicators=[id for id, _ in flat], kinds=["year"] * len(flat),
        ends=[row.period_end.isoformat() for _, row in flat], values=[row.value * 3 + 1 for _, row in flat],
        model="2025", measure="published", base=0,
    )  # fmt: skip
    for id, rows in newest.items():
        about = indicators()[id]
        names = {code: row.area_name for row in rows for code in (row.area_code, *row.authority_codes)}
        own = [one for one in every if one.indicator_id == id]
        for drawing in (
            dots.dots(rows, by=dots.Rows("region"), indicator=about, chosen=()),
            ranking.ranking(rows, order="name", indicator=about, chosen=()),
        ):
            there = among_all.beside_published(own, names, drawing)
            assert set(there) == {row.area_name for row in given[id] if row.area_level == "authority"}, id
            drawn = among_all.among_all(drawing, there, indicator=about, named=True)
            seen = 0
            for panel, published in zip(drawn.panels, drawing.panels, strict=True):
                before = {mark.said[0]: mark.y for mark in published.marks}
                added = panel.marks[len(before) :]
                assert all(mark.hollow and "DRAFT" in mark.said[0] for mark in added)
                assert {mark.y for mark in added} == {before[name] for name in there if name in before}
                assert all(drawn.across.first <= mark.x <= drawn.across.last for mark in panel.marks), id
                assert panel.marks[: len(before)] == published.marks
                seen += len(added)
            assert seen == len(there), id


@pytest.mark.parametrize("kind", ["month", "quarter", "ytd", "rolling"])
def test_a_part_of_a_year_or_another_year_stands_nowhere_among_all(con, newest, kind):
    rows = newest["agency_rate"]
    drawing = dots.dots(rows, by=dots.Rows("region"), indicator=indicators()["agency_rate"], chosen=())
    names = {row.area_code: row.area_name for row in rows}
    own = beside(con, "agency_rate", {rows[0].period_end: 12.0}, kind=kind)
    assert among_all.beside_published(own, names, drawing) == {}
    whole = beside(con, "agency_rate", {rows[0].period_end: 12.0})
    assert len(among_all.beside_published(whole, names, drawing)) == 1


def test_a_member_of_a_joint_return_is_not_set_beside_it(con, newest):
    rows = newest["agency_rate"]
    drawing = dots.dots(rows, by=dots.Rows("region"), indicator=indicators()["agency_rate"], chosen=())
    names = {code: row.area_name for row in rows for code in (row.area_code, *row.authority_codes)}
    assert KINGSTON in names
    assert (
        among_all.beside_published(
            beside(con, "agency_rate", {rows[0].period_end: 12.0}, area=KINGSTON), names, drawing
        )
        == {}
    )


def test_a_figure_after_those_of_a_joint_return_names_no_return_of_its_own_date(con, newest):
    following = newest["agency_rate"][0].period_end.replace(year=newest["agency_rate"][0].period_end.year + 1)
    own = beside(con, "agency_rate", {following: 12.0}, area=KINGSTON)
    _, said, *_ = effects(own, indicators()["agency_rate"], "Kingston upon Thames")
    assert own[0].joint and said.startswith("The published figures before it are those of a joint return:")


def test_one_month_alone_is_said_as_one(con):
    own = beside(con, "agency_rate", {date(2025, 4, 30): 12.0}, kind="month")
    said = in_year.alternative(in_year.of_kind(own, "month"), indicators()["agency_rate"], "month", "Birmingham")
    assert "1 figure, 30 April 2025: 12.0%." in said


def test_a_picture_with_own_figures_says_so_in_every_size_and_nothing_touches(con, newest):
    about, rows = indicators()["agency_rate"], newest["agency_rate"]
    plain = dots.dots(rows, by=dots.Rows("region"), indicator=about, chosen=())
    names = {row.area_code: row.area_name for row in rows}
    there = among_all.beside_published(beside(con, "agency_rate", {rows[0].period_end: 40.0}), names, plain)
    picture = Picture(
        headline="Agency", subtitle="", drawing=among_all.among_all(plain, there, indicator=about, named=True),
        alternative="", notes=(among_all.said(there, about),), source="Sources", stamp="", name=("x",), draft=True,
    )  # fmt: skip
    for size in SIZES.values():
        scene = laid_out(picture, size)
        assert "DRAFT" in scene.svg(title="", description="")
        touching = [(a.text, b.text) for a, b in combinations(scene.texts, 2) if meet(a.box, b.box, -1)]
        assert not [pair for pair in touching if "DRAFT" in " ".join(pair)], size.name


@pytest.fixture
def opened(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))

    def open_at(page, **address):
        own = VisitorFigures()
        own.take(OWN.encode(), "own.csv")
        app = opened_at(page, own, **address)
        assert not app.exception and not app.error
        return app

    return open_at


@pytest.mark.parametrize(
    ("page", "address"),
    [
        ("england", {"indicator": "agency_rate", "to": "2025"}),
        ("before-and-after", {"authority": BIRMINGHAM, "indicator": "agency_rate"}),
        ("compare", {"authority": BIRMINGHAM, "indicator": "agency_rate", "as_": "since"}),
    ],
)
def test_the_page_shows_own_figures_until_they_are_switched_off(opened, page, address):
    app = opened(page, **address)
    assert "DRAFT, unpublished" in app.get("plotly_chart")[0].proto.spec
    assert "DRAFT" in app.get("plotly_chart")[0].proto.alt
    assert "40" not in json.dumps(dict(app.query_params))
    next(each for each in app.toggle if "own figures" in each.label).set_value(False).run()
    assert "DRAFT" not in app.get("plotly_chart")[0].proto.spec + app.get("plotly_chart")[0].proto.alt


def test_months_have_whole_years_beside_them_as_strokes_that_nothing_joins(con):
    ids, ends = list(indicators()), [f"2025-0{month}-30" for month in (4, 6, 9)]
    given = [(id, end, value) for id in ids for end, value in zip(ends, (1.0, 2.0, 3.0), strict=True)]
    every = with_published(
        con, areas=[BIRMINGHAM] * len(given), indicators=[id for id, _, _ in given], kinds=["month"] * len(given),
        ends=[end for _, end, _ in given], values=[value for _, _, value in given], model="2025", measure="published",
        base=0,
    )  # fmt: skip
    trend = queries.figures.trend(
        con, authority=BIRMINGHAM, comparators=[], others=[], model="2025", indicators=ids, first=2010, last=2100
    )
    for id, indicator in indicators().items():
        published = [row for row in trend if row.indicator_id == id]
        rows = in_year.of_kind([row for row in every if row.indicator_id == id], "month")
        drawing = in_year.in_year(rows, indicator, "month", published)
        near = years_beside.near(published, date(2025, 4, 30))
        assert len(drawing.panels) == (1 if years_beside.together(indicator) or not near else 2), id
        lines = [line for panel in drawing.panels for line in panel.lines]
        (own,) = [line for line in lines if "months" in line.name]
        assert [point.y for point in own.points] == [1.0, 2.0, 3.0] and own.look.symbol.endswith("-open")
        whole = [line for line in lines if line is not own]
        assert [run[0].y for line in whole for run in line.runs] == [row.value for row in near], id
        assert all(len({point.y for point in run}) == 1 for line in whole for run in line.runs)
        assert all(drawing.across.first <= point.x <= drawing.across.last for line in lines for point in line.points)
        assert "equal" in years_beside.words(near, indicator) or not near
        lines_below = max(tick.words.count("\n") + 1 for tick in drawing.across.ticks)
        layout = figure(drawing).to_dict()["layout"]
        assert layout["margin"]["b"] >= 5 + 16 * lines_below, "every line of the words of the dates is on the page"
        panels = sum(panel.tall for panel in drawing.panels)
        assert layout["height"] - layout["margin"]["b"] - layout["margin"]["t"] >= panels
