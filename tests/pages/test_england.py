"""The page of England: every authority once in each view, sentences that are so, and no view without its table."""

import re
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from data.catalogue import indicators, sources
from pages.charts.plotly.figure import figure
from pages.charts.svg.layout import laid_out
from pages.charts.svg.picture import Picture
from pages.charts.svg.sizes import SIZES
from pages.england import asked, chance, change, choices, dots, outlines, playing, ranking, tables, tiles, views, words
from queries import compare, england

FRAME = str(Path(__file__).parents[2] / "pages/frame.py")
DONCASTER, SUNDERLAND = "E08000017", "E08000024"
NEAR = frozenset({"E08000018", "E08000036"})  # Rotherham, Wakefield
RUBBISH = re.compile(r"\bNone\b|\bnan\b|\bNaT\b|\b[Ff]ailed\b|\b[Bb]est\b|\b[Ww]orst\b")


@pytest.fixture(scope="module")
def newest(opened):
    """Return the rows of the newest year of every indicator."""
    return {
        each.indicator_id: england.year(opened, indicator=each.indicator_id, year=each.last_year)
        for each in compare.series(opened)
    }


@pytest.fixture
def seen(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))

    def open_at(**address):
        app = AppTest.from_file(FRAME, default_timeout=60).run()
        for name, value in address.items():
            app.query_params[name.removesuffix("_")] = value
        app = app.switch_page("england/page.py").run()
        assert not app.exception and not app.error
        return app

    return open_at


def shown(app):
    whole = " ".join(each.proto.body for each in app.get("html"))
    return re.sub("<[^>]+>", " ", re.sub("<style>.*?</style>", " ", whole, flags=re.DOTALL))


@pytest.mark.parametrize("view", choices.VIEWS)
@pytest.mark.parametrize("indicator", ["agency_rate", "referrals", "spend_looked_after_per_child"])
def test_every_view_of_a_rate_a_count_and_a_spend_has_its_table_or_says_why_not(seen, view, indicator):
    app = seen(as_=view, indicator=indicator, authority=DONCASTER)
    words_shown = shown(app)
    drawn = view != "table" and "limits of chance are not drawn" not in words_shown
    assert ("Doncaster" in words_shown or not drawn) and not RUBBISH.search(words_shown)
    assert app.query_params["as"] == view
    assert len(app.get("plotly_chart")) == (
        0 if view == "table" or "limits of chance are not drawn" in words_shown else 1
    )


def test_every_authority_with_a_figure_is_one_dot_in_its_row_and_the_very_small_none(newest):
    for id, rows in newest.items():
        wanted = sorted(row.value for row in rows if row.value is not None and not row.tiny)
        for by in choices.GROUPED:
            drawing = dots.dots(
                rows, by=dots.Rows(by, NEAR, DONCASTER), indicator=indicators()[id], chosen=(DONCASTER,)
            )
            marks = drawing.panels[0].marks
            assert sorted(mark.x for mark in marks) == wanted, (id, by)
            assert len({mark.said[0] for mark in marks}) == len(marks), (id, by)
            assert all(0 < mark.y < drawing.panels[0].up.high for mark in marks)


def test_a_ranking_stands_by_name_until_asked_and_then_by_figure(newest):
    for id, rows in newest.items():
        named = ranking.in_order(rows, "name")
        assert [row.area_name for row in named] == sorted(row.area_name for row in named), id
        valued = [row.value or 0.0 for row in ranking.in_order(rows, "value")]
        assert valued == sorted(valued) and len(valued) == len(named), id
        drawing = ranking.ranking(rows, order="name", indicator=indicators()[id], chosen=())
        assert sum(len(panel.marks) for panel in drawing.panels) == len(named), id


def test_hillingdon_oldham_and_peterborough_lead_the_change_in_agency_staff_and_two_cannot_be_compared(opened):
    rows = england.change(opened, indicator="agency_rate", from_first=2024, from_last=2024, to_first=2025, to_last=2025)
    assert [row.area_name for row in change.in_order(rows)[:3]] == ["Hillingdon", "Oldham", "Peterborough"]
    said = words.uncompared(rows)
    assert all(name in said for name in ("Birmingham", "Kensington and Chelsea"))
    drawing = change.change(rows, indicator=indicators()["agency_rate"], chosen=())
    assert len(drawing.panels[0].lines) == sum(row.change is not None for row in rows)


