"""The questions behind a comparison: their law, and each computed figure against a second implementation."""

import math

import pytest

import queries.catalogue
import queries.figures
from queries import compare, visitor
from tests.at_once import at_once
from tests.queries.plain_comparison import COUNTS, Facts, average, grade_at, intervention_at, ranks

BIRMINGHAM, DONCASTER, SCILLY = "E08000025", "E08000017", "E06000053"
KINGSTON, RICHMOND, JOINT = "E09000021", "E09000027", "E09000021 / E09000027"
SPAN = {"first": 2009, "last": 2026}
INDICATORS = [
    "agency_rate",
    "referral_rate",
    "rereferral_rate",
    "caseload",
    "referrals",
    "absence_rate",
    "icpc_15_days",
]
NO_LIST = {"authority": BIRMINGHAM, "own": [], "model": "2025", "average": "median"}
STATES = ["inadequate", "other-grade", "under-intervention", "no-intervention"]


@pytest.fixture(scope="module")
def facts(_connection):
    return Facts(_connection.cursor())


def same(left, right):
    missing = left is None or left != left
    return missing if right is None else not missing and math.isclose(left, right, rel_tol=1e-9, abs_tol=1e-12)


@pytest.mark.parametrize("indicator", INDICATORS)
@pytest.mark.parametrize("measure", ["published", "difference", "index", "rank"])
def test_each_measure_again_in_plain_python(indicator, measure, opened, facts):
    rows = compare.lines.frame(
        opened, authorities=[KINGSTON, BIRMINGHAM], indicator=indicator, measure=measure, base=2018, **SPAN
    )
    figures = facts.figures(indicator)
    england = {figure.on: figure.value for figure in figures if figure.level == "england"}
    ranked = (
        ranks(facts, indicator)
        if compare.series.frame(opened).set_index("indicator_id").loc[indicator, "ranked"]
        else {}
    )
    values = {(figure.area, figure.on): figure.value for figure in figures}
    base = {figure.area: (figure.on, figure.value) for figure in figures if figure.on.year == 2018 and figure.value}
    cut = {row["to_period_end"] for row in _breaks(opened, indicator)}
    for row in rows.to_dict("records"):
        on, value = row["period_end"].date(), values[row["area_code"], row["period_end"].date()]
        expected = value
        if measure == "difference":
            expected = None if value is None else value - england[on]
        elif measure == "rank":
            expected = ranked.get((row["area_code"], on), (None, None))[0]
            assert same(row["ranked_of"], ranked.get((row["area_code"], on), (None, None))[1])
        elif measure == "index":
            based, hundred = base.get(row["area_code"], (None, None))
            apart = based is None or any(min(on, based) < day <= max(on, based) for day in cut)
            expected = None if value is None or apart else 100 * value / hundred
        assert same(row["shown"], expected), row


def _breaks(con, indicator):
    rows = queries.catalogue.breaks.frame(con, indicators=[indicator]).to_dict("records")
    return [row | {"to_period_end": row["to_period_end"].date()} for row in rows]


@pytest.mark.parametrize("how", ["median", "weighted-mean"])
@pytest.mark.parametrize("indicator", INDICATORS)
def test_averages_of_lists_again_in_plain_python(indicator, how, opened, facts):
    own = {facts.code[area] for area in (KINGSTON, RICHMOND, BIRMINGHAM, SCILLY)}
    wanted = {
        "neighbours": facts.neighbours["2025", facts.code[BIRMINGHAM]],
        "own": own,
        "E12000005": {dfe for dfe, region in facts.region.items() if region == "E12000005"},
        "E12000007": {dfe for dfe, region in facts.region.items() if facts.parent.get(region) == "E12000007"},
    }
    rows = compare.groups.frame(
        opened, authority=BIRMINGHAM, groups=list(wanted), own=[KINGSTON, RICHMOND, BIRMINGHAM, SCILLY], model="2025",
        average=how, indicator=indicator, measure="published", base=2018, **SPAN,
    )  # fmt: skip
    published = {
        (figure.area, figure.on): figure.value for figure in facts.figures(indicator) if figure.level == "region"
    }
    counted = facts.units[indicator] in COUNTS
    assert len(rows) > 20
    for row in rows.to_dict("records"):
        on = row["period_end"].date()
        if row["group_id"].startswith("E") and not counted:
            assert row["basis"] == "as published" and same(row["value"], published[row["group_id"], on])
            continue
        inside = [f for f in facts.figures(indicator) if f.on == on and facts.members(f) & wanted[row["group_id"]]]
        inside = [figure for figure in inside if figure.level in ("authority", "joint return")]
        value, averaged, out = average(inside, facts.units[indicator], how)
        if row["group_id"] in ("neighbours", "own"):  # those without a row on the date are of the list too
            out += len(wanted[row["group_id"]] - {code for figure in inside for code in facts.members(figure)})
        assert (row["averaged"], row["left_out"]) == (averaged, out)
        assert same(row["value"], value), row


