"""What stands out: every fact of every place and indicator a second time, and nothing that is not in both."""

from collections import defaultdict
from datetime import timedelta
from itertools import takewhile

import numpy as np
import pytest
from statsmodels.stats.multitest import multipletests

from queries import england, stands_out
from tests.queries.plain_england import PER, England
from tests.queries.plain_noticed import ended, error, passed, runs, trend, two_sided

DONCASTER, WOLVERHAMPTON, SUNDERLAND, ENGLAND = "E08000017", "E08000031", "E08000024", "E92000001"
KINDS = [
    "check", "judgement", "intervention", "largest_change", "since", "lowest", "highest", "outside", "turn",
    "against_england", "neighbours",
]  # fmt: skip


@pytest.fixture(scope="module")
def noticed(_connection):
    """Return all facts, before six a place are chosen."""
    cursor = _connection.cursor()
    rows = cursor.execute("from noticed")
    names = [column[0] for column in rows.description]
    return [dict(zip(names, row, strict=True)) for row in rows.fetchall()]


@pytest.fixture(scope="module")
def plain(_connection):
    england = England(_connection.cursor())
    england.ranked -= ended(england)
    return england


def test_nothing_is_noticed_of_what_is_no_longer_published(noticed, plain):
    over = ended(plain)
    assert {"referral_source_individual", "referral_source_unknown"} <= over and "agency_rate" not in over
    assert not {fact["indicator_id"] for fact in noticed} & over


@pytest.fixture(scope="module")
def facts(noticed):
    """Return the facts about figures by kind, authority and indicator."""
    found = defaultdict(dict)
    for fact in noticed:
        if fact["indicator_id"] and fact["test"] != "none" and fact["kind"] != "check":
            found[fact["kind"]][fact["place_code"], fact["indicator_id"]] = fact
    return found


@pytest.fixture(scope="module")
def sources(_connection):
    return {
        (area, indicator, on): source
        for area, indicator, on, source in _connection.cursor()
        .execute("select area_code, indicator_id, period_end, source_id from observation")
        .fetchall()
    }


@pytest.fixture(scope="module")
def all_runs(plain, sources):
    return runs(plain, sources)


@pytest.fixture(scope="module")
def dispersions(_connection):
    # measured anew in test_england_change.py
    rows = _connection.cursor().execute("select indicator_id, factor, usual from dispersion").fetchall()
    return {indicator: (factor, usual) for indicator, factor, usual in rows}


def beyond(tests, tested_of=None):
    """Return the q of each by statsmodels; others that were tested and are no candidates have a chance of 1."""
    keys = list(tests)
    chances = [tests[key] for key in keys] + [1.0] * ((tested_of or len(keys)) - len(keys))
    adjusted = multipletests(chances, method="fdr_bh")[1]
    return dict(zip(keys, adjusted, strict=False))


def test_highest_and_lowest_since_are_those_of_plain_python(all_runs, facts, plain, dispersions):
    tests, found, eligible = {}, {}, 0
    for (area, indicator), run in all_runs.items():
        eligible += len(run.figures) > 5
        direction, beaten = passed(run)
        newest, unit = run.figures[-1], plain.units[indicator]
        if len(beaten) < 5 or any(row.small for row in [*beaten, newest]) or newest.on in run.ends_badly:
            continue
        if all(row.on in run.ends_badly for row in beaten):
            continue
        mean = float(np.mean([row.value for row in beaten]))
        spread = error(unit, beaten, newest, dispersions.get(indicator))
        if not spread or not mean or not newest.value:
            continue
        z = ((newest.value - mean) if unit == "%" else np.log(newest.value / mean)) / spread
        tests[area, indicator] = two_sided(z)
        found[area, indicator] = direction, len(beaten), mean, z, beaten
    q = beyond(tests, eligible)
    expected = {
        key
        for key, (_, _, mean, _, beaten) in found.items()
        if q[key] <= 0.05
        and abs(all_runs[key].figures[-1].value - mean) >= 0.05 * mean
        and (plain.units[key[1]] != "%" or abs(all_runs[key].figures[-1].value - mean) > 0.999)
    }
    assert set(facts["since"]) == expected and len(expected) > 200
    for key in expected:
        fact, (direction, counted, mean, z, beaten) = facts["since"][key], found[key]
        assert (fact["direction"], fact["counted"], fact["tested_of"]) == (direction, counted, eligible)
        assert (fact["compared"], fact["z"], fact["q"]) == pytest.approx((mean, z, q[key]), rel=1e-5)
        position = all_runs[key].figures.index(beaten[0])
        if position:
            farther = all_runs[key].figures[position - 1]
            assert (fact["from_period_end"], fact["from_value"]) == (farther.on, farther.value)
            assert direction * (farther.value - fact["value"]) >= 0
        else:
            assert (fact["from_period_end"], fact["from_value"]) == (beaten[0].on, None)


