"""The groups of authorities that are like one, of every authority, a second time in plain Python."""

import csv
import math
from datetime import date
from pathlib import Path
from statistics import median

import pytest

from queries import compare, england
from queries.database import open_database
from tests.queries.plain_comparison import Facts, grade_at

REFERENCE = Path(__file__).parents[2] / "data" / "reference"
KINDS = {"E06": "unitary", "E08": "metropolitan", "E09": "London", "E10": "county"}
TODAY = date(2100, 1, 1)


@pytest.fixture(scope="module")
def con(built):
    con = open_database(built)
    yield con
    con.close()


@pytest.fixture(scope="module")
def groups(built):
    """Return the members of each group, in order, by authority."""
    con = open_database(built)
    with (REFERENCE / "authorities.csv").open(encoding="utf-8", newline="") as file:
        authorities = list(csv.DictReader(file))
    found = {}
    for row in authorities:
        rows = england.groups.frame(con, authority=row["area_code"])
        for group, members in rows.groupby("group_id"):
            found[row["area_code"], group] = members.sort_values("position")["area_code"].to_list()
    con.close()
    return authorities, found


def test_region_kind_and_grade_are_shared_by_all_of_a_group_and_by_no_other(groups, _connection):
    authorities, found = groups
    facts = Facts(_connection.cursor())
    current = [row for row in authorities if not row["closed_on"]]
    grades = {row["area_code"]: grade_at(facts, row["dfe_code"], TODAY) for row in authorities}
    for one in authorities:
        asked = one["area_code"]
        for group, of in (
            ("region", lambda row: row["region_code"]),
            ("kind", lambda row: KINDS[row["area_code"][:3]]),
            ("grade", lambda row: grades[row["area_code"]]),
        ):
            expected = {row["area_code"] for row in current if of(row) == of(one) and row["area_code"] != asked}
            if group == "grade" and one["closed_on"]:
                expected = set()
            assert set(found.get((asked, group), [])) == expected, (asked, group)


def test_neighbours_are_the_publishers_in_their_order(groups, _connection):
    _, found = groups
    rows = (
        _connection.cursor()
        .execute("""
        select authority.area_code, model, list(other.area_code order by rank)
        from neighbour
        inner join authority using (dfe_code)
        inner join authority as other on other.dfe_code = neighbour_dfe_code
        group by all
    """)
        .fetchall()
    )
    assert len(rows) > 300
    for asked, model, expected in rows:
        assert found[asked, f"neighbours-{model}"] == expected


def test_ten_are_of_similar_size_and_ten_of_similar_deprivation(groups, _connection):
    authorities, found = groups
    con = _connection.cursor()
    children = dict(
        con.execute("""
        select area_code, arg_max(value, period_end) from observation
        where indicator_id = 'population_0_17' and value is not null group by 1
    """).fetchall()
    )
    scores = dict(
        con.execute("""
        select area_code, average_score from deprivation inner join authority using (dfe_code)
        where index_year = (select max(index_year) from deprivation)
    """).fetchall()
    )
    eligible = {row["area_code"] for row in authorities if not row["closed_on"] and row["tiny"] == "no"}
    for row in authorities:
        asked = row["area_code"]
        for group, values, apart in (
            ("size", children, lambda a, b: abs(math.log(a / b))),
            ("deprivation", scores, lambda a, b: abs(a - b)),
        ):
            members = found.get((asked, group), [])
            if row["tiny"] == "yes" or row["closed_on"] or asked not in values:
                assert members == []
                continue
            distances = {other: apart(values[other], values[asked]) for other in eligible & set(values) - {asked}}
            assert len(members) == 10 and set(members) <= set(distances)
            farthest = max(distances[other] for other in members)
            assert all(far >= farthest - 1e-12 for other, far in distances.items() if other not in members)
            assert [distances[other] for other in members] == sorted(distances[other] for other in members)


def test_no_authority_is_in_its_own_group(groups):
    assert not [key for key, members in groups[1].items() if key[0] in members]


@pytest.mark.parametrize("group", ["kind", "grade", "size", "deprivation"])
@pytest.mark.parametrize("authority", ["E08000017", "E06000017", "E10000016"])
def test_the_line_of_those_like_an_authority_is_the_median_of_the_same_authorities(con, authority, group):
    asked = {"listed": [], "model": "2025", "average": "median", "measure": "published", "base": 2015}
    lines = compare.groups(
        con, authority=authority, groups=[group], indicator="agency_rate", first=2025, last=2025, **asked
    )
    like = {row.area_code for row in england.groups(con, authority=authority) if row.group_id == group}
    rows = england.year(con, indicator="agency_rate", year=2025)
    values = [row.value for row in rows if like & set(row.authority_codes) and row.value is not None]
    assert [(line.value, line.averaged) for line in lines] == [(pytest.approx(median(values)), len(values))]
    sources = compare.sources(con, areas=[authority], indicators=["agency_rate"], groups=[group], first=2025, last=2025)
    named = {"grade": "Ofsted", "size": "population", "deprivation": "deprivation"}.get(group, "")
    assert any(named in f"{each.title} {each.publisher}" for each in sources)
