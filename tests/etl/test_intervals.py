"""The 95% interval and the small-number guard: one definition for every figure, held against other implementations."""

import numpy as np
import pytest
from scipy.stats import chi2
from statsmodels.stats.proportion import proportion_confint


@pytest.fixture(scope="module")
def figures(_connection):
    return _connection.sql(
        """select found_observation.*, unit, topic from found_observation
        inner join indicator using (indicator_id) where asked_code = area_code and value is not null"""
    ).df()


def test_every_interval_of_a_percentage_is_wilsons(figures):
    shares = figures[(figures["unit"] == "%") & (figures["denominator"] > 0)]
    shares = shares[shares["numerator"].between(0, shares["denominator"])]
    low, high = proportion_confint(shares["numerator"].to_numpy(), shares["denominator"].to_numpy(), method="wilson")
    assert len(shares) > 20_000
    assert np.abs(shares["lower_95"] - 100 * low).max() < 0.002  # 1.96 for 1.959964
    assert np.abs(shares["upper_95"] - 100 * high).max() < 0.002


def test_every_interval_of_a_count_or_rate_is_byars_and_close_to_the_exact_one(figures):
    counted = figures[(figures["unit"] == "number") & (figures["topic"] != "context")].assign(per=1.0)
    rates = figures[(figures["unit"] == "per 10,000") & figures["numerator"].notna()]
    rates = rates.assign(value=rates["numerator"], per=10_000 / rates["denominator"])
    for rows in (counted, rates):
        rows = rows[rows["value"] >= 10]
        assert len(rows) > 10_000
        low, high = chi2.ppf(0.025, 2 * rows["value"]) / 2, chi2.ppf(0.975, 2 * rows["value"] + 2) / 2
        assert np.abs(rows["lower_95"] / (low * rows["per"]) - 1).max() < 0.005
        assert np.abs(rows["upper_95"] / (high * rows["per"]) - 1).max() < 0.005


def test_no_interval_where_its_parts_are_not_known(figures):
    partless = figures["numerator"].isna() | figures["denominator"].isna() | (figures["denominator"] == 0)
    without = ~figures["unit"].isin(["%", "per 10,000", "number"]) | (figures["topic"] == "context")
    without |= figures["unit"].isin(["%", "per 10,000"]) & partless
    without |= (figures["unit"] == "%") & (figures["numerator"] > figures["denominator"])
    assert figures.loc[without, ["lower_95", "upper_95"]].isna().all(axis=None)
    assert figures.loc[~without, ["lower_95", "upper_95"]].notna().all(axis=None)


@pytest.mark.parametrize("counted", [0, 0.5, 1, 9, 10, 100])
def test_byar_of_any_count_is_an_interval_about_it(con, counted):
    # of 100, the tables of Breslow and Day, 1987, page 69, have 81.4 and 121.6
    low, high = con.execute("select byar($1).lower, byar($1).upper", [counted]).fetchone()
    assert 0 <= low <= counted < high
    assert counted != 100 or (low, high) == pytest.approx((81.4, 121.6), abs=0.1)


def test_the_interval_of_the_newest_figure_is_that_of_the_figure(con):
    differing = con.execute(
        """from newest_figure inner join found_observation as found
        on found.asked_code = newest_figure.area_code and found.indicator_id = newest_figure.indicator_id
        and found.period_end = newest_figure.period_end
        where (newest_figure.lower_95, newest_figure.upper_95, newest_figure.small)
            is distinct from (found.lower_95, found.upper_95, found.small)"""
    ).fetchall()
    assert differing == []


def test_small_means_under_fifty_or_under_ten_everywhere(figures):
    counted = figures["numerator"].where(~figures["unit"].isin(["number", "FTE", "people"]), figures["value"])
    small = (figures["denominator"] < 50) | (counted < 10)
    assert (figures["small"] == small).all()
    assert 2_000 < small.sum() < len(figures) / 4