def turned(plain, indicator, figures, direction):
    """Tell whether the figure of the turn is beyond those at both ends by what matters."""
    first, middle, newest = (figures[n] for n in (-9, -5, -1))
    moves = [(row.value - middle.value) * direction for row in (first, newest)]
    settled = not any((indicator, row.on) in plain.unsettled for row in (first, middle, newest))
    return settled and min(moves) > 0 and min(moves) >= 0.05 * middle.value


def test_turns_are_those_of_plain_python(all_runs, facts, plain, dispersions):
    recent, earlier = {}, {}
    for (area, indicator), run in all_runs.items():
        unit = plain.units[indicator]
        factor = 1.0 if unit == "%" else dispersions.get(indicator, (None,))[0]
        if factor is None:
            continue
        if (z := trend(run.figures[-5:], unit, factor)) is not None:
            recent[area, indicator] = z
        if len(run.figures) >= 9 and (z := trend(run.figures[-9:-4], unit, factor)) is not None:
            earlier[area, indicator] = z
    q = beyond({key: two_sided(z) for key, z in recent.items()})
    expected = {
        key
        for key, z in recent.items()
        if q[key] <= 0.05
        and max(two_sided(z), two_sided(earlier.get(key, 0))) < 0.002
        and z * earlier[key] < 0
        and turned(plain, key[1], all_runs[key].figures, np.sign(z))
    }
    assert set(facts["turn"]) == expected and len(expected) > 20
    for key in expected:
        assert facts["turn"][key]["z"] == pytest.approx(recent[key], rel=1e-6)
        assert facts["turn"][key]["q"] == pytest.approx(q[key], rel=1e-5, abs=1e-30)


def changes(all_runs, plain, sources, dispersions):
    """Return, of each change to a newest figure that a headline might tell, its distance, and that from England's."""
    found = {}
    for (area, indicator), run in all_runs.items():
        *before, newest = run.figures
        for row in before:
            fixed = row.on in fixed_dates(plain, sources, area, indicator, newest)
            if not fixed or row.small or newest.small or {row.on, newest.on} & run.ends_badly:
                continue
            spread = error(plain.units[indicator], [row], newest, dispersions.get(indicator))
            own = moved(plain.units[indicator], row, newest)
            if spread and own is not None:
                england_rows = [plain.rows[indicator][on].get(ENGLAND) for on in (row.on, newest.on)]
                abroad = moved(plain.units[indicator], *england_rows)
                found[area, indicator, row.on] = own / spread, None if abroad is None else (own - abroad) / spread
    return found


def moved(unit, one, other):
    if one is None or other is None or one.value is None or other.value is None:
        return None
    if unit == "%":
        return other.value - one.value
    return float(np.log(other.value / one.value)) if one.value > 0 and other.value > 0 else None


def fixed_dates(plain, sources, area, indicator, newest):
    """Return the dates a year and five years before, and that of the first figure since the break."""
    alike = [
        row.on
        for row in plain_series(plain, indicator, area)
        if row.status == "published"
        and plain.segment(indicator, row.on) == plain.segment(indicator, newest.on)
        and sources[area, indicator, row.on] == sources[area, indicator, newest.on]
    ]
    return {min(alike), *(newest.on.replace(year=newest.on.year - years) for years in (1, 5))}


