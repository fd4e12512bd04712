"""Changes between two years or spans, and which are beyond chance: a second time with statsmodels and SciPy."""

import math
from collections import defaultdict
from itertools import pairwise

import numpy as np
import pytest
from scipy.stats import norm
from statsmodels.stats.multitest import multipletests
from statsmodels.stats.proportion import proportions_ztest

from queries import england
from tests.at_once import at_once
from tests.queries.plain_england import England

GIVEN = ("published", "rounds_to_zero")


def mean(values):
    return sum(values) / len(values)


@pytest.fixture(scope="module")
def plain(_connection):
    return England(_connection.cursor())


@pytest.fixture(scope="module")
def answers(opened, plain):
    """Return, for each indicator, every third two neighbouring years, those about a break, and spans of three years."""
    asked = []
    for indicator, dates in plain.rows.items():
        days = sorted(dates)
        years = [on.year for on in days]
        about = [pair for pair in pairwise(days) if len({plain.segment(indicator, on) for on in pair}) > 1]
        newest_first = list(pairwise(days))[::-1]
        spans = [(a.year, a.year, b.year, b.year) for a, b in dict.fromkeys([*newest_first[::3], *about])]
        if len(years) >= 6:
            spans.append((years[0], years[2], years[-3], years[-1]))
            spans.append((years[-6], years[-4], years[-3], years[-1]))
        asked += [(indicator, span) for span in spans]
    names = ("indicator", "from_first", "from_last", "to_first", "to_last")
    asks = [dict(zip(names, (indicator, *span), strict=True)) for indicator, span in asked]
    answers = at_once(opened, england.change, asks)
    return {key: {row.area_code: row for row in rows} for key, rows in zip(asked, answers, strict=True)}


@pytest.fixture(scope="module")
def dispersions(_connection):
    """Measure anew how much counts vary from year to year, from the pairs of figures that may be compared."""
    rows = (
        _connection.cursor()
        .execute("""
        select now.indicator_id, before.value, now.value, now.period_end,
            if(unit = 'number', before.value, before.numerator), if(unit = 'number', now.value, now.numerator)
        from found_observation as now
        inner join found_observation as before on before.asked_code = now.asked_code
            and before.indicator_id = now.indicator_id and before.segment = now.segment
            and before.source_id = now.source_id
            and now.period_end - before.period_end between 300 and 550
        inner join indicator on indicator.indicator_id = now.indicator_id
        where now.asked_code = now.area_code and now.area_level = 'authority' and not now.tiny
            and unit in ('number', 'per 10,000') and now.status = 'published' and before.status = 'published'
            and not now.flagged and not before.flagged and not now.small and not before.small
    """)
        .fetchall()
    )
    moves = defaultdict(lambda: defaultdict(list))
    for indicator, before, now, on, counted_before, counted in rows:
        if before and now and counted_before and counted:
            moves[indicator][on].append((math.log(now / before), 1 / counted_before + 1 / counted))
    found = {}
    for indicator, dates in moves.items():
        off = np.concatenate([np.array([m for m, _ in d]) - np.median([m for m, _ in d]) for d in dates.values()])
        poisson = np.array([p for d in dates.values() for _, p in d])
        middle = norm.ppf(0.75) ** 2
        found[indicator] = max(1, np.median(off**2 / poisson) / middle), np.median(off**2) / middle
    return found


def cells(plain, indicator, area, span):
    """Return the rows of an area in both spans, with None for a year that it has none in."""
    dates = sorted(plain.rows[indicator])
    first, second = ([on for on in dates if a <= on.year <= b] for a, b in (span[:2], span[2:]))
    return first, second, [plain.there(indicator, on).get(area, "elsewhere") for on in first + second]


def refusal(plain, indicator, area, first, found):
    if any(row == "elsewhere" for row in found):
        return "other_area"
    if any(row is None or row.status not in GIVEN for row in found):
        missing = [row is None or row.value is None for row in found[: len(first)]]
        return "no_from" if any(missing) else "no_to"
    if any(row.value is None for row in found):
        return "rounds_to_zero"
    if len({plain.segment(indicator, row.on) for row in found}) > 1:
        return "break"
    return "doubted" if any((area, indicator, row.on) in plain.doubted for row in found) else ""


def standard_error(unit, first, found, dispersion):
    """Return it, or None where it cannot be told."""
    years = [len(first)] * len(first) + [len(found) - len(first)] * (len(found) - len(first))
    if unit == "%":
        if not all(row.denominator for row in found):
            return None
        pooled = sum(row.value * row.denominator for row in found) / sum(row.denominator for row in found)
        if pooled == 0 or math.isclose(pooled, 100, rel_tol=1e-6):
            return None
        return math.sqrt(
            pooled * (100 - pooled) * sum(1 / row.denominator / n**2 for row, n in zip(found, years, strict=True))
        )
    counts = [row.value if unit == "number" else row.numerator for row in found]
    if unit not in ("number", "per 10,000") or not all(counts) or dispersion is None:
        return None
    poisson = sum(1 / count / n**2 for count, n in zip(counts, years, strict=True))
    return math.sqrt(max(dispersion[0] * poisson, dispersion[1] / 2 * sum(1 / n**2 for n in years)))


