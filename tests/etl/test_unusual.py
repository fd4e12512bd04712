"""Unusual values, large changes, same figures and first years: every series, by rules written again in Python."""

from collections import defaultdict
from itertools import pairwise

import pytest

UNUSUAL = "Unusual value: far from the years beside it. Check the source's notes before using."


@pytest.fixture(scope="module")
def series(_connection):
    """Return the published figures of each authority and indicator, cut into runs."""
    breaks = defaultdict(list)
    for indicator, day in _connection.sql("select indicator_id, to_period_end from series_break").fetchall():
        breaks[indicator].append(day)
    lines = defaultdict(list)
    for area, indicator, unit, topic, *figure in _connection.sql(
        """select area_code, indicator_id, unit, topic, period_end, value, numerator, denominator
        from observation inner join indicator using (indicator_id) inner join area using (area_code)
        where value is not null and area.area_level in ('authority', 'joint return') and not tiny
        order by area_code, indicator_id, period_end"""
    ).fetchall():
        run = lines[area, indicator, unit, topic]
        if run and (
            (figure[0] - run[-1][-1][0]).days <= 550
            and not any(run[-1][-1][0] < day <= figure[0] for day in breaks[indicator])
        ):
            run[-1].append(figure)
        else:
            run.append([figure])
    return lines


def _judged(run, at, unit, topic):
    """Judge one figure of a run by its one or two neighbours."""
    beside = [run[n] for n in (at - 1, at + 1) if 0 <= n < len(run)]
    if not beside:
        return ""
    here = run[at]
    if any(one[3] is not None and one[3] < 50 for one in [here, *beside]):
        return ""
    counts = [one[1] if unit in ("number", "FTE", "people") else one[2] for one in [here, *beside]]
    if (known := [count for count in counts if count is not None]) and max(known) < 20:
        return ""
    value, others = here[1], [one[1] for one in beside]
    least = 5.0 if unit == "%" else 0.0
    if unit == "%" and value + others[0] + others[-1] > 150:
        value, others, least = 100 - value, [100 - other for other in others], 15.0
    usual = sum(others) / len(others)
    if abs(value - usual) < least:
        return ""
    working = topic == "workforce"
    if len(others) == 1:
        return "large_change" if abs(value - usual) > (0.6 if working else 0.4) * usual else ""
    alike = min(others) >= 0.7 * max(others) or (unit == "%" and abs(others[0] - others[1]) <= 2)
    far = value < (0.4 if working else 0.5) * usual or value > (2.0 if working else 1.6) * usual
    return "unusual_value" if alike and far else ""


def _expected(series):
    for (area, indicator, unit, topic), runs in series.items():
        for run in runs:
            said = [_judged(run, at, unit, topic) for at in range(len(run))]
            for at, kind in enumerate(said):
                beside = [said[n] for n in (at - 1, at + 1) if 0 <= n < len(said)]
                if kind and not (kind == "large_change" and "unusual_value" in beside):
                    yield area, indicator, run[at][0], kind


def test_every_series_is_judged_as_a_second_writing_judges_it(con, series):
    found = set(
        con.execute(
            """select area_code, indicator_id, period_end, kind from point_note
            where source like 'Found by rule%' and kind in ('unusual_value', 'large_change')"""
        ).fetchall()
    )
    expected = set(_expected(series))
    assert len(expected) > 1_000
    assert found ^ expected == set()


@pytest.mark.parametrize(
    ("name", "indicator", "year"),
    [
        ("Wolverhampton", "rereferral_rate", 2021),
        ("Bedford", "rereferral_rate", 2022),
        ("Havering", "rereferral_rate", 2015),
        ("Herefordshire", "rereferral_rate", 2015),
        ("Herefordshire", "referrals", 2018),
        ("York", "referrals", 2020),
        ("Doncaster", "rereferral_rate", 2022),
        ("Islington", "rereferral_rate", 2017),
        ("Lancashire", "icpc", 2014),
        ("Slough", "referral_nfa_rate", 2017),
    ],
)
def test_the_known_ones_are_marked(con, name, indicator, year):
    note, unusual, flagged = con.execute(
        """select note, unusual, flagged from found_observation
        where asked_name = ? and indicator_id = ? and year(period_end) = ?""",
        [name, indicator, year],
    ).fetchone()
    assert note.startswith(UNUSUAL) and unusual and flagged


