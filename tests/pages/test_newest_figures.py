"""The newest figures in words, of all authorities and indicators: the newest date, whatever stands there."""

import re

import pytest

import queries.catalogue
import queries.compare
import queries.figures
import queries.history
from data.catalogue import indicators as catalogue
from data.catalogue import sources
from pages.authority.around import around_intervention
from pages.authority.newest import headline
from pages.authority.shown import Shown
from pages.authority.words import alternative
from pages.charts.comparison import alternative as alternatives
from pages.charts.comparison.compare import compared_lines
from pages.charts.comparison.compared import REASONS
from pages.charts.comparison.figures import end as labelled
from pages.charts.ranks import SMALL
from pages.charts.theme import STATUS_WORDS
from pages.charts.words import day
from pages.picture import alternative as pictured
from tests.at_once import at_once
from tests.pages.drawn import rows_of

BIRMINGHAM, SUNDERLAND, WESTMINSTER = "E08000025", "E08000024", "E09000033"


@pytest.fixture(scope="module")
def written(opened):
    """Return rows and table of the newest figures of every authority, by its title."""
    areas = [row.area_code for row in queries.catalogue.authorities(opened)]
    asks = [{"authority": area, "indicators": list(catalogue())} for area in areas]
    answers = at_once(opened, queries.figures.headline, asks)
    return {
        area: (rows, {row["Indicator"]: row for row in headline(rows, list(catalogue().values()))})
        for area, rows in zip(areas, answers, strict=True)
    }


def cells(written):
    """Yield each newest figure with the row of the table that says it."""
    for rows, table in written.values():
        for row in rows:
            yield row, table[catalogue()[row.indicator_id].title]


def test_every_newest_figure_is_of_the_newest_date_and_says_why_it_is_not_given(written):
    for row, said in cells(written):
        first, _, last = said["Newest"].partition("; last figure ")
        of = "year to " * (catalogue()[row.indicator_id].basis == "year")  # a total is of a year, not of its last day
        assert f", {of}{day(row.period_end)}" in first, said
        if row.status != "published":
            assert first == f"{STATUS_WORDS[row.status]}, {of}{day(row.period_end)}"
        assert bool(last) == (row.last_period_end is not None)
        assert not last or last.endswith(f", {of}{day(row.last_period_end)}")


def test_no_rank_is_written_of_small_numbers_and_none_without_its_range_where_numbers_are_held(written):
    for row, said in cells(written):
        cell = said["Rank, 1 = lowest"]
        assert (cell == SMALL) == (row.small and row.ranked_of is not None)
        assert re.fullmatch(r"not ranked.*|\d+ of \d+( \(range \d+ to \d+\))?", cell), cell


def test_which_direction_is_better_is_said_only_where_the_catalogue_says_one(written):
    said_of = set()
    for row, said in cells(written):
        moved = row.change_year is not None and round(abs(row.change_year), catalogue()[row.indicator_id].decimals) > 0
        better = catalogue()[row.indicator_id].better
        assert (f"({better} is better)" in said["Since a year before"]) == (moved and better != "neither")
        said_of.add(better)
    assert len(said_of) > 1


def test_sunderland_and_westminster(written):
    both = {area: written[area][1]["Agency social workers"] for area in (SUNDERLAND, WESTMINSTER)}
    assert both[SUNDERLAND]["Newest"] == "rounds to 0, 30 September 2025"
    assert both[WESTMINSTER]["Newest"] == "not available, 30 September 2025; last figure 0.7%, 30 September 2021"
    assert {cell["England on that date"] for cell in both.values()} == {"13.0%"}


def test_nothing_across_a_break_is_set_beside_the_newest(opened):
    seen = 0
    areas = [row.area_code for row in queries.catalogue.authorities(opened)]
    asks = [{"authority": area, "indicators": list(catalogue())} for area in areas]
    for area, rows in zip(areas, at_once(opened, queries.figures.around_intervention, asks), strict=True):
        table = around_intervention(rows, list(catalogue().values()))
        turned = {row.turn for row in rows if row.moment == "before"}
        refused = [row for row in rows if row.refused and row.turn in turned]
        said = sum(cell.startswith("not comparable") for row in table for cell in row.values())
        assert said == len(refused), area
        seen += said
    assert seen > 300


def test_birmingham_before_and_after_its_intervention_ended(opened):
    rows = queries.figures.around_intervention(opened, authority=BIRMINGHAM, indicators=["agency_rate"])
    (told,) = around_intervention(rows, [catalogue()["agency_rate"]])
    assert told.pop("Newest").endswith(f"%, 30 September {sources()['workforce'].editions[-1].last}")
    assert told == {
        "Indicator": "Agency social workers",
        "Last before it ended (26 May 2023)": "19.3%, 30 September 2022",
        "First after it ended (26 May 2023)": "11.9%, 30 September 2023",
    }


def test_the_alternative_text_names_the_newest_date_too(opened):
    asked = {"authority": WESTMINSTER, "indicators": ["agency_rate"]}
    said = alternative(Shown(
        name="Westminster", indicators=[catalogue()["agency_rate"]], percentiles=[], breaks=[], steps=[], areas=[],
        visits=[], events=[], first=2009, last=2030,
        trend=queries.figures.trend(opened, **asked, comparators=[], others=[], model="2025", first=2009, last=2030),
        phases=queries.history.interventions(opened, authority=WESTMINSTER),
        in_force=queries.history.grades_in_force(opened, authority=WESTMINSTER),
    ))  # fmt: skip
    assert "not available, 30 September 2025; last figure 0.7%, 30 September 2021" in said


@pytest.fixture(scope="module")
def compared(opened):
    """Return lines and question of every authority and ranked indicator, eight at a time."""
    codes = list(queries.catalogue.authorities.frame(opened)["area_code"])
    found = []
    for indicator in queries.compare.series.frame(opened).query("ranked")["indicator_id"]:
        rows, groups, asked = rows_of(opened, codes=codes, indicator=indicator, last=2030)
        for n in range(0, len(codes), 8):
            some = [row for row in rows if n < row.position <= n + 8 or row.role == "england"]
            found.append((compared_lines(some, groups, asked), asked))
    return found


def test_a_line_ends_at_its_newest_known_figure_and_words_name_what_came_after(compared):
    zero = later = 0
    for lines, asked in compared:
        said = alternatives.alternative(lines, asked)
        for line in (line for line in lines if line.drawn):
            known = [point for point in line.points if point.status in ("published", "rounds_to_zero")]
            end = line.end(asked)
            assert end.period_end == known[-1].period_end
            text = labelled(line, asked, None).figure
            if known[-1].status == "rounds_to_zero":
                zero += 1
                assert text == "rounds to 0" and end.shown == 0
            newest = line.points[-1]
            if newest.period_end != end.period_end and line in [each for each in lines if each.drawn][:4]:
                later += 1
                assert (
                    f"({asked.year(end.period_end)}), {REASONS[newest.shown_status]} "
                    f"({asked.year(newest.period_end)})" in said
                )
    assert zero and later > 20


def test_a_picture_names_the_date_of_each_of_its_last_figures(compared):
    differing = 0
    for lines, asked in compared:
        for line in [line for line in lines if line.role == "chosen" and line.drawn]:
            both = [line, *[each for each in lines if each.role == "england" and each.drawn]]
            text = pictured.alternative(both, [line.name], asked, "", bars=False)
            if "Last figures:" not in text:
                continue
            dates = {each.end(asked).period_end for each in both}
            assert all(f"({asked.year(when)})" in text for when in dates), text
            differing += len(dates) > 1
    assert differing > 20
