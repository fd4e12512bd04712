"""The page of an indicator: what is said of editions and coverage is what a second reading of the editions gives."""

import pytest

from data.catalogue import indicators
from pages.indicator import coverage, tables
from queries import indicator as questions
from tests.pages.opened import opened as opened_page


@pytest.fixture(scope="module")
def editions(opened):
    """Return every figure of every edition: indicator → publication, area and date → edition → value and status."""
    cursor = opened.cursor()
    cursor.execute("use dashboard")
    found = {}
    for id, source, area, when, edition, value, status in cursor.execute(
        "select indicator_id, source_id, area_code, period_end, edition, value, status from observation_edition"
    ).fetchall():
        found.setdefault(id, {}).setdefault((source, area, when), {})[edition] = (value, status)
    return found


@pytest.mark.parametrize("id", indicators())
def test_the_revisions_listed_are_those_of_a_second_reading_of_the_editions(opened, editions, id):
    expected = [held for held in editions[id].values() if held[min(held)] != held[max(held)]]
    rows = questions.revised(opened, indicator=id)
    assert len(rows) == len(expected)
    assert sorted((row.first_value or -1, row.value or -1) for row in rows) == sorted(
        (held[min(held)][0] or -1, held[max(held)][0] or -1) for held in expected
    )
    changed = 0
    for held in editions[id].values():
        ordered = [held[edition] for edition in sorted(held)]
        changed += sum(before != after for before, after in zip(ordered, ordered[1:], strict=False))
    assert sum(row.changed for row in questions.editions(opened, indicator=id)) == changed


def test_some_figures_were_revised(opened):
    assert sum(len(questions.revised(opened, indicator=id)) for id in ("cla", "agency_rate", "caseload")) > 100


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