def test_changes_are_headlines_beyond_chance_over_the_whole_country(
    all_runs, facts, plain, sources, dispersions, _connection
):
    pairs = changes(all_runs, plain, sources, dispersions)
    q = beyond({key: two_sided(z) for key, (z, _) in pairs.items()})
    q_england = beyond({key: two_sided(z) for key, (_, z) in pairs.items() if z is not None})
    rows = (
        _connection.cursor()
        .execute("""
        select area_code, indicator_id, from_period_end, england_base is not null from finding
        where not peak and to_period_end = (
            select max(period_end) from observation where observation.indicator_id = finding.indicator_id
        )
    """)
        .fetchall()
    )
    headlines = {tuple(key): alike for *key, alike in rows if tuple(key) in pairs and q[tuple(key)] <= 0.05}
    largest, against = {}, defaultdict(dict)
    for (area, indicator, first), alike in headlines.items():
        z, z_england = pairs[area, indicator, first]
        yearly = yearly_changes(plain, indicator, area)
        one_year = (all_runs[area, indicator].figures[-1].on - first).days <= 550
        if one_year and len(yearly) >= 5 and abs(yearly[-1]) >= max(map(abs, yearly)):
            largest[area, indicator] = z
        differs = z_england is not None and q_england[area, indicator, first] <= 0.05 and not alike
        if differs and indicator in plain.ranked:
            against[area, indicator][first] = z_england
    assert set(facts["largest_change"]) == set(largest) and len(largest) > 20
    assert set(facts["against_england"]) == set(against) and len(against) > 300
    for key, z in largest.items():
        assert facts["largest_change"][key]["z"] == pytest.approx(z, rel=1e-6)
    for key, windows in against.items():
        assert facts["against_england"][key]["from_period_end"] == min(windows)
        assert facts["against_england"][key]["z"] == pytest.approx(windows[min(windows)], rel=1e-6)


def plain_series(plain, indicator, area):
    return [rows[area] for _, rows in sorted(plain.rows[indicator].items()) if area in rows]


def yearly_changes(plain, indicator, area):
    rows = plain_series(plain, indicator, area)
    return [
        after.value - before.value
        for before, after in zip(rows, rows[1:], strict=False)
        if before.value is not None
        and after.value is not None
        and (after.on - before.on).days <= 550
        and plain.segment(indicator, before.on) == plain.segment(indicator, after.on)
    ]


def newest_of_all(plain, indicator):
    on = max(plain.rows[indicator])
    return on, {
        area: row for area, row in plain.there(indicator, on).items() if row is not None and row.size is not None
    }


def is_weak(plain, key):
    return key in plain.doubted or key in plain.unusual


def test_lowest_and_highest_of_all_are_so_and_say_with_how_many(facts, plain):
    expected = {}
    for indicator in plain.ranked:
        if plain.units[indicator] not in PER:
            continue
        on, rows = newest_of_all(plain, indicator)
        rows = {
            area: row for area, row in rows.items() if not (area in plain.authorities and plain.authorities[area][3])
        }
        sizes = [row.size for row in rows.values()]
        for area, row in rows.items():
            weak = is_weak(plain, (area, indicator, on)) or (row.denominator is not None and row.denominator < 50)
            shared = sizes.count(row.size)
            if weak or shared > 6:
                continue
            if row.size == min(sizes):
                expected["lowest", area, indicator] = shared, len(sizes)
            elif row.size == max(sizes) and shared == 1 and not row.small:
                expected["highest", area, indicator] = shared, len(sizes)
    ours = {
        (kind, *key): (fact["shared_by"], fact["counted"])
        for kind in ("lowest", "highest")
        for key, fact in facts[kind].items()
    }
    assert ours == expected and len(ours) > 20


