"""Before and after: the arithmetic a second time in plain numpy and with statsmodels, and the rules of the group."""

from datetime import date, timedelta
from pathlib import Path

import duckdb
import numpy as np
import pandas as pd
import pytest
import statsmodels.formula.api as smf
from hypothesis import example, given, settings
from hypothesis import strategies as st

import queries.figures
from queries import before_after
from tests.at_once import at_once, frames_at_once

ROOT = Path(__file__).parents[2]
BIRMINGHAM, DONCASTER, SUNDERLAND = "E08000025", "E08000017", "E08000024"
SANDWELL, SLOUGH, HALTON, RICHMOND = "E08000028", "E06000039", "E06000006", "E09000027"
CASES = [
    (DONCASTER, "agency_rate", "2021-01-01", "2021-01-31", 5),
    (DONCASTER, "vacancy_rate", "2022-04-08", "2022-04-08", 10),
    (DONCASTER, "rereferral_rate", "2021-01-01", "2021-01-31", 5),
    (BIRMINGHAM, "vacancy_rate", "2023-05-26", "2023-05-26", 5),
    (BIRMINGHAM, "agency_rate", "2023-05-26", "2023-05-26", 10),
    (SUNDERLAND, "cpp_rate", "2021-12-01", "2021-12-31", 10),
    (SLOUGH, "section47_rate", "2019-02-28", "2019-02-28", 5),
    (SANDWELL, "referral_rate", "2018-01-31", "2018-01-31", 5),
    (HALTON, "turnover_rate", "2022-01-13", "2022-01-13", 3),
]


def views(con, cases):
    """Ask of many at once, each with the group that it gets, which is returned beside the rows."""
    keys = ("authority", "indicator", "event_from", "event_to", "span")
    asks = [dict(zip(keys, case, strict=True)) for case in cases]
    groups = at_once(con, before_after.group, asks)
    members = [[row.area_code for row in rows if row.place == "in the group"] for rows in groups]
    asks = [ask | {"model": "2025", "group": group} for ask, group in zip(asks, members, strict=True)]
    return list(zip(frames_at_once(con, before_after.differences, asks), members, strict=True))


def view(con, authority, indicator, first, last, span, group=None):
    asked = {"authority": authority, "indicator": indicator, "event_from": first, "event_to": last, "span": span}
    places = before_after.group.frame(con, **asked)
    members = list(places[places["place"] == "in the group"]["area_code"]) if group is None else group
    return before_after.differences.frame(con, **asked, model="2025", group=members), places


# ---- the second implementation, in plain numpy: no SQL, no pandas ------------------------------------------------


def second(figures, sides, years):
    """Work out everything from an array of figures, the chosen authority first, a row per authority."""
    enters = ~np.isnan(figures[0])
    figures = np.where(enters, figures, np.nan)
    before, after = sides == "before", sides == "after"
    change = np.array([row - row[before & ~np.isnan(row)].mean() for row in figures])
    difference = np.full(change.shape, np.nan)
    for i, row in enumerate(change):
        others = [j for j in range(1, len(change)) if j != i]
        for t in np.flatnonzero(~np.isnan(row)):
            there = [change[j, t] for j in others if not np.isnan(change[j, t])]
            if there:
                difference[i, t] = row[t] - sum(there) / len(there)
    means = np.array([_mean(row[after & ~np.isnan(row)]) for row in difference])
    slopes = np.array([_slope(years, row, before & ~np.isnan(row)) for row in difference])
    return change, difference, means, slopes


def _mean(values):
    return values.mean() if len(values) else np.nan


def _slope(x, y, kept):
    x, y = x[kept].astype(float), y[kept]
    if len(x) < 2:
        return np.nan
    return ((x - x.mean()) * (y - y.mean())).sum() / ((x - x.mean()) ** 2).sum()


