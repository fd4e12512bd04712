"""The newest figures, their ranks and ranges, and what stood around interventions: all of them a second time."""

import calendar
from collections import defaultdict
from datetime import date, timedelta
from typing import NamedTuple

import numpy as np
import pytest

import queries.figures
from queries import compare, visitor
from tests.at_once import frames_at_once
from tests.queries.plain_comparison import Facts, ranks

KNOWN = ("published", "rounds_to_zero")
BIRMINGHAM, DONCASTER, SUNDERLAND, WESTMINSTER = "E08000025", "E08000017", "E08000024", "E09000033"
DRAWS = 4_000


class Row(NamedTuple):
    """A figure as an authority is answered with it."""

    area: str
    start: date
    end: date
    value: float | None
    status: str
    segment: int


@pytest.fixture(scope="module")
def facts(_connection):
    return Facts(_connection.cursor())


@pytest.fixture(scope="module")
def series(_connection):
    """Return the figures that answer for each authority, by authority and indicator, in the order of their dates."""
    con = _connection.cursor()
    breaks = defaultdict(list)
    for indicator, day in con.execute("select indicator_id, to_period_end from series_break").fetchall():
        breaks[indicator].append(day)
    own, joint = defaultdict(list), defaultdict(list)
    for indicator, area, level, *rest in con.execute(
        "select indicator_id, area_code, area_level, period_start, period_end, value, status from observation"
    ).fetchall():
        segment = sum(day <= rest[1] for day in breaks[indicator])
        (joint if level == "joint return" else own)[area, indicator].append(Row(area, *rest, segment))
    found = {}
    members = con.execute(
        "select authority.area_code, joint_return.area_code, first_period_end "
        "from joint_return inner join authority on dfe_code = member_code"
    ).fetchall()
    indicators = [id for (id,) in con.execute("select indicator_id from indicator").fetchall()]
    for (area,) in con.execute("select area_code from authority").fetchall():
        for indicator in indicators:
            rows = list(own[area, indicator])
            for _, together, first in (each for each in members if each[0] == area):
                rows += [row for row in joint[together, indicator] if row.end >= first]
            if rows:
                found[area, indicator] = sorted(rows, key=lambda row: row.end)
    return found


@pytest.fixture(scope="module")
def headlines(opened, series):
    """Return the answer of each authority and indicator."""
    return {
        (area, row["indicator_id"]): row
        for area, rows in every_authority(opened, queries.figures.headline, series)
        for row in rows.to_dict("records")
    }


def every_authority(con, question, series):
    """Ask of every authority about all indicators."""
    areas = sorted({area for area, _ in series})
    indicators = sorted({indicator for _, indicator in series})
    asks = [{"authority": area, "indicators": indicators} for area in areas]
    return list(zip(areas, frames_at_once(con, question, asks), strict=True))


def missing(value):
    return value is None or value != value


def same(left, right):
    return missing(left) if missing(right) else not missing(left) and abs(left - right) <= 1e-9


def test_newest_is_the_newest_date_whatever_its_status(headlines, series, con):
    newest = dict(con.execute("select indicator_id, max(period_end) from observation group by 1").fetchall())
    england = {
        (indicator, on): value
        for indicator, on, value in con.execute(
            "select indicator_id, period_end, value from observation where area_level = 'england'"
        ).fetchall()
    }
    closed = {area for (area,) in con.execute("select area_code from authority where closed_on is not null").fetchall()}
    assert set(headlines) == set(series)
    for (area, indicator), row in headlines.items():
        rows = series[area, indicator]
        due = rows[-1].end if area in closed else newest[indicator]
        assert row["period_end"].date() == due
        last = next((each for each in rows if each.end == due), None)
        assert row["status"] == (last.status if last else "not_available")
        assert same(row["value"], last.value if last else None)
        assert same(row["england_value"], england.get((indicator, due)))
        before = [each for each in rows if each.end < due and each.status in KNOWN]
        told = before[-1] if before and row["status"] not in KNOWN else None
        assert missing(row["last_period_end"]) == (told is None)
        if told:
            assert (row["last_period_end"].date(), row["last_status"]) == (told.end, told.status)
            assert same(row["last_value"], told.value)
    withheld = [row for row in headlines.values() if row["status"] not in KNOWN]
    assert len(withheld) > 100 and any(not missing(row["last_value"]) for row in withheld)


