"""Every authority in a year, and the limits of chance about England: all indicators and years, a second time."""

import math

import numpy as np
import pytest
from scipy.stats import norm, rankdata

from queries import england
from tests.at_once import at_once
from tests.queries.plain_comparison import Facts, grade_at, intervention_at
from tests.queries.plain_england import PER, England
from tests.queries.plain_noticed import ended

SUNDERLAND = "E08000024"


@pytest.fixture(scope="module")
def plain(_connection):
    return England(_connection.cursor())


@pytest.fixture(scope="module")
def years(opened, plain):
    """Return the answer for each indicator and reference date."""
    return of_every_year(opened, england.year, plain)


def of_every_year(con, question, plain):
    """Return the answer for each indicator and reference date, by area."""
    keys = [(indicator, on) for indicator, dates in plain.rows.items() for on in dates]
    answers = at_once(con, question, [{"indicator": indicator, "year": on.year} for indicator, on in keys])
    return {key: {row.area_code: row for row in rows} for key, rows in zip(keys, answers, strict=True)}


REACHES = (("95", float(norm.ppf(0.975))), ("998", float(norm.ppf(0.999))))


def missing(value):
    return value is None or math.isnan(value)


def same(left, right):
    return missing(left) if missing(right) else math.isclose(left, right, rel_tol=1e-9)


def test_a_year_has_each_authority_that_there_was_once_and_its_figure_or_none(years, plain):
    for (indicator, on), rows in years.items():
        there = plain.there(indicator, on)
        assert set(rows) == set(there), (indicator, on)
        behind = [code for row in rows.values() for code in row.authority_codes]
        assert len(behind) == len(set(behind)), (indicator, on)
        for area, row in rows.items():
            expected = there[area]
            assert row.held == (expected is not None)
            assert row.status == (expected.status if expected else "not_available")
            assert same(row.value, expected and expected.value)


def test_no_authority_is_missing_from_the_newest_year(years, plain):
    for indicator, dates in plain.rows.items():
        there = {area for area, (_, opened, closed, *_) in plain.authorities.items() if opened <= max(dates) <= closed}
        assert {code for row in years[indicator, max(dates)].values() for code in row.authority_codes} == there
        assert len(there) == 153 or indicator in ended(plain)


def test_ranks_are_those_of_scipy_and_none_where_a_rank_has_no_sense(years, plain):
    for (indicator, on), rows in years.items():
        there = plain.there(indicator, on)
        sizes = {
            area: row.size
            for area, row in there.items()
            if row and row.size is not None and not (area in plain.authorities and plain.authorities[area][3])
        }
        ranks = dict(zip(sizes, rankdata(list(sizes.values()), method="min"), strict=True))
        for area, row in rows.items():
            found = there[area]
            refused = (
                "not_ranked"
                if indicator not in plain.ranked
                else "no_figure"
                if found is None or found.size is None
                else "tiny"
                if area not in ranks
                else "small"
                if found.small
                else ""
            )
            assert row.rank_refused == refused
            assert same(row.rank, None if refused else ranks[area])
            if not refused:
                assert row.ranked_of == len(ranks)


def test_a_rank_has_a_range_on_the_newest_date_alone(years, plain):
    ranged = 0
    for (indicator, on), rows in years.items():
        with_range = [row for row in rows.values() if row.rank_low is not None]
        assert all(row.rank_low <= row.rank <= row.rank_high for row in with_range)
        assert not with_range or on == max(plain.rows[indicator])
        ranged += len(with_range)
    assert ranged > 2_000


def test_england_and_the_region_are_read_as_published(years, plain, con):
    regions = dict(con.execute("select area_code, region_code from area").fetchall())
    for (indicator, on), rows in years.items():
        for area, row in rows.items():
            for other, value in (("E92000001", "england"), (regions[area], "region")):
                published = plain.rows[indicator][on].get(other)
                assert same(getattr(row, f"{value}_value"), published and published.value)
                assert getattr(row, f"{value}_status") == (published.status if published else "not_available")


def test_grade_and_intervention_are_those_in_force_on_the_date(years, plain, _connection):
    facts = Facts(_connection.cursor())
    words = {True: "under-intervention", False: "no-intervention", None: "not known"}
    dates = {}
    for (_, on), rows in years.items():
        for area, row in rows.items():
            dates[on, area] = row
    for (on, area), row in dates.items():
        behind = [plain.authorities[code][0] for code in row.authority_codes]
        grades = {grade_at(facts, dfe, on) for dfe in behind}
        standings = {words[intervention_at(facts, dfe, on)] for dfe in behind}
        grade = {None: "none held", "none": "no overall grade"}.get(min(grades, key=str), min(grades, key=str))
        assert row.grade == (grade if len(grades) == 1 else "members differ"), (on, area)
        assert row.intervention == (min(standings) if len(standings) == 1 else "members differ"), (on, area)


