"""The charts of a comparison as pictures: each kind, few and many, long names, joint returns, small places, no data."""

import pytest

import queries.catalogue
import queries.england
import queries.figures
import queries.history
from pages.charts.comparison import compare, words
from pages.charts.comparison.axes import across
from pages.charts.comparison.lanes import key
from pages.charts.comparison.strip import strip
from pages.charts.svg.sizes import SIZES
from pages.compare.picture import Drawn, picture, whole
from tests.pages.drawn import lines_of
from tests.pages.lapses import lapses

TWO = ("E08000025", "E08000017")
EIGHT = (*TWO, "E08000035", "E08000003", "E08000012", "E06000058", "E10000016", "E09000033")
TWENTY = (
    *EIGHT, "E06000039", "E08000028", "E06000010", "E06000061", "E09000021", "E08000018", "E08000024", "E06000052",
    "E06000053", "E10000006", "E08000016", "E09000005",
)  # fmt: skip
LONG = ("E06000058", "E09000021", "E06000061")
PAPERS = (SIZES["news"], SIZES["narrow"])


def drawn_of(con, codes, measure, indicator):
    """Return the pictures of a comparison: of the lines, and of the strip of all where there is one."""
    lines, rows, asked = lines_of(con, codes=codes, indicator=indicator, measure=measure, context=True)
    breaks = queries.catalogue.breaks(con, indicators=[indicator])
    names = {row.area_code: row.name for row in queries.catalogue.authorities(con)}
    few = len(codes) <= 8 and measure != "since"
    phases = {names[code]: queries.history.interventions(con, authority=code) for code in codes if few}
    among = queries.figures.percentiles(con, indicators=[indicator])
    charts = compare.pictures(rows, lines, breaks, asked, among=among, phases=phases)
    fills = tuple(key(phases, across(lines, asked))) if charts and phases else ()
    drawn = [Drawn(*whole(charts), (), fills, "Picture")] if charts else []
    year = queries.england.year(con, indicator=indicator, year=2025)
    if charts and measure == "published" and (found := strip(year, lines, asked)):
        drawn.append(Drawn(*found, (), (), "Picture of all authorities"))
    title = words.title([names[code] for code in codes], asked)
    return [
        picture(each, lines, asked, title=title, notes=("A note.",), sources=(), register=True, version="2026-08-22",
                link="example.org/compare")
        for each in drawn
    ]  # fmt: skip


@pytest.mark.parametrize("measure", ["published", "difference", "index", "rank", "since"])
def test_a_comparison_is_a_picture_in_every_size_at_its_own_height(opened, measure):
    found = drawn_of(opened, LONG, measure, "agency_rate")
    assert len(found) >= 1
    assert [lapse for drawn in found for lapse in lapses(drawn)] == []


@pytest.mark.parametrize("indicator", ["agency_rate", "referral_rate"])
def test_eight_in_one_chart_are_a_picture_in_the_sizes_of_papers(opened, indicator):
    found = drawn_of(opened, EIGHT, "published", indicator)
    assert len(found) == 2
    assert [lapse for drawn in found for lapse in lapses(drawn, PAPERS)] == []


def test_twenty_small_charts_are_a_picture_of_at_most_twice_its_height(opened):
    (found,) = drawn_of(opened, TWENTY, "published", "agency_rate")
    names = {panel.title for panel in found.drawing.panels}
    assert len(names) == len(found.drawing.panels) > 10 and all(not panel.ends for panel in found.drawing.panels)
    assert lapses(found, PAPERS, taller=2) == []


def test_lanes_that_a_size_leaves_out_are_left_out_of_its_key_and_each_has_its_name(opened):
    (found, *_) = drawn_of(opened, EIGHT, "published", "agency_rate")
    (lines_alone,) = found.simpler
    lanes = found.drawing.panels[1]
    assert len(lanes.up.ticks) == lanes.lanes == len({round(bar.low) for bar in lanes.bars}) > 2
    assert set(lines_alone.key) < set(found.key) and len(lines_alone.drawing.panels) == 1


def test_nothing_is_offered_where_nothing_is_drawn(opened):
    assert drawn_of(opened, ("E06000053",), "rank", "agency_rate") == []