def test_every_note_by_rule_reaches_the_figure_that_pages_show(con):
    lost = con.execute(
        """from point_note left join found_observation as found
        on found.area_code = point_note.area_code and found.asked_code = found.area_code
        and found.indicator_id = point_note.indicator_id and found.period_end = point_note.period_end
        where point_note.source like 'Found by rule%' and not coalesce(
            contains(found.note, point_note.note) and found.flagged and found.value is not null
            and (found.unusual or point_note.kind in ('same_figures', 'first_year')), false)"""
    ).fetchall()
    assert lost == []


def test_marks_are_prompts_not_a_flood(con):
    """No kind of series is marked in more than one figure of twelve; of three years, two of them ends, of eight."""
    shares = con.execute(
        """select indicator_id, avg(unusual::int), count(distinct period_end) > 3 from found_observation
        where asked_code = area_code and area_level = 'authority' and value is not null group by all"""
    ).fetchall()
    flooded = [(id, share) for id, share, long in shares if share >= (1 / 12 if long else 1 / 8)]
    assert flooded == []


def test_as_many_agency_workers_as_vacancies_are_noted_on_both(con):
    figures = defaultdict(dict)
    for area, indicator, day, value in con.execute(
        """select area_code, indicator_id, period_end, value from observation inner join area using (area_code)
        where indicator_id in ('agency_fte', 'vacancies_fte', 'agency_rate', 'vacancy_rate') and value is not null
        and area.area_level in ('authority', 'joint return') and not tiny"""
    ).fetchall():
        figures[area, day][indicator] = value
    expected = {
        (area, day, indicator)
        for (area, day), of in figures.items()
        if of.get("agency_fte") and round(of["agency_fte"], 1) == round(of.get("vacancies_fte", -1.0), 1)
        for indicator in of
    }
    found = con.execute("select area_code, period_end, indicator_id from point_note where kind = 'same_figures'")
    assert set(found.fetchall()) == expected
    by_year = defaultdict(set)
    for area, day, _ in expected:
        by_year[day.year].add(area)
    assert {year: len(areas) for year, areas in by_year.items() if not 8 <= len(areas) <= 13} == {2015: 16, 2016: 5}


def test_the_first_year_of_a_council_is_noted_where_a_measure_looks_back(con):
    found = con.execute(
        """select asked_name, indicator_id, year(period_end) from found_observation
        where contains(note, 'First twelve months of a council') and asked_code = area_code"""
    ).fetchall()
    assert {("Cumberland", "rereferral_rate", 2024), ("Westmorland and Furness", "rereferrals", 2024)} <= set(found)
    assert {("Dorset", "turnover_rate", 2019), ("West Northamptonshire", "cpp_repeat_rate", 2022)} <= set(found)
    halves = ("North Northamptonshire", "West Northamptonshire")
    created = {"Cumberland", "Westmorland and Furness", "Dorset", "Bournemouth, Christchurch and Poole"}
    created |= {*halves, " / ".join(halves)}
    assert {name for name, _, _ in found} <= created


def test_the_note_on_the_pandemic_year_hangs_on_every_authority(con):
    indicators = con.execute("select indicator_id from indicator where indicator_id ~ '(re)?referral.*'").fetchall()
    assert len(indicators) >= 16
    for (indicator,) in indicators:
        noted = con.execute(
            """select unsettled, general_note from found_observation
            where indicator_id = ? and period_end = date '2021-03-31'""",
            [indicator],
        ).fetchall()
        assert len(noted) > 150 and all(unsettled and "2020-21" in note for unsettled, note in noted)


def test_words_written_by_hand_stand_alone_only_where_they_say_unusual(con):
    """A hand note that a rule does not go before must say itself that the value is unusual."""
    bare = con.execute(
        """select note from found_observation where unusual and not starts_with(note, 'Unusual value')
        and not contains(note, 'Large change: ')"""
    ).fetchall()
    assert [note for (note,) in bare if "Unusual value" not in note] == []


def test_runs_are_never_longer_than_their_breaks_allow(series):
    assert all((b[0] - a[0]).days <= 550 for runs in series.values() for run in runs for a, b in pairwise(run))