def agree(rows, figures):
    sides, years = rows["side"].to_numpy(dtype=str), rows["years_since"].to_numpy()
    change, difference, means, slopes = second(figures, sides, years)
    np.testing.assert_allclose(rows["change"].to_numpy(), change[0], atol=1e-9)
    np.testing.assert_allclose(rows["difference"].to_numpy(), difference[0], atol=1e-9)
    for t in np.flatnonzero(~np.isnan(difference[0])):
        placebos = difference[1:, t][~np.isnan(difference[1:, t])]
        row = rows.iloc[t]
        assert row["placebo_of"] == len(placebos)
        _same_ends(row, "placebo", placebos)
        assert row["placebo_larger"] == (abs(placebos) >= abs(difference[0, t]) - 1e-9).sum()
    row = rows.iloc[0]
    np.testing.assert_allclose([row["after_difference"], row["before_slope"]], [means[0], slopes[0]], atol=1e-9)
    means, slopes = ([each[0], *(x for x in each[1:] if not np.isnan(x))] for each in (means, slopes))
    _same_ends(row, "after", means[1:])
    assert row["after_of"] == len(means) - 1
    assert row["after_larger"] == sum(abs(mean) >= abs(means[0]) - 1e-9 for mean in means[1:])
    assert row["slope_of"] == len(slopes) - 1
    assert row["slope_steeper"] == sum(abs(slope) >= abs(slopes[0]) - 1e-9 for slope in slopes[1:])


def _same_ends(row, stem, placebos):
    ends = np.percentile(placebos, [2.5, 97.5]) if len(placebos) else [np.nan, np.nan]
    np.testing.assert_allclose([row[f"{stem}_low"], row[f"{stem}_high"]], ends, atol=1e-9)


def figures_of(con, rows, indicator, codes):
    """Read the published figures of areas at the dates of the rows, as an array with gaps."""
    published = con.cursor().execute(
        "select area_code, period_end, value from dashboard.observation "
        "where indicator_id = $i and status = 'published'",
        {"i": indicator},
    ).fetchall()  # fmt: skip
    at = {(code, when): value for code, when, value in published}
    dates = [when.date() for when in rows["period_end"]]
    return np.array([[at.get((code, when), np.nan) for when in dates] for code in codes], dtype=float)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def test_real_figures_agree_with_the_second_implementation(opened, case):
    rows, places = view(opened, *case)
    members = list(places[places["place"] == "in the group"]["area_code"])
    agree(rows, figures_of(opened, rows, case[1], [case[0], *members]))


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def test_real_figures_agree_with_a_regression(opened, case):
    """Ordinary least squares with a constant for each authority and each year, where no figure is missing."""
    rows, places = view(opened, *case)
    members = list(places[places["place"] == "in the group"]["area_code"])
    figures = figures_of(opened, rows, case[1], members)
    enters = rows["value"].notna().to_numpy()
    whole = [code for code, row in zip(members, figures, strict=True) if not np.isnan(row[enters]).any()]
    rows, _ = view(opened, *case, group=whole)
    kept = rows[enters]
    figures = figures_of(opened, kept, case[1], [case[0], *whole])
    years = kept["years_since"].to_list()
    table = pd.DataFrame(
        [
            {"y": figures[i, t], "unit": i, "year": year, "after": i == 0 and kept["side"].iloc[t] != "before"}
            for i in range(len(figures))
            for t, year in enumerate(years)
        ]
    )
    tested = [year for year, side in zip(years, kept["side"], strict=True) if side != "before"]
    for year in tested:
        table[f"at_{year}"] = ((table["year"] == year) & table["after"]).astype(float)
    fit = smf.ols("y ~ C(unit) + C(year) + " + " + ".join(f"at_{year}" for year in tested), table).fit()
    expected = [fit.params[f"at_{year}"] for year in tested]
    np.testing.assert_allclose(kept.loc[kept["side"] != "before", "difference"], expected, atol=1e-8)


