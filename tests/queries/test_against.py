"""One indicator against another: the correlation of all pairs, the points within the axes, and paths across breaks."""

import itertools
import re

import pytest
from scipy.stats import pearsonr

import queries.catalogue
from data.catalogue import indicators
from pages.charts.comparison.alternative import alternative
from pages.charts.comparison.compare import compared_lines
from pages.charts.comparison.compared import REASONS, Asked
from pages.charts.comparison.notes import notes
from pages.charts.comparison.path import ends_of_axes, outside, path
from pages.charts.comparison.tables import drawn
from pages.charts.words import lowered
from queries import compare
from tests.at_once import at_once

BIRMINGHAM, SCILLY, CITY, KENSINGTON = "E08000025", "E06000053", "E09000001", "E09000020"
SPAN = {"first": 2009, "last": 2030}
REPEATED = ("rereferral_rate", "referral_nfa_rate")


@pytest.fixture(scope="module")
def abouts(opened):
    return {row.indicator_id: indicators()[row.indicator_id] for row in compare.series(opened)}


@pytest.fixture(scope="module")
def pairs(opened, abouts):
    """Return the answer for every third pair of rates: each with a third of all others, now upright, now across."""
    rates = [id for id, about in abouts.items() if about.unit not in ("number", "FTE", "people", "£")]
    both = [
        (rates[a], rates[b]) for a, b in itertools.combinations(range(len(rates)), 2) if (a + b) % 3 == 0
    ]  # fmt: skip
    both = [*dict.fromkeys([*both, REPEATED])]
    asks = [{"authorities": [BIRMINGHAM], "indicator": one, "other": other, **SPAN} for one, other in both]
    return dict(zip(both, at_once(opened, compare.against, asks), strict=True))


def asked(abouts, one, other):
    return Asked(
        measure="against", about=abouts[one], other=abouts[other], counted=False, other_counted=False, ranked=True,
        base=2018, event="began", england=True, context=True,
    )  # fmt: skip


def test_every_correlation_again_in_scipy(pairs, facts_of):
    seen = 0
    for (one, other), rows in pairs.items():
        if not rows:
            continue
        year = max(row.year for row in rows if row.shown is not None)
        up, across = facts_of(one, year), facts_of(other, year)
        both = sorted(set(up) & set(across))
        assert rows[0].correlated == len(both), (one, other)
        found = pearsonr([up[area] for area in both], [across[area] for area in both]) if len(both) >= 10 else None
        if found is None or abs(found.statistic) > 1 - 1e-9:  # one the other in another unit: there is nothing to say
            assert all(row.correlation is None for row in rows)
            continue
        low, high = found.confidence_interval()
        assert rows[0].correlation == pytest.approx(found.statistic, abs=1e-9), (one, other)
        assert rows[0].correlation_low == pytest.approx(low, abs=1e-4)
        assert rows[0].correlation_high == pytest.approx(high, abs=1e-4)
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
        lines = compared_lines(rows, [], how)
        wide, high = ends_of_axes(rows, lines, how)
        out = [row for row in rows if row.shown is not None and (row.value > high or row.other_value > wide)]
        assert all(row.tiny for row in out), (one, other)
        said = outside(rows, lines, how)
        names = {row.asked_name for row in out}
        assert said.partition(" ")[0] == (str(len(names)) if names else ""), (one, other)
        assert all(name in said for name in names)
        counted += len(names)
    assert counted > 10


def test_a_path_that_ends_early_says_why_whichever_figure_is_missing(opened, abouts):
    codes = [row.area_code for row in queries.catalogue.authorities(opened)]
    early = 0
    for one, other in [("agency_rate", "vacancy_rate"), ("vacancy_rate", "agency_rate"), ("cpp_rate", "icpc_rate")]:
        how = asked(abouts, one, other)
        rows = compare.against(opened, authorities=codes, indicator=one, other=other, **SPAN)
        for mine in by_area([row for row in rows if row.role == "chosen"]).values():
            (line,) = compared_lines(mine, [], how) or [None]
            if line and line.drawn and line.points[-1].shown is None:
                early += 1
                end, said = line.points[-1], alternative([line], how)
                missing = abouts[one if end.value is None else other]
                assert f", {lowered(missing.title)} {REASONS[end.shown_status]} (" in said
                assert f"{abouts[one].title} against {lowered(abouts[other].title)}" in said
    assert early > 5


