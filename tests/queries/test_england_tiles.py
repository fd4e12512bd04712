"""The two maps: each authority once, neighbours near, islands off the coast, outlines as published."""

import csv
import os
from collections import Counter, defaultdict
from itertools import combinations
from pathlib import Path

import pytest

from queries import england
from queries.database import open_database
from tests.data.outlines import outlines

REFERENCE = Path(__file__).parents[2] / "data" / "reference"
TODAY = "2026-08-22"
ISLANDS = {"E06000046": "Isle of Wight", "E06000053": "Isles of Scilly"}
YEARS = range(2009, 2027)


@pytest.fixture(scope="module")
def maps(built):
    con = open_database(built)
    found = {f"{year}-03-31": england.tiles.frame(con, on=f"{year}-03-31") for year in YEARS}
    found[TODAY] = england.tiles.frame(con, on=TODAY)
    con.close()
    return found


@pytest.fixture(scope="module")
def places(maps):
    rows = maps[TODAY]
    return dict(zip(rows["area_code"], zip(rows["tile_column"], rows["tile_row"], strict=True), strict=True))


@pytest.fixture(scope="module")
def borders(maps):
    """Return the pairs of authorities whose outlines share two corners at least."""
    corners = defaultdict(set)
    for row in maps[TODAY].itertuples():
        for corner in row.outline.replace("M", "L").replace("Z", "").split("L")[1:]:
            corners[corner].add(row.area_code)
    shared = Counter(pair for areas in corners.values() for pair in combinations(sorted(areas), 2))
    return {pair for pair, count in shared.items() if count >= 2}


