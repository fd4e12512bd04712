"""The questions behind the register of interventions: their law, and each computed figure a second time."""

import re
import warnings
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pytest
from scipy.stats import CensoredData, ecdf
from statsmodels.duration.survfunc import SurvfuncRight

from pages.interventions import followed, lasting
from queries import register
from queries.rows.register import Lasting
from tests.queries.plain_judgements import table

ROOT = Path(__file__).parents[2]
BIRMINGHAM, DONCASTER = "E08000025", "E08000017"


@pytest.fixture(scope="module")
def spells(opened):
    return register.spells.frame(opened, region="all")


def known_to(row):
    """As far as an intervention is evidenced, in plain Python from the curated files."""
    if row["ended_on"]:
        return date.fromisoformat(row["ended_on"])
    steps = [
        step["event_on"]
        for step in table("intervention_events")
        if step["intervention_id"] == row["intervention_id"]
        and (step["happened"], step["scope"]) == ("happened", "social_care")
        and step["kind"] != "ofsted_context"
    ]
    return date.fromisoformat(max([row["began_on"], *steps]))


def test_each_spell_is_known_as_far_as_its_last_step(spells):
    curated = {
        row["intervention_id"]: row for row in table("interventions") if row["scope"] in ("social_care", "mixed")
    }
    assert set(spells["intervention_id"]) == set(curated)
    for row in spells.to_dict("records"):
        assert row["known_to"].date() == known_to(curated[row["intervention_id"]])
        assert row["last_reported"] >= row["began_on"]


def standing(row, at, closed):
    """How surely an intervention was in force on a day, in plain Python."""
    began, known = date.fromisoformat(row["began_on"]), known_to(row)
    surely = began.replace(year=began.year + 1) if row["began_precision"] == "year" else began
    if at < began or (closed and at > closed and row["state"] != "ended"):
        return ""
    if row["state"] == "ended":
        over = known.replace(year=known.year + 1) if row["ended_precision"] == "year" else known
        if at >= over:
            return ""
        return "evidenced" if surely <= at < known else "unknown"
    if surely <= at <= known:
        return "evidenced"
    return "reported" if row["state"] == "in_force" and at >= surely else "unknown"


def test_numbers_in_force_are_the_same_in_plain_python(opened):
    rows = register.in_force.frame(opened, region="all")
    ours = {(row["as_at"].date(), row["intervention_id"]): row["standing"] for row in rows.to_dict("records")}
    closed = {row["dfe_code"]: row["closed_on"] for row in table("authorities")}
    dates = sorted({when for when, _ in ours})
    newest = max(row["event_on"] for row in table("intervention_events") if row["happened"] == "happened")
    last = int(newest[:4]) - (newest[5:] < "03-31")
    assert dates == [date(year, 3, 31) for year in range(2009, last + 1)]
    theirs = {}
    for row in table("interventions"):
        if row["scope"] in ("social_care", "mixed"):
            ended = closed[row["dfe_code"]]
            for when in dates:
                if found := standing(row, when, date.fromisoformat(ended) if ended else None):
                    theirs[when, row["intervention_id"]] = found
    assert ours == theirs


def test_an_unknown_end_is_never_counted_as_evidence(opened):
    rows = register.in_force.frame(opened, region="all")
    beyond = rows[(rows["state"] == "end_unknown") & (rows["as_at"] > rows["known_to"])]
    assert len(beyond) and set(beyond["standing"]) == {"unknown"}


HALF = {"day": 0.0, "month": 15.2, "year": 182.6}