def test_each_placebo_is_the_same_question_asked_of_another(opened):
    rows, places = view(opened, *CASES[0])
    members = list(places[places["place"] == "in the group"]["area_code"])
    whole = [code for code, row in zip(members, figures_of(opened, rows, "agency_rate", members), strict=True)
             if not np.isnan(row).any()]  # fmt: skip
    whole = whole[::4]  # each is set against all the others: of all of them it is asked sixteen times the figures
    rows, _ = view(opened, *CASES[0], group=whole)
    _, indicator, first, last, span = CASES[0]
    same = {"indicator": indicator, "event_from": first, "event_to": last, "span": span, "model": "2025"}
    asks = [{"authority": code, "group": [other for other in whole if other != code], **same} for code in whole]
    means = np.array([answer[0].after_difference for answer in at_once(opened, before_after.differences, asks)])
    assert len(means) == rows["after_of"].iloc[0] > 15
    assert (abs(means) >= abs(rows["after_difference"].iloc[0]) - 1e-9).sum() == rows["after_larger"].iloc[0]
    np.testing.assert_allclose(np.percentile(means, 97.5), rows["after_high"].iloc[0], atol=1e-9)


# ---- panels of our own making ------------------------------------------------------------------------------------

FIRST_YEAR = 2000


@pytest.fixture(scope="module")
def empty():
    """Open a database with the real tables and nothing in them but forty authorities."""
    con = duckdb.connect()
    con.execute("attach ':memory:' as dashboard")
    con.execute("use dashboard")
    con.execute((ROOT / "etl/schema/reference.sql").read_text())
    con.execute("""create table found_observation (indicator_id varchar, asked_code varchar, area_code varchar,
        area_name varchar, area_level varchar, period_start date, period_end date, value double, status varchar,
        numerator double, denominator double, note varchar, unusual boolean, small boolean, source_file varchar,
        source_row integer)""")
    con.execute("create view observation as from found_observation")
    con.execute("create table neighbour (model varchar, dfe_code varchar, neighbour_dfe_code varchar)")
    for n in range(40):
        con.execute(
            "insert into authority values ($1, $2, $3, $3, 'E12', 'Region', null, null, 'no')",
            [str(100 + n), f"A{n:02}", f"Authority {n:02}"],
        )
    for script in ("areas", "members", "carrier"):
        con.execute((ROOT / f"etl/schema/{script}.sql").read_text())
    yield con
    con.close()


def laid(con, panels):
    """Lay panels (authorities by years, gaps as nan) into the table of observations, an indicator each."""
    records = [
        (name, f"A{i:02}", f"Authority {i:02}", "authority", date(FIRST_YEAR + t, 9, 30), date(FIRST_YEAR + t, 9, 30),
         None if np.isnan(value) else float(value), "suppressed" if np.isnan(value) else "published")
        for name, panel in panels.items()
        for i, row in enumerate(panel)
        for t, value in enumerate(row)
    ]  # fmt: skip
    columns = ["indicator_id", "area_code", "area_name", "area_level", "period_start", "period_end", "value", "status"]
    staged = pd.DataFrame(records, columns=columns)  # noqa: F841
    con.execute("delete from found_observation")
    con.execute("insert into found_observation by name select *, area_code as asked_code from staged")


def around(con, places):
    """Ask about the first authority and an event in the summer before the year at a place, by indicator."""
    days = {name: f"{FIRST_YEAR + at}-06-15" for name, at in places.items()}
    return views(con, [("A00", name, day, day, 40) for name, day in days.items()])


@st.composite
def panels(draw):
    units, years = draw(st.integers(3, 9)), draw(st.integers(4, 8))
    at = draw(st.integers(2, years - 2))
    values = st.integers(0, 1000).map(lambda tenths: tenths / 10)
    cell = st.one_of(values, values, values, values, st.just(float("nan")))
    panel = np.array(draw(st.lists(st.lists(cell, min_size=years, max_size=years), min_size=units, max_size=units)))
    panel[:3, [0, 1, -2, -1]] = draw(st.lists(st.lists(values, min_size=4, max_size=4), min_size=3, max_size=3))
    return panel, at