def steps(one, other):
    """Count the tiles from one to the other: columns of odd rows lie half a tile to the east."""
    (x, z), (u, w) = ((column - (row - row % 2) // 2, row) for column, row in (one, other))
    return max(abs(x - u), abs(z - w), abs(x - u + z - w))


def pieces(places):
    left, found = set(places), []
    while left:
        reached = [left.pop()]
        for tile in reached:
            reached.extend(near := {other for other in left if steps(tile, other) == 1})
            left -= near
        found.append(len(reached))
    return sorted(found, reverse=True)


def test_each_authority_of_a_day_has_one_tile_and_no_tile_has_two(maps):
    with (REFERENCE / "authorities.csv").open(encoding="utf-8", newline="") as file:
        authorities = list(csv.DictReader(file))
    for on, rows in maps.items():
        there = {
            row["area_code"]
            for row in authorities
            if (row["opened_on"] or "0") <= on and (row["closed_on"] or "9") >= on
        }
        assert rows["area_code"].is_unique and set(rows["area_code"]) == there, on
        assert not rows.duplicated(["tile_column", "tile_row"]).any(), on


def test_the_map_of_today_has_the_new_authorities_and_that_of_2010_the_former_ones(maps):
    today, then = set(maps[TODAY]["authority_name"]), set(maps["2010-03-31"]["authority_name"])
    new = {
        "Cumberland", "Westmorland and Furness", "North Northamptonshire", "West Northamptonshire",
        "Bournemouth, Christchurch and Poole", "Dorset",
    }  # fmt: skip
    former = {"Cumbria", "Northamptonshire", "Bournemouth", "Poole", "Dorset (to March 2019)"}
    assert (len(today), len(then)) == (153, 152)
    assert new <= today and former <= then and not new & then and not former & today


def test_a_former_authority_stands_where_one_that_came_after_it_does_or_beside(maps):
    then = {row.dfe_code: (row.tile_column, row.tile_row) for row in maps["2010-03-31"].itertuples()}
    now = {row.dfe_code: (row.tile_column, row.tile_row) for row in maps[TODAY].itertuples()}
    with (REFERENCE / "authority_changes.csv").open(encoding="utf-8", newline="") as file:
        after = defaultdict(list)
        for row in csv.DictReader(file):
            after[row["predecessor_code"]].append(row["successor_code"])
    ended = set(then) - set(now)
    assert len(ended) == 5
    for code in ended:
        assert min(steps(then[code], now[each]) for each in after[code]) <= 1


def test_an_authority_that_stayed_never_moves(maps):
    places = defaultdict(set)
    for rows in maps.values():
        for row in rows.itertuples():
            places[row.area_code].add((row.tile_column, row.tile_row))
    assert {len(each) for each in places.values()} == {1}


def test_true_neighbours_touch_or_are_near(places, borders):
    apart = [steps(places[one], places[other]) for one, other in borders]
    assert len(borders) == 373
    assert sum(each == 1 for each in apart) / len(apart) > 0.69
    assert sum(each <= 2 for each in apart) / len(apart) > 0.90
    assert max(apart) <= 6


def test_true_neighbours_of_one_region_touch_and_a_region_holds_together(maps, places, borders):
    region = dict(zip(maps[TODAY]["area_code"], maps[TODAY]["region_name"], strict=True))
    within = [steps(places[one], places[other]) for one, other in borders if region[one] == region[other]]
    assert sum(each == 1 for each in within) / len(within) > 0.74
    found = {
        name: pieces([places[area] for area in places if region[area] == name and area not in ISLANDS])
        for name in set(region.values())
    }
    # Kent and Medway lie behind London, as on the ground; Greenwich, south of the river, behind the Inner boroughs
    assert {name: each for name, each in found.items() if len(each) > 1} == {
        "South East": [16, 2],
        "Outer London": [18, 1],
    }


def test_a_neighbour_lies_on_the_side_where_it_is(maps, places, borders):
    centres = {}
    for row in maps[TODAY].itertuples():
        corners = [
            tuple(map(float, c.split(","))) for c in row.outline.replace("M", "L").replace("Z", "").split("L")[1:]
        ]
        xs, ys = zip(*corners, strict=True)
        centres[row.area_code] = (min(xs) + max(xs)) / 2, (min(ys) + max(ys)) / 2
    wrong = 0
    for one, other in borders:
        (a, b), (c, d) = places[one], places[other]
        east = (c + d % 2 / 2) - (a + b % 2 / 2)
        true = tuple(p - q for p, q in zip(centres[other], centres[one], strict=True))
        wrong += east * true[0] + (d - b) * true[1] * 3**0.5 / 2 < 0
    assert wrong / len(borders) < 0.08


def test_islands_touch_nothing_and_lie_off_their_coast(places):
    for island in ISLANDS:
        assert min(steps(places[island], place) for area, place in places.items() if area != island) == 2
    wight, hampshire, scilly, cornwall = (places[area] for area in ("E06000046", "E10000014", "E06000053", "E06000052"))
    assert wight[1] > hampshire[1] and scilly[1] > cornwall[1] and scilly[0] < cornwall[0]


def test_london_is_one_block(maps, places):
    london = [places[area] for area in places if area.startswith("E09")]
    assert (len(london), pieces(london)) == (33, [33])


SPLIT = {"E10000006": ("E06000063", "E06000064"), "E10000021": ("E06000061", "E06000062")}  # with nothing of another


def test_every_authority_of_today_has_its_outline_and_one_that_was_split_those_of_its_parts(maps):
    today = dict(zip(maps[TODAY]["area_code"], maps[TODAY]["outline"], strict=True))
    for rows in maps.values():
        for row in rows.itertuples():
            parts = "".join(today[part] for part in SPLIT.get(row.area_code, ()))
            assert row.outline == today.get(row.area_code, parts), row.authority_name
    assert sum(map(len, maps[TODAY]["outline"])) < 150_000


@pytest.mark.official
def test_outlines_are_those_of_the_national_statistics(official):
    drawn = outlines(official / "ons")
    path = REFERENCE / "outlines.csv"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows([("area_code", "outline"), *drawn.items()])
    with path.open(encoding="utf-8", newline="") as file:
        assert dict(list(csv.reader(file))[1:]) == drawn