def lengths(spells):
    """Measure interventions in plain Python: (years, whether an end is known), a date taken at its middle."""
    for row in spells:
        over = row.state == "ended"
        until = HALF[row.ended_precision] if over else 0.0
        yield max(((row.known_to - row.began_on).days + until - HALF[row.began_precision]) // 1, 0) / 365.25, over


@pytest.fixture(scope="module")
def asked(opened):
    """Return interventions with the curve of them: all; without unknown ends; of one region; only some."""

    def ask(region, unknown, keep=slice(None)):
        held = [row for row in register.spells(opened, region=region) if unknown or row.state != "end_unknown"][keep]
        ids = [row.intervention_id for row in held]
        return held, register.survival(opened, interventions=ids, unknown=unknown)

    return [
        ask("all", True), ask("all", False), ask("E12000005", True), ask("E12000007", True), ask("all", True, slice(5)),
        ask("all", True, slice(0, None, 7)),
    ]  # fmt: skip


def test_the_survival_curve_is_that_of_statsmodels(asked):
    for held, curve in asked:
        pairs = list(lengths(held))
        theirs = SurvfuncRight(np.array([year for year, _ in pairs]), np.array([int(over) for _, over in pairs]))
        ended = [row for row in curve if row.ended]
        assert [row.years for row in ended] == pytest.approx(theirs.surv_times.tolist())
        assert [row.share for row in ended] == pytest.approx(theirs.surv_prob.tolist())
        half = theirs.quantile(0.5)
        assert lasting.median(curve) == (pytest.approx(half) if np.isfinite(half) else None)


def test_the_survival_curve_and_its_interval_are_those_of_scipy(asked):
    for held, curve in asked:
        pairs = list(lengths(held))
        data = CensoredData(uncensored=[y for y, over in pairs if over], right=[y for y, over in pairs if not over])
        survival = ecdf(data).sf
        with np.errstate(all="ignore"), warnings.catch_warnings():
            warnings.simplefilter("ignore", RuntimeWarning)  # no interval before the first end, nor after the last
            interval = survival.confidence_interval(method="log-log")
        theirs = zip(
            survival.quantiles, survival.probabilities, interval.low.probabilities, interval.high.probabilities,
            strict=True,
        )  # fmt: skip
        known = {float(year): found for year, *found in theirs}
        for row in curve:
            share, low, high = known[row.years]
            assert row.share == pytest.approx(share)
            if 0 < row.share < 1:
                assert (row.low, row.high) == (pytest.approx(low), pytest.approx(high))
            assert row.low <= row.share <= row.high


def test_the_survival_curve_is_that_of_the_textbook(asked):
    """Kaplan and Meier by hand: at each end, the share left is multiplied by one less the ends over those at risk."""
    for held, curve in asked:
        pairs, share = list(lengths(held)), 1.0
        for row in curve:
            at_risk = sum(length >= row.years for length, _ in pairs)
            ends = sum(over for length, over in pairs if length == row.years)
            share *= 1 - ends / at_risk
            assert (row.at_risk, row.ended) == (at_risk, ends)
            assert row.share == pytest.approx(share)
        assert sum(row.ended + row.censored for row in curve) == len(held)


def test_open_spells_are_censored_where_the_evidence_ends(opened):
    (curve,) = [register.survival(opened, interventions=["birmingham-2009"], unknown=True)]
    assert [(row.ended, row.censored) for row in curve] == [(1, 0)]
    days = (date(2023, 5, 26) - date(2009, 2, 1)).days - 15.2
    assert curve[0].years == pytest.approx(days / 365.25, abs=0.01)
    unknown = next(row for row in register.spells(opened, region="all") if row.state == "end_unknown")
    (row,) = register.survival(opened, interventions=[unknown.intervention_id], unknown=True)
    assert (row.ended, row.censored, row.share) == (0, 1, 1)
    assert unknown.began_on + timedelta(days=365.25 * row.years) <= unknown.known_to + timedelta(days=1)
    assert register.survival(opened, interventions=[unknown.intervention_id], unknown=False) == []


def test_a_curve_without_open_spells_or_with_them_alone():
    ended = [Lasting(1, 1, 0, 3, 2 / 3, 0.1, 0.9), Lasting(2, 1, 0, 2, 1 / 3, 0.1, 0.8), Lasting(3, 1, 0, 1, 0, 0, 0)]
    assert lasting.at(ended, 0.5) == (1.0, 1.0, 1.0) and lasting.at(ended, 9)[0] == 0
    assert [lasting.at_risk(ended, year) for year in (0.5, 1, 1.5, 4)] == [3, 3, 2, 0]
    assert lasting.median(ended) == 2 and lasting.median(ended[:1]) is None


def test_what_followed_what_is_the_next_phase_or_the_end(opened):
    ours = Counter((phase.phase, after) for phase, after in followed.turns(register.phases(opened, region="all")))
    states = {row["intervention_id"]: row for row in table("interventions") if row["scope"] in ("social_care", "mixed")}
    chains: dict[str, list[str]] = {}
    for row in table("intervention_phases"):
        if row["intervention_id"] in states:
            chains.setdefault(row["intervention_id"], []).append(row["phase"])
    theirs = Counter(
        pair for id, chain in chains.items() for pair in zip(chain, [*chain[1:], states[id]["state"]], strict=True)
    )
    assert ours == theirs


def test_every_doubt_is_listed_once(opened):
    rows = register.doubts.frame(opened)
    assert not rows.duplicated(["row_id", "doubt"]).any()
    expected = sum(row["state"] == "end_unknown" for row in table("interventions")) + sum(
        row["confidence"] == "low"
        for name in ("interventions", "intervention_phases", "intervention_events", "events")
        for row in table(name)
    )
    assert len(rows) == expected


def test_contradictions_are_of_their_authority(opened):
    doncaster = register.contradictions.frame(opened, authority=DONCASTER)
    assert set(doncaster["authority_name"]) == {"Doncaster"}
    assert len(register.contradictions.frame(opened, authority="E10000016")) == 0
    assert (doncaster["one_source"] != "").all() and (doncaster["other_source"] != "").all()


def test_no_event_of_wales_and_no_count_by_authority(opened):
    rows = register.happenings.frame(opened, region="all")
    assert not rows["title"].str.contains("Wales").any()
    assert set(rows["scope"]) == {"national", "authority"}


def plainly_moved():
    """Where services moved to a trust or a company, in plain Python over the curated tables."""
    steps = [row for row in table("intervention_events") if row["happened"] == "happened"]
    began = {row["dfe_code"]: row["event_on"] for row in steps if row["kind"] == "trust_launched"}
    own = [row for row in table("events") if row["kind"] == "delivery_change" and row["scope"] == "authority"]
    began |= {row["dfe_code"]: row["event_on"] for row in own}
    back = {row["dfe_code"] for row in steps if row["kind"] == "services_returned_to_council"} & began.keys()
    heirs = {
        row["successor_code"]: row["changed_on"]
        for row in table("authority_changes")
        if began.get(row["predecessor_code"], "9999") < row["changed_on"] and row["predecessor_code"] not in back
    }
    return began | heirs, back


def test_where_services_moved_is_the_same_in_plain_python(opened):
    rows = register.moved.frame(opened, region="all")
    began, back = plainly_moved()
    assert {row["dfe_code"]: f"{row['moved_on']:%Y-%m-%d}" for row in rows.to_dict("records")} == began
    assert set(rows.loc[rows["returned_on"].notna(), "dfe_code"]) == back == {"371", "870", "885"}
    assert len(rows) == rows["dfe_code"].nunique()
    assert {
        "Birmingham", "Northamptonshire", "North Northamptonshire", "West Northamptonshire", "Richmond upon Thames",
        "Kingston upon Thames", "Windsor and Maidenhead", "Doncaster", "Slough", "Sunderland", "Sandwell",
        "Worcestershire", "Reading", "Bradford",
    } == set(rows["authority_name"])  # fmt: skip


def test_a_direction_beside_a_move_is_one_of_the_phases(opened):
    rows = register.moved.frame(opened, region="all").set_index("dfe_code")
    spells = {row["intervention_id"]: row["dfe_code"] for row in table("interventions")}
    for code, row in rows[rows["direction"] != "not asked"].iterrows():
        found = any(
            spells[phase["intervention_id"]] == code
            and "direction" in phase["phase"]
            and phase["began_on"] <= f"{row['moved_on']:%Y-%m-%d}" <= (phase["ended_on"] or "9999")
            for phase in table("intervention_phases")
        )
        assert row["direction"] == ("in force" if found else "none known"), code


def test_every_link_of_the_readme_about_trusts_holds_all_where_services_moved(opened):
    line = next(
        line for line in (ROOT / "README.md").read_text(encoding="utf-8").splitlines() if line.startswith("| 12.")
    )
    compared = re.search(r"/compare\?authority=([^&]+)&", line)[1].split(",")
    assert "services=moved" in line
    assert compared == list(register.moved.frame(opened, region="all")["area_code"])