def test_the_sentence_of_a_year_gives_the_ends_and_who_has_no_figure(newest):
    for id, rows in newest.items():
        said = words.spread(rows, indicators()[id])
        drawn = [row.value for row in rows if row.value is not None and not row.tiny]
        assert said.startswith(f"{len(drawn)} of "), id
        missing = [row.area_name for row in rows if row.status not in words.DRAWN]
        assert (words.missing(rows) == "") == (missing == []), id
        assert not RUBBISH.search(said), id


def test_every_authority_of_the_day_has_one_tile_and_the_colour_of_its_class(opened, newest):
    for id, rows in newest.items():
        places = england.tiles(opened, on=rows[0].period_end.isoformat())
        drawing = tiles.tiles(places, rows, indicator=indicators()[id], chosen=())
        bars = drawing.panels[0].bars
        assert len(bars) == len(places) == len({(bar.left, bar.low) for bar in bars}), id
        ends = tiles.classes(rows)
        assert ends == sorted(ends), id


def test_every_tile_of_any_year_has_a_name_of_its_own_that_is_whole_or_seen_to_be_cut(opened):
    for year in range(2009, 2027):
        names = [row.authority_name for row in england.tiles(opened, on=f"{year}-03-31")]
        brief = [tiles.short(name) for name in names]
        assert len(set(brief)) == len(brief) > 140, year
        assert all(len(word) <= tiles.LETTERS for word in brief)
    assert tiles.short("Kingston upon Hull, City of") == "Hull" and tiles.short("Leicester") == "Leicester"


def test_every_authority_of_the_day_has_its_true_outline_once_and_the_map_is_light(opened, newest):
    rows = newest["agency_rate"]
    places = england.tiles(opened, on=rows[0].period_end.isoformat())
    drawing = outlines.outlines(places, rows, indicator=indicators()["agency_rate"], chosen=(DONCASTER,))
    areas = drawing.panels[0].areas
    assert sorted(area.said[0] for area in areas) == sorted(place.authority_name for place in places)
    assert len(areas) == 153 == len({area.said[0] for area in areas}) and outlines.without(places) == ""
    assert [area.said[0] for area in areas if area.fill.edge] == ["Doncaster"]
    assert len(figure(drawing).to_json()) < 300_000
    colours = {area.said[0]: area.fill.colour for area in areas}
    tiled = tiles.tiles(places, rows, indicator=indicators()["agency_rate"], chosen=()).panels[0].bars
    assert all(colours[bar.said[0]] == bar.fill.colour for bar in tiled)


def test_a_map_of_the_past_has_the_authorities_of_the_past_or_names_them(opened):
    rows = england.year(opened, indicator="cla", year=2010)
    places = england.tiles(opened, on="2010-03-31")
    drawn = {
        area.said[0]
        for area in outlines.outlines(places, rows, indicator=indicators()["cla"], chosen=()).panels[0].areas
    }
    assert {"Cumbria", "Northamptonshire", "Somerset"} <= drawn and "Cumberland" not in drawn
    missing = {place.authority_name for place in places} - drawn
    assert missing == {"Bournemouth", "Dorset (to March 2019)", "Poole"}
    assert all(name in outlines.without(places) for name in missing)


def test_the_rings_of_an_outline_are_closed_and_keep_every_corner():
    rings = outlines.rings("M1,2L3,4.5L5,6ZM7,8L9,10L11,12Z")
    assert rings == (((1, 2), (3, 4.5), (5, 6), (1, 2)), ((7, 8), (9, 10), (11, 12), (7, 8)))


def test_what_is_looked_at_is_the_region_and_the_group_and_the_joint_returns_of_either(newest):
    rows = newest["agency_rate"]
    yorkshire, group = frozenset({"E12000003"}), frozenset({DONCASTER, SUNDERLAND})
    assert [row.area_code for row in asked.within(rows, [yorkshire, group])] == [DONCASTER]
    assert asked.within(rows, []) == rows
    joint = next(row for row in rows if row.area_level == "joint return")
    members = asked.with_joint([frozenset(joint.authority_codes[:1])], rows)
    assert asked.within(rows, members) == [joint]