@pytest.mark.parametrize("how", ["median", "weighted-mean"])
@pytest.mark.parametrize("indicator", INDICATORS)
def test_averages_of_states_again_in_plain_python(indicator, how, opened, facts):
    rows = compare.groups.frame(
        opened, **NO_LIST | {"average": how}, groups=STATES, indicator=indicator, measure="published", base=2018, **SPAN
    )
    found = {(row["group_id"], row["period_end"].date()): row for row in rows.to_dict("records")}
    inside = {"inadequate": {"inadequate"}, "other-grade": {"outstanding", "good", "adequate", "requires improvement"}}
    for on in sorted({figure.on for figure in facts.figures(indicator)}):
        figures = [f for f in facts.figures(indicator) if f.on == on and f.level in ("authority", "joint return")]
        grades = {code: grade_at(facts, code, on) for f in figures for code in facts.members(f)}
        states = {code: intervention_at(facts, code, on) for code in grades}
        for group in STATES:
            chosen = [
                f
                for f in figures
                if all(
                    grades[code] in inside[group]
                    if group in inside
                    else states[code] is (group == "under-intervention")
                    for code in facts.members(f)
                )
            ]
            value, averaged, out = average(chosen, facts.units[indicator], how)
            row = found.get((group, on))
            assert (row is None) == (not chosen)
            if row is not None:
                assert (row["averaged"], row["left_out"]) == (averaged, out), (group, on)
                assert same(row["value"], value), (group, on)


def test_averages_as_difference_and_index(opened):
    asked = {"groups": STATES, "indicator": "agency_rate", **SPAN}
    plain = compare.groups.frame(opened, **NO_LIST, measure="published", base=2018, **asked)
    england = compare.lines.frame(
        opened, authorities=[], indicator="agency_rate", measure="published", base=2018, **SPAN
    )
    england = england[england["role"] == "england"].set_index("period_end")["value"]
    difference = compare.groups.frame(opened, **NO_LIST, measure="difference", base=2018, **asked)
    assert (difference["shown"] - (plain["value"] - plain["period_end"].map(england))).abs().max() < 1e-9
    index = compare.groups.frame(opened, **NO_LIST, measure="index", base=2018, **asked)
    hundred = plain[plain["period_end"].dt.year == 2018].set_index("group_id")["value"]
    kept = index[index["shown"].notna()]
    assert (kept["shown"] - 100 * kept["value"] / kept["group_id"].map(hundred)).abs().max() < 1e-9
    assert (index[index["period_end"].dt.year < 2017]["shown_status"] == "no_base").all()
    assert compare.groups.frame(opened, **NO_LIST, measure="rank", base=2018, **asked)["shown"].isna().all()


