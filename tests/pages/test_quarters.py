"""Demand against money in all authorities: the quarters counted a second way, and why others are left out."""

import re

import pytest

from data.catalogue import indicators
from pages.charts.svg.picture import Picture
from pages.england import choices, quarters, quarters_drawn
from queries import england
from tests.pages.lapses import lapses

SPANS = ((2013, 2022), (2013, 2025), (2019, 2020))
TINY = frozenset({"E06000053", "E09000001"})  # the Isles of Scilly and the City of London


@pytest.fixture(scope="module")
def changes(opened):
    """Return the changes of each measure of demand and of each line of spend in prices of one year, by span."""
    return {
        (id, *span): england.change(opened, indicator=id, from_first=span[0], from_last=span[0], to_first=span[1],
                                    to_last=span[1])
        for span in SPANS
        for id in (*choices.DEMAND, *choices.LINES)
    }  # fmt: skip


@pytest.fixture(scope="module")
def values(opened):
    cursor = opened.cursor()
    cursor.execute("use dashboard")
    return {
        (area, id, year): value
        for area, id, year, value in cursor.execute(
            "select area_code, indicator_id, year(period_end), value from observation where status = 'published'"
        ).fetchall()
    }


def each(changes):
    for since, year in SPANS:
        for demand in choices.DEMAND:
            for spend in choices.LINES:
                both = changes[demand, since, year], changes[spend, since, year]
                of = quarters.Of(indicators()[demand], indicators()[spend], since, year, quarters.national(*both))
                yield quarters.paired(*both, TINY), of


def test_the_quarters_are_those_of_the_four_figures_and_all_authorities_are_counted_or_named(changes, values):
    for rows, of in each(changes):
        counted = {}
        for row in rows:
            ends = [
                (values.get((row.area_code, id, of.since)), values.get((row.area_code, id, of.year)))
                for id in (of.demand.id, of.spend.id)
            ]
            if row.left_out:
                continue
            moved = [round(100 * (after / before - 1), 1) for before, after in ends]
            name = quarters.LEVEL if 0 in moved else {
                (True, False): "demand rose while spend fell", (True, True): "both rose",
                (False, False): "both fell", (False, True): "demand fell while spend rose",
            }[moved[0] > 0, moved[1] > 0]  # fmt: skip
            assert quarters.quarter(row) == name, (row, moved)
            counted[name] = counted.get(name, 0) + 1
        first = quarters.said(rows, of)[0]
        assert first.startswith(f"Of {sum(counted.values())} authorities compared")
        for name in quarters.QUARTERS.values():
            assert f"in {counted.get(name, 0)} {name}" in first
        assert len(rows) == len({row.area_code for row in rows}) > 150


def test_who_is_left_out_has_a_reason_and_the_small_are_never_counted(changes):
    for rows, of in each(changes):
        left = [row for row in rows if row.left_out]
        assert TINY & {row.area_code for row in rows} <= {row.area_code for row in left}
        named = quarters.said(rows, of)[-1]
        assert all(f"({row.left_out})" in named for row in left) and "None" not in named
        table = quarters.table(rows, of)
        assert (table["Left out"] != "").sum() == len(left) == (table["Quarter"] == "").sum()


def test_every_authority_that_is_compared_is_one_mark_and_the_corners_say_the_counts(changes):
    for rows, of in each(changes):
        drawn = quarters_drawn.drawing(rows, of, ("E08000025",))
        (panel,) = drawn.panels
        assert len(panel.marks) == sum(not row.left_out for row in rows) + (of.england is not None)
        corners = [int(found[1]) for label in panel.labels if (found := re.match(r"(\d+): ", label.lines[0]))]
        level = sum(quarters.quarter(row) == quarters.LEVEL for row in rows if not row.left_out)
        assert len(corners) == 4 and sum(corners) == sum(not row.left_out for row in rows) - level


def test_a_picture_of_every_size_is_without_lapses(changes):
    rows, of = next(each(changes))
    picture = Picture(
        headline=quarters.headline(of), subtitle="Local authorities in England.", notes=quarters.said(rows, of),
        drawing=quarters_drawn.drawing(rows, of, ("E08000025",)), alternative="Marks.", source="Source: made.",
        stamp="Stamp.", name=("england", "money"),
    )  # fmt: skip
    assert lapses(picture) == []