def test_small_numbers_stand_apart_in_a_ranking_and_few_names_have_their_rank(newest):
    apart = 0
    for id, rows in newest.items():
        panels = ranking.ranking(rows, order="value", indicator=indicators()[id], chosen=()).panels
        small = {row.area_name for row in rows if row.small}
        for panel in panels:
            heights = {tick.words: tick.at for tick in panel.up.ticks}
            assert all((panel.title == ranking.APART) == (mark.said[0] in small) for mark in panel.marks), id
            assert all(heights[mark.said[0]] == mark.y for mark in panel.marks), id
            assert len(set(heights.values())) == len(panel.marks) == len(heights), id
            assert all(panel.up.low < mark.y < panel.up.high for mark in panel.marks), id
        apart += panels[-1].title == ranking.APART
        ranks = {row.area_name: row.rank for row in rows[:30]}
        for few in ranking.ranking(rows[:30], order="name", indicator=indicators()[id], chosen=()).panels:
            for mark in few.marks:
                [named] = [tick.words for tick in few.up.ticks if tick.at == mark.y]
                assert (named != mark.said[0]) == (ranks[mark.said[0]] is not None), id
    assert apart > 3


def test_the_spans_of_a_change_never_meet_and_their_words_name_all_their_years(built, monkeypatch):
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    held = tuple(range(2013, 2026))
    for mean in (1, 2, 3):
        for year in held[2 * mean - 1 :]:
            for since in choices.first_years(held, year=year, mean=mean):
                assert held[0] <= since - mean + 1 and since < year - mean + 1
    agency, referrals = indicators()["agency_rate"], indicators()["referrals"]
    assert words.span(2025, 3, agency) == "the mean of 2023 to 2025" and words.span(2025, 1, agency) == "2025"
    assert words.span(2025, 2, referrals) == "the mean of 2023-24 to 2024-25"
    found = views.shown("change", asked.Asked(indicators()["agency_rate"], 2025, since=2019, mean=3))
    assert "change from the mean of 2017 to 2019 to the mean of 2023 to 2025" in found.headline
    assert "a year without a figure at the" in " ".join(found.found)


def test_a_year_to_march_is_never_named_by_the_calendar_year_that_it_ends_in(built, monkeypatch):
    """Of every third measure."""
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    for id, about in list(indicators().items())[::3]:
        yearly = about.basis == "year" and about.year_end == (3, 31)
        for view in ("change", "chance"):
            found = views.shown(view, asked.Asked(about, 2022, since=2020)).headline.removeprefix(about.title)
            assert bool(re.search(r"\b20\d\d(?!-)\b", found)) != yearly and ("2021-22" in found) == yearly, (id, view)


def test_a_mean_of_years_is_written_so_that_its_halves_are_seen(built, monkeypatch):
    """Whole per cents of two years have means with halves: a change of half a point is not one of none."""
    monkeypatch.setenv("DASHBOARD_DATABASE", str(built))
    table = views.shown("change", asked.Asked(indicators()["cla_fostered_rate"], 2025, since=2023, mean=2)).table
    told = table[table["Change"] != ""]
    assert (
        len(told) > 140 and told["Change"].str.contains(r"\.[05] ").all() and told["Change"].str.contains(".5 ").any()
    )
    pairs = told[["From", "To"]].map(lambda cell: float(cell.rstrip("%")))
    moved = told["Change"].str.replace("−", "-").str.extract(r"([-+\d.]+)")[0].astype(float)
    assert (pairs["To"] - pairs["From"] - moved).abs().max() < 1e-9


def test_a_key_names_the_signs_that_are_drawn_and_no_other(opened):
    """Of every third measure."""
    seen = set()
    for each in compare.series(opened)[::3]:
        about = indicators()[each.indicator_id]
        for year in (each.first_year, each.last_year):
            rows = [
                row for row in england.year(opened, indicator=about.id, year=year) if row.region_code == "E12000005"
            ]
            drawn = ranking.ranking(rows, order="name", indicator=about, chosen=())
            key = " ".join(entry.words for entry in ranking.key(rows, drawn))
            names = [tick.words for panel in drawn.panels for tick in panel.up.ticks]
            assert ("interval" in key) == any(panel.bars for panel in drawn.panels), (about.id, year)
            assert ("its rank" in key) == any(name.endswith(")") for name in names), (about.id, year)
            assert ("range" in key) == any(re.search(r"\(\d+ to \d+\)$", name) for name in names), (about.id, year)
            assert ("hollow" in key) == any(mark.hollow for panel in drawn.panels for mark in panel.marks), about.id
            seen.add(("interval" in key, "its rank" in key, "range" in key, "hollow" in key))
        if each.first_year < each.last_year:
            span = {"from_first": each.last_year - 1, "from_last": each.last_year - 1}
            span |= {"to_first": each.last_year, "to_last": each.last_year}
            changed = england.change(opened, indicator=about.id, **span)
            key = [entry.words for entry in change.key(changed)]
            compared = [row for row in changed if row.change is not None]
            assert ("beyond chance" in key) == any(row.beyond_chance for row in compared), about.id
            assert any("within" in words for words in key) <= any(row.q is not None for row in compared), about.id
    assert len(seen) > 4