def test_a_change_is_between_two_figures_of_one_stretch_or_refused_with_its_reason(headlines, series):
    seen = set()
    for (area, indicator), row in headlines.items():
        by_date = {each.end: each for each in series[area, indicator]}
        last = by_date.get(row["period_end"].date())
        before = by_date.get(a_year_before(row["period_end"].date()))
        if last is None or last.status not in KNOWN:
            expected = "no_figure"
        elif before is None or before.status not in KNOWN:
            expected = "gap"
        elif before.segment != last.segment:
            expected = "break"
        elif before.area != last.area:
            expected = "joint"
        elif None in (before.value, last.value):
            expected = "rounds_to_zero"
        else:
            expected = ""
        seen.add(expected)
        assert row["change_refused"] == expected, (area, indicator)
        assert same(row["change_year"], None if expected else last.value - before.value)
    assert {"", "no_figure", "gap", "rounds_to_zero"} <= seen


def a_year_before(on):
    return date(on.year - 1, on.month, min(on.day, calendar.monthrange(on.year - 1, on.month)[1]))


def test_every_rank_again_in_plain_python(opened, facts, headlines, con):
    wanted = {id for (id,) in con.execute("select indicator_id from indicator where ranked").fetchall()}
    answers = {}
    for indicator in sorted(wanted):
        expected = ranks(facts, indicator)
        rows = compare.lines.frame(
            opened, authorities=[], indicator=indicator, measure="rank", base=2018, first=2009, last=2030
        )
        for row in rows[rows["role"] == "context"].to_dict("records"):
            key = (row["area_code"], row["period_end"].date())
            rank, of = expected.get(key, (None, None))
            assert same(row["rank"], rank) and same(row["ranked_of"], of), (indicator, key)
            assert same(row["shown"], rank)
            assert (row["shown_status"] == "small_numbers") == (rank is None and of is not None)
            assert missing(row["rank_low"]) or row["rank_low"] <= row["rank"] <= row["rank_high"]
            answers[indicator, *key] = row
    assert len(answers) > 30_000
    for (area, indicator), row in headlines.items():  # the authority page and a comparison say the same
        found = answers.get((indicator, area, row["period_end"].date()))
        if found and area in facts.code:
            for column in ("rank", "ranked_of", "rank_low", "rank_high"):
                assert same(row[column], found[column]), (area, indicator)


def test_what_rounds_to_zero_has_the_lowest_place_which_it_may_share(con):
    rows = con.execute(
        "select place, status, value from found_observation where place is not null and asked_code = area_code "
        "and (status = 'rounds_to_zero' or value = 0)"
    ).fetchall()
    assert {status for _, status, _ in rows} == {"published", "rounds_to_zero"}
    assert {place for place, *_ in rows} == {1}


def test_ranks_of_the_agency_rate_of_2025(headlines):
    found = {area: headlines[area, "agency_rate"] for area in (BIRMINGHAM, DONCASTER, SUNDERLAND, WESTMINSTER)}
    assert [(found[area]["rank"], found[area]["ranked_of"]) for area in (BIRMINGHAM, DONCASTER)] == [
        (73, 147), (75, 147),
    ]  # fmt: skip
    assert abs(found[BIRMINGHAM]["rank_low"] - 58) <= 2 and abs(found[BIRMINGHAM]["rank_high"] - 86) <= 2
    assert abs(found[DONCASTER]["rank_low"] - 49) <= 2 and abs(found[DONCASTER]["rank_high"] - 97) <= 2
    assert (found[SUNDERLAND]["status"], found[SUNDERLAND]["england_value"]) == ("rounds_to_zero", 13.0)
    assert (found[WESTMINSTER]["status"], found[WESTMINSTER]["last_value"]) == ("not_available", 0.7)