def test_every_change_its_refusal_and_its_test_are_the_same_in_plain_python(answers, plain, dispersions):
    scores, chances, refusals = [], [], set()
    for (indicator, span), rows in answers.items():
        unit = plain.units[indicator]
        dates = [on for on in plain.rows[indicator] if span[0] <= on.year <= span[1] or span[2] <= on.year <= span[3]]
        unsettled = any((indicator, on) in plain.unsettled for on in dates)
        assert set(rows) == {area for on in dates for area in plain.there(indicator, on)}, (indicator, span)
        for area, row in rows.items():
            first, second, found = cells(plain, indicator, area, span)
            assert row.refused == refusal(plain, indicator, area, first, found), (indicator, span, area)
            refusals.add(row.refused)
            if row.refused:
                assert row.change is None and row.p is None
                continue
            before = mean([each.value for each in found[: len(first)]])
            after = mean([each.value for each in found[len(first) :]])
            assert math.isclose(row.change, after - before, rel_tol=1e-6, abs_tol=1e-9)
            error = standard_error(unit, first, found, dispersions.get(indicator))
            if any(each.small for each in found) or unsettled or not error or plain.topics[indicator] == "context":
                assert row.p is None and row.untested
                continue
            z = (after - before if unit == "%" else math.log(after / before)) / error
            assert math.isclose(row.z, z, rel_tol=1e-6, abs_tol=1e-9), (indicator, span, area)
            scores.append(z)
            chances.append(row.p)
    assert len(scores) > 12_000
    assert refusals == {"", "other_area", "no_from", "no_to", "rounds_to_zero", "break", "doubted"}
    np.testing.assert_allclose(chances, 2 * norm.sf(np.abs(scores)), rtol=1e-5, atol=1e-30)


def test_one_year_of_a_percentage_is_the_test_of_two_shares(answers, plain):
    # of the newest two years: the test above works out every year by the same formula
    compared = 0
    for (indicator, span), rows in answers.items():
        if plain.units[indicator] != "%" or span[0] != span[1] or span[3] != max(plain.rows[indicator]).year:
            continue
        for area, row in ((area, row) for area, row in rows.items() if row.p is not None):
            two = cells(plain, indicator, area, span)[2]
            totals = np.array([two[1].denominator, two[0].denominator])
            counts = np.array([two[1].value, two[0].value]) * totals / 100
            z, p = proportions_ztest(counts, totals)
            assert math.isclose(row.z, z, rel_tol=1e-5, abs_tol=1e-9)
            assert math.isclose(row.p, p, rel_tol=1e-5, abs_tol=1e-300)
            compared += 1
    assert compared > 1_000


def test_false_discoveries_are_controlled_as_statsmodels_does(answers):
    beyond = 0
    for key, rows in answers.items():
        for p, q, said in (("p", "q", "beyond_chance"), ("p_england", "q_england", "beyond_england")):
            tested = [row for row in rows.values() if getattr(row, p) is not None]
            assert not any(getattr(row, said) for row in rows.values() if getattr(row, p) is None)
            if not tested:
                continue
            rejected, adjusted, *_ = multipletests([getattr(row, p) for row in tested], alpha=0.05, method="fdr_bh")
            np.testing.assert_allclose(
                [getattr(row, q) for row in tested], adjusted, rtol=1e-9, atol=1e-300, err_msg=str(key)
            )
            assert [getattr(row, said) for row in tested] == rejected.tolist()
            beyond += rejected.sum()
        assert {row.tested_of for row in rows.values()} == {sum(row.p is not None for row in rows.values())}
    assert beyond > 1_000


def test_the_change_against_england_is_the_change_less_englands(answers, plain):
    for (indicator, span), rows in answers.items():
        first, _, found = cells(plain, indicator, "E92000001", span)
        england_rows = [
            plain.rows[indicator][on].get("E92000001") for on in sorted(plain.rows[indicator]) if on in first
        ]
        for _, row in ((area, row) for area, row in rows.items() if row.z_england is not None):
            assert math.isclose(row.england_from, mean([each.value for each in england_rows]), rel_tol=1e-6)
            relative = plain.units[indicator] != "%"
            own = math.log(row.to_value / row.from_value) if relative else row.change
            national = math.log(row.england_to / row.england_from) if relative else row.england_change
            expected = (own - national) / row.standard_error
            assert math.isclose(row.z_england, expected, rel_tol=1e-9, abs_tol=1e-9)


def test_hillingdon_oldham_and_peterborough_lead_the_change_in_agency_rate(opened):
    rows = england.change(opened, indicator="agency_rate", from_first=2024, from_last=2024, to_first=2025, to_last=2025)
    leading = sorted((row for row in rows if row.change is not None), key=lambda row: row.change)[:3]
    assert [(row.area_name, round(row.change, 1)) for row in leading] == [
        ("Hillingdon", -17.8), ("Oldham", -17.1), ("Peterborough", -16.6),
    ]  # fmt: skip
    assert all(row.beyond_chance for row in leading)
    assert "Large change" in leading[0].note
    without = sorted(
        (row.area_name, row.from_status, row.to_status) for row in rows if row.refused in ("no_from", "no_to")
    )
    assert without == [
        ("Birmingham", "unreliable", "published"),
        ("Kensington and Chelsea", "not_available", "not_available"),
        ("Westminster", "not_available", "not_available"),
    ]


def test_counts_do_not_pass_as_they_do_by_poissons_rule(answers, plain):
    counted = passed = 0
    for (indicator, span), rows in answers.items():
        if plain.units[indicator] in ("number", "per 10,000") and span[0] == span[1]:
            counted += sum(row.p is not None for row in rows.values())
            passed += sum(row.beyond_chance for row in rows.values())
    assert counted > 4_000 and passed / counted < 0.1  # by Poisson's rule two in three did