GAP = float("nan")
SPARSE = (  # the last has one year before in which others have a figure: no slope can be worked out
    np.array([[0, 0, 0, 0, 0, 0], [0, 0, GAP, 0, 0, 0], [0, 0, GAP, GAP, 0, 0], [0, GAP, 0, 0, 0, GAP]]),
    3,
)


FIVE = st.lists(panels(), min_size=5, max_size=5)  # of an example: a statement is planned for longer than it runs


@settings(max_examples=10, deadline=None)
@given(FIVE)
@example([SPARSE])
def test_any_panel_agrees_with_the_second_implementation(empty, drawn):
    named = {f"x{n}": each for n, each in enumerate(drawn)}
    laid(empty, {name: panel for name, (panel, _) in named.items()})
    found = around(empty, {name: at for name, (_, at) in named.items()})
    for (panel, at), (rows, members) in zip(drawn, found, strict=True):
        _as_the_second(panel, at, rows, members)


def _as_the_second(panel, at, rows, members):
    enters = ~np.isnan(panel[0])
    enough = [
        i for i in range(1, len(panel))
        if (~np.isnan(panel[i]) & enters)[:at].sum() >= 2 and (~np.isnan(panel[i]) & enters)[at:].sum() >= 2
    ]  # fmt: skip
    assert [f"A{i:02}" for i in enough] == members
    assert rows["years_since"].to_list() == list(range(-at, len(panel[0]) - at))
    assert set(rows["comparison_n"]) <= set(range(len(enough) + 1))
    if len(enough) >= 2:
        agree(rows, panel[[0, *enough]])


@settings(max_examples=5, deadline=None)
@given(FIVE, st.floats(-50, 50).map(lambda d: round(d, 2)))
def test_a_planted_shift_is_found_again(empty, drawn, shift):
    held, places = {}, {}
    for n, (panel, at) in enumerate(drawn):
        planted = panel.copy()
        planted[0, at:] += shift
        held |= {f"without{n}": panel, f"with{n}": planted}
        places |= {f"without{n}": at, f"with{n}": at}
    laid(empty, held)
    answers = [rows for rows, _ in around(empty, places)]
    for without, found in zip(answers[::2], answers[1::2], strict=True):
        moved = (found["difference"] - without["difference"]).dropna()
        np.testing.assert_allclose(moved[found["side"] == "after"], shift, atol=1e-8)
        np.testing.assert_allclose(moved[found["side"] == "before"], 0, atol=1e-8)
        np.testing.assert_allclose(
            found["after_difference"].iloc[0] - without["after_difference"].iloc[0], shift, atol=1e-8
        )


def test_parallel_lines_differ_by_exactly_the_planted_shift(empty):
    years = np.arange(8)
    panel = np.array([10.0 * i + 1.5 * years for i in range(6)])
    panel[0, 4:] += 7
    laid(empty, {"x": panel})
    ((rows, _),) = around(empty, {"x": 4})
    np.testing.assert_allclose(rows["difference"], [0, 0, 0, 0, 7, 7, 7, 7], atol=1e-9)
    assert rows["placebo_larger"].to_list()[4:] == [0, 0, 0, 0]
    np.testing.assert_allclose(rows["before_slope"], 0, atol=1e-9)


