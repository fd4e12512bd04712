"""The page of an indicator: what is said of editions and coverage is what a second reading of the tidy tables gives."""

from collections import Counter
from math import isclose
from typing import NamedTuple

import pytest

import queries.catalogue
from data.catalogue import indicators, sources
from pages.england.show import LEVELS
from pages.indicator import coverage, tables
from queries import indicator as questions
from tests import tidy
from tests.alternative import wide
from tests.pages.opened import opened as opened_page

COUNTED = ["authority", "joint return"]


class Read(NamedTuple):
    """A figure as one edition of a publication has it."""

    value: float | None
    status: str


@pytest.fixture(scope="module")
def manifest():
    """Return each publication by source and edition: its title, and when it was published."""
    return {(row["source"], row["edition"]): (row["publication"], row["published"])
            for row in tidy.snapshot("manifest")}  # fmt: skip


def of_editions(id):
    """Return what each edition gives: source, area and date → edition → figure, from the tidy tables."""
    found = {}
    for row in tidy.of(id):
        held = found.setdefault((row.source, row.area, row.period_end), {})
        assert row.edition not in held, "two figures of one edition: which of them was revised is not known"
        held[row.edition] = Read(row.value, row.status)
    return found


def same(one, other):
    """Tell whether two figures are one; quotients may differ in the last bits."""
    if one.value is None or other.value is None:
        return one == other
    return one.status == other.status and isclose(one.value, other.value, rel_tol=1e-12)


@pytest.mark.parametrize("id", indicators())
def test_the_revisions_listed_are_those_of_a_second_reading_of_the_editions(opened, manifest, id):
    names = tidy.names()
    expected = {
        (names[area], on): (*held[min(held)], *held[max(held)], manifest[source, min(held)][1],
                            manifest[source, max(held)][1])
        for (source, area, on), held in of_editions(id).items() if not same(held[min(held)], held[max(held)])
    }  # fmt: skip
    rows = questions.revised(opened, indicator=id)
    found = {
        (row.area_name, row.period_end): (row.first_value, row.first_status, row.value, row.status,
                                          row.first_published, row.published)
        for row in rows
    }  # fmt: skip
    assert len(found) == len(rows) and found.keys() == expected.keys()
    assert [key for key in found if found[key] != pytest.approx(expected[key])] == []
    for row in tables.revised(rows, indicators()[id]):
        first, newest = (row[column].rpartition(" (")[0] for column in ("First edition held", "Newest"))
        assert first != newest, row


@pytest.mark.parametrize("id", indicators())
def test_each_edition_says_what_it_reaches_over_and_how_many_figures_it_changed(opened, manifest, id):
    figures, both, changed, dates = Counter(), Counter(), Counter(), {}
    for (source, _, on), held in of_editions(id).items():
        ordered = sorted(held)
        for place, edition in enumerate(ordered):
            figures[source, edition] += 1
            dates.setdefault((source, edition), set()).add(on)
            if place:
                both[source, edition] += 1
                changed[source, edition] += not same(held[ordered[place - 1]], held[edition])
    rows = questions.editions(opened, indicator=id)
    assert {(row.publication, row.edition, row.published): row[3:] for row in rows} == {
        (manifest[key][0], key[1], manifest[key][1]): (min(dates[key]), max(dates[key]), count, both[key], changed[key])
        for key, count in figures.items()
    }


def test_some_figures_were_revised(opened):
    assert sum(len(questions.revised(opened, indicator=id)) for id in ("cla", "agency_rate", "caseload")) > 100


@pytest.mark.parametrize("id", indicators())
def test_authorities_are_counted_as_the_tidy_tables_have_them(opened, id):
    counted = Counter(
        (on, row.status) for area, dates in tidy.shown(id).items() if not wide(area) for on, row in dates.items()
    )  # fmt: skip
    rows = questions.coverage(opened, indicator=id)
    assert {(row.period_end, row.status): row.areas for row in rows} == counted
    last = max(on for on, _ in counted)
    given = counted[last, "published"] + counted[last, "rounds_to_zero"]
    rest = sum(count for (on, _), count in counted.items() if on == last) - given
    assert f"{given} authorities and joint returns have a figure, and {rest} in" in coverage.said(
        rows, indicators()[id]
    )


def named(id, rows, manifest):
    """Return what is to be named of some figures, with the prices and the population behind them: title and date."""
    behind = {(row.source, row.edition) for row in rows}
    if indicators()[id].prices and rows:
        behind |= {key for key in manifest if key[0] == "gdp_deflator"}
    if indicators()[id].population and any(row.derived for row in rows):
        behind |= {key for key in manifest if key[0] == "population"}
    return {(sources()[source].title, manifest[source, edition][1]) for source, edition in behind}


def asked(opened, id, levels, *, first=2009, last=2026, earlier=False):
    rows = queries.catalogue.publications(
        opened, indicators=[id], levels=levels, first=first, last=last, earlier=earlier, judged=False
    )
    return {(row.title, published) for row in rows for published in row.published}


@pytest.mark.parametrize("id", indicators())
def test_every_edition_behind_a_figure_is_named_and_no_other(opened, manifest, id):
    """The page shows what earlier editions said too; its picture counts the newest figures of authorities."""
    newest = [row for dates in tidy.shown(id).values() for row in dates.values()]
    assert asked(opened, id, [*LEVELS, "region"], earlier=True) == named(id, tidy.of(id), manifest)
    assert asked(opened, id, COUNTED) == named(id, [row for row in newest if not wide(row.area)], manifest)


@pytest.mark.parametrize("id", indicators())
def test_of_each_year_the_editions_of_every_authority_and_of_england_are_named(opened, manifest, id):
    years = {}
    for area, dates in tidy.shown(id).items():
        if not wide(area) or area == tidy.ENGLAND:
            for on, row in dates.items():
                years.setdefault(on.year, []).append(row)
    for year, rows in years.items():
        assert asked(opened, id, LEVELS, first=year, last=year) == named(id, rows, manifest), year


def test_the_page_names_both_editions_of_first_time_entrants_though_england_has_one(built):
    page = opened_page("indicator", indicator="first_time_entrants_rate")
    [said] = [each.proto.body for each in page.get("html") if "Sources:" in each.proto.body]
    assert "published 28 May 2025 and " in said and "Ofsted" not in said


@pytest.mark.parametrize("id", indicators())
def test_every_date_without_a_figure_has_its_reason_and_its_place_in_the_picture(opened, id):
    rows, holes = questions.coverage(opened, indicator=id), questions.holes(opened, indicator=id)
    assert sum(row.areas for row in rows if row.status != "published") == len(holes)
    assert {row.status for row in rows} <= set(coverage.FILLS)
    drawn = coverage.drawing(rows, indicators()[id])
    assert sum(bar.high - bar.low for bar in drawn.panels[0].bars) == sum(row.areas for row in rows)
    assert len(coverage.key(rows)) == len({row.status for row in rows})
    assert "None" not in str(tables.holes(holes, indicators()[id])) + coverage.said(rows, indicators()[id])


def test_the_page_opens_at_its_indicator(built):
    page = opened_page("indicator", indicator="caseload")
    assert not page.exception
    assert page.title[0].value == indicators()["caseload"].title
    captions = " ".join(each.proto.body for each in page.get("html"))
    assert "Editions held" in captions and "First edition held, and the newest" in captions