def spread(unit, target, denominator):
    if unit == "%":
        return 100 * math.sqrt(target / 100 * (1 - target / 100) / denominator)
    return 10_000 * math.sqrt(target / 10_000 * denominator) / denominator


def test_limits_and_dispersion_are_those_of_numpy_and_scipy(opened, plain):
    offered = outside = 0
    chances = of_every_year(opened, england.chance, plain)
    for indicator, dates in plain.rows.items():
        for on in dates:
            found = chances[indicator, on]
            unit, per = plain.units[indicator], PER.get(plain.units[indicator])
            target = plain.rows[indicator][on].get("E92000001")
            sized = {
                area: row
                for area, row in plain.there(indicator, on).items()
                if per and row and row.size is not None and row.denominator
            }
            counted = {
                area: (row.size - target.value) / spread(unit, target.value, row.denominator)
                for area, row in sized.items()
                if target
                and row.denominator >= 50
                and row.denominator * target.value / per >= 10
                and (area, indicator, on) not in plain.doubted
                and not (area in plain.authorities and plain.authorities[area][3])
            }
            if len(counted) < 10:
                assert not found, (indicator, on)
                continue
            offered += 1
            low, high = np.quantile(list(counted.values()), [0.1, 0.9])
            dispersion = float(np.mean(np.clip(list(counted.values()), low, high) ** 2))
            factor = dispersion if dispersion > 1 + 2 * math.sqrt(2 / len(counted)) else 1.0
            assert set(found) == set(sized)
            for area, row in found.items():
                width = math.sqrt(factor) * spread(unit, target.value, sized[area].denominator)
                z = (sized[area].size - target.value) / width
                assert math.isclose(row.z, z, abs_tol=1e-6)
                for name, deviations in REACHES:
                    reach = deviations * width
                    lower, upper = max(target.value - reach, 0), target.value + reach
                    assert math.isclose(getattr(row, f"lower_limit_{name}"), lower, rel_tol=1e-6, abs_tol=1e-4)
                    upper = min(upper, 100) if unit == "%" else upper
                    assert math.isclose(getattr(row, f"upper_limit_{name}"), upper, rel_tol=1e-6, abs_tol=1e-3)
                tested = area in counted or (
                    area in plain.authorities and plain.authorities[area][3] and not row.untold
                )
                assert (row.untold == "") == tested
                side = "above " if z > 0 else "below "
                word = (
                    ""
                    if abs(z) < REACHES[0][1] or not tested
                    else side + ("99.8%" if abs(z) >= REACHES[1][1] else "95%")
                )
                assert row.outside == word
                outside += word != ""
    assert offered > 150 and outside > 1_000


def test_limits_are_not_offered_where_no_denominator_is_held(opened):
    for indicator, year in (
        ("care_applications_rate", 2025),
        ("referrals", 2025),
        ("spend_looked_after_per_child", 2025),
    ):
        assert england.chance.frame(opened, indicator=indicator, year=year).empty
        assert england.limits.frame(opened, indicator=indicator, year=year).empty


def test_the_lines_of_the_limits_pass_through_those_of_the_authorities(opened):
    found = england.chance.frame(opened, indicator="agency_rate", year=2025).sort_values("denominator")
    lines = england.limits.frame(opened, indicator="agency_rate", year=2025)
    assert lines["denominator"].iloc[[0, -1]].to_list() == pytest.approx(found["denominator"].iloc[[0, -1]].to_list())
    for name in ("lower_limit_95", "upper_limit_95", "lower_limit_998", "upper_limit_998"):
        large = found[found["denominator"] > 100]
        between = np.interp(large["denominator"], lines["denominator"], lines[name])
        assert np.abs(between - large[name]).max() < 0.6


def test_sunderland_has_the_lowest_agency_rate_and_is_not_called_missing(years, plain):
    rows = years["agency_rate", max(plain.rows["agency_rate"])]
    assert rows[SUNDERLAND].status == "rounds_to_zero"
    assert rows[SUNDERLAND].rank_refused == "small"
