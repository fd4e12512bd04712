"""One indicator against another: the correlation of all pairs, the points within the axes, and paths across breaks."""

import itertools

import pandas as pd
import pytest
from scipy.stats import pearsonr

import queries.catalogue
from pages.charts.comparison.compare import compared_lines
from pages.charts.comparison.compared import Asked
from pages.charts.comparison.path import ends_of_axes, outside, path
from queries import compare
from tests.at_once import frames_at_once

BIRMINGHAM, SCILLY, CITY = "E08000025", "E06000053", "E09000001"
SPAN = {"first": 2009, "last": 2030}


@pytest.fixture(scope="module")
def abouts(opened):
    ids = list(compare.series.frame(opened)["indicator_id"])
    return {
        row["indicator_id"]: row
        for row in queries.catalogue.indicators.frame(opened, indicators=ids).to_dict("records")
    }


@pytest.fixture(scope="module")
def pairs(opened, abouts):
    """Return the answer for every pair of rates."""
    rates = [id for id, about in abouts.items() if about["unit"] not in ("number", "FTE", "£")]
    both = list(itertools.combinations(rates, 2))
    asks = [{"authorities": [BIRMINGHAM], "indicator": one, "other": other, **SPAN} for one, other in both]
    return dict(zip(both, frames_at_once(opened, compare.against, asks), strict=True))


def asked(abouts, one, other):
    return Asked(
        measure="against", about=abouts[one], other=abouts[other], counted=False, other_counted=False, ranked=True,
        base=2018, event="began", england=True, context=True,
    )  # fmt: skip


def test_every_correlation_again_in_scipy(pairs, facts_of):
    seen = 0
    for (one, other), rows in pairs.items():
        if not len(rows):
            continue
        year = rows.loc[rows["value"].notna() & rows["other_value"].notna(), "year"].max()
        up, across = facts_of(one, year), facts_of(other, year)
        both = sorted(set(up) & set(across))
        assert rows["correlated"].iloc[0] == len(both), (one, other)
        found = pearsonr([up[area] for area in both], [across[area] for area in both]) if len(both) >= 10 else None
        if found is None or abs(found.statistic) > 1 - 1e-9:  # one the other in another unit: there is nothing to say
            assert rows["correlation"].isna().all()
            continue
        low, high = found.confidence_interval()
        assert rows["correlation"].iloc[0] == pytest.approx(found.statistic, abs=1e-9), (one, other)
        assert rows["correlation_low"].iloc[0] == pytest.approx(low, abs=1e-4)
        assert rows["correlation_high"].iloc[0] == pytest.approx(high, abs=1e-4)
        seen += 1
    assert seen > 200


@pytest.fixture(scope="module")
def facts_of(_connection):
    """Return a function: the figures of a year of all but very small authorities, by area."""
    rows = _connection.cursor().execute(
        "select indicator_id, year(period_end), observation.area_code, value from observation "
        "inner join area using (area_code) where observation.area_level in ('authority', 'joint return') "
        "and not area.tiny and value is not null"
    ).fetchall()  # fmt: skip
    found = {}
    for indicator, year, area, value in rows:
        found.setdefault((indicator, year), {})[area] = value
    return lambda indicator, year: found.get((indicator, year), {})


def test_all_points_of_every_pair_lie_within_the_axes_but_those_of_very_small_authorities(pairs, abouts):
    counted = 0
    for (one, other), rows in pairs.items():
        how = asked(abouts, one, other)
        lines = compared_lines(rows, pd.DataFrame(), how)
        wide, high = ends_of_axes(rows, lines, how)
        given = rows[rows["value"].notna() & rows["other_value"].notna()]
        out = given[(given["value"] > high) | (given["other_value"] > wide)]
        assert out["tiny"].all(), (one, other)
        said = outside(rows, lines, how)
        names = set(out["asked_name"])
        assert said.partition(" ")[0] == (str(len(names)) if names else ""), (one, other)
        assert all(name in said for name in names)
        counted += len(names)
    assert counted > 10


def test_the_drawing_holds_what_it_says_it_holds(pairs, abouts):
    how = asked(abouts, "rereferral_rate", "referral_nfa_rate")
    rows = pairs["rereferral_rate", "referral_nfa_rate"]
    chart = path(rows, compared_lines(rows, pd.DataFrame(), how), how)
    dots = chart.panels[0].lines[0]
    others = rows[(rows["role"] == "context") & rows["value"].notna() & rows["other_value"].notna()]
    assert len(dots.points) == (~others["tiny"]).sum() > 140
    assert dots.clipped is False  # a dot on an axis is drawn whole
    assert max(point.x for point in dots.points) < chart.across.last
    assert max(point.y for point in dots.points) < chart.panels[0].up.high


def test_a_very_small_authority_is_counted_at_the_edge_and_named(opened, abouts):
    how = asked(abouts, "agency_rate", "vacancy_rate")
    rows = compare.against.frame(
        opened, authorities=[BIRMINGHAM, SCILLY], indicator="agency_rate", other="vacancy_rate", **SPAN
    )
    lines = compared_lines(rows, pd.DataFrame(), how)
    said = outside(rows, lines, how)
    assert said == "1 authority outside the axes: Isles of Scilly"
    assert said in path(rows, lines, how).across.title.split("\n")


def test_no_path_crosses_a_break_in_either_series(opened, abouts):
    codes = list(queries.catalogue.authorities.frame(opened)["area_code"])
    breaks = queries.catalogue.breaks.frame(opened, indicators=list(abouts))
    crossed = 0
    for one, other in [("agency_rate", "rereferral_rate"), ("caseload", "absence_rate"), ("cla_rate", "cpp_rate")]:
        cuts = breaks[breaks["indicator_id"].isin([one, other])]["to_period_end"].tolist()
        for n in range(0, len(codes), 40):
            rows = compare.against.frame(opened, authorities=codes[n : n + 40], indicator=one, other=other, **SPAN)
            for position in sorted(rows.loc[rows["role"] == "chosen", "position"].unique()):
                mine = rows[(rows["position"] == position)].assign(position=1)
                for line in compared_lines(mine, pd.DataFrame(), asked(abouts, one, other)):
                    for run in line.stretches():
                        for before, after in zip(run, run[1:], strict=False):
                            assert after.area_code == before.area_code
                            assert after.other_area_name == before.other_area_name
                            for end in ("period_end", "other_period_end"):
                                spans = [
                                    cut for cut in cuts if getattr(before, end) < cut.date() <= getattr(after, end)
                                ]
                                assert not spans or cut_of_another(spans, breaks, one if end == "period_end" else other)
                    crossed += len(list(line.stretches())) > 1
    assert crossed > 100


def cut_of_another(spans, breaks, indicator):
    mine = set(breaks.loc[breaks["indicator_id"] == indicator, "to_period_end"])
    return not mine & set(spans)