def test_a_class_of_one_figure_is_named_by_it_alone(opened):
    rows = england.year(opened, indicator="cpp_multiple_rate", year=2012)
    key = [entry.words for entry in tiles.key(rows, indicators()["cpp_multiple_rate"])]
    assert key[0] == "0.0%" and all(len(set(words.split(" to "))) == len(words.split(" to ")) for words in key)


def test_an_end_of_all_figures_that_stands_to_be_checked_says_so(opened):
    """The file has 0.0% for Wolverhampton in March 2018, between years of 91.5% and 89.6%."""
    reviews = indicators()["cpp_reviews_rate"]
    said = words.spread(england.year(opened, indicator=reviews.id, year=2018), reviews)
    assert "0.0% (Wolverhampton; to be checked)" in said and said.count("to be checked") == 1


def test_the_years_play_to_the_last_and_stop_where_a_visitor_moves_the_slider(monkeypatch):
    state = {playing.PLAYING: True, playing.YEAR: "2023"}
    monkeypatch.setattr(playing.st, "session_state", state)
    monkeypatch.setattr(playing.st, "rerun", lambda: state.update(reran=True))
    seen = []
    for _ in range(5):
        playing.go_on((2023, 2024, 2025))
        seen.append(state[playing.YEAR])
    assert seen == ["2023", "2024", "2025", "2025", "2025"] and state["reran"] and not state[playing.PLAYING]
    state |= {playing.PLAYING: True, playing.SHOWN: "2023", playing.YEAR: "2024"}
    playing.go_on((2023, 2024, 2025))
    assert state[playing.YEAR] == "2024" == state[playing.SHOWN]


def test_the_funnel_marks_every_authority_within_and_outside_as_the_question_says(opened):
    for id in ("agency_rate", "vacancy_rate", "rereferral_rate", "cla_rate"):
        year = next(each.last_year for each in compare.series(opened) if each.indicator_id == id)
        rows = [row for row in england.chance(opened, indicator=id, year=year) if not row.tiny]
        limits = england.limits(opened, indicator=id, year=year)
        drawing = chance.chance(rows, limits, indicator=indicators()[id], size="number", chosen=())
        marks = drawing.panels[0].marks
        assert [not mark.hollow for mark in marks] == [bool(row.outside) for row in rows], id
        said = words.found_of_chance(rows, indicators()[id])
        numbers = [int(n) for n in re.findall(r"(\d+) (?:above|below) the", said)]
        assert sum(numbers) == sum(bool(row.outside) for row in rows), id


@pytest.mark.parametrize("size", ["news", "square", "narrow"])
def test_a_picture_of_every_view_can_be_laid_out(opened, newest, size):
    rows, agency = newest["agency_rate"], indicators()["agency_rate"]
    places = england.tiles(opened, on=rows[0].period_end.isoformat())
    region = [row for row in rows if row.region_code == "E12000005"]
    for drawing in (
        dots.dots(rows, by=dots.Rows("region"), indicator=agency, chosen=(DONCASTER,)),
        tiles.tiles(places, rows, indicator=agency, chosen=()),
        ranking.ranking(region, order="name", indicator=agency, chosen=()),
        outlines.outlines(places, rows, indicator=agency, chosen=(DONCASTER,)),
    ):
        picture = Picture(
            headline="Agency social workers in every authority", subtitle=agency.measure, drawing=drawing,
            alternative="", notes=(), source="Sources: none.", stamp="Data version", name=("england",),
        )  # fmt: skip
        assert laid_out(picture, SIZES[size]).texts


def test_the_table_gives_what_is_drawn(newest):
    for id, rows in newest.items():
        table = tables.year(rows, indicators()[id])
        assert len(table) == len(rows) and list(table["Authority"]) == [row.area_name for row in rows]
        assert not RUBBISH.search(" ".join(table["Figure"])), id


def test_a_year_that_another_indicator_has_not_becomes_the_newest_one(seen):
    app = seen(indicator="population_0_17", to="2012")
    app.selectbox(key="england.indicator").set_value("agency_rate").run()
    newest = str(sources()["workforce"].editions[-1].last)
    assert not app.exception and app.query_params["to"] == newest and f"30 September {newest}" in app.title[0].value
