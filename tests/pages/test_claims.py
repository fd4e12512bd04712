"""Headlines are true or absent: each guard refuses, and what is said is in the figures."""

import random
import re

import pandas as pd
import pytest
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

import queries
from pages.charts.press.claims import change, headline, interval
from queries import compare as comparisons
from queries.database import open_database
from tests.pages.drawn import BIRMINGHAM, DONCASTER, SCILLY, lines_of


@pytest.fixture(scope="module")
def opened(built):
    con = open_database(built)
    yield con
    con.close()


def said(con, codes, indicator, first, last, **more):
    lines, _, asked = lines_of(con, codes=codes, indicator=indicator, first=first, last=last, **more)
    return headline(lines, asked, of=len(codes))


def test_a_plain_change_is_said_with_both_figures(opened):
    text = said(opened, (DONCASTER,), "agency_rate", 2024, 2025)
    assert text == "Doncaster: agency social workers fell from 20.0% to 12.8%, 2024 to 2025"


@pytest.mark.parametrize(
    ("codes", "indicator", "first", "last", "why"),
    [
        ((DONCASTER,), "rereferral_rate", 2021, 2022, "the figure of 2022 is marked as unusual"),
        ((DONCASTER,), "rereferral_rate", 2021, 2024, "an unusual figure lies between"),
        ((BIRMINGHAM,), "agency_rate", 2022, 2025, "2024 is withheld"),
        ((BIRMINGHAM,), "agency_rate", 2022, 2024, "the last figure is withheld"),
        ((SCILLY,), "agency_rate", 2021, 2025, "very small numbers"),
        ((DONCASTER,), "vacancy_rate", 2016, 2018, "a break in the series"),
        (("E09000027",), "vacancy_rate", 2020, 2025, "a joint return"),
        ((DONCASTER,), "agency_rate", 2022, 2023, "20.8 and 20.4: within the intervals"),
        ((BIRMINGHAM, DONCASTER), "agency_rate", 2022, 2025, "one of two has a gap"),
        ((DONCASTER,), "referrals", 2011, 2025, "two publications, the older by another method"),
        ((DONCASTER,), "caseload", 2019, 2025, "no interval is known for this unit"),
    ],
)
def test_the_guards_refuse(opened, codes, indicator, first, last, why):
    assert said(opened, codes, indicator, first, last) == "", why


@pytest.mark.parametrize("measure", ["difference", "index", "rank", "since"])
def test_only_published_figures_make_a_headline(opened, measure):
    assert said(opened, (DONCASTER,), "agency_rate", 2024, 2025, measure=measure) == ""


def test_a_change_within_rounding_is_none(opened):
    lines, _, asked = lines_of(opened, codes=(DONCASTER,), indicator="agency_rate", first=2024, last=2025)
    big = [{**point, "denominator": 1e9, "numerator": 1e7 * point["value"]} for point in lines[0].points]
    near = [big[0], {**big[1], "value": big[0]["value"] + 0.1, "numerator": big[0]["numerator"] * 1.01}]
    own = type(lines[0])(name="X", role="chosen", look=lines[0].look, points=tuple(near))
    assert change(own, asked.about) is None


def test_intervals_are_wilsons_and_byars():
    low, high = interval({"value": 12.8, "numerator": 25.0, "denominator": 195.0}, {"unit": "%"})
    assert (low / 100, high / 100) == pytest.approx(proportion_confint(25, 195, method="wilson"), abs=1e-4)
    # Byar's limits of a count of 100, as in the tables of Breslow and Day, 1987, page 69: 81.4 and 121.6
    low, high = interval({"value": 100.0, "numerator": None, "denominator": None}, {"unit": "number"})
    assert (low, high) == pytest.approx((81.4, 121.6), abs=0.1)
    assert interval({"value": 5.0, "numerator": None, "denominator": None}, {"unit": "number"}) is None


def _forbidden(con, code, indicator, first, last):
    """Tell from whole tables, by rules written again, why no change may be said of one authority; else the ends."""
    rows = con.execute(
        """select period_end, value, status, area_code, numerator, denominator, source_id
        from dashboard.found_observation
        where asked_code = ? and indicator_id = ? and year(period_end) between ? and ? order by period_end""",
        [code, indicator, first, last],
    ).fetchall()
    if len(rows) < 2 or any(row[2] != "published" for row in rows) or {row[3] for row in rows} != {code}:
        return "a gap or a joint return"
    if len({row[6] for row in rows}) > 1:
        return "two publications"
    if any((b[0] - a[0]).days > 400 for a, b in zip(rows, rows[1:], strict=False)):
        return "a year is missing"
    breaks = con.execute(
        "select to_period_end from dashboard.series_break where indicator_id = ?", [indicator]
    ).fetchall()
    if any(rows[0][0] < day <= rows[-1][0] for (day,) in breaks):
        return "a break"
    notes = con.execute(
        """select period_end from dashboard.point_note inner join dashboard.authority using (dfe_code)
        where authority.area_code = ? and indicator_id = ?""",
        [code, indicator],
    ).fetchall()
    if {day for (day,) in notes} & {row[0] for row in rows}:
        return "a flag"
    return rows[0], rows[-1]


def test_five_hundred_views_say_nothing_that_the_guards_forbid(opened):
    chance = random.Random(20261122)
    codes = queries.authorities(opened)["area_code"].to_list()
    names = queries.authorities(opened).set_index("area_code")["name"].to_dict()
    indicators = comparisons.series(opened)["indicator_id"].to_list()
    raw = opened.cursor()
    spoken = 0
    for _ in range(500):
        chosen = tuple(chance.sample(codes, chance.choice([1, 1, 1, 2, 3])))
        indicator, first = chance.choice(indicators), chance.randrange(2010, 2025)
        last = chance.randrange(first + 1, 2027)
        text = said(opened, chosen, indicator, first, last)
        if not text:
            continue
        spoken += 1
        ends = {code: _forbidden(raw, code, indicator, first, last) for code in chosen}
        assert not any(isinstance(end, str) for end in ends.values()), (text, ends)
        ups = {end[1][1] > end[0][1] for end in ends.values()}
        assert len(ups) == 1 and (" rose " in text) == ups.pop()
        assert all(names[code] in text for code in chosen)
        assert len(text.split()) <= 15
        if len(chosen) == 1:
            first_row, last_row = ends[chosen[0]]
            figures = re.search(r"from ([^ ]+) to ([^ ,]+(?:,\d+)*),", text)
            for written, row in zip(figures.groups(), (first_row, last_row), strict=True):
                plain = float(re.sub(r"[%£,m]", "", written))
                assert plain == pytest.approx(row[1], abs=0.5 if "." not in written else 0.051), text
            assert text.endswith(f", {first_row[0].year} to {last_row[0].year}")
            if not pd.isna(first_row[4]) and "%" in text:
                low, high = confint_proportions_2indep(
                    last_row[4], last_row[5], first_row[4], first_row[5], compare="diff", method="newcomb"
                )
                assert low > -0.002 or high < 0.002, text  # published rates are rounded to a tenth of a point
                assert min(first_row[5], last_row[5]) >= 50 and min(first_row[4], last_row[4]) >= 10
    assert spoken >= 40