def test_birmingham_and_doncaster_in_words_of_the_publisher(opened, facts):
    rows = compare.lines.frame(
        opened, authorities=[BIRMINGHAM], indicator="agency_rate", measure="rank", base=2018, **SPAN
    )
    newest = rows[(rows["role"] == "chosen") & (rows["period_end"].dt.year == 2025)].iloc[0]
    assert (newest["value"], newest["rank"], newest["ranked_of"]) == (12.4, 73, 147)
    gap = rows[(rows["role"] == "chosen") & (rows["period_end"].dt.year == 2024)].iloc[0]
    assert (gap["status"], gap["shown_status"]) == ("unreliable", "unreliable")
    from datetime import date

    code = facts.code[BIRMINGHAM]
    assert [grade_at(facts, code, date(year, 3, 31)) for year in (2011, 2016, 2019, 2024)] == [
        "inadequate", "inadequate", "requires improvement", "good",
    ]  # fmt: skip
    assert [intervention_at(facts, code, date(year, 3, 31)) for year in (2008, 2010, 2023, 2024)] == [
        False, True, True, False,
    ]  # fmt: skip


def test_a_joint_return_is_answered_ranked_and_averaged_once(opened):
    rows = compare.lines.frame(
        opened, authorities=[RICHMOND, KINGSTON], indicator="agency_rate", measure="rank", base=2018, **SPAN
    )
    chosen = rows[(rows["role"] == "chosen") & (rows["period_end"].dt.year >= 2016)]
    assert set(chosen["area_code"]) == {JOINT}
    assert JOINT not in set(rows[rows["role"] == "context"]["area_code"])
    own = compare.groups.frame(
        opened, authority=BIRMINGHAM, groups=["own"], own=[RICHMOND, KINGSTON], model="2025", average="median",
        indicator="agency_rate", measure="published", base=2018, first=2025, last=2025,
    )  # fmt: skip
    assert own[["averaged", "left_out", "value"]].iloc[0].to_list() == [1, 0, 14.9]


def test_very_small_authorities_and_unsuitable_indicators_have_no_rank(opened):
    for indicator in ("agency_rate", "referral_nfa_rate", "referrals"):
        rows = compare.lines.frame(opened, authorities=[SCILLY], indicator=indicator, measure="rank", base=2018, **SPAN)
        assert rows[rows["role"] == "chosen"]["shown"].isna().all()
    assert rows["shown"].isna().all()


def test_years_since_an_event(opened):
    asked = {"indicator": "agency_rate", **SPAN}
    rows = compare.since.frame(opened, authorities=[DONCASTER, BIRMINGHAM, "E08000003"], event="ended", **asked)
    doncaster = rows[rows["asked_code"] == DONCASTER].set_index("period_end")
    assert doncaster["precision"].iloc[0] == "month"
    assert doncaster.loc["2025-09-30", "years_since"] == pytest.approx((365 * 4 + 1 + 272) / 365.25)
    manchester = rows[rows["asked_code"] == "E08000003"]
    assert len(manchester) == 1 and manchester["recorded_on"].isna().all()
    wight = compare.since.frame(opened, authorities=["E06000046"], event="ended", **asked)
    wight = wight[wight["role"] == "chosen"].iloc[0]
    assert (wight["precision"], wight["event_on"].date().isoformat()) == ("year", "2018-07-01")


def test_pairs_have_the_same_year_and_context_only_the_last(opened):
    rows = compare.against.frame(
        opened, authorities=[BIRMINGHAM, RICHMOND], indicator="agency_rate", other="rereferral_rate", **SPAN
    )
    assert (rows["period_end"].dt.year == rows["other_period_end"].dt.year).all()
    assert set(rows["other_period_end"].dt.month) == {3} and set(rows["period_end"].dt.month) == {9}
    assert rows[rows["role"] == "context"]["year"].nunique() == 1
    richmond = rows[(rows["asked_code"] == RICHMOND) & (rows["year"] == 2025)].iloc[0]
    assert (richmond["area_code"], richmond["other_area_name"]) == (JOINT, "Richmond upon Thames")


def test_sources_name_ofsted_only_where_judgements_make_the_groups(opened):
    asked = {"areas": [BIRMINGHAM], "indicators": ["agency_rate"], **SPAN}
    assert "Ofsted" not in set(compare.sources.frame(opened, groups=["E12000005"], **asked)["publisher"])
    assert "Ofsted" in set(compare.sources.frame(opened, groups=["inadequate"], **asked)["publisher"])