def test_ranges_of_ranks_are_those_of_a_simulation(con):
    """Draw all authorities at once, binomial for a percentage and Poisson for a rate, and rank each draw."""
    off = []
    newest = "(select indicator_id, max(period_end) as period_end from found_observation group by all)"
    for indicator, unit, per in con.execute(
        "select indicator_id, unit, per from indicator semi join rank_range using (indicator_id)"
    ).fetchall():
        rows = con.execute(
            "select coalesce(value, 0) as value, coalesce(denominator, 0) as denominator, place, small, rank_low, "
            f"rank_high from found_observation inner join {newest} using (indicator_id, period_end) "
            "left join rank_range using (indicator_id, area_code, period_end) "
            "where indicator_id = $indicator and asked_code = area_code and place is not null",
            {"indicator": indicator},
        ).df()  # fmt: skip
        low, high = simulated(rows["value"].to_numpy(), rows["denominator"].to_numpy(), unit, per)
        place = rows["place"].to_numpy()
        apart = np.maximum(
            abs(rows["rank_low"] - np.minimum(low, place)), abs(rows["rank_high"] - np.maximum(high, place))
        )
        off += apart[rows["rank_low"].notna() & ~rows["small"]].tolist()
    assert len(off) > 2_000
    assert np.mean(np.array(off) <= 2) > 0.96 and np.mean(np.array(off) <= 5) > 0.99 and np.mean(off) < 1


def simulated(value, denominator, unit, per):
    random = np.random.default_rng(2025)
    shape = (DRAWS, len(value))
    if unit == "%":
        cases = np.round(denominator).astype(int)
        drawn = random.binomial(cases, np.minimum(value / 100, 1), shape) / np.maximum(cases, 1) * 100
    else:
        drawn = random.poisson(value * denominator / per, shape) / np.maximum(denominator, 1) * per
    drawn = np.where(denominator > 0, drawn, value)
    below = np.array([np.searchsorted(np.sort(draw), draw) for draw in drawn])
    return 1 + np.quantile(below, [0.025, 0.975], axis=0, method="inverted_cdf")


def test_figures_around_every_intervention_again_in_plain_python(opened, series, con):
    spells = con.execute(
        "select area_code, began_on, began_precision, ended_on, ended_precision from intervention "
        "inner join authority using (dfe_code) where scope in ('social_care', 'mixed') order by began_on"
    ).fetchall()
    last = {area: turns for area, *turns in spells}
    indicators = sorted({indicator for _, indicator in series})
    seen = defaultdict(int)
    for area, rows in every_authority(opened, queries.figures.around_intervention, series):
        found = {(row["indicator_id"], row["turn"], row["moment"]): row for row in rows.to_dict("records")}
        assert bool(found) == (area in last)
        expected = set()
        for turn, on, precision in turns_of(last.get(area)):
            for indicator in (each for each in indicators if (area, each) in series):
                for moment, row in moments(series[area, indicator], *span(on, precision)).items():
                    expected.add((indicator, turn, moment))
                    seen[check(found[indicator, turn, moment], row, series[area, indicator], on)] += 1
        assert set(found) == expected
    assert min(seen["break"], seen["gap"], seen["straddles"], seen["plain"]) > 0, seen


def turns_of(spell):
    if spell:
        yield "began", *spell[:2]
        if spell[2]:
            yield "ended", *spell[2:]


def span(on, precision):
    if precision == "year":
        return date(on.year, 1, 1), date(on.year, 12, 31)
    if precision == "month":
        return on.replace(day=1), on.replace(day=calendar.monthrange(on.year, on.month)[1])
    return on, on


def moments(rows, first, last):
    """Return each moment that there is, with the rows that may answer for it, the nearest first."""
    before, after = [row for row in rows if row.end < first], [row for row in rows if row.end > last]
    found = {"before": before[::-1], "after": after, "newest": rows[::-1]}
    return {moment: (each, last) for moment, each in found.items() if each}


