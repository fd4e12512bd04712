"""Who makes referrals: every share, sum and sentence true of every place, by a second reading of the figures alone."""

import re

import pytest

import queries.catalogue
from data.catalogue import indicators
from pages.authority.shown import CHOSEN
from pages.charts.words import figure
from pages.choosing.models import NEWEST_MODEL
from pages.choosing.regions import ENGLAND
from pages.referral_sources import picture, shown, tables, words
from pages.referral_sources.choices import SOURCES
from queries import compare, demand, figures
from tests.at_once import at_once
from tests.pages.lapses import lapses

RUBBISH = re.compile(r"\bNone\b|\bnan\b|\bNaT\b")
HACKNEY, CITY = "E09000012", "E09000001"


@pytest.fixture(scope="module")
def names(opened):
    """Return the names of all places: authorities, England and the regions."""
    authorities = {each.area_code: each.name for each in queries.catalogue.authorities(opened)}
    return authorities | {each.area_code: each.name for each in compare.regions(opened)} | {ENGLAND: "England"}


@pytest.fixture(scope="module")
def table(opened):
    """Return every share by area, year and source: the value or None, and the status."""
    cursor = opened.cursor()
    cursor.execute("use dashboard")
    rows = cursor.execute(
        "select area_code, year(period_end), indicator_id, value, status from observation "
        "where starts_with(indicator_id, 'referral_source_')"
    ).fetchall()
    return {(area, year, id): (value, status) for area, year, id, value, status in rows}


@pytest.fixture(scope="module")
def places(opened, names):
    """Return what is shown of each place that has a row, by code, with England beside it."""
    asked = [{"authority": code, "comparators": ["england"] if code != ENGLAND else [], "others": [],
              "model": NEWEST_MODEL, "indicators": list(SOURCES), "first": 2000, "last": 2100}
             for code in names]  # fmt: skip
    sums = demand.together(opened, areas=list(names), indicators=list(SOURCES))
    found = {}
    for code, trend in zip(names, at_once(opened, figures.trend, asked), strict=True):
        if any(row.role == "chosen" for row in trend):
            own = [row for row in sums if row.area_code == code]
            found[code] = shown.Facts(name=names[code], trend=list(trend), breaks=[], sums=own)
    return found


def test_the_sources_are_all_there_are_in_the_order_of_england_s_shares(table):
    assert set(SOURCES) == {id for _, _, id in table} and len(SOURCES) == 11
    shares = [table[ENGLAND, 2022, id][0] for id in SOURCES]
    assert shares == sorted(shares, reverse=True)


def test_what_is_derived_and_what_is_read_is_as_the_definitions_say(places):
    for code, facts in places.items():
        for id in ("referral_source_police", "referral_source_school", "referral_source_health"):
            last = 2022 if code[:3] in ("E06", "E08", "E09", "E10") else 2014
            assert f"{'of authorities' if last == 2022 else 'regions'} to {last}" in indicators()[id].definition
            rows = {row.period_end.year: row.source_id for row in facts.chosen(id)}
            assert all((source == "referral_source") == (year <= last) for year, source in rows.items()), (code, id)


def test_authorities_england_and_regions_are_shown(places, names):
    assert ENGLAND in places and len(places) > 160 and sum(code.startswith("E12") for code in places) >= 9


def test_what_the_shares_come_to_is_their_sum_and_never_more_than_rounding_above_a_hundred(places, table):
    for code, facts in places.items():
        for row in facts.sums:
            listed = [
                table[code, row.period_end.year, id] for id in SOURCES if (code, row.period_end.year, id) in table
            ]
            given = [value for value, _ in listed if value is not None]
            assert (row.listed, row.given) == (len(listed), len(given)), code
            assert (row.together is None) == (not given)
            if given:
                assert row.together == pytest.approx(sum(given)) and row.together < 100.2, code


def test_every_figure_drawn_is_that_of_the_table_and_no_year_without_one_is_joined(places, table):
    for code, facts in places.items():
        panels = [panel for drawing in shown.drawings(facts) for panel in drawing.panels]
        assert len(panels) == 11 and len({panel.up for panel in panels}) == 1
        for id, panel in zip(SOURCES, panels, strict=True):
            for line in (line for line in panel.lines if line.look == CHOSEN):
                for run in line.runs:
                    years = [point.x.year for point in run]
                    assert years == list(range(years[0], years[-1] + 1)), (code, id)
                drawn = {point.x.year: point.y for run in line.runs for point in run}
                wanted = {year: value for (area, year, source), (value, _) in table.items()
                          if (area, source) == (code, id) and value is not None}  # fmt: skip
                assert drawn == wanted, (code, id)
            newest = max(row.period_end for row in facts.trend if row.indicator_id == id)
            assert ("to 2021-22" in panel.about) == (newest < facts.newest), (code, id)
            assert all(end.x == newest or end.more for end in panel.ends), (code, id)


def test_sentences_name_each_share_of_their_year_and_what_is_withheld(places, table):
    assert len(words.said(places[HACKNEY])) == 2 and "In 2019-20" in words.said(places[HACKNEY])[1]
    for code, facts in places.items():
        said = [*words.said(facts), *words.notes(facts), shown.alternative(facts, SOURCES)]
        assert not [text for text in said if RUBBISH.search(text)], code
        text = words.said(facts)[-1]
        if not text.startswith("In no year"):
            year = 2000 + int(re.match(r"In \d{4}-(\d\d)", text)[1])
            at = [table[code, year, id] for id in SOURCES]
            assert sum(value is not None for value, _ in at) > 3
            for value, status in at:
                assert figure(value, status, unit="%", decimals=1) in text, (code, text)
            later = {y for area, y, _ in table if area == code and y > year}
            assert all(sum(table.get((code, y, id), (None,))[0] is not None for id in SOURCES) <= 3 for y in later)


def test_the_tables_have_every_figure_and_its_file(places, table):
    for code in (ENGLAND, HACKNEY, CITY, "E08000025", "E12000007"):
        facts = places[code]
        wide = {row["Year"]: row for row in tables.shares(facts, facts.sums) if row["Place"] == facts.name}
        long = {(row["Source of referrals"], row["Date"][:7]): row for row in tables.figures(facts)}
        mine = {key: value for key, value in table.items() if key[0] == code}
        assert len(wide) == len({year for _, year, _ in mine}) and len(long) == len(mine)
        for (_, year, id), (value, status) in mine.items():
            name, when, written = (
                indicators()[id].short_title,
                f"{year - 1}-{year % 100}",
                figure(value, status, unit="%", decimals=1),
            )
            assert wide[when][name] == long[name, when]["Share"] == written
            assert re.search(r"\.\w+, row \d+$", long[name, when]["File and row"])


@pytest.mark.parametrize("code", [ENGLAND, HACKNEY])
def test_a_picture_of_every_size_holds_its_panels_and_nothing_overlaps(places, code):
    facts = places[code]
    drawn = picture.picture(facts, words.said(facts), [], version="2026-08-22", link="example.org/referral-sources")
    assert lapses(drawn) == []