def test_what_is_noted_of_a_pair_says_of_which_figure_and_of_its_own_year(opened, abouts):
    """Years to March beside counts of September: a caseload of September 2024 that is withheld is none of 2023-24."""
    seen = 0
    for one, other in [("cin_ended_3_months_rate", "caseload"), ("caseload", "assessments_45_days")]:
        how = asked(abouts, one, other)
        rows = compare.against(opened, authorities=[BIRMINGHAM, KENSINGTON], indicator=one, other=other, **SPAN)
        lines = compared_lines(rows, [], how)
        said = notes(rows, lines, [], how)
        for about in (abouts[one], abouts[other]):
            mine = [each for each in said if f", {lowered(about.title)}, " in each]
            yearly = [bool(re.search(r", 20\d\d-\d\d", each)) for each in mine]
            assert all(each == (about.basis == "year") for each in yearly)
            seen += len(mine)
        assert sum("Marked u by the publisher" in each for each in said) == 1
        assert any(each.startswith("Birmingham, average caseload, 2024: Marked u") for each in said)
        [row] = [row for row in drawn(lines, how) if row["Authority"] == "Birmingham" and "Marked u" in row["Note"]]
        assert row["Note"].startswith("Caseload: ") and "30 September 2024" in row["Average caseload"]
    assert seen > 6


def by_area(rows):
    found = {}
    for row in rows:
        found.setdefault(row.asked_code, []).append(row._replace(position=1))
    return found


def test_the_drawing_holds_what_it_says_it_holds(pairs, abouts):
    how, rows = asked(abouts, *REPEATED), pairs[REPEATED]
    chart = path(rows, compared_lines(rows, [], how), how)
    dots = chart.panels[0].lines[0]
    others = [row for row in rows if row.role == "context" and row.shown is not None]
    assert len(dots.points) == sum(not row.tiny for row in others) > 140
    assert dots.clipped is False  # a dot on an axis is drawn whole
    assert max(point.x for point in dots.points) < chart.across.last
    assert max(point.y for point in dots.points) < chart.panels[0].up.high


def test_a_very_small_authority_is_counted_at_the_edge_and_named(opened, abouts):
    how = asked(abouts, "agency_rate", "vacancy_rate")
    rows = compare.against(
        opened, authorities=[BIRMINGHAM, SCILLY], indicator="agency_rate", other="vacancy_rate", **SPAN
    )
    lines = compared_lines(rows, [], how)
    said = outside(rows, lines, how)
    assert said == "1 authority outside the axes: Isles of Scilly"
    assert said in path(rows, lines, how).across.title.split("\n")


def test_no_path_crosses_a_break_in_either_series(opened, abouts):
    codes = [row.area_code for row in queries.catalogue.authorities(opened)]
    breaks = queries.catalogue.breaks(opened, indicators=list(abouts))
    crossed = 0
    for one, other in [("agency_rate", "rereferral_rate"), ("caseload", "absence_rate"), ("cla_rate", "cpp_rate")]:
        cuts = [row.to_period_end for row in breaks if row.indicator_id in (one, other)]
        for n in range(0, len(codes), 40):
            rows = compare.against(opened, authorities=codes[n : n + 40], indicator=one, other=other, **SPAN)
            for position in sorted({row.position for row in rows if row.role == "chosen"}):
                mine = [row._replace(position=1) for row in rows if row.position == position]
                for line in compared_lines(mine, [], asked(abouts, one, other)):
                    for run in line.stretches():
                        for before, after in zip(run, run[1:], strict=False):
                            assert after.area_code == before.area_code
                            assert after.other_area_name == before.other_area_name
                            for end in ("period_end", "other_period_end"):
                                spans = [cut for cut in cuts if getattr(before, end) < cut <= getattr(after, end)]
                                assert not spans or cut_of_another(spans, breaks, one if end == "period_end" else other)
                    crossed += len(list(line.stretches())) > 1
    assert crossed > 100


def cut_of_another(spans, breaks, indicator):
    mine = {row.to_period_end for row in breaks if row.indicator_id == indicator}
    return not mine & set(spans)