def distances(opened, plain, target_of):
    """Return the distance of each newest figure from a target of its own, by what authorities vary about England's."""
    found = {}
    for indicator in plain.ranked:
        if plain.units[indicator] not in PER:
            continue
        on, rows = newest_of_all(plain, indicator)
        limits = england.chance(opened, indicator=indicator, year=on.year)
        if not limits or (indicator, on) in plain.unsettled:
            continue
        factor, per = limits[0].dispersion if limits[0].adjusted else 1.0, PER[plain.units[indicator]]
        for area, row in rows.items():
            tiny = area in plain.authorities and plain.authorities[area][3]
            target = target_of(indicator, on, area)
            if tiny or is_weak(plain, (area, indicator, on)) or target is None or not row.denominator:
                continue
            if row.denominator < 50 or target / per * row.denominator < 10 or target == 100:
                continue
            share = target / per
            spread = per * np.sqrt(factor * share * ((1 - share) if per == 100 else 1) / row.denominator)
            found[area, indicator] = (row.size - target) / spread
    return found


def test_outside_the_limits_are_those_of_plain_python(opened, facts, plain):
    found = distances(opened, plain, lambda indicator, on, _: plain.rows[indicator][on][ENGLAND].value)
    q = beyond({key: two_sided(z) for key, z in found.items()})
    expected = {key for key, z in found.items() if q[key] <= 0.05 and abs(z) >= 3.090232}
    assert set(facts["outside"]) == expected and len(expected) > 20
    for key in expected:
        assert (facts["outside"][key]["z"], facts["outside"][key]["q"]) == pytest.approx((found[key], q[key]), rel=1e-5)


def test_far_from_its_neighbours_are_those_of_plain_python(opened, facts, plain, _connection):
    neighbours = defaultdict(list)
    for area, other in (
        _connection.cursor()
        .execute("""
        select authority.area_code, other.area_code from neighbour inner join authority using (dfe_code)
        inner join authority as other on other.dfe_code = neighbour_dfe_code where model = '2025'
    """)
        .fetchall()
    ):
        neighbours[area].append(other)
    joint = {member: area for area, members in plain.joint.items() for member, _ in members}
    beside = {}

    def middle(indicator, on, area):
        _, rows = newest_of_all(plain, indicator)
        found = {
            where: rows[where].size
            for other in neighbours[area]
            for where in (other, joint.get(other))
            if where in rows and (where, indicator, on) not in plain.doubted
        }
        if len(found) < 8:
            return None
        beside[area, indicator] = list(found.values())
        return float(np.median(list(found.values())))

    found = distances(opened, plain, middle)
    q = beyond({key: two_sided(z) for key, z in found.items()})
    expected = set()
    for key in found:
        value = newest_of_all(plain, key[1])[1][key[0]].size
        if q[key] <= 0.05 and not min(beside[key]) <= value <= max(beside[key]):
            expected.add(key)
    assert set(facts["neighbours"]) == expected and len(expected) > 20


def test_every_figure_to_check_has_a_note_and_the_years_beside_it(noticed, plain):
    checks = [fact for fact in noticed if fact["kind"] == "check"]
    for fact in checks:
        key = fact["place_code"], fact["indicator_id"], fact["period_end"]
        rows = {row.on: row for row in plain_series(plain, fact["indicator_id"], fact["place_code"])}
        assert key in plain.unusual and fact["caveat"]
        assert rows[fact["period_end"]].value == fact["value"]
        before, after = (
            [on for on in rows if timedelta() < sign * (on - fact["period_end"]) <= timedelta(550)] for sign in (-1, 1)
        )
        assert rows[max(before)].value == fact["before"]
        assert fact["after"] is None or rows[min(after)].value == fact["after"]
        assert fact["after"] is not None or fact["period_end"] == max(plain.rows[fact["indicator_id"]])
    assert len(checks) > 100


def test_doncaster_2022_and_wolverhampton_2021_come_as_figures_to_check(opened):
    # two newer figures of other measures come before Wolverhampton's: it is asked for by its own
    for place, year, value, asked in ((DONCASTER, 2022, 7.0, ""), (WOLVERHAMPTON, 2021, 7.3, "rereferral_rate")):
        facts = stands_out.facts(opened, place=place, within=False, indicator=asked)
        to_check = list(takewhile(lambda fact: fact.kind == "check", facts))
        assert ("rereferral_rate", year, value) in [
            (fact.indicator_id, fact.period_end.year, fact.value) for fact in to_check
        ]
    doncaster = stands_out.facts(opened, place=DONCASTER, within=False, indicator="rereferral_rate")[0]
    assert (doncaster.before, doncaster.value, doncaster.after) == (25.4, 7.0, 25.2)