def test_the_place_among_placebos_is_uniform_where_nothing_happened(empty):
    """Of 19 placebos and the chosen one, each is the furthest out equally often: ranks 1 to 20 in five classes."""
    draw = np.random.default_rng(2010)
    drawn = {f"x{n}": draw.normal(size=(20, 8)).cumsum(axis=1) for n in range(200)}
    laid(empty, drawn)
    ranks = [1 + rows["after_larger"].iloc[0] for rows, _ in around(empty, dict.fromkeys(drawn, 4))]
    counts = np.bincount((np.array(ranks) - 1) // 4, minlength=5)
    assert ((counts - 40) ** 2 / 40).sum() < 13.28  # chi-square, 4 degrees of freedom, 1%


def test_a_published_worked_example(empty):
    """Card and Krueger 1994, table 3: 20.44 to 21.03 beside 23.33 to 21.17 gives 2.76 (2.75 from rounded means)."""
    there, beside = [20.44, 20.44, 21.03, 21.03], [23.33, 23.33, 21.17, 21.17]
    laid(empty, {"x": np.array([there, beside, beside])})
    ((rows, _),) = around(empty, {"x": 2})
    assert rows["after_difference"].iloc[0] == pytest.approx(2.76, abs=0.011)


# ---- years, sides and breaks ---------------------------------------------------------------------------------------


def test_year_nought_is_the_first_reference_date_on_or_after_the_event(empty):
    """Of five years every 19th day, which is now in each month, and each reference date with the days about it."""
    laid(empty, {"x": np.arange(30.0).reshape(3, 10)})
    days = {date(2002, 1, 1) + timedelta(days=n) for n in range(0, 5 * 365, 19)}
    days |= {date(year, 9, 30) + timedelta(days=n) for year in range(2002, 2007) for n in (-1, 0, 1)}
    asked = [("A00", "x", day.isoformat(), day.isoformat(), 40) for day in sorted(days)]
    for day, (rows, _) in zip(sorted(days), views(empty, asked), strict=True):
        first = min(when.date() for when in rows["period_end"] if when.date() >= day)
        assert [when.date() for when in rows[rows["years_since"] == 0]["period_end"]] == [first]
        assert set(rows[rows["period_end"].dt.date < day]["side"]) == {"before"}
        assert set(rows[rows["period_end"].dt.date >= day]["side"]) == {"after"}
        assert -1 <= rows["event_at"].iloc[0] <= 0.01


def test_a_year_that_lies_on_both_sides_counts_on_neither(opened):
    rows, _ = view(opened, *CASES[2])  # re-referrals in the year to 31 March 2021, event in January 2021
    assert rows[rows["side"] == "during"]["period_end"].dt.date.to_list() == [date(2021, 3, 31)]
    vague, _ = view(opened, DONCASTER, "agency_rate", "2021-01-01", "2021-12-31", 5)
    assert vague[vague["side"] == "during"]["period_end"].dt.date.to_list() == [date(2021, 9, 30)]


def test_no_figure_from_beyond_a_break_enters(opened):
    rows, _ = view(opened, DONCASTER, "agency_rate", "2018-01-19", "2018-01-19", 10)
    assert rows["period_end"].min().year == 2017
    rows, _ = view(opened, DONCASTER, "agency_rate", "2016-11-01", "2016-11-01", 10)
    assert (rows["points_before"].iloc[0], rows["period_end"].min().year) == (0, 2017)
    rows, _ = view(opened, DONCASTER, "agency_rate", "2015-11-27", "2015-11-27", 10)
    assert rows["period_end"].max().year == 2016


def test_only_published_figures_enter(opened):
    rows, _ = view(opened, *CASES[4])
    withheld = rows[rows["period_end"].dt.year == 2024].iloc[0]
    assert (withheld["status"], withheld["placebo_of"]) == ("unreliable", 0)
    assert pd.isna(withheld["difference"]) and pd.isna(withheld["placebo_low"])
    after = rows[(rows["side"] == "after") & (rows["status"] == "published")]
    assert rows["points_after"].iloc[0] == len(after) > 1


# ---- the comparison group ------------------------------------------------------------------------------------------


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case[0]}-{case[1]}")
def test_no_member_of_the_group_was_under_intervention(opened, case):
    """Read the register a second time, in Python; ends not known count as never."""
    rows, places = view(opened, *case)
    entered = rows[rows["status"] == "published"]
    first, last = entered["period_start"].min().date(), entered["period_end"].max().date()
    cursor = opened.cursor()
    cursor.execute("use dashboard")
    spells = cursor.execute(
        "select dfe_code, began_on, ended_on, cast(ended_precision as varchar) from intervention"
    ).fetchall()
    changes = cursor.execute("select predecessor_code, successor_code from authority_change").fetchall()
    joint = cursor.execute("select area_code, member_code from joint_return").fetchall()
    codes = dict(cursor.execute("select area_code, dfe_code from authority").fetchall())
    tiny = {code for (code,) in cursor.execute("select area_code from authority where tiny = 'yes'").fetchall()}
    touched = set()
    for dfe, began, ended, precision in spells:
        until = date.max if ended is None else {"day": ended, "month": ended + timedelta(days=30),
                                                "year": date(ended.year, 12, 31)}[precision]  # fmt: skip
        if began <= last and until >= first:
            touched |= {dfe} | {successor for predecessor, successor in changes if predecessor == dfe}
    members = list(places[places["place"] == "in the group"]["area_code"])
    assert len(members) > 20
    for code in members:
        behind = {codes[code]} if code in codes else {member for area, member in joint if area == code}
        assert not behind & touched
    assert not set(members) & (tiny | {case[0]})
    for code in places[places["place"] == "under intervention"]["area_code"]:
        behind = {codes[code]} if code in codes else {member for area, member in joint if area == code}
        assert behind & touched