def check(row, answer, rows, on):
    (nearest, *_), last_day = answer[0], answer[1]
    known = next((each for each in answer[0] if each.status in KNOWN), None)
    assert (row["period_end"].date(), row["status"], row["turned_on"].date()) == (nearest.end, nearest.status, on)
    assert same(row["value"], nearest.value)
    assert missing(row["known_end"]) if known is None else row["known_end"].date() == known.end
    assert row["straddles"] == (row["moment"] == "after" and nearest.start <= last_day)
    refused = ""
    if known and row["moment"] != "newest":
        refused = "break" if known.segment != rows[-1].segment else "joint" if known.area != rows[-1].area else ""
    assert row["refused"] == refused
    return refused or ("gap" if nearest.status not in KNOWN else "straddles" if row["straddles"] else "plain")


def test_what_an_upload_is_compared_with_again_in_plain_python(opened, series, facts, con):
    """Own figures of the year after the newest, of every authority and indicator at once."""
    ranked = {id for (id,) in con.execute("select indicator_id from indicator where ranked").fetchall()}
    newest = dict(con.execute("select indicator_id, max(period_end) from observation group by 1").fetchall())
    asked = [(area, indicator, later(newest[indicator], years), 7.5) for area, indicator in series for years in (0, 1)]
    areas, indicators, ends, values = zip(*asked, strict=True)
    rows = visitor.with_published.frame(
        opened, areas=list(areas), indicators=list(indicators), kinds=["snapshot"] * len(asked),
        ends=[end.isoformat() for end in ends], values=list(values), model="2025", measure="published", base=2018,
    )  # fmt: skip
    counted = {indicator: sizes(facts, indicator, newest[indicator]) for indicator in newest}
    seen = defaultdict(int)
    for (area, indicator, on, value), row in zip(asked, rows.to_dict("records"), strict=True):
        before = [each for each in series[area, indicator] if each.end < on]
        known = [each for each in before if each.status in KNOWN]
        assert missing(row["newest_before_end"]) or row["newest_before_end"].date() == before[-1].end
        assert missing(row["before_end"]) if not known else row["before_end"].date() == known[-1].end
        if known and not missing(row["as_low_on"]):
            low = [each for each in known if each.segment == known[-1].segment and (each.value or 0) <= value]
            assert row["as_low_on"].date() == low[-1].end
        seen["rounds to 0"] += bool(known) and known[-1].status == "rounds_to_zero"
        seen["withheld since"] += bool(known) and known[-1] is not before[-1]
        others, mine = counted[indicator]
        if missing(row["own_rank"]):
            seen["small"] += area in mine and mine[area].small
            continue
        assert indicator in ranked and not (area in mine and mine[area].small)
        lower = [size for other, size in others.items() if other != area and size < value]
        assert row["own_rank"] == 1 + len(lower), (area, indicator)
        assert row["own_ranked_of"] == len(others) + (area not in others)
        seen["ranked"] += 1
    assert min(seen.values()) > 0 and set(seen) == {"rounds to 0", "withheld since", "small", "ranked"}, seen


def later(on, years):
    return date(on.year + years, on.month, on.day)


def sizes(facts, indicator, on):
    """Return what counts in a rank on a date, by area, and the figures themselves."""
    counted = {area for area, day in ranks(facts, indicator) if day == on}
    mine = {figure.area: figure for figure in facts.figures(indicator) if figure.on == on}
    return {area: mine[area].size for area in counted}, mine


def test_the_turn_of_a_sign_is_seen(opened):
    """Birmingham's agency rate fell to the first figure after its intervention ended; the newest stands beside it."""
    rows = queries.figures.around_intervention.frame(opened, authority=BIRMINGHAM, indicators=["agency_rate"])
    ended = rows[rows["turn"] == "ended"].set_index("moment")
    trend = queries.figures.trend(opened, authority=BIRMINGHAM, comparators=[], others=[], model="2025",
                                  indicators=["agency_rate"], first=2025, last=2100)  # fmt: skip
    assert ended["value"].to_dict() == {"before": 19.3, "after": 11.9, "newest": trend[-1].value}
    on = [when.date() for when in ended["period_end"]]
    assert on == [date(2022, 9, 30), date(2023, 9, 30), trend[-1].period_end]
    assert ended["period_end"]["after"] - ended["period_end"]["before"] >= timedelta(days=365)