@pytest.fixture(scope="module")
def medians(opened):
    """Return the medians of statistical neighbours, as the authority page has them: value, of how many, of how many."""
    ids = list(compare.series.frame(opened)["indicator_id"])
    asked = {"beside": ["neighbours"], "others": [], "model": "2025", "indicators": ids, "first": 2009, "last": 2030}
    # Every tenth authority, and those of joint returns: each has ten neighbours and all indicators and dates.
    every = [row.area_code for row in queries.catalogue.authorities(opened)]
    areas = sorted({*every[::10], RICHMOND, KINGSTON})
    answers = at_once(opened, queries.figures.trend, [{"authority": area, **asked} for area in areas])
    return {
        (area, row.indicator_id, row.period_end): (row.value, row.averaged, row.averaged_of)
        for area, rows in zip(areas, answers, strict=True)
        for row in rows
        if row.role == "neighbours"
    }


def test_every_median_of_neighbours_again_in_plain_python(medians, facts):
    answers = {
        (indicator, code, figure.on): figure
        for indicator in {indicator for _, indicator, _ in medians}
        for figure in facts.figures(indicator)
        if figure.level in ("authority", "joint return")
        for code in facts.members(figure)
    }
    for (area, indicator, on), (value, n, of) in medians.items():
        found = {code: answers.get((indicator, code, on)) for code in facts.neighbours["2025", facts.code[area]]}
        areas = {figure.area if figure else code: figure for code, figure in found.items()}
        expected, known, _ = average([figure for figure in areas.values() if figure], "%", "median")
        assert same(value, expected) and (n, of) == (known, len(areas)), (area, indicator, on)
    assert len(medians) > 5_000


def test_neighbours_are_the_same_number_in_a_comparison(medians, opened):
    seen = 0
    asks = [
        NO_LIST | {"authority": area, "groups": ["neighbours"], "indicator": row.indicator_id, "measure": "published",
                   "base": 2018, "first": 2009, "last": 2030}
        for area in sorted({area for area, *_ in medians})[::10] for row in compare.series(opened)
    ]  # fmt: skip
    for ask, rows in zip(asks, at_once(opened, compare.groups, asks), strict=True):
        for row in (each for each in rows if each.status == "published"):
            value, n, of = medians[ask["authority"], ask["indicator"], row.period_end]
            assert row.basis == "median" and same(row.value, value)
            assert (row.averaged, row.averaged + row.left_out) == (n, of)
            seen += 1
    assert seen > 1_000


def test_neighbours_are_the_same_number_beside_own_figures(medians, opened):
    keys = [key for key in medians if key[2].year == 2025]
    areas, indicators, ends = zip(*keys, strict=True)
    rows = visitor.with_published.frame(
        opened, areas=list(areas), indicators=list(indicators), kinds=["snapshot"] * len(keys),
        ends=[end.isoformat() for end in ends], values=[1.0] * len(keys), model="2025", measure="published", base=2018,
    )  # fmt: skip
    for key, row in zip(keys, rows.to_dict("records"), strict=True):
        value, n, of = medians[key]
        assert same(row["neighbours_value"], value) and (row["neighbours_of"], row["neighbours_among"]) == (n, of)


def test_a_rate_that_we_derived_credits_the_population_too(opened):
    derived = opened.cursor().execute(
        "select distinct indicator_id from dashboard.observation where derived and area_code = ? "
        "and denominator_file like '%population%'",
        [BIRMINGHAM],
    ).fetchall()  # fmt: skip
    assert len(derived) > 5
    for (indicator,) in derived:
        rows = compare.sources.frame(
            opened, areas=[BIRMINGHAM], indicators=[indicator], groups=[], first=2009, last=2030
        )
        assert any("population" in title for title in rows["title"]), indicator
    alone = compare.sources.frame(
        opened, areas=[BIRMINGHAM], indicators=["agency_rate"], groups=[], first=2009, last=2030
    )
    assert not any("population" in title for title in alone["title"])


def test_every_authority_of_today_can_be_compared_with_its_region(opened):
    names = {region.name for region in compare.regions(opened)}
    today = [each for each in queries.catalogue.authorities(opened) if each.closed_on is None]
    assert len(today) == 153
    assert {each.region_name for each in today} <= names
