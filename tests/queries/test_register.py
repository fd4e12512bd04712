"""The questions behind the register of interventions: their law, and each computed figure a second time."""

import re
from collections import Counter
from datetime import date, timedelta
from pathlib import Path

import numpy as np
import pandas as pd
import pytest
from statsmodels.duration.survfunc import SurvfuncRight

from pages.charts.register import followed, lasting
from queries import register
from queries.database import open_database
from tests.queries.plain_judgements import table

ROOT = Path(__file__).parents[2]
BIRMINGHAM, DONCASTER = "E08000025", "E08000017"


@pytest.fixture(scope="module")
def opened(built):
    con = open_database(built)
    yield con
    con.close()


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


def test_the_survival_curve_is_that_of_statsmodels(spells):
    measured = lasting.lengths(spells)
    curve = lasting.curve(measured)
    theirs = SurvfuncRight(measured["years"].to_numpy(), measured["over"].astype(int).to_numpy())
    assert curve.years == pytest.approx(theirs.surv_times.tolist())
    assert curve.share == pytest.approx(theirs.surv_prob.tolist())
    assert curve.median == pytest.approx(theirs.quantile(0.5))


def test_the_survival_curve_is_that_of_the_textbook(spells):
    """Kaplan and Meier by hand: at each end, the share left is multiplied by one less the ends over those at risk."""
    measured = lasting.lengths(spells)
    pairs = list(zip(measured["years"], measured["over"], strict=True))
    share, by_hand = 1.0, []
    for year in sorted({year for year, over in pairs if over}):
        at_risk = sum(length >= year for length, _ in pairs)
        share *= 1 - sum(over for length, over in pairs if length == year) / at_risk
        by_hand.append(share)
    curve = lasting.curve(measured)
    assert curve.share == pytest.approx(by_hand)
    assert all(low <= middle <= high for low, middle, high in zip(curve.low, curve.share, curve.high, strict=True))


def test_open_spells_are_censored_where_the_evidence_ends(spells):
    measured = lasting.lengths(spells).set_index("intervention_id")
    assert measured["over"].sum() == (spells["state"] == "ended").sum()
    birmingham = measured.loc["birmingham-2009"]
    assert birmingham["years"] == pytest.approx(
        (date(2023, 5, 26) - date(2009, 2, 1)).days / 365.25 - 15.2 / 365.25, abs=0.01
    )
    unknown = measured[measured["state"] == "end_unknown"].iloc[0]
    until = unknown["began_on"] + timedelta(days=365.25 * unknown["years"])
    assert until <= unknown["known_to"] + pd.Timedelta(days=1)


def test_a_curve_without_open_spells_or_with_them_alone():
    rows = pd.DataFrame({"years": [1.0, 2.0, 3.0], "over": [True, True, True]})
    curve = lasting.curve(rows)
    assert curve.share == pytest.approx([2 / 3, 1 / 3, 0])
    assert curve.at(0.5) == (1.0, 1.0, 1.0) and curve.at(9)[0] == 0
    assert not np.isnan(curve.low).any() and not np.isnan(curve.high).any()
    assert lasting.curve(rows.assign(over=[True, False, False])).median is None


def test_what_followed_what_is_the_next_phase_or_the_end(opened):
    phases = register.phases.frame(opened, region="all")
    ours = Counter(zip(phases["phase"], followed.turns(phases)["followed_by"], strict=True))
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
    assert set(rows.loc[rows["returned_on"].notna(), "dfe_code"]) == back == {"371"}
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