def test_joint_returns_count_once(opened):
    _, places = view(opened, BIRMINGHAM, "vacancy_rate", "2023-05-26", "2023-05-26", 5)
    listed = set(places["area_code"])
    assert "E09000021 / E09000027" in listed
    assert not listed & {"E09000021", "E09000027"}


def test_a_member_of_a_joint_return_has_no_figures_alone(opened):
    events = before_after.events.frame(opened, authority=RICHMOND, indicator="vacancy_rate", span=5)
    assert len(events) and (events[["points_before", "points_after"]].min(axis=1) < 2).all()
    events = before_after.events.frame(opened, authority=RICHMOND, indicator="referral_rate", span=5)
    assert (events[["points_before", "points_after"]].min(axis=1) >= 2).any()


# ---- events ------------------------------------------------------------------------------------------------------


def test_events_count_the_same_figures_as_the_view(opened):
    found = []
    for authority in (DONCASTER, BIRMINGHAM, HALTON, SLOUGH):
        for indicator in ("agency_rate", "rereferral_rate"):
            events = before_after.events(opened, authority=authority, indicator=indicator, span=5)
            assert len({event.event_id for event in events}) == len(events) > 0
            enough = [min(event.points_before, event.points_after) >= 2 for event in events]
            assert enough == sorted(enough, reverse=True)
            found += [(event, (authority, indicator, f"{event.first_on}", f"{event.last_on}", 5)) for event in events]
    for (event, _), (rows, _) in zip(found, views(opened, [case for _, case in found]), strict=True):
        counted = tuple(rows.iloc[0][["points_before", "points_after"]]) if len(rows) else (0, 0)
        assert counted == (event.points_before, event.points_after), event.event_id


def test_only_a_known_end_is_an_event(opened):
    ids = set(before_after.events.frame(opened, authority=DONCASTER, indicator="agency_rate", span=5)["event_id"])
    assert {"began:doncaster-2009", "ended:doncaster-2009", "judgement:2018-01-19:SIF-re-inspection"} <= ids
    slough = set(before_after.events.frame(opened, authority=SLOUGH, indicator="agency_rate", span=5)["event_id"])
    assert "began:slough-2014" in slough and "ended:slough-2014" not in slough


# ---- the law of the questions --------------------------------------------------------------------------------------


def test_neighbours_are_those_of_the_model(opened):
    rows, _ = view(opened, *CASES[0])
    trend = queries.figures.trend.frame(opened, authority=DONCASTER, comparators=["neighbours"], others=[],
                          model="2025", indicators=["agency_rate"], first=2017, last=2100)  # fmt: skip
    median = trend[trend["role"] == "neighbours"].set_index("period_end")["value"]
    ours = rows.set_index("period_end")["neighbours_median"]
    np.testing.assert_allclose(ours, median.reindex(ours.index), atol=1e-9)