def test_sunderland_has_the_lowest_agency_rate(opened):
    facts = stands_out.facts(opened, place=SUNDERLAND, within=False, indicator="agency_rate")
    lowest = [fact for fact in facts if fact.kind == "lowest"]
    assert [(fact.status, fact.value, fact.counted) for fact in lowest] == [("rounds_to_zero", None, 147)]
    assert "agency_rate" in {
        f.indicator_id for f in stands_out.facts(opened, place=SUNDERLAND, within=False, indicator="")
    }


def test_at_most_six_a_place_two_of_a_kind_two_of_an_indicator_in_the_written_order(opened, plain):
    rows = stands_out.facts(opened, place=ENGLAND, within=True, indicator="")
    places = defaultdict(list)
    for row in rows:
        places[row.place_code].append(row)
    assert len(places) > 140
    for facts in places.values():
        assert [fact.position for fact in facts] == list(range(1, len(facts) + 1)) and len(facts) <= 6
        order = [KINDS.index(fact.kind) for fact in facts]
        assert order == sorted(order)
        assert max(map(order.count, order)) <= 2
        named = [fact.indicator_id for fact in facts if fact.indicator_id]
        assert not named or max(map(named.count, named)) <= 2


def test_a_region_has_its_own_facts_and_those_within_it(opened, plain, _connection):
    regions = dict(_connection.cursor().execute("select area_code, region_code from area").fetchall())
    for region in ("E12000001", "E12000007", "E13000001"):
        own = stands_out.facts(opened, place=region, within=False, indicator="")
        assert own and {fact.place_code for fact in own} == {region}
        within = {fact.place_code for fact in stands_out.facts(opened, place=region, within=True, indicator="")}
        inside = {area for area, of in regions.items() if of == region or regions.get(of) == region}
        assert within and within <= inside - {"E13000001", "E13000002"}


def test_facts_of_england_and_the_regions_are_so_in_plain_python(noticed, plain):
    counted = 0
    for fact in noticed:
        if fact["test"] != "none" or fact["indicator_id"] is None:
            continue
        rows = plain_series(plain, fact["indicator_id"], fact["place_code"])
        rows = [row for row in rows if plain.segment(fact["indicator_id"], row.on) == plain.segment(
            fact["indicator_id"], fact["period_end"])]  # fmt: skip
        assert rows[-1].on == fact["period_end"] == max(plain.rows[fact["indicator_id"]])
        if fact["kind"] == "since":
            between = rows[-1 - fact["counted"] : -1]
            assert all(fact["direction"] * (fact["value"] - row.value) > 0 for row in between) and len(between) >= 5
            assert fact["compared"] == pytest.approx(np.mean([row.value for row in between]))
            assert fact["from_period_end"] == (
                between[0].on if fact["from_value"] is None else rows[-2 - len(between)].on
            )
        else:
            yearly = np.diff([row.value for row in rows[-1 - fact["counted"] :]])
            assert abs(yearly[-1]) > max(abs(yearly[:-1])) and len(yearly) >= 5
        counted += 1
    assert counted > 50


def test_reports_of_the_last_twelve_months_are_there_once(noticed, con):
    reports = con.execute("""
        select area_code, published_on, grade from standing cross join known_to
        where published_on > day - interval 1 year
    """).fetchall()
    ours = [(f["place_code"], f["period_end"], f["grade"]) for f in noticed if f["kind"] == "judgement"]
    assert sorted(ours) == sorted(reports) and len(ours) > 30


def test_no_authority_is_set_beside_others_where_the_catalogue_says_that_a_rank_has_no_sense(noticed, plain):
    alone = {"check", "judgement", "intervention", "largest_change", "since", "turn"}
    assert {fact["kind"] for fact in noticed if fact["indicator_id"] not in plain.ranked} <= alone


def test_nothing_may_stand_out(opened):
    assert stands_out.facts(opened, place="E06000053", within=False, indicator="cla_rate") == []
