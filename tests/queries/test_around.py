"""Who is a case around an event and who is compared: against a second selection in plain Python, for every event."""

import calendar
from collections import Counter, defaultdict
from datetime import date

import pytest

from pages.around.choices import EVENTS
from queries import around

INDICATORS = ("agency_rate", "rereferral_rate", "cla_rate", "referrals")
KINDS = {"statutory_direction": "direction", "commissioner_appointed": "commissioner", "trust_launched": "trust"}


def _last(first, precision):
    if precision == "year":
        return date(first.year, 12, 31)
    return first.replace(day=calendar.monthrange(first.year, first.month)[1]) if precision == "month" else first


def _judged(con, found):
    before = {}
    for code, on, grade in con.execute(
        "select dfe_code, published_on, grade from judgement where judgement_area = 'overall effectiveness' "
        "order by published_on"
    ).fetchall():
        last, before[code] = before.get(code), grade
        kinds = {"inadequate"} if grade == "inadequate" else set()
        kinds |= {"fell"} if grade == "inadequate" and last not in (None, "inadequate") else set()
        kinds |= {"rose"} if grade != "inadequate" and last == "inadequate" else set()
        for kind in kinds:
            found[kind, code].append((on, on))


def _intervened(con, found):
    for code, began, how, ended, end_how, state in con.execute(
        "select dfe_code, began_on, began_precision, ended_on, ended_precision, state from intervention "
        "where scope in ('social_care', 'mixed')"
    ).fetchall():
        found["began", code].append((began, _last(began, how)))
        if state == "ended":
            found["ended", code].append((ended, _last(ended, end_how)))
        elif state == "end_unknown":
            found["ended", code].append((began, date(2999, 12, 31)))
    for code, kind, on, how in con.execute(
        "select dfe_code, kind, event_on, date_precision from intervention_event "
        "where scope in ('social_care', 'mixed') and happened = 'happened'"
    ).fetchall():
        if kind in KINDS:
            found[KINDS[kind], code].append((on, _last(on, how)))


@pytest.fixture(scope="module")
def con(opened):
    cursor = opened.cursor()
    cursor.execute("use dashboard")
    yield cursor
    cursor.close()


@pytest.fixture(scope="module")
def dated(con):
    """Every event with the two days between which it lies, by kind and authority."""
    found = defaultdict(list)
    _judged(con, found)
    _intervened(con, found)
    follows = defaultdict(set)
    for earlier, later in con.execute("select predecessor_code, successor_code from authority_change").fetchall():
        follows[later].add(earlier)
    return lambda kind, code: min((each for one in {code, *follows[code]} for each in found[kind, one]), default=None)


def _placed(con, dated, event, indicator):
    """Say of each area its place and the year from which it counts."""
    con.execute("use dashboard")  # whoever asked a question in between left it
    (start,) = con.execute(
        "select coalesce(max(to_period_end), date '1900-01-01') from series_break where indicator_id = ?", [indicator]
    ).fetchone()
    figures = defaultdict(dict)
    days = set()
    for area, end, value, status in con.execute(
        "select area_code, period_end, value, status from observation where indicator_id = ? and period_end >= ? "
        "and area_level in ('authority', 'joint return')", [indicator, start]
    ).fetchall():  # fmt: skip
        days.add(end)
        if status == "published":
            figures[area][end.year] = value
    behind = defaultdict(set)
    for area, code in con.execute(
        "select area_code, dfe_code from authority union all select area_code, member_code from joint_return"
    ).fetchall():
        behind[area].add(code)
    tiny = dict(con.execute("select area_code, tiny from area").fetchall())
    return {area: _place(area, behind[area], dated, event, sorted(days), those, tiny[area])
            for area, those in figures.items()}  # fmt: skip


def _place(area, members, dated, event, days, figures, tiny):
    events = [dated(event, code) for code in members]
    years = {tuple(next((day.year for day in days if day >= end), None) for end in each) if each else (None, None)
             for each in events}  # fmt: skip
    if tiny:
        return "very small", None
    if any(first != last for first, last in years):
        return "date too vague", None
    if len(years) > 1:
        return "members differ", None
    ((year, _),) = years
    if year is None:
        return "compared", None
    if year <= days[0].year:
        return "before the series", None
    if year - 1 not in figures:
        return "no figure in the year before", None
    return ("case", year) if any(each >= year for each in figures) else ("no figure after", None)


@pytest.mark.parametrize("event", EVENTS)
@pytest.mark.parametrize("indicator", INDICATORS)
def test_cases_are_those_of_a_second_selection(opened, dated, event, indicator):
    found = {
        row.area_code: (row.place, row.from_year) for row in around.cases(opened, event=event, indicator=indicator)
    }
    assert found == _placed(opened, dated, event, indicator)
    assert Counter(place for place, _ in found.values())["case"] >= 5


def test_a_joint_return_is_one_authority_and_its_members_none(opened):
    rows = {row.area_code: row for row in around.cases(opened, event="trust", indicator="agency_rate")}
    assert "E09000021 / E09000027" in rows and not {"E09000021", "E09000027"} & rows.keys()


def test_figures_lie_beyond_the_last_break_and_have_a_value_exactly_if_published(opened):
    rows = around.figures(opened, indicator="agency_rate")
    assert min(row.year for row in rows) == 2017
    assert all((row.value is not None) == (row.status == "published") for row in rows)
    assert {row.status for row in rows} > {"published"}
    assert len({(row.area_code, row.period_end) for row in rows}) == len(rows)
